export type Vote = 1 | 0 | -1;

/** A person's votes by statement index; a pass (0) was seen, a missing one was not. */
export type VoteRow = ReadonlyMap<number, Vote>;

export interface VoteMatrix {
  readonly people: readonly VoteRow[];
  readonly statements: number;
  /** Statements taken out by moderation stay as columns of zeros, so that distances keep their scale. */
  readonly removed: ReadonlySet<number>;
}

/** A map is drawn of people who gave enough votes to have a place on it. */
const MIN_VOTES = 7;
const MIN_PEOPLE = 15;

/** People who are placed and grouped: those with at least seven votes, or the fifteen most active while there are fewer. */
export function placedPeople({ people, statements, removed }: VoteMatrix): number[] {
  // What waits for a moderator can be voted on by nobody.
  const needed = Math.min(MIN_VOTES, Math.max(1, statements - removed.size));
  const active = people.flatMap((row, index) => (row.size >= needed ? [index] : []));
  if (active.length >= MIN_PEOPLE) return active;
  const byActivity = people
    .map((row, index) => ({ index, votes: row.size }))
    .sort((a, b) => b.votes - a.votes || a.index - b.index)
    .filter(({ votes }) => votes > 0);
  const chosen = new Set(active);
  for (const { index } of byActivity) if (chosen.size < MIN_PEOPLE) chosen.add(index);
  return [...chosen].sort((a, b) => a - b);
}

export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  /** All votes, passes included. */
  readonly seen: number;
}

/** Votes on one statement among these people. */
export function tally({ people }: VoteMatrix, statement: number, among: readonly number[]): Tally {
  let [agree, disagree, seen] = [0, 0, 0];
  for (const index of among) {
    const vote = people[index]?.get(statement);
    if (vote === undefined) continue;
    seen += 1;
    if (vote === 1) agree += 1;
    if (vote === -1) disagree += 1;
  }
  return { agree, disagree, seen };
}
