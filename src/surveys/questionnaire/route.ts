import type { Language } from '../../kernel/language.ts';
import type { Answer, Answers } from './answer.ts';
import { holds, questionsIn } from './condition.ts';
import { createLot, shuffled } from './lot.ts';
import { END, type Question, type Questionnaire } from './questionnaire.ts';

/** Recorded for a row of a matrix that was passed over. */
export const NO_COLUMN = '-';

/** Whose questionnaire it is: the seed decides every order and wording, the language only conditions that name it. */
export interface Respondent {
  readonly seed: string;
  readonly language: Language;
}

/** One message or one page: a question, or one row of a matrix. */
export interface Step {
  /** `question` or `question.row`: stable across versions of the code, never a number. */
  readonly key: string;
  readonly question: Question;
  readonly row: string | null;
}

export type NextStep =
  | { type: 'ask'; step: Step; position: number; total: number }
  | { type: 'finished' }
  | { type: 'quota_full'; quota: string };

/** Questions in the order this person meets them. */
export function orderOf(questionnaire: Questionnaire, seed: string): readonly Question[] {
  const blocks = questionnaire.randomiseBlocks
    ? shuffled(questionnaire.blocks, createLot(`${seed}:blocks`))
    : questionnaire.blocks;
  return blocks.flatMap(({ key, questions, randomise }) =>
    randomise ? shuffled(questions, createLot(`${seed}:${key}`)) : questions,
  );
}

function stepsOf(question: Question, seed: string): readonly Step[] {
  if (question.type !== 'matrix') return [{ key: question.key, question, row: null }];
  const rows = question.randomise ? shuffled(question.rows, createLot(`${seed}:${question.key}:rows`)) : question.rows;
  return rows.map(({ key }) => ({ key: `${question.key}.${key}`, question, row: key }));
}

export function isAnswered({ question, row }: Step, answers: Answers): boolean {
  const answer = answers[question.key];
  if (!answer || row === null || answer.kind !== 'given') return answer !== undefined;
  return answer.value.type === 'rows' && row in answer.value.rows;
}

interface Walk {
  /** Steps on this person's way that are answered. */
  readonly done: readonly Step[];
  readonly next: Step | null;
  /** Steps that may still come, the next one included. */
  readonly ahead: number;
}

/** Walks from the start along the answers given so far, past what does not apply, to the first open step. */
export function walk(questionnaire: Questionnaire, answers: Answers, { seed, language }: Respondent): Walk {
  const order = orderOf(questionnaire, seed);
  const done: Step[] = [];
  for (let index = 0; index < order.length; index += 1) {
    const question = order[index] as Question;
    if (question.when && !holds(question.when, answers, language)) continue;
    const steps = stepsOf(question, seed);
    const open = steps.findIndex((step) => !isAnswered(step, answers));
    if (open >= 0) {
      done.push(...steps.slice(0, open));
      const later = order.slice(index + 1).filter((other) => mayCome(other, answers, language));
      const ahead = steps.length - open + later.reduce((sum, other) => sum + stepsOf(other, seed).length, 0);
      return { done, next: steps[open] as Step, ahead };
    }
    done.push(...steps);
    const jump = question.goTo.find(({ when }) => !when || holds(when, answers, language));
    if (jump?.to === END) break;
    const target = jump ? order.findIndex(({ key }) => key === jump.to) : -1;
    if (target > index) index = target - 1;
  }
  return { done, next: null, ahead: 0 };
}

function mayCome({ when }: Question, answers: Answers, language: Language): boolean {
  return !when || holds(when, answers, language) || questionsIn(when).some((key) => !(key in answers));
}

/** @param full keys of quotas that have their number of finished submissions already. */
export function nextStep(
  questionnaire: Questionnaire,
  answers: Answers,
  respondent: Respondent,
  full: ReadonlySet<string> = new Set(),
): NextStep {
  const quota = quotasOf(questionnaire, answers, respondent).find((key) => full.has(key));
  if (quota) return { type: 'quota_full', quota };
  const { done, next, ahead } = walk(questionnaire, answers, respondent);
  return next
    ? { type: 'ask', step: next, position: done.length + 1, total: done.length + ahead }
    : { type: 'finished' };
}

/** Quotas these answers count into. */
export function quotasOf(questionnaire: Questionnaire, answers: Answers, { language }: Respondent): string[] {
  return questionnaire.quotas.filter(({ when }) => holds(when, answers, language)).map(({ key }) => key);
}

export function stepByKey(
  questionnaire: Questionnaire,
  answers: Answers,
  respondent: Respondent,
  key: string,
): Step | null {
  const { done, next } = walk(questionnaire, answers, respondent);
  return [...done, ...(next ? [next] : [])].find((step) => step.key === key) ?? null;
}

/** The answered step before this one, or null at the first. */
export function stepBefore(
  questionnaire: Questionnaire,
  answers: Answers,
  respondent: Respondent,
  key: string,
): Step | null {
  const { done } = walk(questionnaire, answers, respondent);
  const at = done.findIndex((step) => step.key === key);
  return (at < 0 ? done.at(-1) : done[at - 1]) ?? null;
}

/** "3 of 7" for a step that is shown again. */
export function positionOf(
  questionnaire: Questionnaire,
  answers: Answers,
  respondent: Respondent,
  key: string,
): { position: number; total: number } {
  const { done, ahead } = walk(questionnaire, answers, respondent);
  const at = done.findIndex((step) => step.key === key);
  return { position: (at < 0 ? done.length : at) + 1, total: done.length + ahead };
}

/** Leaves only what lies on the person's final way: an answer changed later may have closed a branch. */
export function answersOnWay(questionnaire: Questionnaire, answers: Answers, respondent: Respondent): Answers {
  const { done, next } = walk(questionnaire, answers, respondent);
  const kept = new Set([...done, ...(next ? [next] : [])].map(({ question }) => question.key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => kept.has(key)));
}

/** The answers with this step answered; a row joins the other rows of its matrix. */
export function withAnswer(answers: Answers, { question, row }: Step, answer: Answer): Answers {
  const before = answers[question.key];
  if (row === null || answer.kind === 'declined') return { ...answers, [question.key]: answer };
  const rows = before?.kind === 'given' && before.value.type === 'rows' ? before.value.rows : {};
  const column = answer.kind === 'given' && answer.value.type === 'rows' ? answer.value.rows[row] : undefined;
  return {
    ...answers,
    [question.key]: { kind: 'given', value: { type: 'rows', rows: { ...rows, [row]: column ?? NO_COLUMN } } },
  };
}
