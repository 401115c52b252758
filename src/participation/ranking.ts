export interface Judged {
  readonly id: string;
  readonly exposures: number;
  readonly inFavour: number;
}

export interface Ranked<Item> {
  readonly item: Item;
  /** In favour per showing; null before anybody saw it. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  /** The places it may truly have, given how few were asked: `[3, 5]`. */
  readonly places: readonly [number, number];
}

/** 95 % of a normal distribution. */
const Z = 1.959964;

/** Wilson's interval for a share: honest for few showings too. */
export function wilson(inFavour: number, exposures: number): { low: number; high: number } {
  if (exposures === 0) return { low: 0, high: 1 };
  const share = inFavour / exposures;
  const zz = Z * Z;
  const middle = share + zz / (2 * exposures);
  const half = Z * Math.sqrt((share * (1 - share)) / exposures + zz / (4 * exposures * exposures));
  const whole = 1 + zz / exposures;
  // At the ends the formula is exact, but not its binary fractions.
  return {
    low: inFavour === 0 ? 0 : Math.max(0, (middle - half) / whole),
    high: inFavour === exposures ? 1 : Math.min(1, (middle + half) / whole),
  };
}

/**
 * Ranks by share of those who saw it, not by how many: being early or well known brings showings, and showings alone
 * bring nothing. The lower end of the interval decides, so that one friend's vote out of one is no victory.
 */
export function rank<Item extends Judged>(items: readonly Item[]): Ranked<Item>[] {
  const judged = items
    .map((item) => ({
      item,
      share: item.exposures === 0 ? null : item.inFavour / item.exposures,
      ...wilson(item.inFavour, item.exposures),
    }))
    .sort((a, b) => b.low - a.low || (b.share ?? 0) - (a.share ?? 0) || (a.item.id < b.item.id ? -1 : 1));
  return judged.map((one) => ({
    ...one,
    places: [
      1 + judged.filter(({ low }) => low > one.high).length,
      judged.length - judged.filter(({ high }) => high < one.low).length,
    ],
  }));
}
