/** Fewer people than this are never shown as a group. */
export const MIN_CELL = 5;

type Counts = readonly (readonly number[])[];

/** What an outsider sees: `null` is a hidden cell. Totals of rows and columns are shown. */
export type ShownCounts = readonly (readonly (number | null)[])[];

/**
 * Hides cells with 1 … `minCell − 1` people and as many further cells as it takes that nobody can work a hidden one out
 * from the totals: for every small cell at least `minCell + 1` values must fit what is shown. `null` when the table is
 * too thin to be shown at all.
 */
export function suppressTable(counts: Counts, minCell: number = MIN_CELL): ShownCounts | null {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < minCell));
  const small = cellsWhere(hidden);
  for (const cell of small) {
    if (width(counts, hidden, cell) >= minCell) continue;
    const best = cheapestCover(counts, hidden, cell, minCell);
    if (!best) return null;
    for (const [row, column] of best) hide(hidden, row, column);
  }
  // Covers only add hidden cells, so intervals only grow; checked again all the same before anything is shown.
  if (small.some((cell) => width(counts, hidden, cell) < minCell)) return null;
  return counts.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
}

/** One question with its total shown: a lone hidden answer would follow by subtraction. */
export function suppressList(counts: readonly number[], minCell: number = MIN_CELL): readonly (number | null)[] | null {
  const hidden = counts.map((count) => count > 0 && count < minCell);
  const mass = () => counts.reduce((total, count, index) => total + (hidden[index] ? count : 0), 0);
  while (hidden.includes(true) && (hidden.filter(Boolean).length < 2 || mass() < minCell)) {
    const next = smallest(
      counts.map((count, index) => (hidden[index] || count === 0 ? Number.POSITIVE_INFINITY : count)),
    );
    if (next === null) return null;
    hidden[next] = true;
  }
  return counts.map((count, index) => (hidden[index] ? null : count));
}

/** Whether a group may be shown beside the whole: neither it nor the rest may be a handful (differencing). */
export function mayShowGroup(size: number, total: number, minCell: number = MIN_CELL): boolean {
  const rest = total - size;
  return size >= minCell && (rest === 0 || rest >= minCell);
}

type Cell = readonly [row: number, column: number];

const cellsWhere = (hidden: readonly (readonly boolean[])[]): Cell[] =>
  hidden.flatMap((row, r) => row.flatMap((isHidden, c): Cell[] => (isHidden ? [[r, c]] : [])));

function hide(hidden: boolean[][], row: number, column: number): void {
  const line = hidden[row];
  if (line) line[column] = true;
}

/** The cheapest three further cells that close a rectangle with this one and hide it well. */
function cheapestCover(
  counts: Counts,
  hidden: readonly boolean[][],
  [row, column]: Cell,
  minCell: number,
): Cell[] | null {
  const covers = counts.flatMap((line, r) =>
    r === row
      ? []
      : line.flatMap((_, c) => {
          if (c === column) return [];
          const added = (
            [
              [row, c],
              [r, column],
              [r, c],
            ] as Cell[]
          ).filter(([a, b]) => !hidden[a]?.[b]);
          return [{ added, cost: added.reduce((total, [a, b]) => total + (counts[a]?.[b] ?? 0) + 1, 0) }];
        }),
  );
  covers.sort((a, b) => a.cost - b.cost);
  for (const { added } of covers) {
    if (width(counts, withHidden(hidden, added), [row, column]) >= minCell) return added;
  }
  const all = counts.flatMap((line, r) => line.flatMap((_, c): Cell[] => (hidden[r]?.[c] ? [] : [[r, c]])));
  return width(counts, withHidden(hidden, all), [row, column]) >= minCell ? all : null;
}

function withHidden(hidden: readonly boolean[][], added: readonly Cell[]): boolean[][] {
  const copy = hidden.map((line) => [...line]);
  for (const [row, column] of added) hide(copy, row, column);
  return copy;
}

/** How far apart the largest and the smallest value are that a hidden cell could have, given all that is shown. */
function width(counts: Counts, hidden: readonly (readonly boolean[])[], cell: Cell): number {
  const [row, column] = cell;
  const value = counts[row]?.[column] ?? 0;
  return reach(counts, hidden, cell, 'up') + Math.min(value, reach(counts, hidden, cell, 'down'));
}

/**
 * The most a hidden cell can move while all totals stay: a maximum flow through the other hidden cells. Moving up takes
 * from the others of its row, which may give only what they have, and gives to others, which may take any amount.
 */
function reach(
  counts: Counts,
  hidden: readonly (readonly boolean[])[],
  [row, column]: Cell,
  way: 'up' | 'down',
): number {
  const height = counts.length;
  const nodes = height + (counts[0]?.length ?? 0);
  const plenty = counts.flat().reduce((total, count) => total + count, 0) + 1;
  const capacity = Array.from({ length: nodes }, () => new Float64Array(nodes));
  counts.forEach((line, r) => {
    line.forEach((count, c) => {
      if (!hidden[r]?.[c] || (r === row && c === column)) return;
      const [out, back] = way === 'up' ? [count, plenty] : [plenty, count];
      const [there, here] = [capacity[r], capacity[height + c]];
      if (there) there[height + c] = out;
      if (here) here[r] = back;
    });
  });
  return maximumFlow(capacity, row, height + column);
}

function maximumFlow(capacity: Float64Array[], source: number, sink: number): number {
  for (let flow = 0; ; ) {
    const from = new Int32Array(capacity.length).fill(-1);
    from[source] = source;
    const queue = [source];
    for (let at = queue.shift(); at !== undefined && from[sink] === -1; at = queue.shift()) {
      for (let next = 0; next < capacity.length; next += 1) {
        if (from[next] === -1 && (capacity[at]?.[next] ?? 0) > 0) {
          from[next] = at;
          queue.push(next);
        }
      }
    }
    if (from[sink] === -1) return flow;
    let step = Number.POSITIVE_INFINITY;
    for (let at = sink; at !== source; at = from[at] ?? source)
      step = Math.min(step, capacity[from[at] ?? 0]?.[at] ?? 0);
    for (let at = sink; at !== source; at = from[at] ?? source) {
      const before = from[at] ?? 0;
      const [there, back] = [capacity[before], capacity[at]];
      if (there) there[at] = (there[at] ?? 0) - step;
      if (back) back[before] = (back[before] ?? 0) + step;
    }
    flow += step;
  }
}

function smallest(values: readonly number[]): number | null {
  const least = Math.min(...values);
  return Number.isFinite(least) ? values.indexOf(least) : null;
}
