import type { TerritoryCode } from '../kernel/ids.ts';
import { createNameIndex, type NameEntry } from './gazetteer-index.ts';
import { closeUp, isWithinDistance, type Stem, stemsOf, toWords, type Word } from './place-spelling.ts';
import { createPlaceWords, isUnitMarker, type Marker, type UnitMarker } from './place-words.ts';
import { type RawMention, settle } from './settle-mentions.ts';
import type { TerritoryData, TerritoryLevel } from './territory.ts';
import { createTerritoryTree } from './territory-tree.ts';

export type MentionReason = 'named' | 'inflected' | 'old_or_short_name' | 'misspelt';

export interface PlaceMention {
  readonly code: TerritoryCode;
  readonly level: TerritoryLevel;
  /** 0 to 1; below 0.5 do not use without asking. */
  readonly confidence: number;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  readonly reason: MentionReason;
  /** Other units the same words may mean; empty when the text itself decides. */
  readonly ambiguousWith: readonly TerritoryCode[];
}

export type PlaceOfText =
  | { type: 'found'; mention: PlaceMention }
  | { type: 'ambiguous'; mention: PlaceMention; candidates: readonly TerritoryCode[] }
  | { type: 'none' };

interface FindOptions {
  /** Where the writer is believed to be; only breaks ties. */
  readonly near?: TerritoryCode;
}

const LEVELS_OF: Readonly<Record<UnitMarker, readonly TerritoryLevel[]>> = {
  region: ['region'],
  district: ['district', 'city_district'],
  city: ['city_rep', 'city', 'town'],
  settlement: ['village', 'town', 'rural_district'],
  rural_district: ['rural_district'],
};

const LONGEST_NAME_WORDS = 4;
const SHORTEST_MISSPELT = 5;
const LARGE: ReadonlySet<TerritoryLevel> = new Set(['city_rep', 'city', 'region']);
const SMALLEST: ReadonlySet<TerritoryLevel> = new Set(['village', 'rural_district']);

/** Finds units in free text by their names in any of the jurisdiction's languages and scripts. */
export function createGazetteer(data: TerritoryData) {
  const vocabulary = createPlaceWords(data.placeWords);
  const index = createNameIndex(data, vocabulary);
  const tree = createTerritoryTree(data.units);

  function find(text: string, { near }: FindOptions = {}): PlaceMention[] {
    const words = toWords(text);
    const markers = words.map((word) => vocabulary.markerOf(word));
    const taken = new Set<number>();
    const raw: RawMention[] = [];
    let at = 0;
    while (at < words.length) {
      const mention = mentionAt(text, words, markers, taken, at);
      if (mention) raw.push(mention.raw);
      at = mention ? mention.next : at + 1;
    }
    return settle(raw, tree, near);
  }

  function mentionAt(
    text: string,
    words: readonly Word[],
    markers: readonly (Marker | null)[],
    taken: Set<number>,
    at: number,
  ) {
    const first = words[at];
    if (!first || first.isNumber || markers[at] !== null || vocabulary.isNever(first) || vocabulary.isFiller(first))
      return null;
    const longest = index.beginsLongName(first.folded) ? LONGEST_NAME_WORDS : 1;
    for (let count = longest; count >= 1; count -= 1) {
      const span = words.slice(at, at + count);
      const last = span.at(-1);
      if (span.length < count || !last || span.some((_, offset) => offset > 0 && markers[at + offset] !== null))
        continue;
      const around = surroundings(text, words, markers, taken, at, at + count);
      if (around.before === 'street' || around.after === 'street_after') continue;
      if (around.before === 'microdistrict' || around.after === 'microdistrict_after') continue;
      const joined = closeUp(span.map(({ folded }) => folded).join(''));
      const reading = read(joined, first, around, words[at + count], text.slice(last.end, words[at + count]?.start));
      if (!reading) continue;
      for (const used of reading.usedMarkers) taken.add(used);
      const raw = { ...reading.raw, matched: text.slice(first.start, last.end), start: first.start, end: last.end };
      return { raw, next: at + count };
    }
    return null;
  }

  /** The marker words on both sides that belong to this span: not used by another name, not behind a comma. */
  function surroundings(
    text: string,
    words: readonly Word[],
    markers: readonly (Marker | null)[],
    taken: ReadonlySet<number>,
    from: number,
    to: number,
  ) {
    const isFiller = (at: number) => words[at] !== undefined && vocabulary.isFiller(words[at]);
    let beforeAt = from - 1;
    while (isFiller(beforeAt)) beforeAt -= 1;
    let afterAt = to;
    while (isFiller(afterAt)) afterAt += 1;
    const gapBefore = text.slice(words[beforeAt]?.end ?? 0, words[from]?.start);
    const gapAfter = text.slice(words[to - 1]?.end, words[afterAt]?.start);
    const before = taken.has(beforeAt) || /[,;:!?\n]/.test(gapBefore) ? null : (markers[beforeAt] ?? null);
    const after = taken.has(afterAt) || /[.,;:!?\n]/.test(gapAfter) ? null : (markers[afterAt] ?? null);
    return { before, beforeAt, after, afterAt };
  }

  type Around = ReturnType<typeof surroundings>;

  function read(key: string, first: Word, around: Around, next: Word | undefined, gap: string) {
    for (const stem of stemsOf(key)) {
      const entries = index.lookup(stem.key);
      if (entries.length === 0) continue;
      const reading = interpret(entries, stem, key, first, around, next, gap);
      if (reading) return reading;
    }
    const isMarked = [around.before, around.after].some(
      (marker) => marker === 'district' || marker === 'region' || marker === 'city',
    );
    if (key.length < 5 || !(first.capital || isMarked || key.length >= 8)) return null;
    return readMisspelt(key, first, around, next, gap, isMarked);
  }

  /** One slip (two in a long name); without a word such as "district" beside it only cities and regions are believed. */
  function readMisspelt(
    key: string,
    first: Word,
    around: Around,
    next: Word | undefined,
    gap: string,
    isMarked: boolean,
  ) {
    for (const stem of stemsOf(key)) {
      if (stem.key.length < SHORTEST_MISSPELT) continue;
      for (const similar of index.similar(stem.key)) {
        const shortest = isMarked || stem.form === 'exact' ? SHORTEST_MISSPELT + 1 : SHORTEST_MISSPELT + 2;
        if (similar.length < shortest || !isWithinDistance(stem.key, similar, similar.length >= 11 ? 2 : 1)) continue;
        const entries = index
          .lookup(similar)
          .filter(({ level }) => (isMarked ? !SMALLEST.has(level) : LARGE.has(level)));
        const reading = interpret(entries, stem, key, first, around, next, gap);
        if (!reading) continue;
        const confidence = Math.max(0.3, reading.raw.confidence - 0.25);
        return { ...reading, raw: { ...reading.raw, reason: 'misspelt' as const, confidence } };
      }
    }
    return null;
  }

  /** Chooses among the units of one name by the words beside it; null when the word is not a place here. */
  function interpret(
    all: readonly NameEntry[],
    stem: Stem,
    key: string,
    first: Word,
    around: Around,
    next: Word | undefined,
    gap: string,
  ) {
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
    const isSmall = first.capital === false && !prominent.some(({ level }) => LARGE.has(level));
    const isWord = isSmall || vocabulary.needsMarker(key) || (vocabulary.needsCapital(key) && !first.capital);
    if (prominent.length > 0) {
      const confidence = confidenceOf(prominent, stem);
      const certainty = isWord || (isAddress && confidence < 0.9) ? 'needs_context' : 'plain';
      return {
        raw: rawOf(prominent, stem, certainty === 'plain' ? confidence : Math.min(confidence, 0.6), certainty),
        usedMarkers: [],
      };
    }
    const small = stem.form === 'adjective' || key.length < 4 ? [] : entries.filter(({ level }) => level === 'village');
    if (small.length === 0 || isAddress || isWord || !first.capital) return null;
    return { raw: rawOf(small, stem, 0.6, 'needs_context'), usedMarkers: [] };
  }

  return {
    find,
    /** The one unit the text is about: the most precise one that agrees with the other mentions. */
    placeOf(text: string, options: FindOptions = {}): PlaceOfText {
      return choosePlace(find(text, options), (code) => tree.lineage(code).map((unit) => unit.code));
    },
    markerOf: vocabulary.markerOf,
  };
}

export type Gazetteer = ReturnType<typeof createGazetteer>;

/** A Russian kind word after a noun belongs to the next name (`Алматы, район …`), unless the noun names such a unit itself. */
function mayFollow(marker: Marker, entries: readonly NameEntry[], stem: Stem): boolean {
  if (marker !== 'district' || stem.form === 'adjective') return true;
  return entries.some(({ level }) => level === 'district' || level === 'city_district');
}

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

function choosePlace(
  mentions: readonly PlaceMention[],
  lineageOf: (code: TerritoryCode) => readonly TerritoryCode[],
): PlaceOfText {
  let best: { mention: PlaceMention; score: number } | null = null;
  for (const mention of mentions) {
    const line = lineageOf(mention.code);
    const support = mentions.filter(
      (other) => other !== mention && line.includes(other.code) && other.ambiguousWith.length === 0,
    );
    const score = mention.confidence + support.reduce((sum, { confidence }) => sum + confidence, 0);
    if (!best || score > best.score + 1e-9) best = { mention, score };
  }
  if (!best) return { type: 'none' };
  const { mention } = best;
  if (mention.ambiguousWith.length > 0) {
    return { type: 'ambiguous', mention, candidates: [mention.code, ...mention.ambiguousWith] };
  }
  return { type: 'found', mention };
}
