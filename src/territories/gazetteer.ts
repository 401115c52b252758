import type { TerritoryCode } from '../kernel/ids.ts';
import { type Address, createAddressReader } from './address.ts';
import { createNameIndex } from './gazetteer-index.ts';
import { createOutlineMap, type LocatedPlace } from './outlines.ts';
import type { PlaceMention, PlaceOfText } from './place-mention.ts';
import { closeUp, toWords, type Word } from './place-spelling.ts';
import { createPlaceWords, isUnitMarker, type Marker } from './place-words.ts';
import { createNameReader, type NameSpan } from './read-name.ts';
import { choosePlace, type RawMention, settle } from './settle-mentions.ts';
import type { TerritoryData } from './territory.ts';
import { createTerritoryTree } from './territory-tree.ts';

export interface FindOptions {
  /** Where the writer is believed to be; only breaks ties. */
  readonly near?: TerritoryCode;
}

const LONGEST_NAME_WORDS = 4;
/** No name of a place is longer; a longer run of letters costs the square of its length. */
const LONGEST_WORD = 40;
/** A letter names a few places; a text with more is a list or an attack, and costs the square of their number. */
const MOST_MENTIONS = 32;

/** Finds units in free text, by their names in any of the jurisdiction's languages and scripts, and on the map. */
export function createGazetteer(data: TerritoryData) {
  const vocabulary = createPlaceWords(data.placeWords);
  const index = createNameIndex(data, vocabulary);
  const reader = createNameReader(index, vocabulary);
  const tree = createTerritoryTree(data.units, data.populations);
  const outlines = createOutlineMap(data, tree);
  const addresses = createAddressReader(vocabulary);

  function find(text: string, { near }: FindOptions = {}): PlaceMention[] {
    const words = toWords(text);
    const markers = words.map((word) => vocabulary.markerOf(word));
    const taken = new Set<number>();
    const raw: RawMention[] = [];
    let at = 0;
    while (at < words.length && raw.length < MOST_MENTIONS) {
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
    if (
      !first ||
      first.folded.length > LONGEST_WORD ||
      first.isNumber ||
      markers[at] !== null ||
      vocabulary.isFiller(first)
    )
      return null;
    const isWord = vocabulary.isNever(first);
    if (isWord && !first.capital) return null;
    const longest = index.beginsLongName(first.folded) ? LONGEST_NAME_WORDS : 1;
    for (let count = longest; count >= 1; count -= 1) {
      const span = words.slice(at, at + count);
      const last = span.at(-1);
      if (span.length < count || !last || span.some((_, offset) => offset > 0 && markers[at + offset] !== null))
        continue;
      const around = surroundings(text, words, markers, taken, at, at + count);
      if (around.before === 'street' || around.after === 'street_after') continue;
      if (isWord && !isUnitMarker(around.before) && !isUnitMarker(around.after)) continue;
      const joined = closeUp(span.map(({ folded }) => folded).join(''));
      const next = words[at + count];
      const reading = reader.read({ key: joined, first, around, next, gap: text.slice(last.end, next?.start) });
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
  ): NameSpan['around'] {
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

  function placeOf(text: string, options: FindOptions = {}): PlaceOfText {
    return choosePlace(find(text, options), tree);
  }

  return {
    find,
    /** The one unit the text is about: the most precise one that agrees with the other mentions. */
    placeOf,
    /** The unit a point on the map lies in; null outside the jurisdiction. */
    locate: (lat: number, lon: number): LocatedPlace | null => outlines.locate(lat, lon),
    /** Street and house as written, with the unit the rest of the words name. */
    readAddress(text: string, options: FindOptions = {}): Address & { place: PlaceOfText } {
      return { ...addresses.read(text, find(text, options)), place: placeOf(text, options) };
    },
  };
}

export type Gazetteer = ReturnType<typeof createGazetteer>;
