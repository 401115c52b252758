import { chiSquareTail } from './distributions.ts';

export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Answers, unweighted: `counts[row][column]`. */
  readonly counts: readonly (readonly number[])[];
}

export interface Independence {
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Strength between 0 and 1, whatever the size of the sample. */
  readonly cramersV: number;
  /** Below 5 expected in a fifth of the cells the test is not to be relied on (Cochran). */
  readonly isReliable: boolean;
}

export function crossTable(
  pairs: readonly (readonly [string, string])[],
  rows: readonly string[],
  columns: readonly string[],
): CrossTable {
  const counts = rows.map(() => columns.map(() => 0));
  for (const [row, column] of pairs) {
    const line = counts[rows.indexOf(row)];
    const at = columns.indexOf(column);
    if (line && at >= 0) line[at] = (line[at] ?? 0) + 1;
  }
  return { rows, columns, counts };
}

/** Pearson's test of independence; the statistic is divided by the design effect when answers are weighted (Rao and Scott, first order). */
export function independence({ counts }: Pick<CrossTable, 'counts'>, designEffect = 1): Independence {
  const rowTotals = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const columnTotals = (counts[0] ?? []).map((_, column) =>
    counts.reduce((total, row) => total + (row[column] ?? 0), 0),
  );
  const rows = rowTotals.filter((total) => total > 0).length;
  const columns = columnTotals.filter((total) => total > 0).length;
  const n = rowTotals.reduce((total, count) => total + count, 0);
  const degrees = Math.max(0, rows - 1) * Math.max(0, columns - 1);
  if (n === 0 || degrees === 0) return { chiSquare: 0, degrees, p: 1, cramersV: 0, isReliable: false };
  let chiSquare = 0;
  let weak = 0;
  counts.forEach((row, r) => {
    row.forEach((count, c) => {
      const expected = ((rowTotals[r] ?? 0) * (columnTotals[c] ?? 0)) / n;
      if (expected === 0) return;
      chiSquare += (count - expected) ** 2 / expected;
      if (expected < 5) weak += 1;
    });
  });
  const corrected = chiSquare / Math.max(1, designEffect);
  return {
    chiSquare: corrected,
    degrees,
    p: chiSquareTail(corrected, degrees),
    cramersV: Math.sqrt(chiSquare / (n * Math.min(rows - 1, columns - 1))),
    isReliable: weak / (rows * columns) <= 0.2,
  };
}
