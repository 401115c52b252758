import type { Language } from '../kernel/language.ts';
import { LANGUAGES } from '../kernel/language.ts';
import type { SourceContent } from './source.ts';

export interface Change {
  readonly language: Language;
  readonly title: string;
  /** Sentences that are gone, and those that stand there now. */
  readonly before: readonly string[];
  readonly now: readonly string[];
}

const MOST = 4;
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])\s+|\n+/u).flatMap((sentence) => sentence.trim() || []);

/** What a reader must know of the difference, in the reader's language when the source speaks it. */
export function whatChanged(before: SourceContent, after: SourceContent | null, wanted: Language): Change {
  const language = [wanted, ...LANGUAGES].find((one) => before.translations[one]) ?? wanted;
  const [old, fresh] = [before.translations[language], after?.translations[language]];
  const [was, is] = [sentencesOf(old?.body ?? ''), sentencesOf(fresh?.body ?? '')];
  return {
    language,
    title: fresh?.title ?? old?.title ?? '',
    before: was.filter((sentence) => !is.includes(sentence)).slice(0, MOST),
    now: is.filter((sentence) => !was.includes(sentence)).slice(0, MOST),
  };
}
