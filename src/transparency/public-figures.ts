import { addMonths, type Day } from '../kernel/day.ts';
import { type FigureCell, type FigureScope, medianWait, sumFigures } from './figures.ts';
import { hiddenGroups, isHiddenGroup, type PublicCounts, publishCounts } from './suppression.ts';

/** The months a headline looks back over, the current one included. */
export const PERIOD_MONTHS = 12;

export interface PublicFigures {
  readonly counts: PublicCounts;
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
  readonly from: Day | null;
  readonly overview: PublicFigures | null;
  groups(scope: FigureScope): readonly PublicGroup[];
  group(scope: FigureScope, key: string): PublicGroup;
  /** Newest month first. */
  months(scope: FigureScope, key: string): readonly PublicMonth[];
  readonly allMonths: readonly PublicMonth[];
}

/** Turns counted cells into what may be published: sums over the period, then small groups and cells are hidden. */
export function publishFigures(version: number, asOf: Day | null, cells: readonly FigureCell[]): PublicSnapshot {
  const from = asOf && (addMonths(`${asOf.slice(0, 7)}-01` as Day, 1 - PERIOD_MONTHS) as Day);
  const recent = cells.filter(({ month }) => from !== null && month >= from);
  const groups = new Map<FigureScope, ReadonlyMap<string, PublicGroup>>();
  const months = new Map<string, PublicMonth[]>();

  for (const [scope, ofScope] of Map.groupBy(recent, (cell) => cell.scope)) {
    const sums = [...Map.groupBy(ofScope, ({ key }) => key)].map(([key, parts]) => ({ key, sum: sumFigures(parts) }));
    const sizes = sums.map(({ key, sum }) => ({ key, month: '', received: sum.counts.received }));
    const hidden = scope === 'all' ? new Set<string>() : hiddenGroups(sizes);
    groups.set(
      scope,
      new Map(
        sums.map(({ key, sum }) => [
          key,
          { key, figures: isHiddenGroup(hidden, { key, month: '' }) ? null : publish(sum) },
        ]),
      ),
    );
    const hiddenMonths = hiddenGroups(
      ofScope.map(({ key, month, counts }) => ({ key, month, received: counts.received })),
    );
    for (const cell of ofScope) {
      const name = `${scope} ${cell.key}`;
      const figures = isHiddenGroup(hiddenMonths, cell) ? null : publish(cell);
      months.set(name, [...(months.get(name) ?? []), { scope, key: cell.key, month: cell.month, figures }]);
    }
  }
  for (const line of months.values()) line.sort((a, b) => (a.month < b.month ? 1 : -1));

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

function publish(figures: Pick<FigureCell, 'counts' | 'waits'>): PublicFigures | null {
  const counts = publishCounts(figures.counts);
  return counts && { counts, medianWaitDays: medianWait(figures.waits) };
}
