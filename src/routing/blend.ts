import { softmax } from './linear-model.ts';

/**
 * Several kinds of evidence about each class become one probability: a conditional logit whose few weights are shared by
 * all classes, fitted on predictions for texts the evidence had not seen. Few weights cannot overfit, and maximum
 * likelihood on unseen texts is also what calibrates the result.
 */
export interface Blend {
  readonly weights: Float64Array;
}

/** Evidence of one text: `evidence[kind][class]`. */
export type Evidence = readonly Float64Array[];

const ROUNDS = 40;
const SHRINKAGE = 1;

export function probabilities({ weights }: Blend, evidence: Evidence): Float64Array {
  const result = new Float64Array(evidence[0]?.length ?? 0);
  for (const [kind, values] of evidence.entries()) {
    const weight = weights[kind] ?? 0;
    for (let index = 0; index < result.length; index += 1) {
      result[index] = (result[index] as number) + weight * (values[index] as number);
    }
  }
  softmax(result);
  return result;
}

/** Newton's method with halved steps; the scale of each kind of evidence is taken out first. */
export function fitBlend(items: readonly { evidence: Evidence; label: number }[], kinds: number): Blend {
  const scale = spread(items, kinds);
  const weights = new Float64Array(kinds);
  weights[0] = 1 / (scale[0] ?? 1);
  let current = loss(items, weights, scale);
  for (let round = 0; round < ROUNDS; round += 1) {
    const direction = newtonStep(items, weights, scale);
    let stride = 1;
    let next = weights;
    let value = Number.POSITIVE_INFINITY;
    while (stride > 1e-4) {
      next = weights.map((weight, kind) => weight - stride * (direction[kind] ?? 0));
      value = loss(items, next, scale);
      if (value <= current) break;
      stride /= 2;
    }
    if (!(value < current - 1e-7 * Math.abs(current))) break;
    weights.set(next);
    current = value;
  }
  return { weights };
}

function spread(items: readonly { evidence: Evidence }[], kinds: number): Float64Array {
  return Float64Array.from({ length: kinds }, (_, kind) => {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (const { evidence } of items) {
      for (const value of evidence[kind] ?? []) {
        count += 1;
        sum += value;
        squares += value * value;
      }
    }
    const variance = count > 0 ? squares / count - (sum / count) ** 2 : 0;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}

const penalty = (weights: Float64Array, scale: Float64Array): number =>
  weights.reduce((sum, weight, kind) => sum + (SHRINKAGE * (weight * (scale[kind] ?? 1)) ** 2) / 2, 0);

function loss(
  items: readonly { evidence: Evidence; label: number }[],
  weights: Float64Array,
  scale: Float64Array,
): number {
  let total = penalty(weights, scale);
  for (const { evidence, label } of items) {
    total -= Math.log(Math.max(1e-300, probabilities({ weights }, evidence)[label] ?? 0));
  }
  return total;
}

function newtonStep(
  items: readonly { evidence: Evidence; label: number }[],
  weights: Float64Array,
  scale: Float64Array,
): Float64Array {
  const kinds = weights.length;
  const gradient = weights.map((weight, kind) => SHRINKAGE * weight * (scale[kind] ?? 1) ** 2);
  const hessian = Array.from({ length: kinds }, (_, kind) => {
    const row = new Float64Array(kinds);
    row[kind] = SHRINKAGE * (scale[kind] ?? 1) ** 2;
    return row;
  });
  for (const { evidence, label } of items) {
    const chance = probabilities({ weights }, evidence);
    const mean = evidence.map((values) => values.reduce((sum, value, at) => sum + value * (chance[at] as number), 0));
    for (const [a, left] of evidence.entries()) {
      gradient[a] = (gradient[a] as number) + (mean[a] ?? 0) - (left[label] ?? 0);
      const row = hessian[a] as Float64Array;
      for (let b = 0; b <= a; b += 1) {
        const right = evidence[b] as Float64Array;
        let product = 0;
        for (let at = 0; at < left.length; at += 1) {
          product += (left[at] as number) * (right[at] as number) * (chance[at] as number);
        }
        row[b] = (row[b] as number) + product - (mean[a] ?? 0) * (mean[b] ?? 0);
      }
    }
  }
  return solveSymmetric(hessian, gradient);
}

/** Gaussian elimination on the few weights of a blend; only the lower triangle is read. */
function solveSymmetric(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = lower.map((_, a) =>
    Float64Array.from({ length: size + 1 }, (__, b) =>
      b === size ? (right[a] ?? 0) : ((b <= a ? lower[a]?.[b] : lower[b]?.[a]) ?? 0),
    ),
  );
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] as Float64Array;
    const head = Math.abs(top[pivot] as number) > 1e-12 ? (top[pivot] as number) : 1e-12;
    for (let other = 0; other < size; other += 1) {
      if (other === pivot) continue;
      const row = rows[other] as Float64Array;
      const factor = (row[pivot] as number) / head;
      for (let at = pivot; at <= size; at += 1) row[at] = (row[at] as number) - factor * (top[at] as number);
    }
  }
  return Float64Array.from(
    rows,
    (row, at) => (row[size] as number) / (Math.abs(row[at] as number) > 1e-12 ? (row[at] as number) : 1e-12),
  );
}
