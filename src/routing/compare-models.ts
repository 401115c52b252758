/** How two models fared on the same messages. */
export interface Comparison {
  readonly messages: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  /** Right before and wrong now; wrong before and right now. */
  readonly lost: number;
  readonly won: number;
  /** Chance of losing at least so many by luck alone, were the models equally good. */
  readonly luck: number;
  readonly verdict: 'better' | 'same' | 'worse';
}

const NOISE = 0.05;

/** Exact sign test on the messages where the two differ. */
export function compareModels(before: readonly boolean[], after: readonly boolean[]): Comparison {
  const pairs = before.map((right, at) => [right, after[at] ?? false] as const);
  const lost = pairs.filter(([was, is]) => was && !is).length;
  const won = pairs.filter(([was, is]) => !was && is).length;
  const luck = atLeast(lost, lost + won);
  const luckOfWinning = atLeast(won, lost + won);
  return {
    messages: before.length,
    rightBefore: before.filter(Boolean).length,
    rightAfter: after.filter(Boolean).length,
    lost,
    won,
    luck,
    verdict: luck < NOISE ? 'worse' : luckOfWinning < NOISE ? 'better' : 'same',
  };
}

/** P(X ≥ count) for X of `total` tosses of a fair coin, summed in logarithms. */
function atLeast(count: number, total: number): number {
  if (count <= 0) return 1;
  let logChoose = 0;
  let sum = 0;
  for (let k = 0; k <= total; k += 1) {
    if (k > 0) logChoose += Math.log((total - k + 1) / k);
    if (k >= count) sum += Math.exp(logChoose - total * Math.LN2);
  }
  return Math.min(1, sum);
}
