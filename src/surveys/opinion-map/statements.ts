import type { Tally } from './vote-matrix.ts';

/** One-sided 90 %. */
const Z90 = 1.2816;

/** Agreement that crosses groups: the product over groups of (agree + 1) / (seen + 2). A group that objects pulls it down. */
export const groupAwareConsensus = (groups: readonly Tally[]): number =>
  groups.reduce((product, { agree, seen }) => product * ((agree + 1) / (seen + 2)), 1);

export interface Representativeness {
  readonly agree: number;
  readonly agreeTest: number;
  readonly agreeRatio: number;
  readonly agreeRatioTest: number;
  readonly disagree: number;
  readonly disagreeTest: number;
  readonly disagreeRatio: number;
  readonly disagreeRatioTest: number;
}

/** How typical a statement is for a group compared with everybody else. */
export function representativeness(group: Tally, rest: Tally): Representativeness {
  const share = (count: number, seen: number): number => (count + 1) / (seen + 2);
  return {
    agree: share(group.agree, group.seen),
    agreeTest: proportionTest(group.agree, group.seen),
    agreeRatio: share(group.agree, group.seen) / share(rest.agree, rest.seen),
    agreeRatioTest: twoProportionTest(group.agree, rest.agree, group.seen, rest.seen),
    disagree: share(group.disagree, group.seen),
    disagreeTest: proportionTest(group.disagree, group.seen),
    disagreeRatio: share(group.disagree, group.seen) / share(rest.disagree, rest.seen),
    disagreeRatioTest: twoProportionTest(group.disagree, rest.disagree, group.seen, rest.seen),
  };
}

const proportionTest = (count: number, seen: number): number =>
  2 * Math.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5);

function twoProportionTest(count: number, otherCount: number, seen: number, otherSeen: number): number {
  const [a, b, n, m] = [count + 1, otherCount + 1, seen + 1, otherSeen + 1];
  const pooled = (a + b) / (n + m);
  return pooled === 1 ? 0 : (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

export interface TypicalStatement {
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
  readonly strength: number;
}

/** Up to five statements that set a group apart, agreements first; the strongest one even if none is beyond chance. */
export function typicalStatements(
  found: readonly { statement: number; values: Representativeness }[],
  count = 5,
): TypicalStatement[] {
  const sides = found.flatMap(({ statement, values: v }): (TypicalStatement & { isSure: boolean })[] => [
    {
      statement,
      side: 'agree',
      strength: v.agreeRatio * v.agreeRatioTest * v.agree * v.agreeTest,
      isSure: v.agreeTest > Z90 && v.agreeRatioTest > Z90,
    },
    {
      statement,
      side: 'disagree',
      strength: v.disagreeRatio * v.disagreeRatioTest * v.disagree * v.disagreeTest,
      isSure: v.disagreeTest > Z90 && v.disagreeRatioTest > Z90,
    },
  ]);
  const byStrength = sides.sort((a, b) => b.strength - a.strength);
  const sure = byStrength.filter(({ isSure }) => isSure).slice(0, count);
  const chosen = sure.length > 0 ? sure : byStrength.slice(0, 1);
  return chosen
    .sort((a, b) => Number(b.side === 'agree') - Number(a.side === 'agree'))
    .map(({ statement, side, strength }) => ({ statement, side, strength }));
}

/**
 * Which statement to show next: surprising ones that many agree with, few pass on, and few have seen yet. A new
 * statement comes first until it has had its share.
 */
export function routingPriority({ agree, disagree, seen }: Tally, extremity: number): number {
  const passed = seen - agree - disagree;
  const importance = (1 - (passed + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}

/** Draws one of the statements a person has not seen, each with a chance in proportion to its priority. */
export function drawStatement<Statement extends { readonly priority: number }>(
  unseen: readonly Statement[],
  lot: () => number,
): Statement | null {
  const total = unseen.reduce((sum, { priority }) => sum + priority, 0);
  let left = lot() * total;
  for (const statement of unseen) {
    left -= statement.priority;
    if (left < 0) return statement;
  }
  return unseen.at(-1) ?? null;
}
