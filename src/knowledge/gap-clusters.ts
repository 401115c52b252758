import { queryWords } from './term-analysis.ts';

export interface OpenQuestion {
  readonly id: string;
  readonly text: string;
}

export interface GapCluster {
  /** The question closest to all others: what the agency is asked to write about. */
  readonly label: string;
  readonly questions: readonly string[];
}

/** Share of the rarer words two questions must have in common to be about one thing. */
const SAME_MATTER = 0.45;

/**
 * Gathers unanswered questions by the words they share, rare words weighing more. Greedy and in one pass over the
 * pairs: an officer reads the clusters, so a wrong neighbour costs a click, and a thousand questions take a moment.
 */
export function clusterGaps(
  questions: readonly OpenQuestion[],
  { minSize = 2 }: { minSize?: number } = {},
): GapCluster[] {
  // The last key of a word is its Kazakh one, which every script and spelling has.
  const terms = new Map(
    questions.map(({ id, text }) => [id, new Set(queryWords(text).map(({ keys }) => keys.at(-1) ?? ''))]),
  );
  const frequency = new Map<string, number>();
  for (const words of terms.values()) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(1 + questions.length / (frequency.get(word) ?? 1));
  const likeness = (one: string, other: string): number => {
    const [mine, theirs] = [terms.get(one) ?? new Set<string>(), terms.get(other) ?? new Set<string>()];
    const massOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);
    const shared = massOf([...mine].filter((word) => theirs.has(word)));
    return shared === 0 ? 0 : shared / (massOf([...mine]) + massOf([...theirs]) - shared);
  };

  const neighbours = new Map<string, { id: string; likeness: number }[]>(questions.map(({ id }) => [id, []]));
  questions.forEach((one, at) => {
    for (const other of questions.slice(at + 1)) {
      const shared = likeness(one.id, other.id);
      if (shared < SAME_MATTER) continue;
      neighbours.get(one.id)?.push({ id: other.id, likeness: shared });
      neighbours.get(other.id)?.push({ id: one.id, likeness: shared });
    }
  });

  const textOf = new Map(questions.map(({ id, text }) => [id, text]));
  const taken = new Set<string>();
  const clusters: GapCluster[] = [];
  const byCloseness = [...questions].sort(
    (one, other) =>
      (neighbours.get(other.id)?.length ?? 0) - (neighbours.get(one.id)?.length ?? 0) || (one.id < other.id ? -1 : 1),
  );
  for (const { id } of byCloseness) {
    if (taken.has(id)) continue;
    const members = [
      id,
      ...(neighbours.get(id) ?? []).map((neighbour) => neighbour.id).filter((other) => !taken.has(other)),
    ];
    if (members.length < minSize) continue;
    for (const member of members) taken.add(member);
    clusters.push({ label: textOf.get(id) ?? '', questions: members });
  }
  return clusters;
}
