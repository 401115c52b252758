/** How much something was raised in a week, against the weeks before. The same key may come from several sources. */
export interface WeekCount {
  readonly key: string;
  readonly thisWeek: number;
  readonly earlier: number;
}

export interface Rising {
  readonly key: string;
  readonly thisWeek: number;
  /** The mean of the weeks before. */
  readonly usual: number;
  /** Standard deviations above what is usual; over two it is hardly chance. */
  readonly strength: number;
}

export const WEEKS_BEFORE = 8;
const LEAST = 5;
const ABOVE = 2;

/**
 * What people raise more than usual: counts of a week against the mean of the eight before, as a Poisson count would
 * vary. One more week of nothing is assumed, so that something new needs more than a handful.
 */
export function rising(counts: readonly WeekCount[]): Rising[] {
  return [...Map.groupBy(counts, ({ key }) => key)]
    .map(([key, list]): Rising => {
      const thisWeek = list.reduce((sum, count) => sum + count.thisWeek, 0);
      const usual = list.reduce((sum, { earlier }) => sum + earlier, 0) / WEEKS_BEFORE;
      return { key, thisWeek, usual, strength: (thisWeek - usual) / Math.sqrt(usual + 1) };
    })
    .filter(({ thisWeek, strength }) => thisWeek >= LEAST && strength > ABOVE)
    .sort((a, b) => b.strength - a.strength);
}
