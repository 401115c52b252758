import type { Language } from '../../kernel/language.ts';
import type { AnswerValue } from '../questionnaire/answer.ts';
import { OTHER, type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { CountedSubmission } from '../results/submission.ts';

/** Codes of answers that are not there; declared as missing in the codebook. */
export const MISSING = { declined: -97, skipped: -98 } as const;

export interface CodedValue {
  readonly code: number;
  readonly label: string;
}

/** One column of the data, with all that a statistics package wants to know about it. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly type: 'numeric' | 'string';
  readonly values: readonly CodedValue[];
  /** The whole wording, for the codebook. */
  readonly question: string | null;
  read(submission: CountedSubmission, weight: number | null): number | string | null;
}

export const MISSING_LABELS: Record<Language, readonly CodedValue[]> = {
  kk: [
    { code: MISSING.declined, label: 'Жауап бергісі келмеді' },
    { code: MISSING.skipped, label: 'Өткізіп жіберді' },
  ],
  ru: [
    { code: MISSING.declined, label: 'Не захотели отвечать' },
    { code: MISSING.skipped, label: 'Пропущено' },
  ],
  en: [
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
  const about = (name: string, read: Variable['read'], type: Variable['type'] = 'string'): Variable => ({
    name,
    label: name,
    type,
    values: [],
    question: null,
    read,
  });
  return [
    about('complete', ({ isComplete }) => Number(isComplete), 'numeric'),
    about('weight', (_submission, weight) => weight, 'numeric'),
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
  ): Variable => ({
    name,
    label,
    type: 'numeric',
    values,
    question: text,
    read(submission) {
      const value = given(submission);
      return value === null || typeof value === 'number' ? value : read(value);
    },
  });
  const words = (name: string, label: string, read: (value: AnswerValue) => string | null): Variable => ({
    name,
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
          numeric(`${key}__${option.key}`, labelled(option), [], (value) =>
            value.type === 'shares' ? (value.shares[option.key] ?? null) : null,
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
          numeric(`${key}__${row.key}`, `${text} — ${wordsIn(row.label, language)}`, columns, (value) => {
            const column = value.type === 'rows' ? value.rows[row.key] : undefined;
            return column === '-'
              ? MISSING.skipped
              : (columns.find((candidate) => candidate.key === column)?.code ?? null);
          }),
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
      return [numeric(key, text, ends, (value) => (value.type === 'number' ? value.number : null)), ...wording];
    }
    case 'voice':
    case 'photo':
      return [numeric(key, text, [], (value) => Number(value.type === 'file')), ...wording];
    default:
      return [
        words(key, text, (value) =>
          value.type === 'text'
            ? mask(value.text)
            : value.type === 'day'
              ? value.day
              : value.type === 'place'
                ? mask(value.words)
                : null,
        ),
        ...wording,
      ];
  }
}
