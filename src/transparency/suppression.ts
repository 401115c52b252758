/** Groups of fewer cases are not published at all: somebody would be recognised, and a share of three says nothing. */
export const MIN_GROUP = 10;
/** What citizens said is shown from this many on. What bodies did is not personal and is shown exactly. */
export const MIN_CELL = 5;

/** A number of a table whose rows and columns have published sums. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

export interface HiddenCells {
  has(row: string, column: string): boolean;
}

/**
 * Which cells of a table stay hidden: those below the minimum, and with a lone hidden one in a row or a column the
 * smallest other one, because the sum would tell it; until no row and no column has a lone one. Zeros are shown.
 */
export function hiddenCells(
  cells: readonly Cell[],
  minimum: number,
  mustHide: (row: string) => boolean = () => false,
): HiddenCells {
  const filled = cells.filter(({ value }) => value > 0);
  const hidden = new Set(filled.filter(({ row, value }) => value < minimum || mustHide(row)));
  const lines = [
    ...Map.groupBy(filled, ({ row }) => row).values(),
    ...Map.groupBy(filled, ({ column }) => column).values(),
  ];
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      if (line.filter((cell) => hidden.has(cell)).length !== 1) continue;
      const [next] = line.filter((cell) => !hidden.has(cell)).sort((a, b) => a.value - b.value);
      if (!next) continue;
      hidden.add(next);
      changed = true;
    }
  }
  const names = new Set([...hidden].map(({ row, column }) => `${row}\n${column}`));
  return { has: (row, column) => names.has(`${row}\n${column}`) };
}
