import { type Day, zoned } from '../kernel/day.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { ClockEvent } from './clock-event.ts';
import { standingFacts } from './clock-event.ts';
import type { Clock } from './clock-ledger.ts';
import { computeDue } from './compute-due.ts';
import type { Rulebook } from './rulebook.ts';
import { type DateState, dateState } from './time-left.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How one ticket kept its terms, read from its ledger alone. */
export interface TermsKept {
  /** Null: no law asks for registration, or there is still time. */
  readonly registeredInTime: boolean | null;
  readonly statutory: DateState;
  readonly promise: DateState;
  readonly extended: boolean;
  readonly redirected: boolean;
  /** The date of law has passed, and nobody answered: silence counts as refusal. */
  readonly silent: boolean;
}

export function termsKept(
  events: readonly ClockEvent[],
  clock: Clock,
  rulebook: Rulebook,
  calendar: WorkingCalendar,
  now: Date,
): TermsKept {
  const today = zoned(now, calendar.timezone).on;
  const ended = standingFacts(events).find((fact) => fact.type === 'ended');
  const isGone = ended?.type === 'ended' && clock.answeredOn === null;
  // Nobody is late with what was withdrawn or passed on.
  const stateOf = (dueOn: Day | null): DateState => (isGone ? 'none' : dateState(dueOn, clock.answeredOn, today));
  const statutory = stateOf(clock.statutoryOn);
  return {
    registeredInTime: registeredInTime(clock, rulebook, calendar, isGone ? null : today),
    statutory,
    promise: stateOf(clock.promisedOn),
    extended: clock.extensions > 0,
    redirected: ended?.type === 'ended' && ended.as === 'redirected',
    silent: statutory === 'passed' && clock.silence !== null,
  };
}

function registeredInTime(
  { deliveredAt, registration, lawApplies }: Clock,
  rulebook: Rulebook,
  calendar: WorkingCalendar,
  today: Day | null,
): boolean | null {
  const { registration: id } = rulebook.procedures;
  if (!lawApplies || id === null || !deliveredAt) return null;
  try {
    const rule = rulebook.rule(id, zoned(deliveredAt, calendar.timezone).on);
    const { dueOn } = computeDue(rule, deliveredAt, [], calendar);
    if (registration) return registration.on <= dueOn;
    return today !== null && today > dueOn ? false : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

export interface Compliance {
  readonly received: number;
  readonly registeredInTime: number;
  readonly registeredLate: number;
  readonly lawInTime: number;
  readonly lawLate: number;
  readonly promiseInTime: number;
  readonly promiseLate: number;
  readonly extended: number;
  readonly redirected: number;
  readonly overdueNow: number;
  readonly silent: number;
}

export function complianceOf(tickets: readonly TermsKept[]): Compliance {
  const count = (is: (ticket: TermsKept) => boolean) => tickets.filter(is).length;
  return {
    received: tickets.length,
    registeredInTime: count(({ registeredInTime: kept }) => kept === true),
    registeredLate: count(({ registeredInTime: kept }) => kept === false),
    lawInTime: count(({ statutory }) => statutory === 'kept'),
    lawLate: count(({ statutory }) => statutory === 'broken'),
    promiseInTime: count(({ promise }) => promise === 'kept'),
    promiseLate: count(({ promise }) => promise === 'broken'),
    extended: count(({ extended }) => extended),
    redirected: count(({ redirected }) => redirected),
    overdueNow: count(({ statutory, promise }) => statutory === 'passed' || promise === 'passed'),
    silent: count(({ silent }) => silent),
  };
}
