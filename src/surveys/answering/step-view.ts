import { createHash } from 'node:crypto';
import type { Answer } from '../questionnaire/answer.ts';
import { OTHER, type Question, type Questionnaire } from '../questionnaire/questionnaire.ts';
import { positionOf, type Step, stepBefore } from '../questionnaire/route.ts';
import { optionsShown, textOf } from '../questionnaire/wording.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { SurveySession } from './session.ts';

/** How a step is answered; channels draw each kind their own way. */
export type Expects = 'one' | 'many' | 'order' | 'words' | 'number' | 'day' | 'photo' | 'voice' | 'place' | 'shares';

export interface ShownOption {
  readonly key: string;
  readonly label: string;
  readonly chosen: boolean;
  /** Place in a ranking, from 1. */
  readonly rank: number | null;
}

/** One question as every channel shows it. */
export interface StepView {
  readonly sessionId: string;
  readonly stepKey: string;
  readonly position: number;
  readonly total: number;
  readonly text: string;
  readonly row: string | null;
  readonly hint: string;
  readonly type: Question['type'];
  readonly expects: Expects;
  readonly options: readonly ShownOption[];
  /** What the ends of a scale mean. */
  readonly ends: { readonly low: string; readonly high: string } | null;
  readonly takesOther: boolean;
  readonly canBack: boolean;
  readonly canSkip: boolean;
  readonly canDecline: boolean;
  readonly atMost: number | null;
  readonly total100: number | null;
  readonly current: Answer | null;
}

const EXPECTS: Record<Question['type'], Expects> = {
  single: 'one',
  multiple: 'many',
  scale: 'one',
  nps: 'one',
  stars: 'one',
  ranking: 'order',
  matrix: 'one',
  number: 'number',
  date: 'day',
  short_text: 'words',
  long_text: 'words',
  voice: 'voice',
  photo: 'photo',
  place: 'place',
  constant_sum: 'shares',
};

export function stepView(questionnaire: Questionnaire, session: SurveySession, step: Step): StepView {
  const { question, row } = step;
  const { answers, language } = session;
  const rowLabel = question.type === 'matrix' ? question.rows.find(({ key }) => key === row)?.label : undefined;
  return {
    sessionId: session.id,
    stepKey: step.key,
    ...positionOf(questionnaire, answers, session, step.key),
    text: textOf(questionnaire, question, answers, session),
    row: rowLabel ? wordsIn(rowLabel, language) : null,
    hint: wordsIn(question.hint, language),
    type: question.type,
    expects: EXPECTS[question.type],
    options: options(session, step),
    ends:
      question.type === 'scale'
        ? { low: wordsIn(question.low, language), high: wordsIn(question.high, language) }
        : null,
    takesOther: 'other' in question && question.other,
    canBack: stepBefore(questionnaire, answers, session, step.key) !== null,
    canSkip: !question.required,
    canDecline: question.preferNotToSay,
    atMost:
      question.type === 'multiple'
        ? (question.atMost ?? null)
        : question.type === 'ranking'
          ? (question.top ?? null)
          : null,
    total100: question.type === 'constant_sum' ? question.total : null,
    current: answers[question.key] ?? null,
  };
}

function options(session: SurveySession, { question, row }: Step): ShownOption[] {
  const { answers, chosen, language } = session;
  const current = answers[question.key];
  const value = current?.kind === 'given' ? current.value : null;
  const numbers = (from: number, to: number): ShownOption[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      key: String(from + index),
      label: String(from + index),
      chosen: value?.type === 'number' && value.number === from + index,
      rank: null,
    }));
  switch (question.type) {
    case 'scale':
      return numbers(question.from, question.to);
    case 'nps':
      return numbers(0, 10);
    case 'stars':
      return numbers(1, question.to);
    case 'matrix':
      return question.columns.map(({ key, label }) => ({
        key,
        label: wordsIn(label, language),
        chosen: row !== null && value?.type === 'rows' && value.rows[row] === key,
        rank: null,
      }));
    case 'single':
    case 'multiple':
    case 'ranking':
    case 'constant_sum': {
      const ticked =
        chosen ??
        (value?.type === 'options'
          ? value.options
          : value?.type === 'order'
            ? value.order
            : value?.type === 'option'
              ? [value.option]
              : []);
      return optionsShown(question, answers, session).map(({ key, label }) => ({
        key,
        label: wordsIn(label, language),
        chosen: ticked.includes(key),
        rank: question.type === 'ranking' && ticked.includes(key) ? ticked.indexOf(key) + 1 : null,
      }));
    }
    default:
      return [];
  }
}

/** A pressed button or a ticked box as an answer to this step. */
export function answerOfOption({ question, row }: Step, key: string, other?: string): Answer | null {
  switch (question.type) {
    case 'single':
      return { kind: 'given', value: { type: 'option', option: key, ...(key === OTHER && other ? { other } : {}) } };
    case 'matrix':
      return row === null ? null : { kind: 'given', value: { type: 'rows', rows: { [row]: key } } };
    case 'scale':
    case 'nps':
    case 'stars':
      return { kind: 'given', value: { type: 'number', number: Number(key) } };
    default:
      return null;
  }
}

/** Ticks or unticks; an option that stands alone replaces the others and is replaced by them. */
export function toggled({ question }: Step, before: readonly string[], option: string): string[] {
  if (before.includes(option)) return before.filter((key) => key !== option);
  const alone = new Set(
    question.type === 'multiple' ? question.options.filter(({ exclusive }) => exclusive).map(({ key }) => key) : [],
  );
  return alone.has(option) ? [option] : [...before.filter((key) => !alone.has(key)), option];
}

/** A step in six characters, for buttons that carry little; never equal to a key, which begins with a letter. */
export const stepMark = (stepKey: string): string =>
  `~${createHash('sha256').update(stepKey).digest('base64url').slice(0, 5)}`;
