import { Z95 } from './distributions.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
  /** Answers it rests on. */
  readonly n: number;
  /** What n is worth after weighting (Kish). */
  readonly effectiveN: number;
}

/** Wilson's score interval: holds its promise near 0 and 1 and never leaves them. Takes a share of n, whole or not. */
export function wilson(share: number, n: number, z = Z95): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Kish's effective sample size: (Σw)² / Σw². */
export function effectiveSize(weights: readonly number[]): number {
  const squares = sum(weights.map((weight) => weight * weight));
  return squares === 0 ? 0 : sum(weights) ** 2 / squares;
}

/** Kish's design effect of unequal weights: n Σw² / (Σw)². */
export const designEffect = (weights: readonly number[]): number =>
  weights.length === 0 ? 1 : weights.length / effectiveSize(weights);

/** Share of those for whom it is true. Without weights everyone counts once. */
export function proportion(values: readonly boolean[], weights?: readonly number[]): Estimate {
  const w = weights ?? values.map(() => 1);
  const total = sum(w);
  const share = total === 0 ? 0 : sum(values.map((value, index) => (value ? (w[index] ?? 0) : 0))) / total;
  const effectiveN = effectiveSize(w);
  return { value: share, interval: wilson(share, effectiveN), n: values.length, effectiveN };
}

/** Standard error of a weighted mean with the weights taken as fixed (with replacement): n/(n−1) Σ (w(y−ȳ)/W)². */
export function weightedMean(values: readonly number[], weights: readonly number[]): { mean: number; se: number } {
  const total = sum(weights);
  const n = values.length;
  const mean = total === 0 ? 0 : sum(values.map((value, index) => value * (weights[index] ?? 0))) / total;
  const z = values.map((value, index) => ((weights[index] ?? 0) * (value - mean)) / total);
  const centre = sum(z) / Math.max(1, n);
  const se = n < 2 ? 0 : Math.sqrt((n / (n - 1)) * sum(z.map((part) => (part - centre) ** 2)));
  return { mean, se };
}

export function mean(values: readonly number[], weights?: readonly number[]): Estimate {
  const w = weights ?? values.map(() => 1);
  const { mean: value, se } = weightedMean(values, w);
  return {
    value,
    interval: { low: value - Z95 * se, high: value + Z95 * se },
    n: values.length,
    effectiveN: effectiveSize(w),
  };
}
