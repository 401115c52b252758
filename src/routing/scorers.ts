import type { SparseRows } from './features.ts';
import { DEFAULT_LINEAR, type LinearModel, scoreRow, trainSvm } from './linear-model.ts';
import { DEFAULT_RIDGE, type Gram, trainRidge } from './ridge.ts';
import { type SimilarityIndex, similarities } from './similarity-index.ts';

/** Scores of all classes for one text, from its similarities to the training texts or from its own row. */
export type Scorer = (similar: Float32Array, row: number, rows: SparseRows) => Float64Array;

export function toGram(index: SimilarityIndex, rows: SparseRows): Gram {
  const size = rows.rowCount;
  const values = new Float32Array(size * size);
  for (let row = 0; row < size; row += 1) similarities(index, rows, row, values.subarray(row * size, (row + 1) * size));
  return { values, size };
}

export function ridgeScorer(gram: Gram, members: Int32Array, labels: Int32Array, classCount: number): Scorer {
  const dual = trainRidge(gram, members, labels, classCount, DEFAULT_RIDGE);
  return (similar) => {
    const scores = new Float64Array(classCount);
    for (let at = 0; at < members.length; at += 1) {
      const value = (similar[members[at] as number] as number) + 1;
      const base = at * classCount;
      for (let index = 0; index < classCount; index += 1) {
        scores[index] = (scores[index] as number) + value * (dual[base + index] as number);
      }
    }
    return scores;
  };
}

export function svmScorer(rows: SparseRows, members: Int32Array, labels: Int32Array, classCount: number): Scorer {
  const model: LinearModel = trainSvm(
    pick(rows, members),
    members.map((member) => labels[member] as number),
    classCount,
    { ...DEFAULT_LINEAR, balanced: true, epochs: 8 },
  );
  return (_, row, from) => {
    const scores = new Float64Array(classCount);
    scoreRow(model, from, row, scores);
    return scores;
  };
}

function pick(rows: SparseRows, members: Int32Array): SparseRows {
  const starts = new Int32Array(members.length + 1);
  for (const [at, member] of members.entries()) {
    starts[at + 1] = (starts[at] as number) + (rows.starts[member + 1] as number) - (rows.starts[member] as number);
  }
  const columns = new Int32Array(starts[members.length] as number);
  const values = new Float32Array(columns.length);
  for (const [at, member] of members.entries()) {
    const from = rows.starts[member] as number;
    const to = rows.starts[member + 1] as number;
    columns.set(rows.columns.subarray(from, to), starts[at]);
    values.set(rows.values.subarray(from, to), starts[at]);
  }
  return { ...rows, starts, columns, values, rowCount: members.length };
}
