import { createHash } from 'node:crypto';

/** How far the least shown item may lag before it goes first. */
export const SLACK = 2;

export interface Showable {
  readonly id: string;
  readonly exposures: number;
}

/** A number that nobody chooses: the same for whoever knows the published seed. */
export const drawOf = (seed: string, voter: string, id: string): string =>
  createHash('sha256').update(`${seed}\0${voter}\0${id}`).digest('hex');

/**
 * Which item this person sees next, or null when they have seen all. Only those shown least so far take part, and among
 * them the seed draws: an item that comes late catches up, one that everybody knows gains nothing, and neither age nor
 * author nor place in a list matters.
 */
export function nextItem<Item extends Showable>(
  { seed, voter, seen }: { readonly seed: string; readonly voter: string; readonly seen: ReadonlySet<string> },
  items: readonly Item[],
): Item | null {
  const left = items.filter(({ id }) => !seen.has(id));
  const least = left.reduce((fewest, { exposures }) => Math.min(fewest, exposures), Number.POSITIVE_INFINITY);
  let [chosen, lowest]: [Item | null, string] = [null, ''];
  for (const item of left) {
    if (item.exposures > least + SLACK) continue;
    const draw = drawOf(seed, voter, item.id);
    if (chosen === null || draw < lowest) [chosen, lowest] = [item, draw];
  }
  return chosen;
}

/** The order of a ballot for one person: shuffled by the same seed, so that nobody always stands first. */
export const shuffled = <Item extends { readonly id: string }>(
  seed: string,
  voter: string,
  items: readonly Item[],
): Item[] =>
  items
    .map((item) => ({ item, draw: drawOf(seed, `ballot ${voter}`, item.id) }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .map(({ item }) => item);
