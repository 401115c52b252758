import type { PlaceMention } from './place-mention.ts';
import { toWords, type Word } from './place-spelling.ts';
import type { PlaceVocabulary } from './place-words.ts';

export interface Address {
  /** The street as the citizen wrote it, with its kind (`проспект Абая`); null when none is named. */
  readonly street: string | null;
  readonly house: string | null;
}

const LONGEST_STREET_WORDS = 3;
const HOUSE = /^[\s,.№]*(\d{1,4}(?:\s?[/-]\s?\d{1,3})?(?:[а-яәғқңөұүһіa-z](?![\p{L}]))?)/iu;
const NO_STREET: Address = { street: null, house: null };

/** Picks street and house out of words such as `Абая 10, Алматы`; it does not know which streets exist. */
export function createAddressReader(vocabulary: PlaceVocabulary) {
  function read(text: string, mentions: readonly PlaceMention[]): Address {
    const words = toWords(text);
    const isPlace = ({ start }: Word) => mentions.some((mention) => start >= mention.start && start < mention.end);
    for (const [at, word] of words.entries()) {
      const marker = vocabulary.markerOf(word);
      if (marker === 'street') {
        const name = following(text, words, at, isPlace);
        if (name) return { street: text.slice(word.start, name.end), house: houseAfter(text, words, name) };
      }
      if (marker === 'street_after') {
        const name = preceding(text, words, at, isPlace);
        if (name) return { street: text.slice(name.start, word.end), house: houseAfter(text, words, word) };
      }
    }
    return bare(text, words, isPlace);
  }

  /** The last word of the name behind `улица`. */
  function following(text: string, words: readonly Word[], at: number, isPlace: (word: Word) => boolean): Word | null {
    let last: Word | null = null;
    for (let next = at + 1; next <= at + LONGEST_STREET_WORDS; next += 1) {
      const word = words[next];
      const before = words[next - 1];
      if (!word || !before || /[,;!?\n]/.test(text.slice(before.end, word.start))) break;
      const isNumbered = word.isNumber && last === null && /^\d+-/.test(text.slice(word.start));
      if ((word.isNumber && !isNumbered) || vocabulary.isHouseWord(word) || vocabulary.markerOf(word) !== null) break;
      if (last !== null && !word.capital && !isLowerText(text) && !vocabulary.isNameTail(word)) break;
      if (last !== null && isPlace(word)) break;
      last = word;
    }
    return last;
  }

  /** The first word of the name before `көшесі`. */
  function preceding(text: string, words: readonly Word[], at: number, isPlace: (word: Word) => boolean): Word | null {
    let first: Word | null = null;
    for (let previous = at - 1; previous >= Math.max(0, at - LONGEST_STREET_WORDS); previous -= 1) {
      const word = words[previous];
      const after = words[previous + 1];
      if (!word || !after || /[.,;!?\n]/.test(text.slice(word.end, after.start))) break;
      if (word.isNumber || vocabulary.markerOf(word) !== null) break;
      if (first !== null && (isPlace(word) || (!word.capital && first.capital))) break;
      first = word;
    }
    return first;
  }

  /** A name with a number right behind it and no word for the street: `Абая 10`. */
  function bare(text: string, words: readonly Word[], isPlace: (word: Word) => boolean): Address {
    for (const [at, word] of words.entries()) {
      const number = words[at + 1];
      if (!number?.isNumber || word.isNumber || !word.capital || isPlace(word)) continue;
      if (vocabulary.markerOf(word) !== null || vocabulary.isHouseWord(word)) continue;
      if (!/^\s+$/.test(text.slice(word.end, number.start))) continue;
      const before = words[at - 1];
      const isPair = before?.capital && !isPlace(before) && /^\s+$/.test(text.slice(before.end, word.start));
      const first = isPair && vocabulary.markerOf(before) === null ? before : word;
      return { street: text.slice(first.start, word.end), house: houseAfter(text, words, word) };
    }
    return NO_STREET;
  }

  function houseAfter(text: string, words: readonly Word[], name: Word): string | null {
    const at = words.findIndex(({ start }) => start === name.start) + 1;
    const next = words[at];
    const from = next && vocabulary.isHouseWord(next) ? next.end : name.end;
    return HOUSE.exec(text.slice(from))?.[1]?.replaceAll(' ', '') ?? null;
  }

  return { read };
}

const isLowerText = (text: string): boolean => text === text.toLowerCase();
