/** How much a topic was raised in a week, against the weeks before. */
export interface WeekCount {
  readonly topicId: string;
  readonly source: 'appeals' | 'sessions';
  readonly thisWeek: number;
  readonly earlier: number;
}

export interface RisingTopic {
  readonly topicId: string;
  readonly thisWeek: number;
  /** The mean of the weeks before. */
  readonly usual: number;
  /** Standard deviations above what is usual; over two it is hardly chance. */
  readonly strength: number;
}

const WEEKS_BEFORE = 8;
const LEAST = 5;
const ABOVE = 2;

/**
 * Topics that people raise more than usual: counts of a week against the mean of the eight before, as a Poisson count
 * would vary. One more week of nothing is assumed, so that a new topic needs more than a handful.
 */
export function risingTopics(counts: readonly WeekCount[]): RisingTopic[] {
  const byTopic = Map.groupBy(counts, ({ topicId }) => topicId);
  return [...byTopic]
    .map(([topicId, list]): RisingTopic => {
      const thisWeek = list.reduce((sum, count) => sum + count.thisWeek, 0);
      const usual = list.reduce((sum, { earlier }) => sum + earlier, 0) / WEEKS_BEFORE;
      return { topicId, thisWeek, usual, strength: (thisWeek - usual) / Math.sqrt(usual + 1) };
    })
    .filter(({ thisWeek, strength }) => thisWeek >= LEAST && strength > ABOVE)
    .sort((a, b) => b.strength - a.strength);
}
