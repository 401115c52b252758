import type { SparseRows } from './features.ts';

/** The same rows turned by columns: which rows hold a feature, and how strongly. */
export interface SimilarityIndex {
  readonly starts: Int32Array;
  readonly rowOf: Int32Array;
  readonly values: Float32Array;
  readonly rowCount: number;
}

export function createSimilarityIndex(rows: SparseRows): SimilarityIndex {
  const starts = new Int32Array(rows.columnCount + 1);
  for (const column of rows.columns) starts[column + 1] = (starts[column + 1] as number) + 1;
  for (let column = 0; column < rows.columnCount; column += 1) {
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number);
  }
  const next = starts.slice(0, rows.columnCount);
  const rowOf = new Int32Array(rows.columns.length);
  const values = new Float32Array(rows.columns.length);
  for (let row = 0; row < rows.rowCount; row += 1) {
    const end = rows.starts[row + 1] as number;
    for (let at = rows.starts[row] as number; at < end; at += 1) {
      const column = rows.columns[at] as number;
      const slot = next[column] as number;
      next[column] = slot + 1;
      rowOf[slot] = row;
      values[slot] = rows.values[at] as number;
    }
  }
  return { starts, rowOf, values, rowCount: rows.rowCount };
}

/** Dot products of one row with every row of the index; with unit blocks these are cosines. */
export function similarities(index: SimilarityIndex, rows: SparseRows, row: number, into: Float32Array): void {
  into.fill(0);
  const end = rows.starts[row + 1] as number;
  for (let at = rows.starts[row] as number; at < end; at += 1) {
    const column = rows.columns[at] as number;
    const value = rows.values[at] as number;
    const last = index.starts[column + 1] as number;
    for (let slot = index.starts[column] as number; slot < last; slot += 1) {
      const other = index.rowOf[slot] as number;
      into[other] = (into[other] as number) + value * (index.values[slot] as number);
    }
  }
}
