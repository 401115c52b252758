import { closeUp, fold, toWords, type Word } from './place-spelling.ts';
import type { PlaceWords } from './territory.ts';

export type UnitMarker = 'region' | 'district' | 'city' | 'settlement' | 'rural_district';
/** The other markers say that the name is no unit: a street or a housing area called after one. */
export type Marker = UnitMarker | 'microdistrict' | 'microdistrict_after' | 'street' | 'street_after';

const MARKERS: readonly Marker[] = [
  'microdistrict_after',
  'microdistrict',
  'street_after',
  'street',
  'region',
  'district',
  'city',
  'settlement',
  'rural_district',
];

export const isUnitMarker = (marker: Marker | null): marker is UnitMarker =>
  marker !== null && !marker.startsWith('street') && !marker.startsWith('microdistrict');

interface Pattern {
  readonly folded: string;
  readonly open: boolean;
  readonly dotted: boolean;
}

/** Answers which words of a text say what kind of place stands beside them. */
export function createPlaceWords(words: PlaceWords) {
  const exact = new Map<string, { marker: Marker; dotted: boolean }[]>();
  const open: { marker: Marker; folded: string }[] = [];
  for (const marker of MARKERS) {
    for (const { folded, open: isOpen, dotted } of words[marker].map(toPattern)) {
      if (isOpen) open.push({ marker, folded });
      else exact.set(folded, [...(exact.get(folded) ?? []), { marker, dotted }]);
    }
  }
  const foldAll = (list: readonly string[]) => new Set(list.map(foldName));
  const filler = foldAll(words.filler);
  const needsMarker = foldAll(words.needs_marker);
  const needsCapital = foldAll(words.needs_capital);
  const never = words.never.map(toPattern);
  const house = foldAll(words.house);
  const tails = foldAll(words.name_tail);

  function markerOf(word: Word): Marker | null {
    const found = exact.get(word.folded)?.find(({ dotted }) => !dotted || word.dotted);
    if (found) return found.marker;
    return open.find(({ folded }) => word.folded.startsWith(folded))?.marker ?? null;
  }

  return {
    markerOf,
    isFiller: (word: Word) => filler.has(word.folded),
    isNameTail: (word: Word) => tails.has(word.folded),
    isHouseWord: (word: Word) => house.has(word.folded),
    needsMarker: (key: string) => needsMarker.has(key),
    needsCapital: (key: string) => needsCapital.has(key),
    isNever: (word: Word) =>
      never.some(({ folded, open: isOpen }) => (isOpen ? word.folded.startsWith(folded) : word.folded === folded)),
    /** The name itself, without the words that say what it is: `Бостандык ауданы` gives `бостандык`. */
    bareName(name: string): { parts: string[]; marker: UnitMarker | null } {
      let marker: UnitMarker | null = null;
      const parts: string[] = [];
      for (const word of toWords(name)) {
        const kind = markerOf(word);
        if (isUnitMarker(kind)) marker = kind;
        else if (!filler.has(word.folded)) parts.push(word.folded);
      }
      return { parts, marker };
    },
  };
}

export type PlaceVocabulary = ReturnType<typeof createPlaceWords>;

const foldName = (name: string): string =>
  closeUp(
    toWords(name)
      .map(({ folded }) => folded)
      .join(''),
  );

function toPattern(written: string): Pattern {
  const open = written.endsWith('*');
  return { folded: fold(written.replace(/[*.]+$/, '')), open, dotted: /^[^.]{1,2}\.$/.test(written) };
}
