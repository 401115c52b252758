import type { Language } from '../kernel/language.ts';
import type { Translate } from '../kernel/translate.ts';
import type { Clock } from './clock-ledger.ts';
import { dayText } from './day-text.ts';
import { describeSteps } from './describe-steps.ts';

export interface ClockExplanation {
  readonly promise: { readonly label: string; readonly steps: readonly string[] } | null;
  readonly statutory: { readonly label: string; readonly steps: readonly string[]; readonly url: string | null } | null;
  /** The second look at a disputed answer, while it waits: the service's own term. */
  readonly review: { readonly label: string; readonly steps: readonly string[] } | null;
  /** Why there is no second date, when there is none. */
  readonly note: string | null;
}

/** "Why this date?" for citizen, officer and auditor: both dates apart, each with its steps. */
export function explainClock(clock: Clock, language: Language, t: Translate): ClockExplanation {
  const { promisedOn, statutoryOn, rule, review } = clock;
  return {
    promise: promisedOn && {
      label: t(language, 'deadline-promised-label', { day: dayText(language, promisedOn, true) }),
      steps: describeSteps(clock.promiseSteps, language, t),
    },
    statutory: statutoryOn && {
      label: t(language, 'deadline-statutory-label', { day: dayText(language, statutoryOn, true) }),
      steps: describeSteps(clock.statutorySteps, language, t),
      url: rule?.source.url ?? null,
    },
    review: review && {
      label: t(language, `deadline-review-label-${review.by}`, { day: dayText(language, review.dueOn, true) }),
      steps: describeSteps(review.steps, language, t),
    },
    note: statutoryOn ? null : t(language, clock.lawApplies ? 'deadline-statutory-not-yet' : 'deadline-promise-only'),
  };
}
