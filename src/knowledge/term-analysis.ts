import { foldCyrillic, hasKazakhLetters, scriptOf, toCyrillic, wordsOf } from './spelling.ts';
import { stemEnglish } from './stem-english.ts';
import { stemKazakh } from './stem-kazakh.ts';
import { stemRussian } from './stem-russian.ts';
import { CYRILLIC_STOP_WORDS, LATIN_STOP_WORDS, REQUEST_WORDS } from './stop-words.ts';

/** A word of a question and every key it may be kept under; the language of a single word is not guessed. */
export interface QueryWord {
  readonly word: string;
  readonly keys: readonly string[];
  /** A word of almost any request ("cost", "papers"), which weighs less than the thing asked about. */
  readonly generic: boolean;
}

const russianKey = (word: string): string => foldCyrillic(stemRussian(word));
const kazakhKey = (word: string): string => stemKazakh(foldCyrillic(word));

function cyrillicKeys(word: string): string[] {
  if (hasKazakhLetters(word)) return [kazakhKey(word)];
  return [...new Set([russianKey(word), kazakhKey(word)])];
}

/** Keys of one word, the same for a passage and for a question. A stop word has none. */
export function keysOf(word: string): readonly string[] {
  switch (scriptOf(word)) {
    case 'digits':
      return word.length > 1 ? [word] : [];
    case 'cyrillic':
      return CYRILLIC_STOP_WORDS.has(foldCyrillic(word)) ? [] : cyrillicKeys(word);
    case 'latin': {
      if (LATIN_STOP_WORDS.has(word)) return [];
      const cyrillic = toCyrillic(word);
      return CYRILLIC_STOP_WORDS.has(foldCyrillic(cyrillic))
        ? []
        : [...new Set([stemEnglish(word), ...cyrillicKeys(cyrillic)])];
    }
  }
}

/** Keys under which a passage's words are kept. A Latin word in a passage is not taken for transliteration. */
export function passageKeys(text: string): string[] {
  return wordsOf(text).flatMap((word) => (scriptOf(word) === 'latin' ? keysOf(word).slice(0, 1) : keysOf(word)));
}

const REQUEST_KEYS: ReadonlySet<string> = new Set([...REQUEST_WORDS].flatMap(keysOf));

export function queryWords(text: string): QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const word of wordsOf(text)) {
    const keys = keysOf(word);
    const [first] = keys;
    if (first !== undefined && !words.has(first))
      words.set(first, { word, keys, generic: keys.some((key) => REQUEST_KEYS.has(key)) });
  }
  return [...words.values()];
}
