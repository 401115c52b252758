import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLot } from '../questionnaire/lot.ts';
import { suppressTable } from '../statistics/suppression.ts';
import { type Cell, type Column, HIDDEN, leftOut, protectRows } from './protect-rows.ts';

const MIN_CELL = 5;
const protect = (columns: readonly Column[], followers?: ReadonlyMap<string, readonly string[]>) =>
  protectRows(columns, { minCell: MIN_CELL, lot: createLot('a wave'), ...(followers ? { followers } : {}) });

const counted = (...columns: readonly (readonly Cell[] | undefined)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  columns[0]?.forEach((_, row) => {
    const cells = columns.map((column) => column?.[row] ?? null);
    if (!cells.includes(HIDDEN)) counts.set(cells.join(), (counts.get(cells.join()) ?? 0) + 1);
  });
  return counts;
};

/** People who lean one way, with rare answers among them. */
const someColumns = fc
  .tuple(fc.integer({ min: 50, max: 140 }), fc.integer({ min: 2, max: 6 }), fc.string())
  .map(([people, width, seed]): Column[] => {
    const lot = createLot(seed);
    return Array.from({ length: width }, (_, at) => ({
      unit: `u${at}`,
      isBackground: at < 2,
      values: Array.from({ length: people }, () => Math.floor(lot() * lot() * 5)),
    }));
  });

describe('rows that may leave', () => {
  it('hold no handful in any table of two columns, nor in any combination of what says who somebody is', async () => {
    await fc.assert(
      fc.asyncProperty(someColumns, async (columns) => {
        const found = await protect(columns);
        for (const [a, one] of found.columns.entries())
          for (const two of found.columns.slice(a))
            expect([...counted(one, two).values()].filter((count) => count < MIN_CELL)).toEqual([]);
        const [first, second] = found.columns;
        const classes = Map.groupBy(found.kept.keys(), (row) => `${first?.[row]} ${second?.[row]}`);
        for (const [key, members] of classes)
          if (key !== `${HIDDEN} ${HIDDEN}`) expect(members.length).toBeGreaterThanOrEqual(MIN_CELL);
        for (const column of found.columns) {
          const hidden = column.filter((cell) => cell === HIDDEN).length;
          expect(hidden === 0 || hidden >= 2 * MIN_CELL || hidden === column.length).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same at every download, so that two cannot be compared', async () => {
    const columns = fc.sample(someColumns, { numRuns: 1, seed: 7 })[0] ?? [];
    expect(await protect(columns)).toEqual(await protect(columns));
  });

  it('change no value that they show', async () => {
    const columns = fc.sample(someColumns, { numRuns: 1, seed: 3 })[0] ?? [];
    const { kept, columns: shown } = await protect(columns);
    expect(kept.length).toBe((columns[0]?.values.length ?? 0) - leftOut(columns[0]?.values.length ?? 0, MIN_CELL));
    for (const [at, column] of shown.entries())
      for (const [row, cell] of column.entries())
        if (cell !== HIDDEN) expect(cell).toBe(columns[at]?.values[kept[row] ?? -1]);
  });

  it('hide what would give a hidden answer away: a question that is only put after it', async () => {
    const people = 60;
    const clean = Array.from({ length: people }, (_, row) => (row < 3 ? 'rare' : row % 2 ? 'yes' : 'no'));
    const why = clean.map((cell) => (cell === 'no' ? 'dark' : null));
    const { columns } = await protect(
      [
        { unit: 'clean', isBackground: false, values: clean },
        { unit: 'why', isBackground: false, values: why },
      ],
      new Map([['clean', ['why']]]),
    );
    columns[0]?.forEach((cell, row) => {
      if (cell === HIDDEN) expect(columns[1]?.[row]).toBe(HIDDEN);
    });
    expect(columns[0]).not.toContain('rare');
  });
});

type Table = number[][];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const turned = (table: Table): Table => [0, 1, 2].map((column) => table.map((row) => row[column] ?? 0));

/** What the file says of language by answer: shown pairs, and pairs of which one half is hidden. */
interface FromFile {
  readonly shown: Table;
  /** Language shown, answer hidden; and the other way round. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Whether so many people can stand behind the file: hidden halves find their place in what is missing. */
function fitsFile(table: Table, { shown, rows, columns }: FromFile): boolean {
  const rest = table.map((line, r) => line.map((count, c) => count - (shown[r]?.[c] ?? 0)));
  if (rest.flat().some((count) => count < 0)) return false;
  for (let choice = 0; choice < 64; choice += 1) {
    const isRow = (r: number) => (choice >> r) & 1;
    const isColumn = (c: number) => (choice >> (3 + c)) & 1;
    const wanted = sum(rows.filter((_, r) => isRow(r))) + sum(columns.filter((_, c) => isColumn(c)));
    const room = sum(rest.flatMap((line, r) => line.filter((_, c) => isRow(r) || isColumn(c))));
    if (wanted > room) return false;
  }
  return true;
}

/** Tables of three by three with these totals that agree with what the cross-table and the file show. */
function* tablesThatFit(table: Table, seen: FromFile): Generator<Table> {
  const shown = suppressTable(table, MIN_CELL);
  const columnTotals = turned(table).map(sum);
  const [first = [], second = [], third = []] = table.map((line, r) => {
    const total = sum(line);
    const least = seen.shown[r] ?? [];
    const found: number[][] = [];
    for (let a = least[0] ?? 0; a <= total; a += 1)
      for (let b = least[1] ?? 0; a + b <= total; b += 1) {
        const one = [a, b, total - a - b];
        if (one.every((count, c) => (shown?.[r]?.[c] ?? count) === count && count >= (least[c] ?? 0))) found.push(one);
      }
    return found;
  });
  const thirdBySum = new Map(third.map((line) => [line.join(), line]));
  for (const x of first)
    for (const y of second) {
      const z = thirdBySum.get(columnTotals.map((total, c) => total - (x[c] ?? 0) - (y[c] ?? 0)).join());
      if (z && fitsFile([x, y, z], seen)) yield [x, y, z];
    }
}

/** The small cells that only one number fits. */
function learnt(table: Table, seen: FromFile): string[] {
  const values = new Map<string, Set<number>>();
  table.forEach((line, r) => {
    line.forEach((count, c) => {
      if (count > 0 && count < MIN_CELL) values.set(`${r} ${c}`, new Set());
    });
  });
  for (const fit of tablesThatFit(table, seen)) {
    for (const [cell, known] of values) {
      const [r = 0, c = 0] = cell.split(' ').map(Number);
      known.add(fit[r]?.[c] ?? -1);
    }
    if (values.values().every((known) => known.size > 1)) break;
  }
  return [...values].filter(([, known]) => known.size < 2).map(([cell]) => cell);
}

const tables = fc
  .array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 3,
      maxLength: 3,
    }),
    { minLength: 3, maxLength: 3 },
  )
  .filter((table) => sum(table.flat()) >= 50);

describe('an attacker who has the file, the cross-table and every total', () => {
  it('would read a handful straight out of rows that are given as they are', () => {
    const table = [
      [20, 15, 2],
      [12, 18, 9],
      [9, 8, 6],
    ];
    expect(learnt(table, { shown: table, rows: [0, 0, 0], columns: [0, 0, 0] })).toEqual(['0 2']);
  });

  it('never learns a small cell from rows that were made safe', async () => {
    let attacked = 0;
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const pairs = table.flatMap((line, r) =>
          line.flatMap((count, c) => Array.from({ length: count }, () => [r, c] as const)),
        );
        const shown = suppressTable(table, MIN_CELL);
        const hiddenThere = pairs.flatMap(([r, c], row) => (shown?.[r]?.[c] === null ? [row] : []));
        const { columns } = await protectRows(
          [
            { unit: 'language', isBackground: true, values: pairs.map(([r]) => r) },
            { unit: 'q', isBackground: false, values: pairs.map(([, c]) => c) },
          ],
          { minCell: MIN_CELL, lot: createLot('a wave'), apart: [{ units: ['language', 'q'], rows: hiddenThere }] },
        );
        const [languages = [], answers = []] = columns;
        const count = (r: number, c: number) =>
          languages.filter((language, row) => language === r && answers[row] === c).length;
        const seen = {
          shown: table.map((line, r) => line.map((_, c) => count(r, c))),
          rows: [0, 1, 2].map((r) => count(r, HIDDEN)),
          columns: [0, 1, 2].map((c) => count(HIDDEN, c)),
        };
        if (table.flat().every((cell) => cell === 0 || cell >= MIN_CELL)) return;
        attacked += 1;
        expect(learnt(table, seen)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(attacked).toBeGreaterThan(100);
  });
});
