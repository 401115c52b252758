import type { Language } from '../../kernel/language.ts';

/**
 * How easy a text is to read, 100 easy to 0 and below hard: Flesch's formula, `206.835 − a·words per sentence −
 * b·syllables per word`, with coefficients of each language.
 *
 * - English: Flesch 1948.
 * - Russian: Oborneva 2006, worked out on parallel texts.
 * - Kazakh: nobody has published coefficients that we know of, so they are worked out as Oborneva did, on parallel texts:
 *   both weights are the Russian ones times the ratio of the means over the 54 knowledge cards that are long enough to
 *   measure (words per sentence 10.08 : 9.15, syllables per word 2.443 : 2.737), so that a card is on the average as
 *   easy in Kazakh as in Russian. Of single cards it says less (correlation 0.30, the cards are two or three sentences
 *   long); it keeps official and plain style far apart. It has not been checked with readers.
 */
const COEFFICIENTS: Record<Language, { sentence: number; syllable: number }> = {
  en: { sentence: 1.015, syllable: 84.6 },
  ru: { sentence: 1.3, syllable: 60.1 },
  kk: { sentence: 1.43, syllable: 53.6 },
};

/** Below this a text reads like an order of a ministry; the plain texts of this product are above 40. */
export const HARD_BELOW = 20;
/** One long word decides everything in a text shorter than this. */
const MIN_WORDS = 12;

const VOWELS: Record<Language, RegExp> = {
  ru: /[аеёиоуыэюя]/giu,
  kk: /[аәеёиоөұүуыіэюя]/giu,
  en: /[aeiouy]+/giu,
};

export interface ReadingEase {
  /** Null: too short to say. */
  readonly score: number | null;
  readonly wordsPerSentence: number;
  readonly syllablesPerWord: number;
  readonly longestSentence: number;
}

export function readingEase(text: string, language: Language): ReadingEase {
  const sentences = text
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}\d«"])|\n+/u)
    .map((sentence) => sentence.match(/\p{L}+(?:-\p{L}+)*/gu)?.length ?? 0)
    .filter((words) => words > 0);
  const words = text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  if (words.length === 0 || sentences.length === 0)
    return { score: null, wordsPerSentence: 0, syllablesPerWord: 0, longestSentence: 0 };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, word.match(VOWELS[language])?.length ?? 0), 0);
  const wordsPerSentence = words.length / sentences.length;
  const syllablesPerWord = syllables / words.length;
  const { sentence, syllable } = COEFFICIENTS[language];
  return {
    score:
      words.length < MIN_WORDS ? null : Math.round(206.835 - sentence * wordsPerSentence - syllable * syllablesPerWord),
    wordsPerSentence,
    syllablesPerWord,
    longestSentence: Math.max(...sentences),
  };
}
