import { z } from 'zod';
import { LANGUAGES, Language } from '../../kernel/language.ts';

const MAX_WORDS = 3_000;

/** A sentence in the languages written so far; a draft may lack some, an approved version lacks none of its own. */
export const Words = z.partialRecord(Language, z.string().trim().min(1).max(MAX_WORDS));
export type Words = z.infer<typeof Words>;

/** The sentence in this language, or in the nearest one there is. */
export const wordsIn = (words: Words | undefined, language: Language): string =>
  words?.[language] ?? LANGUAGES.map((other) => words?.[other]).find((text) => text !== undefined) ?? '';
