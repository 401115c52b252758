import { type CrossTable, crossTable, type Independence, independence } from '../statistics/cross-table.ts';
import { type ShownCounts, suppressTable } from '../statistics/suppression.ts';
import { type CountedSubmission, categoryOf } from './submission.ts';

export interface CrossResult {
  readonly rows: readonly { key: string; total: number }[];
  readonly columns: readonly { key: string; total: number }[];
  /** Null where hidden. */
  readonly counts: ShownCounts | null;
  readonly test: Independence;
}

/**
 * Two variables against each other with the small cells hidden, the same cells whichever way round and from wherever it
 * is asked: two views that hide different cells would give both away.
 */
export function shownTable(
  submissions: readonly CountedSubmission[],
  rowVariable: string,
  columnVariable: string,
  minCell: number,
): { table: CrossTable; shown: ShownCounts | null } {
  if (rowVariable > columnVariable) {
    const { table, shown } = shownTable(submissions, columnVariable, rowVariable, minCell);
    return {
      table: { rows: table.columns, columns: table.rows, counts: turned(table.counts, table.columns.length) },
      shown: shown && turned(shown, table.columns.length),
    };
  }
  const pairs = submissions.flatMap((submission): [string, string][] => {
    const [row, column] = [categoryOf(submission, rowVariable), categoryOf(submission, columnVariable)];
    return submission.isComplete && row !== undefined && column !== undefined ? [[row, column]] : [];
  });
  const keys = (at: 0 | 1) => [...new Set(pairs.map((pair) => pair[at]))].sort();
  const table = crossTable(pairs, keys(0), keys(1));
  return { table, shown: suppressTable(table.counts, minCell) };
}

const turned = <Cell>(rows: readonly (readonly Cell[])[], width: number): Cell[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column] as Cell));

/** A test told to many digits is one equation more for whoever wants a hidden cell. */
const coarse = (test: Independence): Independence => ({
  ...test,
  chiSquare: Math.round(test.chiSquare),
  p: test.p < 0.01 ? 0.01 : Math.round(test.p * 20) / 20,
  cramersV: Math.round(test.cramersV * 10) / 10,
});

/** Two variables against each other, with hidden small cells and a test of independence. */
export function crossResults(
  submissions: readonly CountedSubmission[],
  rowVariable: string,
  columnVariable: string,
  { minCell, designEffect = 1 }: { minCell: number; designEffect?: number },
): CrossResult {
  const { table, shown } = shownTable(submissions, rowVariable, columnVariable, minCell);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
  const rows = table.rows.map((key, index) => ({ key, total: sum(table.counts[index] ?? []) }));
  const columns = table.columns.map((key, index) => ({ key, total: sum(table.counts.map((row) => row[index] ?? 0)) }));
  const isThin = [...rows, ...columns].some(({ total }) => total < minCell);
  const test = independence(table, designEffect);
  if (isThin || !shown) return { rows: [], columns: [], counts: null, test: coarse(test) };
  return { rows, columns, counts: shown, test: shown.flat().includes(null) ? coarse(test) : test };
}
