import type { NameEntry, NameIndex } from './gazetteer-index.ts';
import { isWithinDistance } from './misspelling.ts';
import type { MentionReason } from './place-mention.ts';
import type { Word } from './place-spelling.ts';
import { type Stem, stemsOf } from './place-stems.ts';
import { isUnitMarker, type Marker, type PlaceVocabulary, type UnitMarker } from './place-words.ts';
import type { RawMention } from './settle-mentions.ts';
import type { TerritoryLevel } from './territory.ts';

/** Some words of a text that may be a name, with what stands beside them. */
export interface NameSpan {
  readonly key: string;
  readonly first: Word;
  readonly around: {
    readonly before: Marker | null;
    readonly beforeAt: number;
    readonly after: Marker | null;
    readonly afterAt: number;
  };
  readonly next: Word | undefined;
  /** The characters between the name and the next word. */
  readonly gap: string;
}

export interface NameReading {
  readonly raw: Omit<RawMention, 'matched' | 'start' | 'end'>;
  /** Positions of the words that said what kind of place it is; no other name may use them. */
  readonly usedMarkers: readonly number[];
}

const LEVELS_OF: Readonly<Record<UnitMarker, readonly TerritoryLevel[]>> = {
  region: ['region'],
  district: ['district', 'city_district'],
  city: ['city_rep', 'city', 'town'],
  settlement: ['village', 'town', 'rural_district'],
  rural_district: ['rural_district'],
};

const SHORTEST_MISSPELT = 5;
const LARGE: ReadonlySet<TerritoryLevel> = new Set(['city_rep', 'city', 'region']);
const SMALLEST: ReadonlySet<TerritoryLevel> = new Set(['village', 'rural_district']);

/** Decides whether words are the name of a unit here, and of which units it may be. */
export function createNameReader(index: NameIndex, vocabulary: PlaceVocabulary) {
  function read(span: NameSpan): NameReading | null {
    const { key, first, around } = span;
    const isArea = around.before === 'microdistrict' || around.after === 'microdistrict_after';
    if (isArea) return readArea(span, 'marked');
    for (const stem of stemsOf(key)) {
      const entries = index.lookup(stem.key);
      if (entries.length === 0) continue;
      const reading = interpret(entries, stem, span);
      if (reading) return reading;
    }
    const area = first.capital ? readArea(span, 'needs_context') : null;
    if (area) return area;
    const isMarked = [around.before, around.after].some(
      (marker) => marker === 'district' || marker === 'region' || marker === 'city',
    );
    if (key.length < 5 || !(first.capital || isMarked || key.length >= 8)) return null;
    return readMisspelt(span, isMarked);
  }

  /** `мкр Аксай-4`: the unit the housing area lies in. Without the word only beside its city. */
  function readArea({ key }: NameSpan, certainty: 'marked' | 'needs_context'): NameReading | null {
    for (const stem of stemsOf(key)) {
      const candidates = distinct(index.areas(stem.key));
      if (candidates.length === 0 || stem.form === 'adjective') continue;
      const confidence = certainty === 'marked' ? 0.7 : 0.5;
      return { raw: { candidates, confidence, certainty, reason: 'housing_area' }, usedMarkers: [] };
    }
    return null;
  }

  /** One slip (two in a long name); without a word such as "district" beside it only cities and regions are believed. */
  function readMisspelt(span: NameSpan, isMarked: boolean): NameReading | null {
    for (const stem of stemsOf(span.key)) {
      if (stem.key.length < SHORTEST_MISSPELT) continue;
      for (const similar of index.similar(stem.key)) {
        const shortest = isMarked || stem.form === 'exact' ? SHORTEST_MISSPELT + 1 : SHORTEST_MISSPELT + 2;
        if (similar.length < shortest || !isWithinDistance(stem.key, similar, similar.length >= 11 ? 2 : 1)) continue;
        const entries = index
          .lookup(similar)
          .filter(({ level }) => (isMarked ? !SMALLEST.has(level) : LARGE.has(level)));
        const reading = interpret(entries, stem, span);
        if (!reading) continue;
        const confidence = Math.max(0.3, reading.raw.confidence - 0.25);
        return { ...reading, raw: { ...reading.raw, reason: 'misspelt' as const, confidence } };
      }
    }
    return null;
  }

  /** Chooses among the units of one name by the words beside it; null when the word is not a place here. */
  function interpret(all: readonly NameEntry[], stem: Stem, span: NameSpan): NameReading | null {
    const { key, first, around, next, gap } = span;
    const entries = stem.form === 'adjective' ? all : all.filter(({ form }) => form === 'noun');
    for (const side of ['before', 'after'] as const) {
      const marker = around[side];
      if (!isUnitMarker(marker)) continue;
      if (side === 'after' && !mayFollow(marker, entries, stem)) continue;
      if (side === 'before' && marker === 'district' && stem.form === 'inflected' && hasCity(entries)) continue;
      const fitting = atLevels(entries, LEVELS_OF[marker]);
      const best = marker === 'settlement' ? preferVillages(fitting) : fitting;
      if (best.length > 0) {
        const used = side === 'before' ? around.beforeAt : around.afterAt;
        return { raw: rawOf(best, stem, marker === 'settlement' ? 0.9 : 0.97, 'marked'), usedMarkers: [used] };
      }
    }
    if (around.after === 'street' && stem.form === 'adjective') return null;
    const isAddress = next?.isNumber === true && !gap.includes(',') && !gap.includes('.');
    const prominent = stem.form === 'adjective' ? adjectiveReading(entries) : nounReading(entries, key);
    const isSmall = !first.capital && !prominent.some((entry) => isKnownSmall(entry, stem.key));
    const isWord =
      isSmall ||
      vocabulary.needsMarker(key) ||
      (!first.capital && (vocabulary.needsCapital(key) || vocabulary.needsCapital(stem.key)));
    if (prominent.length > 0) {
      const confidence = confidenceOf(prominent, stem);
      const certainty = isWord || (isAddress && confidence < 0.9) ? 'needs_context' : 'plain';
      return {
        raw: rawOf(prominent, stem, certainty === 'plain' ? confidence : Math.min(confidence, 0.6), certainty),
        usedMarkers: [],
      };
    }
    const villages = stem.form === 'adjective' || key.length < 4 ? [] : atLevels(entries, ['village']);
    const small = villages.length > 0 ? [...index.areas(stem.key), ...villages] : [];
    if (small.length === 0 || isAddress || isWord || !first.capital) return null;
    return { raw: rawOf(small, stem, 0.6, 'needs_context'), usedMarkers: [] };
  }

  return { read };
}

/** A Russian kind word after a noun belongs to the next name (`Алматы, район …`), unless the noun names such a unit itself. */
function mayFollow(marker: Marker, entries: readonly NameEntry[], stem: Stem): boolean {
  if (marker !== 'district' || stem.form === 'adjective') return true;
  return entries.some(({ level }) => level === 'district' || level === 'city_district');
}

/** Written small, only names of cities, regions and longer names of towns are told from ordinary words. */
const isKnownSmall = ({ level }: NameEntry, key: string) => LARGE.has(level) || (level === 'town' && key.length >= 6);

const hasCity = (entries: readonly NameEntry[]) =>
  entries.some(({ level }) => level === 'city_rep' || level === 'city');

const atLevels = (entries: readonly NameEntry[], levels: readonly TerritoryLevel[]) =>
  entries.filter(({ level }) => levels.includes(level));

function preferVillages(entries: readonly NameEntry[]): readonly NameEntry[] {
  const villages = entries.filter(({ level }) => level !== 'rural_district');
  return villages.length > 0 ? villages : entries;
}

const NOUN_ORDER: readonly TerritoryLevel[] = ['city_rep', 'city', 'town', 'region', 'city_district', 'district'];

/** What a bare name means to people: the city before the region before the district; two cities' worth of doubt stays doubt. */
function nounReading(entries: readonly NameEntry[], key: string): readonly NameEntry[] {
  if (key.length < 3) return [];
  for (const level of NOUN_ORDER) {
    const found = entries.filter((entry) => entry.level === level);
    if (found.length === 0) continue;
    if (level === 'city' || level === 'region')
      return [...found, ...entries.filter((entry) => entry.level === 'city_district')];
    return found;
  }
  return [];
}

/** `карагандинский` alone is most often the region's or the city district's. */
function adjectiveReading(entries: readonly NameEntry[]): readonly NameEntry[] {
  const adjectives = entries.filter(
    ({ form, level }) => form === 'adjective' && level !== 'village' && level !== 'rural_district',
  );
  const districts = adjectives.filter(({ level }) => level === 'city_district');
  if (districts.length > 0) return districts;
  const regions = adjectives.filter(({ level }) => level === 'region');
  return regions.length > 0 ? regions : adjectives;
}

function confidenceOf(entries: readonly NameEntry[], stem: Stem): number {
  if (stem.form === 'adjective') return 0.55;
  const level = entries[0]?.level;
  if (level === 'city_rep') return 0.93;
  if (level === 'city') return 0.9;
  if (level === 'town' || level === 'region') return 0.8;
  return 0.62;
}

function rawOf(entries: readonly NameEntry[], stem: Stem, confidence: number, certainty: RawMention['certainty']) {
  const isAlias = entries.every(({ source }) => source === 'alias');
  const reason: MentionReason = isAlias ? 'old_or_short_name' : stem.form === 'exact' ? 'named' : 'inflected';
  return { candidates: distinct(entries), confidence, certainty, reason };
}

const distinct = (entries: readonly NameEntry[]) => [
  ...new Map(entries.map(({ code, level }) => [code, { code, level }])).values(),
];
