import { type Counts, VERDICTS, type Verdict } from './figures.ts';

/** Groups of fewer cases are not published at all: somebody would be recognised, and a share of three says nothing. */
export const MIN_GROUP = 10;
/** What citizens said is shown from this many on. What bodies did is not personal and is shown exactly. */
export const MIN_CELL = 5;

export type Hidden = null;

/** Counts as the public sees them; `null` is "fewer than five", or hidden so that such a one cannot be computed. */
export type PublicCounts = Omit<Counts, Verdict | 'disputed'> & Readonly<Record<Verdict | 'disputed', number | Hidden>>;

/** Hides small answers of citizens, and with a single one the next smallest, or subtraction would tell it. */
export function publishCounts(counts: Counts): PublicCounts | Hidden {
  if (counts.received < MIN_GROUP) return null;
  const hidden = new Set<Verdict>(VERDICTS.filter((name) => counts[name] > 0 && counts[name] < MIN_CELL));
  if (hidden.size === 1) {
    const next = VERDICTS.filter((name) => counts[name] > 0 && !hidden.has(name)).sort((a, b) => counts[a] - counts[b]);
    if (next[0]) hidden.add(next[0]);
  }
  const shown = Object.fromEntries(VERDICTS.map((name) => [name, hidden.has(name) ? null : counts[name]])) as Record<
    Verdict,
    number | Hidden
  >;
  const disputed = counts.disputed > 0 && counts.disputed < MIN_CELL ? null : counts.disputed;
  return { ...counts, ...shown, disputed };
}

/** One cell of a table of groups: a key in a month, with the number of cases. */
export interface GroupSize {
  readonly key: string;
  readonly month: string;
  readonly received: number;
}

const cellName = ({ key, month }: Pick<GroupSize, 'key' | 'month'>): string => `${key} ${month}`;

/**
 * Which cells of a table stay hidden. A lone hidden cell in a row or a column could be computed from the totals beside
 * it, so the smallest other one goes with it, until no row and no column has a lone one.
 */
export function hiddenGroups(cells: readonly GroupSize[]): ReadonlySet<string> {
  const filled = cells.filter(({ received }) => received > 0);
  const hidden = new Set(filled.filter(({ received }) => received < MIN_GROUP).map(cellName));
  const lines = [
    ...Map.groupBy(filled, ({ key }) => key).values(),
    ...Map.groupBy(filled, ({ month }) => month).values(),
  ];
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      if (line.filter((cell) => hidden.has(cellName(cell))).length !== 1) continue;
      const [next] = line.filter((cell) => !hidden.has(cellName(cell))).sort((a, b) => a.received - b.received);
      if (!next) continue;
      hidden.add(cellName(next));
      changed = true;
    }
  }
  return hidden;
}

export const isHiddenGroup = (hidden: ReadonlySet<string>, cell: Pick<GroupSize, 'key' | 'month'>): boolean =>
  hidden.has(cellName(cell));
