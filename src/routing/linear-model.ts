import type { SparseRows } from './features.ts';

/** Weights lie column by column, all classes of a feature together; the last row is the bias. */
export interface LinearModel {
  readonly weights: Float32Array;
  readonly classCount: number;
  readonly columnCount: number;
}

export interface LinearOptions {
  /** Inverse strength of regularisation, as in liblinear. */
  readonly cost: number;
  readonly epochs: number;
  readonly balanced: boolean;
  readonly seed: number;
}

export const DEFAULT_LINEAR: LinearOptions = { cost: 1, epochs: 15, balanced: false, seed: 1 };

/** Deterministic numbers in [0, 1) (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
}

function costs(labels: Int32Array, classCount: number, { cost, balanced }: LinearOptions): Float64Array {
  const result = new Float64Array(classCount).fill(cost);
  if (!balanced) return result;
  const counts = new Float64Array(classCount);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const present = counts.filter((count) => count > 0).length;
  return result.map((value, index) => value * (labels.length / (present * Math.max(1, counts[index] as number))));
}

function norms(rows: SparseRows): Float64Array {
  const result = new Float64Array(rows.rowCount).fill(1);
  for (let row = 0; row < rows.rowCount; row += 1) {
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) {
      result[row] = (result[row] as number) + (rows.values[at] as number) ** 2;
    }
  }
  return result;
}

export function scoreRow(model: LinearModel, rows: SparseRows, row: number, into: Float64Array): void {
  const { weights, classCount, columnCount } = model;
  const bias = columnCount * classCount;
  for (let index = 0; index < classCount; index += 1) into[index] = weights[bias + index] as number;
  const end = rows.starts[row + 1] as number;
  for (let at = rows.starts[row] as number; at < end; at += 1) {
    const value = rows.values[at] as number;
    const base = (rows.columns[at] as number) * classCount;
    for (let index = 0; index < classCount; index += 1) {
      into[index] = (into[index] as number) + value * (weights[base + index] as number);
    }
  }
}

/** Adds `change[c] × row` to every class c that changes, the bias included. */
function addRow(model: LinearModel, rows: SparseRows, row: number, change: Float64Array, changed: Int32Array): void {
  const { weights, classCount, columnCount } = model;
  const count = changed.length;
  const bias = columnCount * classCount;
  for (let n = 0; n < count; n += 1) {
    const index = changed[n] as number;
    weights[bias + index] = (weights[bias + index] as number) + (change[index] as number);
  }
  const end = rows.starts[row + 1] as number;
  for (let at = rows.starts[row] as number; at < end; at += 1) {
    const value = rows.values[at] as number;
    const base = (rows.columns[at] as number) * classCount;
    for (let n = 0; n < count; n += 1) {
      const index = changed[n] as number;
      weights[base + index] = (weights[base + index] as number) + value * (change[index] as number);
    }
  }
}

interface Pass {
  readonly rows: SparseRows;
  readonly labels: Int32Array;
  readonly classCount: number;
  readonly options: LinearOptions;
}

/** Visits every row in random order, epoch after epoch; `adjust` fills the changes of the dual variables. */
function descend(
  { rows, classCount, options }: Pass,
  smallest: number,
  adjust: (row: number, scores: Float64Array, change: Float64Array) => number,
): LinearModel {
  const model: LinearModel = {
    weights: new Float32Array((rows.columnCount + 1) * classCount),
    classCount,
    columnCount: rows.columnCount,
  };
  const random = createRandom(options.seed);
  const order = Int32Array.from({ length: rows.rowCount }, (_, index) => index);
  const scores = new Float64Array(classCount);
  const change = new Float64Array(classCount);
  const changed = new Int32Array(classCount);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let largest = 0;
    for (const row of order) {
      scoreRow(model, rows, row, scores);
      largest = Math.max(largest, adjust(row, scores, change));
      let count = 0;
      for (let index = 0; index < classCount; index += 1) {
        if (Math.abs(change[index] as number) <= smallest) continue;
        changed[count] = index;
        count += 1;
      }
      if (count > 0) addRow(model, rows, row, change, changed.subarray(0, count));
    }
    if (largest < 0.01) break;
  }
  return model;
}

/** One-versus-rest linear SVM with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008). */
export function trainSvm(
  rows: SparseRows,
  labels: Int32Array,
  classCount: number,
  options: LinearOptions = DEFAULT_LINEAR,
): LinearModel {
  const alpha = new Float32Array(rows.rowCount * classCount);
  const squared = norms(rows);
  // In a one-versus-rest problem "balanced" raises the cost of missing a rare class, not the cost of the rest.
  const ownCost = costs(labels, classCount, options);
  return descend({ rows, labels, classCount, options }, 0, (row, scores, change) => {
    const own = labels[row] as number;
    const base = row * classCount;
    let largest = 0;
    for (let index = 0; index < classCount; index += 1) {
      const sign = index === own ? 1 : -1;
      const softness = 0.5 / (index === own ? (ownCost[index] as number) : options.cost);
      const before = alpha[base + index] as number;
      const gradient = sign * (scores[index] as number) - 1 + before * softness;
      const after = Math.max(0, before - gradient / ((squared[row] as number) + softness));
      const delta = after - before;
      alpha[base + index] = after;
      change[index] = sign * delta;
      largest = Math.max(largest, Math.abs(delta));
    }
    return largest;
  });
}

/** Multinomial logistic regression, by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013). */
export function trainLogistic(
  rows: SparseRows,
  labels: Int32Array,
  classCount: number,
  options: LinearOptions = DEFAULT_LINEAR,
): LinearModel {
  const alpha = new Float32Array(rows.rowCount * classCount);
  const squared = norms(rows);
  const classCost = costs(labels, classCount, options);
  return descend({ rows, labels, classCount, options }, 1e-5, (row, scores, change) => {
    const own = labels[row] as number;
    const cost = classCost[own] as number;
    const stride = 1 / (1 + 0.5 * cost * (squared[row] as number));
    const base = row * classCount;
    softmax(scores);
    let largest = 0;
    for (let index = 0; index < classCount; index += 1) {
      const wanted = (index === own ? 1 : 0) - (scores[index] as number);
      const before = alpha[base + index] as number;
      const delta = stride * (wanted - before);
      alpha[base + index] = before + delta;
      change[index] = cost * delta;
      largest = Math.max(largest, Math.abs(delta));
    }
    return largest;
  });
}

export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const value = Math.exp((scores[index] as number) - highest);
    scores[index] = value;
    sum += value;
  }
  for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] as number) / sum;
}
