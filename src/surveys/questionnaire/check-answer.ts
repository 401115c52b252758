import type { Answer, Answers, AnswerValue } from './answer.ts';
import { OTHER, type Question, type QuestionOf } from './questionnaire.ts';
import type { Respondent, Step } from './route.ts';
import { optionsShown } from './wording.ts';

/** The words for each reason lie in `surveys.ftl` under `survey-wrong-…`. */
export type WrongAnswer =
  | 'wrong_type'
  | 'unknown_option'
  | 'other_empty'
  | 'too_few'
  | 'too_many'
  | 'exclusive'
  | 'out_of_range'
  | 'not_whole'
  | 'wrong_sum'
  | 'not_all_ranked'
  | 'empty'
  | 'too_long'
  | 'required'
  | 'cannot_decline';

export type CheckedAnswer =
  | { type: 'valid'; answer: Answer }
  | { type: 'wrong'; reason: WrongAnswer; facts: Readonly<Record<string, string | number>> };

const wrong = (reason: WrongAnswer, facts: Readonly<Record<string, string | number>> = {}): CheckedAnswer => ({
  type: 'wrong',
  reason,
  facts,
});
const valid = (value: AnswerValue): CheckedAnswer => ({ type: 'valid', answer: { kind: 'given', value } });

/** Whether this can be an answer to this step, and in what form it is kept. */
export function checkAnswer(
  { question, row }: Step,
  answer: Answer,
  answers: Answers,
  respondent: Respondent,
): CheckedAnswer {
  if (answer.kind === 'skipped') return question.required ? wrong('required') : { type: 'valid', answer };
  if (answer.kind === 'declined') return question.preferNotToSay ? { type: 'valid', answer } : wrong('cannot_decline');
  return checkValue(question, row, answer.value, answers, respondent);
}

function checkValue(
  question: Question,
  row: string | null,
  value: AnswerValue,
  answers: Answers,
  respondent: Respondent,
): CheckedAnswer {
  switch (question.type) {
    case 'single': {
      if (value.type !== 'option') return wrong('wrong_type');
      return (
        checkChoice(question, [value.option], value.other, answers, respondent) ??
        valid(cleanOther(value, [value.option]))
      );
    }
    case 'multiple': {
      if (value.type !== 'options') return wrong('wrong_type');
      const chosen = [...new Set(value.options)];
      const problem = checkChoice(question, chosen, value.other, answers, respondent) ?? checkHowMany(question, chosen);
      return problem ?? valid(cleanOther({ ...value, options: chosen }, chosen));
    }
    case 'scale':
      return checkNumber(value, question.from, question.to, true);
    case 'nps':
      return checkNumber(value, 0, 10, true);
    case 'stars':
      return checkNumber(value, 1, question.to, true);
    case 'number':
      return checkNumber(value, question.min, question.max, question.whole);
    case 'ranking': {
      if (value.type !== 'order') return wrong('wrong_type');
      const open = optionsShown(question, answers, respondent).map(({ key }) => key);
      const needed = Math.min(question.top ?? open.length, open.length);
      const order = [...new Set(value.order)];
      if (order.some((key) => !open.includes(key))) return wrong('unknown_option');
      return order.length === needed ? valid({ type: 'order', order }) : wrong('not_all_ranked', { needed });
    }
    case 'matrix': {
      const column = value.type === 'rows' && row !== null ? value.rows[row] : undefined;
      if (column === undefined || row === null) return wrong('wrong_type');
      if (!question.columns.some(({ key }) => key === column)) return wrong('unknown_option');
      return valid({ type: 'rows', rows: { [row]: column } });
    }
    case 'date': {
      if (value.type !== 'day') return wrong('wrong_type');
      const { min, max } = question;
      if ((min && value.day < min) || (max && value.day > max))
        return wrong('out_of_range', { min: min ?? '…', max: max ?? '…' });
      return valid(value);
    }
    case 'short_text':
    case 'long_text': {
      if (value.type !== 'text') return wrong('wrong_type');
      const text = value.text.trim();
      if (text === '') return wrong('empty');
      return text.length > question.maxLength
        ? wrong('too_long', { limit: question.maxLength })
        : valid({ type: 'text', text });
    }
    case 'voice':
    case 'photo':
      return value.type === 'file' && value.file.kind === question.type ? valid(value) : wrong('wrong_type');
    case 'place':
      return value.type === 'place' ? valid(value) : wrong('wrong_type');
    case 'constant_sum': {
      if (value.type !== 'shares') return wrong('wrong_type');
      const open = optionsShown(question, answers, respondent).map(({ key }) => key);
      const shares = Object.fromEntries(open.map((key) => [key, value.shares[key] ?? 0]));
      if (Object.keys(value.shares).some((key) => !open.includes(key))) return wrong('unknown_option');
      if (Object.values(shares).some((share) => share < 0 || !Number.isInteger(share)))
        return wrong('out_of_range', { min: 0, max: question.total });
      const sum = Object.values(shares).reduce((total, share) => total + share, 0);
      return sum === question.total
        ? valid({ type: 'shares', shares })
        : wrong('wrong_sum', { sum, total: question.total });
    }
  }
}

type Choice = QuestionOf<'single'> | QuestionOf<'multiple'>;

function checkChoice(
  question: Choice,
  chosen: readonly string[],
  other: string | undefined,
  answers: Answers,
  respondent: Respondent,
): CheckedAnswer | null {
  const open = new Map(optionsShown(question, answers, respondent).map((option) => [option.key, option]));
  for (const key of chosen) {
    if (key === OTHER && question.other) {
      if (!other?.trim()) return wrong('other_empty');
    } else if (!open.has(key)) return wrong('unknown_option');
  }
  return chosen.length > 1 && chosen.some((key) => open.get(key)?.exclusive) ? wrong('exclusive') : null;
}

function checkHowMany(
  { options, atLeast, atMost }: QuestionOf<'multiple'>,
  chosen: readonly string[],
): CheckedAnswer | null {
  if (chosen.length === 0) return wrong('too_few', { atLeast: Math.max(1, atLeast) });
  const isExclusive = options.some(({ key, exclusive }) => exclusive && chosen.includes(key));
  if (chosen.length < atLeast && !isExclusive) return wrong('too_few', { atLeast });
  return atMost !== undefined && chosen.length > atMost ? wrong('too_many', { atMost }) : null;
}

function cleanOther<Value extends { other?: string | undefined }>(value: Value, chosen: readonly string[]): Value {
  const { other, ...rest } = value;
  return (chosen.includes(OTHER) && other ? { ...rest, other: other.trim() } : rest) as Value;
}

function checkNumber(
  value: AnswerValue,
  min: number | undefined,
  max: number | undefined,
  whole: boolean,
): CheckedAnswer {
  if (value.type !== 'number' || !Number.isFinite(value.number)) return wrong('wrong_type');
  if (whole && !Number.isInteger(value.number)) return wrong('not_whole');
  const { number } = value;
  if ((min !== undefined && number < min) || (max !== undefined && number > max))
    return wrong('out_of_range', { min: min ?? '…', max: max ?? '…' });
  return valid(value);
}
