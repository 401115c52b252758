/** What many people did in one hour, as the desk looks at it: supports of a petition, verdicts of a vote. */
export interface HourOfCrowd {
  readonly hour: Date;
  readonly count: number;
  /** Accounts that wrote to the service for the first time less than a day before. */
  readonly fresh: number;
  readonly topReferrer: number;
  /** Mean and deviation of the seconds between two acts. */
  readonly gapMean: number | null;
  readonly gapDeviation: number | null;
}

export const SIGNAL_KINDS = ['burst', 'fresh_accounts', 'one_referrer', 'regular_night', 'one_device'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface Signal {
  readonly kind: SignalKind;
  readonly hour: Date;
  readonly count: number;
}

/** From where on something deserves a look; shown beside the signals, so that nobody wonders why. */
export const SIGNAL_THRESHOLDS = {
  /** Below this nothing is a pattern. */
  enough: 30,
  burstFactor: 8,
  share: 0.8,
  /** People are irregular; a machine that waits the same time is not. */
  regular: 0.25,
  night: { from: 1, to: 5 },
  /** People of one hour in one browser: a family shares a telephone, a crowd does not. */
  oneDevice: 8,
} as const;
/** Set apart is no verdict: somebody decides within this time, everybody sees until when, and no result is final before. */
export const HELD_DECIDED_WITHIN = { value: 3, unit: 'working_days' } as const;

const { enough: ENOUGH, burstFactor: BURST_FACTOR, share: SHARE, regular: REGULAR, night: NIGHT } = SIGNAL_THRESHOLDS;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * What deserves a look. A signal strikes out nobody: being shared by a popular person looks like a burst too, so a person
 * decides, and the decision is public.
 */
export function signalsOf(hours: readonly HourOfCrowd[], localHour: (at: Date) => number): Signal[] {
  const usual = Math.max(1, median(hours.map(({ count }) => count)));
  return hours.flatMap(({ hour, count, fresh, topReferrer, gapMean, gapDeviation }) => {
    if (count < ENOUGH) return [];
    const kinds: SignalKind[] = [];
    if (count > usual * BURST_FACTOR && hours.length > 3) kinds.push('burst');
    if (fresh / count > SHARE) kinds.push('fresh_accounts');
    if (topReferrer / count > SHARE) kinds.push('one_referrer');
    const atNight = localHour(hour) >= NIGHT.from && localHour(hour) < NIGHT.to;
    if (atNight && gapMean !== null && gapDeviation !== null && gapDeviation < gapMean * REGULAR)
      kinds.push('regular_night');
    return kinds.map((kind) => ({ kind, hour, count }));
  });
}
