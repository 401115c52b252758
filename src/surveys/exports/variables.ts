import type { Language } from '../../kernel/language.ts';
import type { AnswerValue } from '../questionnaire/answer.ts';
import { OTHER, type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { CountedSubmission } from '../results/submission.ts';
import { HIDDEN } from './protect-rows.ts';

/** Codes of answers that are not there; declared as missing in the codebook. */
export const MISSING = { hidden: HIDDEN, declined: -97, skipped: -98 } as const;

export interface CodedValue {
  readonly code: number;
  readonly label: string;
}

/** What a column holds: `category` may be counted, a number or a day is first made coarse, words stay out of rows. */
export type VariableKind = 'category' | 'number' | 'day' | 'words';

/** One column of the data, with all that a statistics package wants to know about it. */
export interface Variable {
  readonly name: string;
  /** The question, or the row of a matrix, that the column belongs to. */
  readonly unit: string;
  readonly kind: VariableKind;
  readonly label: string;
  readonly type: 'numeric' | 'string';
  readonly values: readonly CodedValue[];
  /** The whole wording, for the codebook. */
  readonly question: string | null;
  read(submission: CountedSubmission): number | string | null;
}

export const MISSING_LABELS: Record<Language, readonly CodedValue[]> = {
  kk: [
    { code: MISSING.hidden, label: 'Танып қоймас үшін жасырылған' },
    { code: MISSING.declined, label: 'Жауап бергісі келмеді' },
    { code: MISSING.skipped, label: 'Өткізіп жіберді' },
  ],
  ru: [
    { code: MISSING.hidden, label: 'Скрыто, чтобы никого не узнали' },
    { code: MISSING.declined, label: 'Не захотели отвечать' },
    { code: MISSING.skipped, label: 'Пропущено' },
  ],
  en: [
    { code: MISSING.hidden, label: 'Hidden so that nobody is recognised' },
    { code: MISSING.declined, label: 'Preferred not to say' },
    { code: MISSING.skipped, label: 'Skipped' },
  ],
};

/** Columns of a wave: what is known about each submission, then every question in the order it was written. */
export function variablesOf(
  questionnaire: Questionnaire,
  language: Language,
  mask: (text: string) => string,
): Variable[] {
  const about = (name: string, read: Variable['read']): Variable => ({
    name,
    unit: name,
    kind: 'category',
    label: name,
    type: 'string',
    values: [],
    question: null,
    read,
  });
  return [
    about('language', (submission) => submission.language),
    about('channel', ({ channel }) => channel),
    about('answered_on', ({ answeredOn }) => answeredOn),
    about('time_band', ({ secondsBand }) => secondsBand),
    about('stratum', ({ strata }) => strata.stratum ?? null),
    ...questionsOf(questionnaire).flatMap((question) => ofQuestion(question, language, mask)),
  ];
}

function ofQuestion(question: Question, language: Language, mask: (text: string) => string): Variable[] {
  const text = wordsIn(question.text, language);
  const given = (submission: CountedSubmission): AnswerValue | number | null => {
    const answer = submission.answers[question.key];
    if (!answer) return null;
    return answer.kind === 'given' ? answer.value : MISSING[answer.kind];
  };
  const numeric = (
    name: string,
    label: string,
    values: readonly CodedValue[],
    read: (value: AnswerValue) => number | null,
    { unit = question.key, kind = 'category' }: { unit?: string; kind?: VariableKind } = {},
  ): Variable => ({
    name,
    unit,
    kind,
    label,
    type: 'numeric',
    values,
    question: text,
    read(submission) {
      const value = given(submission);
      return value === null || typeof value === 'number' ? value : read(value);
    },
  });
  const words = (
    name: string,
    label: string,
    read: (value: AnswerValue) => string | null,
    kind: VariableKind = 'words',
  ): Variable => ({
    name,
    unit: question.key,
    kind,
    label,
    type: 'string',
    values: [],
    question: text,
    read(submission) {
      const value = given(submission);
      return value === null || typeof value === 'number' ? null : read(value);
    },
  });
  const codes =
    'options' in question
      ? question.options.map(({ key, label }, index) => ({ key, code: index + 1, label: wordsIn(label, language) }))
      : [];
  const labelled = ({ label }: { label: string }) => `${text} — ${label}`;
  const { key } = question;
  const wording: Variable[] =
    question.wordings.length === 0
      ? []
      : [
          {
            name: `${key}__wording`,
            unit: key,
            kind: 'category',
            label: `${text} (wording)`,
            type: 'string',
            values: [],
            question: text,
            read: ({ wordings }) => wordings[key] ?? null,
          },
        ];
  const otherWords = words(`${key}__other`, `${text} (other)`, (value) =>
    'other' in value && value.other ? mask(value.other) : null,
  );

  switch (question.type) {
    case 'single': {
      const all = question.other ? [...codes, { key: OTHER, code: codes.length + 1, label: OTHER }] : codes;
      return [
        numeric(key, text, all, (value) =>
          value.type === 'option' ? (all.find((code) => code.key === value.option)?.code ?? null) : null,
        ),
        ...(question.other ? [otherWords] : []),
        ...wording,
      ];
    }
    case 'multiple':
      return [
        ...codes.map((option) =>
          numeric(`${key}__${option.key}`, labelled(option), [], (value) =>
            value.type === 'options' ? Number(value.options.includes(option.key)) : null,
          ),
        ),
        ...(question.other ? [otherWords] : []),
        ...wording,
      ];
    case 'ranking':
      return [
        ...codes.map((option) =>
          numeric(`${key}__${option.key}`, labelled(option), [], (value) =>
            value.type === 'order' ? value.order.indexOf(option.key) + 1 || null : null,
          ),
        ),
        ...wording,
      ];
    case 'constant_sum':
      return [
        ...codes.map((option) =>
          numeric(
            `${key}__${option.key}`,
            labelled(option),
            [],
            (value) => (value.type === 'shares' ? (value.shares[option.key] ?? null) : null),
            { kind: 'number' },
          ),
        ),
        ...wording,
      ];
    case 'matrix': {
      const columns = question.columns.map((column, index) => ({
        key: column.key,
        code: index + 1,
        label: wordsIn(column.label, language),
      }));
      return [
        ...question.rows.map((row) =>
          numeric(
            `${key}__${row.key}`,
            `${text} — ${wordsIn(row.label, language)}`,
            columns,
            (value) => {
              const column = value.type === 'rows' ? value.rows[row.key] : undefined;
              return column === '-'
                ? MISSING.skipped
                : (columns.find((candidate) => candidate.key === column)?.code ?? null);
            },
            { unit: `${key}__${row.key}` },
          ),
        ),
        ...wording,
      ];
    }
    case 'scale':
    case 'nps':
    case 'stars':
    case 'number': {
      const ends =
        question.type === 'scale'
          ? [
              { code: question.from, label: wordsIn(question.low, language) },
              { code: question.to, label: wordsIn(question.high, language) },
            ]
          : [];
      const kind = question.type === 'number' ? 'number' : 'category';
      return [
        numeric(key, text, ends, (value) => (value.type === 'number' ? value.number : null), { kind }),
        ...wording,
      ];
    }
    case 'voice':
    case 'photo':
      return [numeric(key, text, [], (value) => Number(value.type === 'file')), ...wording];
    case 'date':
      return [words(key, text, (value) => (value.type === 'day' ? value.day : null), 'day'), ...wording];
    default:
      return [
        words(key, text, (value) =>
          value.type === 'text' ? mask(value.text) : value.type === 'place' ? mask(value.words) : null,
        ),
        ...wording,
      ];
  }
}
