import type { Condition, Question, Questionnaire, Words } from '../../../../../surveys/index.ts';

export type { Condition, Question, Questionnaire, Words };
export type QuestionType = Question['type'];
export type Option = Extract<Question, { type: 'single' }>['options'][number];
export type Labelled = Extract<Question, { type: 'matrix' }>['rows'][number];
export type Quota = Questionnaire['quotas'][number];

export const TYPES: readonly QuestionType[] = [
  'single',
  'multiple',
  'scale',
  'stars',
  'nps',
  'ranking',
  'matrix',
  'constant_sum',
  'number',
  'date',
  'short_text',
  'long_text',
  'voice',
  'photo',
  'place',
];

/** The next free key: `q3`, `o2`. Keys name the columns of the data, so they stay short and speak no language. */
export function freeKey(taken: readonly string[], letter: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

const twoOptions = (): Option[] => ['o1', 'o2'].map((key) => ({ key, label: {}, exclusive: false, fixed: false }));

/** A question of this type; what an earlier type shared with it is kept. */
export function questionOf(type: QuestionType, key: string, before?: Question): Question {
  const { text = {}, hint, wordings = [], required = false, preferNotToSay = false, when, goTo = [] } = before ?? {};
  const common = {
    key,
    text,
    wordings,
    required,
    preferNotToSay,
    goTo,
    ...(hint ? { hint } : {}),
    ...(when ? { when } : {}),
  };
  const options = before && 'options' in before ? before.options : twoOptions();
  switch (type) {
    case 'single':
      return { ...common, type, options, randomise: false, other: false };
    case 'multiple':
      return { ...common, type, options, randomise: false, other: false, atLeast: 0 };
    case 'ranking':
      return { ...common, type, options, randomise: false };
    case 'constant_sum':
      return { ...common, type, options, total: 100 };
    case 'scale':
      return { ...common, type, from: 1, to: 5, low: {}, high: {} };
    case 'stars':
      return { ...common, type, to: 5 };
    case 'nps':
    case 'voice':
    case 'photo':
    case 'place':
    case 'date':
      return { ...common, type };
    case 'number':
      return { ...common, type, whole: true };
    case 'short_text':
      return { ...common, type, maxLength: 200 };
    case 'long_text':
      return { ...common, type, maxLength: 2000 };
    case 'matrix':
      return {
        ...common,
        type,
        randomise: false,
        rows: [{ key: 'r1', label: {} }],
        columns: [
          { key: 'c1', label: {} },
          { key: 'c2', label: {} },
        ],
      };
  }
}

export const questionsOf = ({ blocks }: Questionnaire): readonly Question[] =>
  blocks.flatMap(({ questions }) => questions);

const LANGUAGE_KEYS = new Set(['kk', 'ru', 'en']);
const isWords = (value: object): boolean => Object.keys(value).every((key) => LANGUAGE_KEYS.has(key));

/** As the server takes it: empty fields are absent fields. */
export function cleaned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(
      ([key, item]) =>
        item !== undefined &&
        !(isWords(value) && typeof item === 'string' && item.trim() === '') &&
        !isEmptyHint(key, item),
    )
    .map(([key, item]) => [key, cleaned(item)]);
  return Object.fromEntries(entries) as Value;
}

const isEmptyHint = (key: string, item: unknown): boolean =>
  key === 'hint' &&
  item !== null &&
  typeof item === 'object' &&
  Object.values(item).every((text) => typeof text === 'string' && text.trim() === '');

/** The same item moved by one place. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return [...items];
  const after = [...items];
  const [item] = after.splice(at, 1);
  if (item !== undefined) after.splice(to, 0, item);
  return after;
}

/** A question copied under another key. */
export const copyOf = (question: Question, key: string): Question => ({ ...question, key, goTo: [] });

/** The question without an optional field, or with its new value. */
export function withOptional<Field extends string, Value>(
  question: Question,
  field: Field,
  value: Value | undefined,
): Question {
  const { [field as 'when']: _before, ...rest } = question;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Question;
}
