import { addDays, type Day, daysBetween } from '../kernel/day.ts';
import type { Clock } from './clock-ledger.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How a date stands today. `kept` and `broken` are final; `passed` may still be answered, late. */
export type DateState = 'none' | 'running' | 'passed' | 'kept' | 'broken';

/** Lateness is worked out when asked, never stored: a stored flag is wrong by the next midnight. */
export function dateState(dueOn: Day | null, answeredOn: Day | null, today: Day): DateState {
  if (dueOn === null) return 'none';
  if (answeredOn !== null) return answeredOn <= dueOn ? 'kept' : 'broken';
  return today <= dueOn ? 'running' : 'passed';
}

export interface TimeLeft {
  readonly promise: DateState;
  readonly statutory: DateState;
  /** The date people should look at now: the law's where there is one, otherwise the promise. */
  readonly dueOn: Day | null;
  /** Working days until `dueOn`: 0 on the last day, negative afterwards; null without a date or beyond the calendar. */
  readonly workingDaysLeft: number | null;
  readonly registrationOverdue: boolean;
}

export function timeLeft(clock: Clock, now: Date, today: Day, calendar: WorkingCalendar): TimeLeft {
  const dueOn = clock.statutoryOn ?? clock.promisedOn;
  const covered = dueOn !== null && today >= calendar.coveredFrom && today <= calendar.coveredUntil;
  return {
    promise: dateState(clock.promisedOn, clock.answeredOn, today),
    statutory: dateState(clock.statutoryOn, clock.answeredOn, today),
    dueOn,
    workingDaysLeft: covered && dueOn <= calendar.coveredUntil ? calendar.workingDaysBetween(today, dueOn) : null,
    registrationOverdue: clock.registrationDueAt !== null && now > clock.registrationDueAt,
  };
}

const WARN_DAYS_AHEAD = 120;

/** Days until the calendar ends when operators should be warned, or null while there is time. */
export function calendarEndsIn(calendar: WorkingCalendar, today: Day): number | null {
  if (addDays(today, WARN_DAYS_AHEAD) <= calendar.coveredUntil) return null;
  return Math.max(0, daysBetween(today, calendar.coveredUntil));
}
