import type { Day } from '../kernel/day.ts';
import type { TerritoryCode } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { TERRITORY_LEVELS, type Territory, type TerritoryData } from './territory.ts';
import type { TerritoryTree } from './territory-tree.ts';

/** What an operator says of a territory from a day on, beside the classifier's files. */
export interface TerritoryEdit extends Pick<Territory, 'code' | 'parentCode' | 'level' | 'name' | 'point'> {
  readonly effectiveFrom: Day;
  /** Half-open: on this day there is no such territory any more. */
  readonly effectiveUntil: Day | null;
  /** The act that says so. */
  readonly basis: string;
}

/** The newest word on each territory whose day has come. */
export function editsOn(newestFirst: readonly TerritoryEdit[], on: Day): ReadonlyMap<TerritoryCode, TerritoryEdit> {
  const counting = new Map<TerritoryCode, TerritoryEdit>();
  for (const edit of newestFirst)
    if (edit.effectiveFrom <= on && !counting.has(edit.code)) counting.set(edit.code, edit);
  return counting;
}

/**
 * The classifier's files as operators have changed them by a day. Former names stay as other names: people use them for
 * years. What has ended keeps its name for old cases, and new words do not find it.
 */
export function territoriesOn(
  shipped: TerritoryData,
  newestFirst: readonly TerritoryEdit[],
  on: Day,
): TerritoryData & { readonly ended: ReadonlySet<TerritoryCode> } {
  const counting = editsOn(newestFirst, on);
  const shippedOf = new Map(shipped.units.map((unit) => [unit.code, unit]));
  const edited = [...counting.values()].map(
    ({ code, parentCode, level, name, point }): Territory => ({
      code,
      parentCode,
      level,
      kind: shippedOf.get(code)?.kind ?? '',
      name,
      point,
    }),
  );
  const former = [...shipped.units, ...newestFirst.filter(({ effectiveFrom }) => effectiveFrom <= on)].flatMap(
    ({ code, name }) => {
      const now = counting.get(code)?.name;
      if (!now) return [];
      const known = Object.values(now);
      return [...new Set(Object.values(name))]
        .filter((alias) => !known.includes(alias))
        .map((alias) => ({ alias, code, ambiguous: false }));
    },
  );
  return {
    ...shipped,
    units: [...shipped.units.filter(({ code }) => !counting.has(code)), ...edited],
    aliases: [...shipped.aliases, ...former],
    ended: new Set(
      [...counting.values()]
        .filter(({ effectiveUntil }) => effectiveUntil !== null && effectiveUntil <= on)
        .map(({ code }) => code),
    ),
  };
}

/** Refuses a place in the tree that cannot be: under itself, under a smaller unit, or under nothing where something must be. */
export function assertFits(
  { code, parentCode, level, effectiveFrom, effectiveUntil }: TerritoryEdit,
  tree: TerritoryTree,
) {
  if (effectiveUntil !== null && effectiveUntil <= effectiveFrom) throw new Refusal('agency.dates_wrong', {});
  const rank = TERRITORY_LEVELS.indexOf(level);
  if (parentCode === null) {
    if (level === 'region' || level === 'city_rep') return;
    throw new Refusal('territory.parent_wrong', {});
  }
  const parent = tree.get(parentCode);
  if (!parent || TERRITORY_LEVELS.indexOf(parent.level) >= rank || tree.isWithin(parentCode, code))
    throw new Refusal('territory.parent_wrong', {});
}
