import { setImmediate } from 'node:timers/promises';
import { shuffled } from '../questionnaire/lot.ts';

export type Cell = number | string | null;

/** Stands where a value was taken out, so that nobody can be recognised. */
export const HIDDEN = -96;

/** So many rows at least make a file: with fewer there would be little left of it. */
export const LEAST_ROWS = 50;
const LEFT_OUT_SHARE = 0.05;

/** A column of a file that is about to leave. */
export interface Column {
  /** Columns that give one another away are hidden together: the options of one question, a question and its wording. */
  readonly unit: string;
  /** Says who somebody is rather than what they think. */
  readonly isBackground: boolean;
  readonly values: readonly Cell[];
}

export interface ProtectedRows {
  /** Rows that stay, by their number in what was given, in an order of lot. */
  readonly kept: readonly number[];
  /** The columns of the kept rows, in the order given. */
  readonly columns: readonly (readonly Cell[])[];
}

interface Rules {
  readonly minCell: number;
  /** The same wave draws the same, so that two downloads cannot be compared. */
  readonly lot: () => number;
  /** Units that are only there, or only missing, because of what was answered to these: hidden with them. */
  readonly followers?: ReadonlyMap<string, readonly string[]>;
  /** Rows in which two units must not both be seen, because a table that is shown elsewhere hides their cell. */
  readonly apart?: readonly Apart[];
}

export interface Apart {
  readonly units: readonly [string, string];
  readonly rows: readonly number[];
}

/** As many as two hands, or one in twenty. */
export const leftOut = (rows: number, minCell: number): number =>
  Math.max(2 * minCell, Math.ceil(rows * LEFT_OUT_SHARE));

/**
 * Makes rows that may leave: some are left out by lot, and values are hidden until every value, every pair of values and
 * every combination of what says who somebody is belongs to `minCell` people or to nobody. What is hidden in a column is
 * hidden for two hands at least. So whatever table of two columns is made of the file, no cell of it is a handful, and
 * what is missing from the known totals could be anybody.
 */
export async function protectRows(
  columns: readonly Column[],
  { minCell, lot, followers = new Map(), apart = [] }: Rules,
): Promise<ProtectedRows> {
  const total = columns[0]?.values.length ?? 0;
  const drawn = shuffled([...Array(total).keys()], lot);
  const kept = drawn.slice(Math.min(total, leftOut(total, minCell)));
  const units = [...new Set(columns.map(({ unit }) => unit))];
  const unitOf = Int32Array.from(columns, ({ unit }) => units.indexOf(unit));
  const codes = columns.map(({ values }) => encoded(kept.map((row) => values[row] ?? null)));
  const hideWith = units.map((unit) => allFollowers(unit, followers).map((name) => units.indexOf(name)));
  const placeOf = new Map(kept.map((row, place) => [row, place]));
  const kindred = apart.map(({ units: pair, rows }) => ({
    columns: pair.map((unit) => columns.findIndex((column) => column.unit === unit)),
    rows: rows.flatMap((row) => placeOf.get(row) ?? []),
  }));
  const background = columns.flatMap(({ isBackground }, index) => (isBackground ? [index] : []));

  function hide(row: number, unit: number): void {
    for (const one of [unit, ...(hideWith[unit] ?? [])])
      codes.forEach(({ code }, column) => {
        if (unitOf[column] === one) code[row] = -1;
      });
  }

  /** Hides one unit in every row that stands in a small cell. @returns whether there was any. */
  async function pass(): Promise<boolean> {
    const marks = new Uint32Array(kept.length * units.length);
    const mark = (row: number, column: number, weight: number): void => {
      const at = row * units.length + (unitOf[column] ?? 0);
      marks[at] = (marks[at] ?? 0) + weight;
    };
    let found = false;
    for (let a = 0; a < codes.length; a += 1) {
      // A long file must not hold up those who wait for an answer.
      await setImmediate();
      for (let b = a; b < codes.length; b += 1)
        for (const row of smallCells(codes[a], codes[b], minCell)) {
          found = true;
          mark(row, a, 1);
          mark(row, b, 1);
        }
    }
    for (const { columns: pair, rows } of kindred)
      for (const row of rows)
        if (pair.every((column) => (codes[column]?.code[row] ?? -1) !== -1)) {
          found = true;
          for (const column of pair) mark(row, column, 1);
        }
    for (const { row, column } of smallClasses(background, codes, kept.length, minCell)) {
      found = true;
      mark(row, column, codes.length);
    }
    if (found)
      for (let row = 0; row < kept.length; row += 1) {
        const own = marks.subarray(row * units.length, (row + 1) * units.length);
        const most = Math.max(...own);
        if (most > 0) hide(row, own.lastIndexOf(most));
      }
    return found;
  }

  /** A lone hidden value would follow from the totals: others are hidden with it, by lot. */
  function pad(): boolean {
    let added = false;
    units.forEach((_, unit) => {
      const own = codes.filter((_code, column) => unitOf[column] === unit);
      const rows = shuffled([...kept.keys()], lot);
      const shown = rows.filter((row) => own.some(({ code }) => code[row] !== -1));
      const isHidden = rows.length - shown.length;
      if (isHidden === 0 || isHidden >= 2 * minCell) return;
      for (const row of shown.slice(0, 2 * minCell - isHidden)) {
        hide(row, unit);
        added = true;
      }
    });
    return added;
  }

  do while (await pass());
  while (pad());

  return {
    kept,
    columns: codes.map(({ code, values }) => Array.from(code, (one) => (one === -1 ? HIDDEN : (values[one] ?? null)))),
  };
}

interface Encoded {
  readonly values: readonly Cell[];
  /** −1 where hidden. */
  readonly code: Int32Array;
}

function encoded(cells: readonly Cell[]): Encoded {
  const known = new Map<Cell, number>();
  const code = Int32Array.from(cells, (cell) => {
    const at = known.get(cell) ?? known.size;
    known.set(cell, at);
    return at;
  });
  return { values: [...known.keys()], code };
}

/** Rows in cells of two columns (or of one) that are a handful. */
function* smallCells(a: Encoded | undefined, b: Encoded | undefined, minCell: number): Generator<number> {
  if (!a || !b) return;
  const width = b.values.length;
  const counts = new Uint32Array(a.values.length * width);
  const cellOf = (row: number): number => {
    const [x, y] = [a.code[row] ?? -1, b.code[row] ?? -1];
    return x === -1 || y === -1 ? -1 : x * width + y;
  };
  for (let row = 0; row < a.code.length; row += 1) {
    const cell = cellOf(row);
    if (cell !== -1) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  if (!counts.some((count) => count > 0 && count < minCell)) return;
  for (let row = 0; row < a.code.length; row += 1) {
    const cell = cellOf(row);
    if (cell !== -1 && (counts[cell] ?? 0) < minCell) yield row;
  }
}

/** Rows whose whole background a handful shares, each with the part of it that is worth least (the last one shown). */
function smallClasses(
  background: readonly number[],
  codes: readonly Encoded[],
  rows: number,
  minCell: number,
): { row: number; column: number }[] {
  const shown = (row: number): number[] => background.filter((column) => codes[column]?.code[row] !== -1);
  const classes = Map.groupBy(Array(rows).keys(), (row) =>
    background.map((column) => codes[column]?.code[row] ?? -1).join(),
  );
  return [...classes.values()]
    .filter((members) => members.length < minCell)
    .flat()
    .flatMap((row) => {
      const column = shown(row).at(-1);
      return column === undefined ? [] : [{ row, column }];
    });
}

function allFollowers(unit: string, followers: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const look = (name: string): void => {
    for (const follower of followers.get(name) ?? []) {
      if (found.has(follower)) continue;
      found.add(follower);
      look(follower);
    }
  };
  look(unit);
  return [...found];
}
