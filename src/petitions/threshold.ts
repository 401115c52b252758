import type { Authority, Counter, Profile, Threshold, ThresholdRule } from './profile.ts';

/** Counts as they stand, each on its own. A state portal's count that nobody has read yet is null, not zero. */
export interface Counts {
  readonly support: number;
  readonly signatures: number;
  readonly legalReading: number | null;
}

/** Parts per million, so that 0.1 % of a population has no rounding of binary fractions in it. */
const sharePpm = (percent: number): bigint => BigInt(Math.round(percent * 10_000));

/** The smallest whole number of people that is not less than the share. */
const atLeast = (population: number, percent: number): number =>
  Number((BigInt(population) * sharePpm(percent) + 999_999n) / 1_000_000n);

/** How many are needed, or null where it depends on a population that is not known. */
export function requiredCount(rule: ThresholdRule, population: number | null): number | null {
  if (rule.type === 'fixed') return rule.count;
  if (population === null) return null;
  if (rule.type === 'share') return atLeast(population, rule.percent);
  return population > rule.above ? rule.count : atLeast(population, rule.otherwisePercent);
}

export function countOf(counts: Counts, counter: Counter): number | null {
  switch (counter) {
    case 'support':
      return counts.support;
    case 'signatures':
      return counts.signatures;
    case 'legal_reading':
      return counts.legalReading;
  }
}

/** A threshold as it was fixed when the petition opened: a later census must not move the goal. */
export interface FixedThreshold {
  readonly key: string;
  readonly counter: Counter;
  readonly required: number;
}

export function fixThresholds({ thresholds }: Authority, population: number | null): FixedThreshold[] | null {
  const fixed = thresholds.map(({ key, counter, required }) => ({
    key,
    counter,
    required: requiredCount(required, population),
  }));
  return fixed.every((threshold): threshold is FixedThreshold => threshold.required !== null) ? fixed : null;
}

/**
 * Whether counting this way may oblige anybody under this profile. eID signatures that a profile merely shows never do,
 * whatever a threshold says.
 */
export const createsDuty = ({ signatures }: Pick<Profile, 'signatures'>, { counter }: Pick<Threshold, 'counter'>) =>
  counter !== 'signatures' || signatures === 'count';

/** Thresholds that the counts have reached. */
export function reached(
  profile: Pick<Profile, 'signatures'>,
  thresholds: readonly FixedThreshold[],
  counts: Counts,
): FixedThreshold[] {
  return thresholds.filter((threshold) => {
    const count = countOf(counts, threshold.counter);
    return count !== null && count >= threshold.required && createsDuty(profile, threshold);
  });
}
