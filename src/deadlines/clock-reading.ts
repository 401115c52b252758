import type { Day } from '../kernel/day.ts';
import type { Clock } from './clock-ledger.ts';

/** The dates of a ledger that stand on its ticket. */
export interface ClockReading {
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly registrationDueAt: Date | null;
  /** A disputed answer is looked at again until then. */
  readonly reviewOn: Day | null;
  /** The citizen may answer a preliminary decision until then. */
  readonly hearingUntil: Day | null;
}

export const readingOf = ({
  promisedOn,
  statutoryOn,
  registrationDueAt,
  review,
  hearing,
  stage,
}: Clock): ClockReading => ({
  promisedOn,
  statutoryOn,
  registrationDueAt,
  reviewOn: review?.dueOn ?? null,
  hearingUntil: stage === 'hearing' ? (hearing?.objectionDueOn ?? null) : null,
});
