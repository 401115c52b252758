import { addMonths, type Day } from '../kernel/day.ts';
import {
  type Counts,
  type FigureCell,
  type FigureScope,
  type Figures,
  medianWait,
  sumFigures,
  VERDICTS,
  type Verdict,
} from './figures.ts';
import { hiddenCells, MIN_CELL, MIN_GROUP } from './suppression.ts';

/** The months a headline looks back over, the current one included. */
export const PERIOD_MONTHS = 12;

/** What citizens said of answers, counted apart; `disputed` is no part of the other four's sum. */
export const SAYINGS = [...VERDICTS, 'disputed'] as const;
export type Saying = (typeof SAYINGS)[number];
/** Null: fewer than five, or hidden so that such a one cannot be computed. */
export type Said = Readonly<Record<Saying, number | null>>;
/** What bodies did: shown exactly. */
export type BodyCounts = Omit<Counts, Verdict | 'disputed'>;

export interface PublicFigures {
  readonly counts: BodyCounts;
  /** Only over the whole period: the difference of two months and a sum would tell what a month hides. */
  readonly said: Said | null;
  /** Days until the first answer for half of those who have one. */
  readonly medianWaitDays: number | null;
}

export interface PublicGroup {
  readonly key: string;
  /** Null: too few cases to publish. */
  readonly figures: PublicFigures | null;
}

export interface PublicMonth extends PublicGroup {
  readonly scope: FigureScope;
  readonly month: Day;
}

/** All that may be shown, of one refresh of the figures. */
export interface PublicSnapshot {
  readonly version: number;
  /** The day the figures hold for; null before the first refresh. */
  readonly asOf: Day | null;
  /** The first day of the period. */
  readonly from: Day | null;
  readonly overview: PublicFigures | null;
  groups(scope: FigureScope): readonly PublicGroup[];
  group(scope: FigureScope, key: string): PublicGroup;
  /** Newest month first. */
  months(scope: FigureScope, key: string): readonly PublicMonth[];
  readonly allMonths: readonly PublicMonth[];
}

interface Sum extends Figures {
  readonly key: string;
}

/** Turns counted cells into what may be published: sums over the period, then small groups and cells are hidden. */
export function publishFigures(version: number, asOf: Day | null, cells: readonly FigureCell[]): PublicSnapshot {
  const from = asOf && addMonths(`${asOf.slice(0, 7)}-01` as Day, 1 - PERIOD_MONTHS);
  const recent = Map.groupBy(
    cells.filter(({ month }) => from !== null && month >= from),
    ({ scope }) => scope,
  );
  const groups = new Map<FigureScope, ReadonlyMap<string, PublicGroup>>();
  const months = new Map<string, readonly PublicMonth[]>();
  for (const [scope, ofScope] of recent) {
    const sums = [...Map.groupBy(ofScope, ({ key }) => key)].map(
      ([key, parts]): Sum => ({ key, ...sumFigures(parts) }),
    );
    groups.set(scope, new Map(publishGroups(sums).map((group) => [group.key, group])));
    for (const [key, line] of Map.groupBy(publishMonths(scope, ofScope), ({ key }) => key)) {
      months.set(
        `${scope} ${key}`,
        line.sort((a, b) => (a.month < b.month ? 1 : -1)),
      );
    }
  }
  return {
    version,
    asOf,
    from,
    overview: groups.get('all')?.get('')?.figures ?? null,
    groups: (scope) => [...(groups.get(scope)?.values() ?? [])],
    group: (scope, key) => groups.get(scope)?.get(key) ?? { key, figures: null },
    months: (scope, key) => months.get(`${scope} ${key}`) ?? [],
    allMonths: [...months.values()].flat(),
  };
}

function publishGroups(sums: readonly Sum[]): PublicGroup[] {
  const small = hiddenCells(
    sums.map(({ key, counts }) => ({ row: key, column: 'received', value: counts.received })),
    MIN_GROUP,
  );
  const isSmall = (key: string) => small.has(key, 'received') || sums.every((sum) => sum.key !== key);
  // The four verdicts add up to the answers; disputes stand in a row of their own beside them.
  const sayings = hiddenCells(
    sums.flatMap(({ key, counts }) =>
      SAYINGS.map((saying) => ({
        row: saying === 'disputed' ? `${key}\tdisputed` : key,
        column: saying,
        value: counts[saying],
      })),
    ),
    MIN_CELL,
    (row) => isSmall(row.split('\t')[0] ?? row),
  );
  return sums.map(({ key, counts, waits }) => {
    if (isSmall(key)) return { key, figures: null };
    const said = Object.fromEntries(
      SAYINGS.map((saying) => {
        const row = saying === 'disputed' ? `${key}\tdisputed` : key;
        return [saying, sayings.has(row, saying) ? null : counts[saying]];
      }),
    ) as Record<Saying, number | null>;
    return { key, figures: { counts: bodyCounts(counts), said, medianWaitDays: medianWait(waits) } };
  });
}

function publishMonths(scope: FigureScope, cells: readonly FigureCell[]): PublicMonth[] {
  const small = hiddenCells(
    cells.map(({ key, month, counts }) => ({ row: key, column: month, value: counts.received })),
    MIN_GROUP,
  );
  return cells.map(({ key, month, counts, waits }) => ({
    scope,
    key,
    month,
    figures: small.has(key, month)
      ? null
      : { counts: bodyCounts(counts), said: null, medianWaitDays: medianWait(waits) },
  }));
}

function bodyCounts({
  resolved: _r,
  partly: _p,
  unresolved: _u,
  silent: _s,
  disputed: _d,
  ...counts
}: Counts): BodyCounts {
  return counts;
}
