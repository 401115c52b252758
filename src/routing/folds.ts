import { createHash } from 'node:crypto';

export interface Grouped {
  readonly group: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Deals whole groups into folds of nearly equal size, so that near-duplicates never sit on both sides. The order comes
 * from a hash of the group's name: the same file always gives the same folds, on any machine.
 */
export function groupedFolds(items: readonly Grouped[], foldCount: number, salt = ''): Int32Array {
  const sizes = new Map<string, number>();
  for (const { group } of items) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const ordered = [...sizes.keys()]
    .map((group) => ({ group, key: digest(salt + group) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const filled = new Array<number>(foldCount).fill(0);
  const foldOf = new Map<string, number>();
  for (const { group } of ordered) {
    const fold = filled.indexOf(Math.min(...filled));
    foldOf.set(group, fold);
    filled[fold] = (filled[fold] ?? 0) + (sizes.get(group) ?? 0);
  }
  return Int32Array.from(items, ({ group }) => foldOf.get(group) ?? 0);
}

/** A fixed share of a list by hash of each text: the same messages are held out whatever is added around them. */
export const isHeldOut = (text: string, oneIn: number): boolean =>
  Number.parseInt(digest(text.trim()).slice(0, 8), 16) % oneIn === 0;
