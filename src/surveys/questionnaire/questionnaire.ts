import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { LANGUAGES, Language } from '../../kernel/language.ts';
import { Condition, Key } from './condition.ts';
import { Words } from './words.ts';

/** Written by respondents who choose "other"; never the key of a listed option. */
export const OTHER = 'other';
export const END = 'end';

export const Option = z.strictObject({
  key: Key.refine((key) => key !== OTHER && key !== 'declined', 'a reserved word'),
  label: Words,
  /** Chosen alone or not at all: "none of these". */
  exclusive: z.boolean().default(false),
  /** Keeps its place when the others are shuffled. */
  fixed: z.boolean().default(false),
  when: Condition.optional(),
});
export type Option = z.infer<typeof Option>;

const common = {
  key: Key,
  text: Words,
  hint: Words.optional(),
  /** Other wordings, each shown to an equal share of people by lot. The text itself is wording `a`. */
  wordings: z
    .array(z.strictObject({ key: Key, text: Words }))
    .max(4)
    .default([]),
  /** A required question cannot be skipped; it can still be declined where that is offered. */
  required: z.boolean().default(false),
  preferNotToSay: z.boolean().default(false),
  when: Condition.optional(),
  /** Where to go on after this question; the first that applies. */
  goTo: z.array(z.strictObject({ when: Condition.optional(), to: z.union([Key, z.literal(END)]) })).default([]),
};
const options = z.array(Option).min(2).max(60);
const randomise = z.boolean().default(false);
const limit = z.number().int().min(1);

export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('single'), options, randomise, other: z.boolean().default(false) }),
  z.strictObject({
    ...common,
    type: z.literal('multiple'),
    options,
    randomise,
    other: z.boolean().default(false),
    atLeast: z.number().int().min(0).default(0),
    atMost: limit.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('scale'),
    from: z.number().int().min(0).max(1).default(1),
    to: z.number().int().min(2).max(10).default(5),
    low: Words,
    high: Words,
  }),
  z.strictObject({ ...common, type: z.literal('nps') }),
  z.strictObject({ ...common, type: z.literal('stars'), to: z.number().int().min(3).max(10).default(5) }),
  z.strictObject({ ...common, type: z.literal('ranking'), options, randomise, top: limit.optional() }),
  z.strictObject({
    ...common,
    type: z.literal('matrix'),
    rows: z
      .array(z.strictObject({ key: Key, label: Words }))
      .min(1)
      .max(30),
    columns: z
      .array(z.strictObject({ key: Key, label: Words }))
      .min(2)
      .max(11),
    randomise,
  }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean().default(true),
  }),
  z.strictObject({ ...common, type: z.literal('date'), min: Day.optional(), max: Day.optional() }),
  z.strictObject({ ...common, type: z.literal('short_text'), maxLength: z.number().int().max(500).default(200) }),
  z.strictObject({ ...common, type: z.literal('long_text'), maxLength: z.number().int().max(4_000).default(2_000) }),
  z.strictObject({ ...common, type: z.literal('voice') }),
  z.strictObject({ ...common, type: z.literal('photo') }),
  z.strictObject({ ...common, type: z.literal('place') }),
  z.strictObject({ ...common, type: z.literal('constant_sum'), options, total: limit.default(100) }),
]);
export type Question = z.infer<typeof Question>;
export type QuestionType = Question['type'];
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;

export const Block = z.strictObject({
  key: Key,
  title: Words.optional(),
  questions: z.array(Question).min(1),
  /** Questions of the block in an order of lot. */
  randomise,
});
export type Block = z.infer<typeof Block>;

export const Quota = z.strictObject({ key: Key, label: Words, when: Condition, limit });
export type Quota = z.infer<typeof Quota>;

/** What is asked, in every language at once. The same shape in YAML, in JSON and in the console's builder. */
export const Questionnaire = z.strictObject({
  title: Words,
  languages: z
    .array(Language)
    .min(1)
    .default([...LANGUAGES]),
  intro: Words,
  /** What is done with the answers, added to the statement about anonymity that the mode dictates. */
  consent: Words,
  thanks: Words,
  blocks: z.array(Block).min(1),
  randomiseBlocks: randomise,
  quotas: z.array(Quota).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
export type QuestionnaireInput = z.input<typeof Questionnaire>;

export const questionsOf = (questionnaire: Questionnaire): readonly Question[] =>
  questionnaire.blocks.flatMap(({ questions }) => questions);
