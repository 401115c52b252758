import type { SparseRows } from './features.ts';
import type { LinearModel } from './linear-model.ts';

const SMOOTHING = 0.1;

/** Complement naive Bayes (Rennie et al. 2003): each class against all others, which suits many small classes. */
export function trainComplementBayes(rows: SparseRows, labels: Int32Array, classCount: number): LinearModel {
  const { columnCount } = rows;
  const weights = new Float32Array((columnCount + 1) * classCount);
  const totals = new Float64Array(columnCount);
  const classTotals = new Float64Array(classCount);
  let total = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    const label = labels[row] as number;
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) {
      const column = rows.columns[at] as number;
      const value = rows.values[at] as number;
      weights[column * classCount + label] = (weights[column * classCount + label] as number) + value;
      totals[column] = (totals[column] as number) + value;
      classTotals[label] = (classTotals[label] as number) + value;
      total += value;
    }
  }
  for (let column = 0; column < columnCount; column += 1) {
    const base = column * classCount;
    let sum = 0;
    for (let index = 0; index < classCount; index += 1) {
      const others = (totals[column] as number) - (weights[base + index] as number) + SMOOTHING;
      const weight = -Math.log(others / (total - (classTotals[index] as number) + SMOOTHING * columnCount));
      weights[base + index] = weight;
      sum += weight;
    }
    // What a feature says for every class alike says nothing; without it the weights fit into a byte.
    for (let index = 0; index < classCount; index += 1) {
      weights[base + index] = (weights[base + index] as number) - sum / classCount;
    }
  }
  return { weights, classCount, columnCount };
}
