import { InlineKeyboard } from 'grammy';
import { showCaseNumber } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { Screen } from './turn.ts';

/** News for people who are not, or not any more, the owner of a case: they are told a number and nothing else. */
export function createCitizenNews(t: Translate) {
  const text = (facts: Readonly<Record<string, unknown>>) => String(facts['number'] ?? '');
  return new Map<
    string,
    (facts: Readonly<Record<string, unknown>>, citizenId: string, language: Language) => Promise<Screen>
  >([
    [
      'case_moved',
      async (facts, _citizenId, language) => ({
        text: t(language, 'news-case-moved', { number: showCaseNumber(text(facts)) }),
        keyboard: new InlineKeyboard().text(t(language, 'button-not-me'), `moved:no:${text(facts)}`),
      }),
    ],
    [
      'contact_unreachable',
      async (_facts, _citizenId, language) => ({ text: t(language, 'news-contact-unreachable') }),
    ],
  ]);
}
