import { designEffect, effectiveSize } from './estimates.ts';

/** Known totals of the population by category: `{ sex: { f: 520, m: 480 } }`. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Raked {
  readonly weights: readonly number[];
  readonly converged: boolean;
  readonly rounds: number;
  readonly designEffect: number;
  readonly effectiveN: number;
  /** Largest relative difference between a margin and what the weights give; not zero after trimming. */
  readonly largestGap: number;
  /** How many weights were cut. */
  readonly trimmed: number;
}

interface Options {
  readonly baseWeights?: readonly number[];
  /** Bounds in units of the mean weight; `{ lower: 0.3, upper: 3 }` is customary. */
  readonly trim?: { readonly lower: number; readonly upper: number };
  readonly maxRounds?: number;
  readonly tolerance?: number;
}

const MAX_TRIMS = 200;

/**
 * Iterative proportional fitting (Deming and Stephan 1940). A row whose category is missing keeps its weight in that
 * margin. Margins need not have the same total as each other only within `tolerance`; the last one wins otherwise.
 */
export function rake(
  rows: readonly Readonly<Record<string, string | undefined>>[],
  margins: Margins,
  { baseWeights, trim, maxRounds = 1_000, tolerance = 1e-12 }: Options = {},
): Raked {
  const weights = Float64Array.from(baseWeights ?? rows.map(() => 1));
  const groups = Object.entries(margins).flatMap(([variable, categories]) =>
    Object.entries(categories).map(([category, target]) => ({
      target,
      members: rows.flatMap((row, index) => (row[variable] === category ? [index] : [])),
    })),
  );
  const totalOf = (members: readonly number[]): number =>
    members.reduce((total, index) => total + (weights[index] ?? 0), 0);
  const gap = (): number =>
    groups.reduce((largest, { target, members }) => {
      const difference =
        members.length === 0 ? (target === 0 ? 0 : 1) : Math.abs(totalOf(members) - target) / Math.max(target, 1e-12);
      return Math.max(largest, difference);
    }, 0);

  let rounds = 0;
  let converged = false;
  while (rounds < maxRounds && !converged) {
    rounds += 1;
    let moved = 0;
    for (const { target, members } of groups) {
      const total = totalOf(members);
      if (total === 0) continue;
      const factor = target / total;
      moved = Math.max(moved, Math.abs(factor - 1));
      for (const index of members) weights[index] = (weights[index] ?? 0) * factor;
    }
    converged = moved < tolerance;
  }
  const fitted = [...weights];
  const average = fitted.reduce((total, weight) => total + weight, 0) / fitted.length;
  const kept = trim ? trimWeights(fitted, trim) : fitted;
  kept.forEach((weight, index) => {
    weights[index] = weight;
  });
  return {
    weights: kept,
    converged,
    rounds,
    designEffect: designEffect(kept),
    effectiveN: effectiveSize(kept),
    largestGap: gap(),
    trimmed: trim
      ? fitted.filter((weight) => weight < trim.lower * average || weight > trim.upper * average).length
      : 0,
  };
}

/** Cuts weights to the bounds and adds what was cut in equal parts to those left alone, until all are inside. */
export function trimWeights(weights: readonly number[], { lower, upper }: { lower: number; upper: number }): number[] {
  const average = weights.reduce((total, weight) => total + weight, 0) / weights.length;
  const [low, high] = [lower * average, upper * average];
  const isOutside = (weight: number): boolean => weight < low - 1e-12 || weight > high + 1e-12;
  let current = [...weights];
  for (let round = 0; round < MAX_TRIMS && current.some(isOutside); round += 1) {
    const outside = current.map(isOutside);
    const cut = current.map((weight) => Math.min(high, Math.max(low, weight)));
    const mass = current.reduce((total, weight, index) => total + weight - (cut[index] ?? 0), 0);
    const inside = outside.filter((isOut) => !isOut).length;
    if (inside === 0) return cut;
    current = cut.map((weight, index) => (outside[index] ? weight : weight + mass / inside));
  }
  return current.map((weight) => Math.min(high, Math.max(low, weight)));
}
