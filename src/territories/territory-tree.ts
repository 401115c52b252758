import type { Day } from '../kernel/day.ts';
import type { TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Population, Territory } from './territory.ts';

/** The units of a jurisdiction as a tree: who lies in whom, what it is called, how many live there. */
export function createTerritoryTree(units: readonly Territory[], populations: readonly Population[] = []) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const children = Map.groupBy(
    units.filter(({ parentCode }) => parentCode !== null),
    ({ parentCode }) => parentCode as TerritoryCode,
  );
  const counts = Map.groupBy(populations, ({ code }) => code);

  /** The unit itself first, then its parents up to the region. */
  function lineage(code: TerritoryCode): Territory[] {
    const line: Territory[] = [];
    let unit = byCode.get(code);
    while (unit && !line.includes(unit)) {
      line.push(unit);
      unit = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
    }
    return line;
  }

  return {
    all: units,
    get: (code: TerritoryCode): Territory | null => byCode.get(code) ?? null,
    childrenOf: (code: TerritoryCode): readonly Territory[] => children.get(code) ?? [],
    roots: units.filter(({ parentCode }) => parentCode === null),
    lineage,
    /** True for the unit itself and everything below it. */
    isWithin: (code: TerritoryCode, outer: TerritoryCode): boolean => lineage(code).some((unit) => unit.code === outer),
    /** `Талгарский район, Алматинская область` */
    fullName(code: TerritoryCode, language: Language): string {
      return lineage(code)
        .map(({ name }) => name[language])
        .join(', ');
    },
    /** The newest count on or before the day; null where none is known. */
    population(code: TerritoryCode, on: Day): Population | null {
      const known = (counts.get(code) ?? []).filter((count) => count.on <= on);
      return known.reduce<Population | null>(
        (newest, count) => (newest && newest.on >= count.on ? newest : count),
        null,
      );
    },
  };
}

export type TerritoryTree = ReturnType<typeof createTerritoryTree>;
