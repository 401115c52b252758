import type { TerritoryCode } from '../kernel/ids.ts';
import { withoutOneLetter } from './misspelling.ts';
import { closeUp, toWords } from './place-spelling.ts';
import type { PlaceVocabulary } from './place-words.ts';
import type { Territory, TerritoryData, TerritoryLevel } from './territory.ts';

export interface NameEntry {
  readonly code: TerritoryCode;
  readonly level: TerritoryLevel;
  /** `adjective`: the key is the stem of a relational adjective (`алмалин` of `Алмалинский`). */
  readonly form: 'noun' | 'adjective';
  readonly source: 'official' | 'alias';
}

export interface NameIndex {
  lookup(key: string): readonly NameEntry[];
  /** Units in which a housing area of that name lies. */
  areas(key: string): readonly NameEntry[];
  /** Names of larger units one slip of the finger away. */
  similar(key: string): readonly string[];
  /** Whether a name of several words begins with this one. */
  beginsLongName(key: string): boolean;
}

const SMALL: ReadonlySet<TerritoryLevel> = new Set(['village', 'rural_district']);
const SKIPPED_KINDS: ReadonlySet<string> = new Set([
  'уч.',
  'отг.',
  'отг.ст.',
  'Отд.',
  'кр.хоз.',
  'крес.пос.',
  'Жив.т.',
]);
const SHORTEST_SIMILAR = 5;
const LONGEST_NAME = 40;

/** Keys of all names, built once; villages only by their exact skeleton, larger units also by near misses. */
export function createNameIndex(data: TerritoryData, vocabulary: PlaceVocabulary): NameIndex {
  const names = new Map<string, NameEntry[]>();
  const long = new Set<string>();
  const near = new Map<string, string[]>();
  const akimatOfTown = townsInsideCities(data.units);

  function add(name: string, unit: Territory, source: NameEntry['source']): void {
    const { parts } = vocabulary.bareName(name);
    const whole = closeUp(parts.join(''));
    if (whole.length < 2 || whole.length > LONGEST_NAME) return;
    const adjective = /^(.{2,})sk(?:i|aia)$/.exec(whole);
    const key = adjective?.[1] ?? whole;
    const entry: NameEntry = { code: unit.code, level: unit.level, form: adjective ? 'adjective' : 'noun', source };
    const entries = names.get(key);
    if (!entries) {
      names.set(key, [entry]);
      if (!SMALL.has(unit.level) && key.length >= SHORTEST_SIMILAR) addSimilar(key);
    } else if (!entries.some((known) => known.code === entry.code && known.form === entry.form)) {
      entries.push(entry);
      if (
        !SMALL.has(unit.level) &&
        key.length >= SHORTEST_SIMILAR &&
        entries.every(({ level }, at) => at === entries.length - 1 || SMALL.has(level))
      ) {
        addSimilar(key);
      }
    }
    if (parts.length > 1 && parts[0]) long.add(parts[0]);
  }

  function addSimilar(key: string): void {
    for (const shorter of [key, ...withoutOneLetter(key)]) {
      const keys = near.get(shorter);
      if (keys) keys.push(key);
      else near.set(shorter, [key]);
    }
  }

  const living = data.units.filter(({ code }) => !data.ended?.has(code));
  const byCode = new Map(living.map((unit) => [unit.code, unit]));
  for (const unit of living) {
    if (akimatOfTown.has(unit.code) || SKIPPED_KINDS.has(unit.kind)) continue;
    add(unit.name.kk, unit, 'official');
    if (unit.name.ru !== unit.name.kk) add(unit.name.ru, unit, 'official');
    if (!SMALL.has(unit.level)) add(unit.name.en, unit, 'official');
  }
  for (const { alias, code } of data.aliases) {
    const unit = byCode.get(code);
    if (unit) add(alias, unit, 'alias');
  }

  const areas = new Map<string, NameEntry[]>();
  for (const { area, code } of data.areas) {
    const unit = byCode.get(code);
    const words = toWords(area);
    if (!unit || !words[0]) continue;
    const key = closeUp(words.map(({ folded }) => folded).join(''));
    const entry: NameEntry = { code, level: unit.level, form: 'noun', source: 'alias' };
    areas.set(key, [...(areas.get(key) ?? []), entry]);
    if (words.length > 1) long.add(words[0].folded);
  }

  return {
    areas: (key) => areas.get(key) ?? [],
    lookup: (key) => names.get(key) ?? [],
    beginsLongName: (key) => long.has(key),
    similar(key) {
      const found = new Set<string>();
      for (const shorter of [key, ...withoutOneLetter(key)]) {
        for (const candidate of near.get(shorter) ?? [])
          if (candidate.charAt(0) === key.charAt(0)) found.add(candidate);
      }
      return [...found];
    },
  };
}

/** The built-up town of a city with its own akimat is never told apart from the city: people mean the city. */
function townsInsideCities(units: readonly Territory[]): ReadonlySet<TerritoryCode> {
  const cities = new Set(units.filter(({ level }) => level === 'city').map(({ code }) => code));
  return new Set(
    units
      .filter(({ level, parentCode }) => level === 'town' && parentCode !== null && cities.has(parentCode))
      .map(({ code }) => code),
  );
}
