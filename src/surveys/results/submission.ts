import type { Language } from '../../kernel/language.ts';
import type { Answers } from '../questionnaire/answer.ts';

/** A submission as it is counted: no person in it. */
export interface CountedSubmission {
  readonly isComplete: boolean;
  readonly channel: string;
  readonly language: Language;
  /** The Monday of the week when anonymous. */
  readonly answeredOn: string;
  readonly secondsBand: string;
  readonly strata: Readonly<Record<string, string>>;
  readonly wordings: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

/** The category of a submission on a variable: `language`, `stratum`, or a question with one answer. */
export function categoryOf({ strata, answers }: CountedSubmission, variable: string): string | undefined {
  const fromStrata = strata[variable];
  if (fromStrata !== undefined) return fromStrata;
  const answer = answers[variable];
  if (answer?.kind !== 'given') return undefined;
  const { value } = answer;
  if (value.type === 'option') return value.option;
  return value.type === 'number' ? String(value.number) : undefined;
}
