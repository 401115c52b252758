import { OTHER, type Question } from '../questionnaire/questionnaire.ts';
import type { Words } from '../questionnaire/words.ts';
import { type Estimate, mean, proportion } from '../statistics/estimates.ts';
import type { CountedSubmission } from './submission.ts';

export interface OptionResult {
  readonly key: string;
  readonly label: Words;
  /** People; null when hidden because they are too few. */
  readonly count: number | null;
  readonly share: Estimate | null;
}

export interface QuestionResult {
  readonly key: string;
  readonly type: Question['type'];
  readonly text: Words;
  readonly answered: number;
  readonly skipped: number;
  readonly declined: number;
  /** Choice, scale, stars, NPS, first place of a ranking: what was chosen how often. */
  readonly options: readonly OptionResult[];
  /** A matrix: one list per row. */
  readonly rows: readonly { key: string; label: Words; options: readonly OptionResult[] }[];
  /** Numbers, scales, stars: the mean. NPS: promoters minus detractors, from −100 to 100. */
  readonly mean: Estimate | null;
  /** Constant sum and ranking: the mean share or place of each option. */
  readonly means: readonly { key: string; label: Words; mean: Estimate | null }[];
}

interface Weighted {
  readonly submission: CountedSubmission;
  readonly weight: number;
}

const number = (text: number): Words => ({ kk: String(text), ru: String(text), en: String(text) });
const OTHER_LABEL: Words = { kk: 'Басқа', ru: 'Другое', en: 'Other' };

export function questionResult(question: Question, all: readonly Weighted[]): QuestionResult {
  const met = all.filter(({ submission }) => submission.answers[question.key] !== undefined);
  const given = met.flatMap(({ submission, weight }) => {
    const answer = submission.answers[question.key];
    return answer?.kind === 'given' ? [{ value: answer.value, weight }] : [];
  });
  const weights = given.map(({ weight }) => weight);
  const shares = (
    labels: readonly { key: string; label: Words }[],
    has: (value: (typeof given)[number]['value'], key: string) => boolean,
  ): OptionResult[] =>
    labels.map(({ key, label }) => {
      const chosen = given.map(({ value }) => has(value, key));
      return { key, label, count: chosen.filter(Boolean).length, share: proportion(chosen, weights) };
    });
  const base = {
    key: question.key,
    type: question.type,
    text: question.text,
    answered: given.length,
    skipped: met.filter(({ submission }) => submission.answers[question.key]?.kind === 'skipped').length,
    declined: met.filter(({ submission }) => submission.answers[question.key]?.kind === 'declined').length,
    options: [] as OptionResult[],
    rows: [] as QuestionResult['rows'],
    mean: null as Estimate | null,
    means: [] as QuestionResult['means'],
  };
  const numbers = given.flatMap(({ value, weight }) =>
    value.type === 'number' ? [{ number: value.number, weight }] : [],
  );
  const meanOf = (values: readonly { number: number; weight: number }[]): Estimate | null =>
    values.length === 0
      ? null
      : mean(
          values.map((value) => value.number),
          values.map((value) => value.weight),
        );
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ key: String(from + index), label: number(from + index) }));
  const isNumber = (value: (typeof given)[number]['value'], key: string) =>
    value.type === 'number' && String(value.number) === key;

  switch (question.type) {
    case 'single':
    case 'multiple': {
      const labels = [...question.options, ...(question.other ? [{ key: OTHER, label: OTHER_LABEL }] : [])];
      return {
        ...base,
        options: shares(labels, (value, key) =>
          value.type === 'option' ? value.option === key : value.type === 'options' && value.options.includes(key),
        ),
      };
    }
    case 'scale':
      return { ...base, options: shares(range(question.from, question.to), isNumber), mean: meanOf(numbers) };
    case 'stars':
      return { ...base, options: shares(range(1, question.to), isNumber), mean: meanOf(numbers) };
    case 'nps':
      return {
        ...base,
        options: shares(range(0, 10), isNumber),
        mean: meanOf(
          numbers.map((value) => ({ ...value, number: value.number >= 9 ? 100 : value.number <= 6 ? -100 : 0 })),
        ),
      };
    case 'number':
      return { ...base, mean: meanOf(numbers) };
    case 'ranking':
      return {
        ...base,
        options: shares(question.options, (value, key) => value.type === 'order' && value.order[0] === key),
        means: question.options.map(({ key, label }) => ({
          key,
          label,
          mean: meanOf(
            given.flatMap(({ value, weight }) =>
              value.type === 'order' && value.order.includes(key)
                ? [{ number: value.order.indexOf(key) + 1, weight }]
                : [],
            ),
          ),
        })),
      };
    case 'constant_sum':
      return {
        ...base,
        means: question.options.map(({ key, label }) => ({
          key,
          label,
          mean: meanOf(
            given.flatMap(({ value, weight }) =>
              value.type === 'shares' ? [{ number: value.shares[key] ?? 0, weight }] : [],
            ),
          ),
        })),
      };
    case 'matrix':
      return {
        ...base,
        rows: question.rows.map(({ key: row, label }) => {
          const inRow = given.flatMap(({ value, weight }) => {
            const column = value.type === 'rows' ? value.rows[row] : undefined;
            return column === undefined || column === '-' ? [] : [{ column, weight }];
          });
          return {
            key: row,
            label,
            options: question.columns.map((column) => {
              const chosen = inRow.map((value) => value.column === column.key);
              return {
                ...column,
                count: chosen.filter(Boolean).length,
                share: proportion(
                  chosen,
                  inRow.map(({ weight }) => weight),
                ),
              };
            }),
          };
        }),
      };
    default:
      return base;
  }
}
