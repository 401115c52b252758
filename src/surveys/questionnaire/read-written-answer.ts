import { Day } from '../../kernel/day.ts';
import { type Answer, type Answers, given } from './answer.ts';
import type { Respondent, Step } from './route.ts';
import { optionsShown } from './wording.ts';
import type { Words } from './words.ts';

const NUMBER = /^[+-]?\d{1,12}(?:[.,]\d{1,6})?$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DOTTED_DAY = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** What a person typed, as an answer to this step; null when it cannot be read as one. */
export function readWrittenAnswer(
  { question, row }: Step,
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
    case 'single': {
      const option = keyOf(optionsShown(question, answers, respondent), text);
      return option ? given({ type: 'option', option }) : null;
    }
    case 'multiple': {
      const shown = optionsShown(question, answers, respondent);
      const keys = text.split(/[,;\n]/).map((part) => keyOf(shown, part));
      return keys.every((key) => key !== null) ? given({ type: 'options', options: [...new Set(keys)] }) : null;
    }
    case 'matrix': {
      const column = keyOf(question.columns, text);
      return column && row ? given({ type: 'rows', rows: { [row]: column } }) : null;
    }
    default:
      return null;
  }
}

/** An option whose words were typed instead of pressed, in whichever language. */
function keyOf(options: readonly { readonly key: string; readonly label: Words }[], typed: string): string | null {
  const plain = (text: string): string =>
    text
      .trim()
      .toLocaleLowerCase()
      .replaceAll(/[.!]+$/g, '');
  const said = plain(typed);
  if (said === '') return null;
  const fitting = options.filter(({ label }) => Object.values(label).some((words) => words && plain(words) === said));
  return fitting.length === 1 ? (fitting[0]?.key ?? null) : null;
}
