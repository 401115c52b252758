import type { Cell } from './protect-rows.ts';

const BANDS = 5;

/**
 * Numbers that few people gave (an age, an income) become the mean of their band: five bands at most, none smaller than
 * two hands. Numbers that all have company stay as they are.
 */
export function inBands(cells: readonly Cell[], minCell: number): Cell[] {
  const given = cells.filter((cell): cell is number => typeof cell === 'number' && !isMissing(cell));
  const company = Map.groupBy(given, (number) => number);
  if (company.values().every((members) => members.length >= minCell)) return [...cells];
  const size = Math.max(2 * minCell, Math.ceil(given.length / BANDS));
  const bands: number[][] = [];
  for (const number of given.toSorted((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last && (last.length < size || last.at(-1) === number)) last.push(number);
    else bands.push([number]);
  }
  const rest = bands.length > 1 && (bands.at(-1)?.length ?? 0) < 2 * minCell ? bands.pop() : undefined;
  bands.at(-1)?.push(...(rest ?? []));
  const meanOf = new Map(
    bands.flatMap((band) => {
      const mean = Math.round((band.reduce((sum, number) => sum + number, 0) / band.length) * 10) / 10;
      return band.map((number) => [number, mean] as const);
    }),
  );
  return cells.map((cell) => (typeof cell === 'number' ? (meanOf.get(cell) ?? cell) : cell));
}

/** A day becomes its year. */
export const yearOf = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, 4) : cell);

/** Words become the fact that there are some; the words themselves leave in a list of their own. */
export const wasSaid = (cell: Cell): Cell => (typeof cell === 'string' ? Number(cell.trim() !== '') : cell);

const isMissing = (number: number): boolean => number === -97 || number === -98;
