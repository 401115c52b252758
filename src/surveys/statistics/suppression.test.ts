import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_CELL, mayShowGroup, type ShownCounts, suppressList, suppressTable } from './suppression.ts';

/**
 * The attacker: knows what is shown, all totals, and that a hidden cell is no less than nothing. Tries every table that
 * fits and returns the values the cell can have. Written without a look at the method it attacks.
 */
function valuesThatFit(
  shown: ShownCounts,
  rowTotals: readonly number[],
  columnTotals: readonly number[],
): Map<string, Set<number>> | null {
  const unknown = shown.flatMap((row, r) =>
    row.flatMap((count, c): [number, number][] => (count === null ? [[r, c]] : [])),
  );
  const rowLeft = rowTotals.map(
    (total, r) => total - (shown[r] ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0),
  );
  const columnLeft = columnTotals.map((total, c) => total - shown.reduce((sum, row) => sum + (row[c] ?? 0), 0));
  const found = new Map(unknown.map(([r, c]) => [`${r},${c}`, new Set<number>()]));
  const current: number[] = [];
  let budget = 40_000;
  const attempt = (index: number): void => {
    if (budget-- < 0) return;
    if (index === unknown.length) {
      if (rowLeft.every((left) => left === 0) && columnLeft.every((left) => left === 0))
        for (const [at, [r, c]] of unknown.entries()) found.get(`${r},${c}`)?.add(current[at] ?? 0);
      return;
    }
    const [r, c] = unknown[index] ?? [0, 0];
    const isLastOfRow = !unknown.slice(index + 1).some(([row]) => row === r);
    const isLastOfColumn = !unknown.slice(index + 1).some(([, column]) => column === c);
    const most = Math.min(rowLeft[r] ?? 0, columnLeft[c] ?? 0);
    for (let value = 0; value <= most; value += 1) {
      if (isLastOfRow && value !== rowLeft[r]) continue;
      if (isLastOfColumn && value !== columnLeft[c]) continue;
      current[index] = value;
      rowLeft[r] = (rowLeft[r] ?? 0) - value;
      columnLeft[c] = (columnLeft[c] ?? 0) - value;
      attempt(index + 1);
      rowLeft[r] = (rowLeft[r] ?? 0) + value;
      columnLeft[c] = (columnLeft[c] ?? 0) + value;
    }
  };
  attempt(0);
  return budget < 0 ? null : found;
}

const totalsOf = (counts: readonly (readonly number[])[]) => ({
  rows: counts.map((row) => row.reduce((a, b) => a + b, 0)),
  columns: (counts[0] ?? []).map((_, c) => counts.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
});

describe('small cells', () => {
  it('an attacker with the totals recovers a lone hidden cell; therefore none stays alone', () => {
    const counts = [
      [2, 40, 30],
      [25, 60, 50],
      [31, 20, 45],
    ];
    const { rows, columns } = totalsOf(counts);
    const naive = counts.map((row) => row.map((count) => (count < MIN_CELL ? null : count)));
    expect(valuesThatFit(naive, rows, columns)?.get('0,0')).toEqual(new Set([2]));

    const shown = suppressTable(counts);
    expect(shown?.[0]?.[0]).toBeNull();
    expect(shown?.flat().filter((count) => count === null).length).toBe(4);
    expect(valuesThatFit(shown ?? [], rows, columns)?.get('0,0')?.size).toBeGreaterThan(MIN_CELL);
  });

  it('are never recovered, whatever the table', () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    );
    let attacked = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const shown = suppressTable(counts);
        if (!shown) return;
        const { rows, columns } = totalsOf(counts);
        const fits = valuesThatFit(shown, rows, columns);
        if (!fits) return;
        attacked += 1;
        counts.forEach((row, r) => {
          row.forEach((count, c) => {
            if (shown[r]?.[c] !== null) expect(count === 0 || count >= MIN_CELL).toBe(true);
            else if (count > 0 && count < MIN_CELL) expect(fits.get(`${r},${c}`)?.size).toBeGreaterThan(MIN_CELL);
          });
        });
      }),
      { numRuns: 400 },
    );
    expect(attacked).toBeGreaterThan(100);
  });

  it('are not found by subtracting a list from its total', () => {
    expect(suppressList([50, 3, 20])).toEqual([50, null, null]);
    expect(suppressList([50, 1, 1, 20])).toEqual([50, null, null, null]);
    expect(suppressList([50, 0, 20])).toEqual([50, 0, 20]);
    expect(suppressList([3])).toBeNull();
  });

  it('are not found by subtracting one filtered result from another', () => {
    expect(mayShowGroup(98, 100)).toBe(false);
    expect(mayShowGroup(95, 100)).toBe(true);
    expect(mayShowGroup(4, 100)).toBe(false);
    expect(mayShowGroup(100, 100)).toBe(true);
  });
});
