import { Day } from '../../kernel/day.ts';
import { type Answer, type Answers, given } from './answer.ts';
import type { Respondent, Step } from './route.ts';
import { optionsShown } from './wording.ts';

const NUMBER = /^[+-]?\d{1,12}(?:[.,]\d{1,6})?$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DOTTED_DAY = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** What a person typed, as an answer to this step; null when it cannot be read as one. */
export function readWrittenAnswer(
  { question }: Step,
  written: string,
  answers: Answers,
  respondent: Respondent,
): Answer | null {
  const text = written.trim();
  switch (question.type) {
    case 'number':
    case 'scale':
    case 'nps':
    case 'stars': {
      const compact = text.replaceAll(/[\s\u00a0\u202f]/g, '');
      return NUMBER.test(compact) ? given({ type: 'number', number: Number(compact.replace(',', '.')) }) : null;
    }
    case 'date': {
      const [, isoYear, isoMonth, isoDay] = ISO_DAY.exec(text) ?? [];
      const [, dotDay, dotMonth, dotYear] = DOTTED_DAY.exec(text) ?? [];
      const [year, month, dayOfMonth] = isoYear ? [isoYear, isoMonth, isoDay] : [dotYear, dotMonth, dotDay];
      const day = Day.safeParse(`${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`);
      return day.success ? given({ type: 'day', day: day.data }) : null;
    }
    case 'short_text':
    case 'long_text':
      return text === '' ? null : given({ type: 'text', text });
    case 'place':
      return text === '' ? null : given({ type: 'place', territoryCode: null, words: text.slice(0, 300) });
    case 'constant_sum': {
      const numbers = text.match(/\d+/g)?.map(Number) ?? [];
      const shown = optionsShown(question, answers, respondent);
      if (numbers.length !== shown.length) return null;
      return given({
        type: 'shares',
        shares: Object.fromEntries(shown.map(({ key }, index) => [key, numbers[index] ?? 0])),
      });
    }
    default:
      return null;
  }
}
