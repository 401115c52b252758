import type { Localised } from '../kernel/language.ts';
import {
  type CalendarChange,
  type CalendarData,
  type CalendarPlace,
  type CalendarScope,
  type LocalScope,
  type PlacedChange,
  withChanges,
  withOwnChanges,
} from './calendar-data.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** One entry of the calendar's history; its edition is the calendar with it and everything before it. */
export interface CalendarEdition extends PlacedChange {
  readonly edition: string;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

/** Where territories and bodies lie. */
export interface CalendarPlaces {
  /** The place itself and what it lies in, outermost first; empty where nobody knows it. */
  chainOf(place: LocalScope): readonly LocalScope[];
  nameOf(place: LocalScope): Localised;
  agencies(): readonly string[];
}

export const NO_PLACES: CalendarPlaces = {
  chainOf: () => [],
  nameOf: ({ code }) => ({ kk: code, ru: code, en: code }),
  agencies: () => [],
};

const keyOf = (scope: CalendarScope): string => (scope.type === 'country' ? scope.type : `${scope.type} ${scope.code}`);
const COUNTRY: CalendarScope = { type: 'country' };

interface Layer {
  readonly scope: CalendarScope;
  readonly changes: readonly CalendarChange[];
  /** Two layers with the same key say the same. */
  readonly key: string;
}

/**
 * Every edition, as each place has it: first the country, then what lies around the place, then the place itself, so
 * that the nearest word holds. Pure; each calendar is built once, and places without a word of their own share one.
 */
export function createCalendarEditions(
  shipped: CalendarData,
  places: CalendarPlaces,
  editions: readonly CalendarEdition[],
  built = new Map<string, WorkingCalendar>(),
) {
  const byScope = Map.groupBy(editions, ({ scope }) => keyOf(scope));
  const known = new Set(editions.map(({ edition }) => edition));
  const chains = new Map<string, readonly LocalScope[]>();

  /** Of what the place lies in, only what has a word of its own. */
  function chainOf(scope: CalendarScope): readonly LocalScope[] {
    if (scope.type === 'country' || byScope.size === 0) return [];
    const key = keyOf(scope);
    const found = chains.get(key) ?? places.chainOf(scope).filter((place) => byScope.has(keyOf(place)));
    chains.set(key, found);
    return found;
  }

  function layerOf(scope: CalendarScope, edition: string | null): Layer {
    const own = edition === null ? [] : (byScope.get(keyOf(scope)) ?? []);
    // Ids are in the order of time.
    const count = own.findLastIndex((one) => edition !== null && one.edition <= edition) + 1;
    return {
      scope,
      changes: own.slice(0, count).map(({ change }) => change),
      key: `${keyOf(scope)} ${count} ${own[count - 1]?.edition}`,
    };
  }

  const nameOf = (place: LocalScope): CalendarPlace => ({ ...place, name: places.nameOf(place) });
  const dataOf = (layers: readonly Layer[]): CalendarData =>
    layers.reduce(
      (data, { scope, changes }) =>
        scope.type === 'country' ? withChanges(data, changes) : withOwnChanges(data, changes, nameOf(scope)),
      shipped,
    );

  const layersAt = (edition: string | null, scope: CalendarScope): Layer[] =>
    [COUNTRY, ...chainOf(scope)]
      .map((one) => layerOf(one, edition))
      .filter(({ scope: { type }, changes }) => type === 'country' || changes.length > 0);

  function buildOnce(layers: readonly Layer[], cache: Map<string, WorkingCalendar>): WorkingCalendar {
    const key = layers.map((layer) => layer.key).join('|');
    const calendar = cache.get(key) ?? createWorkingCalendar(dataOf(layers));
    cache.set(key, calendar);
    return calendar;
  }

  const newest = editions.at(-1)?.edition ?? null;

  return {
    newest,
    has: (edition: string | null): boolean => edition === null || known.has(edition),
    scopeOf: (edition: string): CalendarScope | null =>
      editions.find((candidate) => candidate.edition === edition)?.scope ?? null,
    at: (edition: string | null, scope: CalendarScope): WorkingCalendar => buildOnce(layersAt(edition, scope), built),

    /** The newest calendar of a place, what would hold there without its own words, and which of them it has. */
    placed(scope: CalendarScope) {
      const layers = layersAt(newest, scope);
      const own = layers.find((layer) => scope.type !== 'country' && keyOf(layer.scope) === keyOf(scope));
      const changes = own?.changes ?? [];
      return {
        calendar: buildOnce(layers, built),
        around: buildOnce(
          layers.filter((layer) => layer !== own),
          built,
        ),
        own: {
          hours: changes.some(({ type }) => type === 'hours'),
          timezone: typeof changes.findLast((change) => change.type === 'timezone')?.timezone === 'string',
        },
      };
    },

    /** The newest edition with one more change that nobody has saved. */
    withChange({ scope: changed, change }: PlacedChange): (scope: CalendarScope) => WorkingCalendar {
      const trial = new Map<string, WorkingCalendar>();
      return (scope) => {
        const wanted = [COUNTRY, ...(scope.type === 'country' ? [] : places.chainOf(scope))];
        const layers = wanted
          .map((one) => layerOf(one, newest))
          .map((layer) =>
            keyOf(layer.scope) === keyOf(changed)
              ? { ...layer, changes: [...layer.changes, change], key: `${layer.key} +` }
              : layer,
          )
          .filter(({ scope: { type }, changes }) => type === 'country' || changes.length > 0);
        return buildOnce(layers, trial);
      };
    },

    /** Whether what holds for the outer one can be seen in the inner one. */
    covers: (outer: CalendarScope, inner: CalendarScope): boolean =>
      outer.type === 'country' ||
      (inner.type !== 'country' && places.chainOf(inner).some((place) => keyOf(place) === keyOf(outer))),

    /** Bodies whose calendar differs from the country's. */
    ownCalendars(): { readonly agencyCode: string; readonly calendar: WorkingCalendar }[] {
      if ([...byScope.keys()].every((key) => key === keyOf(COUNTRY))) return [];
      const general = buildOnce(layersAt(newest, COUNTRY), built);
      return places.agencies().flatMap((code) => {
        const calendar = buildOnce(layersAt(newest, { type: 'agency', code }), built);
        return calendar === general ? [] : [{ agencyCode: code, calendar }];
      });
    },
  };
}
export type CalendarEditions = ReturnType<typeof createCalendarEditions>;
