import type { Language } from '../kernel/language.ts';
import { foldCyrillic, hasKazakhLetters, scriptOf, toCyrillic, wordsOf } from './spelling.ts';

export type DetectedLanguage = Language | 'unsupported' | 'empty';

const ENGLISH =
  /^(the|a|an|is|are|do|does|did|how|what|where|when|who|why|which|can|could|my|your|to|of|in|on|for|and|i|we|they|it|there|this|have|has|get|not|no|with|if|from)$/;
/** Frequent words and endings of Kazakh that survive folding; Russian has neither. */
const KAZAKH_WORD =
  /^(калаы|каыда|кашан|канша|кандаы|керек|ушын|жок|бар|маган|менын|бызге|неге|турады|болады|кылып|беру|алу|ысдеы|ыстеымын)$/;
const KAZAKH_ENDING = /(лар|лер|дын|тын|нын|га|ге|мын|мыз|ныз|ады|еды|ымыз)$/;
const RUSSIAN_WORD =
  /^(как|где|куда|когда|сколько|что|чтобы|не|на|ы|в|за|мне|меня|мой|моя|мы|у|с|по|к|до|лы|это|илы|для|от|есть|нет|можно|нужна|нужно|кто|если|о)$/;

/** The language to answer in: the question's own when it shows, otherwise the one of the chat. */
export function questionLanguage(text: string, chat: Language): DetectedLanguage {
  const letters = [...text].filter((sign) => /\p{L}/u.test(sign));
  if (letters.length === 0) return 'empty';
  const readable = letters.filter((sign) => /[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(sign)).length;
  if (readable * 2 < letters.length) return 'unsupported';
  if (hasKazakhLetters(text.toLowerCase())) return 'kk';
  const words = wordsOf(text);
  const latin = words.filter((word) => scriptOf(word) === 'latin');
  if (latin.length * 2 > words.length && latin.some((word) => ENGLISH.test(word))) return 'en';
  const folded = words.map((word) => foldCyrillic(scriptOf(word) === 'latin' ? toCyrillic(word) : word));
  const kazakh =
    folded.filter((word) => KAZAKH_WORD.test(word)).length * 2 +
    folded.filter((word) => KAZAKH_ENDING.test(word)).length;
  const russian = folded.filter((word) => RUSSIAN_WORD.test(word)).length * 2;
  if (kazakh === russian) return chat;
  return kazakh > russian ? 'kk' : 'ru';
}
