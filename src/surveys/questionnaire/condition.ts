import { z } from 'zod';
import { Language } from '../../kernel/language.ts';
import { type Answers, numberOf, optionsOf } from './answer.ts';

export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** When a question, an option, a skip or a quota applies. Refers only to questions that come earlier. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly answered: boolean }
  | { readonly language: readonly Language[] };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ question: Key, is: z.array(z.string()).min(1) }),
    z.strictObject({ question: Key, atLeast: z.number() }),
    z.strictObject({ question: Key, atMost: z.number() }),
    z.strictObject({ question: Key, answered: z.boolean() }),
    z.strictObject({ language: z.array(Language).min(1) }),
  ]),
);

/** An unanswered, skipped or declined question makes every comparison with it false. */
export function holds(condition: Condition, answers: Answers, language: Language): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, language));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, language));
  if ('not' in condition) return !holds(condition.not, answers, language);
  if ('language' in condition) return condition.language.includes(language);
  const answer = answers[condition.question];
  if ('answered' in condition) return (answer?.kind === 'given') === condition.answered;
  if ('is' in condition) {
    if (answer?.kind === 'declined') return condition.is.includes('declined');
    return optionsOf(answer).some((option) => condition.is.includes(option));
  }
  const number = numberOf(answer);
  if (number === null) return false;
  return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost;
}

export function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  return 'question' in condition ? [condition.question] : [];
}
