import type { Language } from '../../kernel/language.ts';

const KAZAKH_LETTERS = /[әғқңөұүһі]/giu;
const KAZAKH_WORDS =
  /(?:^|[^\p{L}])(?:және|мен|бар|жоқ|үшін|туралы|сіз\p{L}*|біз\p{L}*|болды|жасалды|берілді|бойынша|дейін)(?=$|[^\p{L}])/giu;
const RUSSIAN_LETTERS = /[ёщъэыюя]/giu;
const RUSSIAN_WORDS = /(?:^|[^\p{L}])(?:и|в|на|по|не|что|для|ваш\p{L}*|был[аио]?|будет|это|с|к|до|от)(?=$|[^\p{L}])/giu;
const MIN_LETTERS = 12;

/** In which of the three a text is written; null when it is too short or mixed to say. */
export function writtenLanguage(text: string): Language | null {
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/giu)?.length ?? 0;
  if (latin + cyrillic < MIN_LETTERS) return null;
  if (latin > cyrillic * 2) return 'en';
  if (latin > cyrillic) return null;
  const kazakh = (text.match(KAZAKH_LETTERS)?.length ?? 0) + 2 * (text.match(KAZAKH_WORDS)?.length ?? 0);
  const russian = (text.match(RUSSIAN_LETTERS)?.length ?? 0) + 2 * (text.match(RUSSIAN_WORDS)?.length ?? 0);
  if (kazakh > russian) return 'kk';
  return russian > kazakh * 2 ? 'ru' : null;
}
