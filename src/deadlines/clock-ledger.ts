import { addDays, type Day, zoned } from '../kernel/day.ts';
import type { Localised } from '../kernel/language.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type ClockEvent, standingFacts } from './clock-event.ts';
import { addLength, computeDue, type DueDate, type Step, type Term } from './compute-due.ts';
import { type CitizenPosition, type ClockStage, type Reading, readLedger } from './ledger-reading.ts';
import type { Length, Rule } from './rule.ts';
import { type Rulebook, reviewTerm } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Hearing {
  /** The last day to send the preliminary decision and still decide in time. */
  readonly noticeDueOn: Day;
  readonly sentOn: Day | null;
  /** The citizen may object or ask to be heard up to this day. */
  readonly objectionDueOn: Day | null;
  /** No act before this day. */
  readonly earliestActOn: Day | null;
  readonly position: CitizenPosition | null;
  /** The day the citizen was heard in person, when that was wished. */
  readonly heardOn: Day | null;
}

/** What the law lets follow from silence. */
export interface Silence {
  readonly from: Day;
  readonly complaintUntil: Day | null;
  /** The silent body's time to satisfy the complaint or pass it up, and the superior's time to answer it. */
  readonly forwardWithin: Length | null;
  readonly answerWithin: Length | null;
  readonly citations: readonly Localised[];
}

/** Everything about time that follows from a ticket's ledger. Two dates, never mixed. */
export interface Clock {
  readonly stage: ClockStage;
  readonly procedure: string;
  readonly agency: string | null;
  readonly receivedAt: Date;
  /** The service's own promise, from receipt; null only when the calendar does not reach so far. */
  readonly promisedOn: Day | null;
  readonly promiseSteps: readonly Step[];
  /** What the law requires; null until the body has registered, and where no law applies. */
  readonly statutoryOn: Day | null;
  readonly statutoryStrictOn: Day | null;
  readonly statutorySteps: readonly Step[];
  /** Whether the law sets a term for this procedure at all, even if it has not begun. */
  readonly lawApplies: boolean;
  /** The edition of the law under which the term began. */
  readonly rule: Rule | null;
  readonly registration: { readonly number: string; readonly on: Day } | null;
  /** The day the running term counts from. */
  readonly termStartOn: Day | null;
  /** Until when the body must register; null once it has, and before delivery. */
  readonly registrationDueAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly redirectDueOn: Day | null;
  /** Until when the body complained of must satisfy the complaint or pass it to its superior. */
  readonly forwardDueOn: Day | null;
  readonly redirects: number;
  readonly extensions: number;
  readonly extensionNoticeDueOn: Day | null;
  readonly hearing: Hearing | null;
  /** After this day silence counts as refusal; the complaint may be filed until `complaintUntil`. */
  readonly silence: Silence | null;
  readonly answeredOn: Day | null;
  readonly disputed: boolean;
  readonly disputedAt: Date | null;
  /** A disputed answer is looked at again until then: the service's own term, while it waits. */
  readonly review: {
    readonly by: 'supervisor' | 'monitors';
    readonly dueOn: Day;
    readonly steps: readonly Step[];
  } | null;
  /** The calendar ends before one of the dates: an operator must enter the next year. */
  readonly beyondCalendar: boolean;
}

/** The body still owes an answer: what follows from delivery and registration runs only then. */
export const isRunning = (stage: ClockStage): boolean => !['answered', 'review', 'ended'].includes(stage);

/** The calendar edition a case lives under: the one of its receipt, until its own event moves it to another. */
export function calendarEditionOf(events: readonly ClockEvent[]): string | null {
  return standingFacts(events).reduce<string | null>((edition, fact) => {
    if (fact.type === 'received') return fact.calendar;
    return fact.type === 'superseded_by_calendar' ? fact.edition : edition;
  }, null);
}

/** The body whose calendar holds: the last one that the case was proposed to or lies with. */
export function agencyOf(events: readonly ClockEvent[]): string | null {
  return standingFacts(events).reduce<string | null>((agency, fact) => {
    if (fact.type === 'redirected') return fact.to;
    return fact.type === 'proposed' || fact.type === 'delivered' ? fact.agency : agency;
  }, null);
}

/** A date the calendar does not reach is null, so that a message is never lost for want of next year's holidays. */
function whileCovered<Value>(compute: () => Value): { value: Value | null; beyond: boolean } {
  try {
    return { value: compute(), beyond: false };
  } catch (error) {
    if (isRefusal(error, 'deadline.calendar_not_covered')) return { value: null, beyond: true };
    throw error;
  }
}

function statutoryDue(reading: Reading, rulebook: Rulebook, calendar: WorkingCalendar) {
  const onDay = (start: Date | Day) => (typeof start === 'string' ? start : zoned(start, calendar.timezone).on);
  const automatic = rulebook.procedures.automaticRegistration ? reading.deliveredAt : null;
  const registeredOn = reading.registration?.on ?? automatic;
  if (registeredOn === null) return null;
  const rule = rulebook.ruleFor(reading.procedure, onDay(registeredOn));
  if (!rule) return null;
  const byArrival = reading.arrival !== null && rule.redirect?.restarts === 'arrival';
  const start = byArrival && reading.arrival !== null ? reading.arrival : registeredOn;
  const term: Term = byArrival ? { ...rule, starts: { event: 'arrival' } } : rule;
  const events = rule.pause.allowed
    ? reading.termEvents
    : reading.termEvents.filter(({ type }) => type !== 'paused' && type !== 'resumed');
  return { rule, startOn: onDay(start), due: computeDue(term, start, events, calendar) };
}

const NOT_SENT = { sentOn: null, objectionDueOn: null, earliestActOn: null };

/** The days that follow from sending a preliminary decision on this day. */
export function hearingDays(
  sentOn: Day,
  { length, objection }: { length: Length; objection: Length | null },
  calendar: WorkingCalendar,
) {
  return {
    sentOn,
    objectionDueOn: objection && addLength(sentOn, objection, calendar, 'next_day'),
    earliestActOn: addLength(sentOn, { ...length, value: -length.value }, calendar, 'next_day'),
  };
}

function hearingOf(reading: Reading, due: DueDate, rulebook: Rulebook, calendar: WorkingCalendar): Hearing | null {
  const { hearing, simplified } = rulebook.procedures;
  if (!hearing || simplified.includes(reading.procedure)) return null;
  const { length, stages } = rulebook.rule(hearing, reading.sentOn ?? due.dueOn);
  const objection = stages.find(({ stage }) => stage === 'objection')?.length;
  const { sentOn, position, heardOn } = reading;
  return {
    noticeDueOn: addLength(due.dueOn, length, calendar, 'next_day'),
    ...(sentOn ? hearingDays(sentOn, { length, objection: objection ?? null }, calendar) : NOT_SENT),
    position,
    heardOn,
  };
}

/** Both dates, their reasons and everything that runs beside them, from the ledger alone. Pure. */
export function computeClock(
  events: readonly ClockEvent[],
  rulebook: Rulebook,
  calendar: WorkingCalendar,
  promise: Term,
): Clock {
  const reading = readLedger(standingFacts(events));
  const { deliveredAt, registration } = reading;
  const { procedures } = rulebook;
  const dayOf = (at: Date) => zoned(at, calendar.timezone).on;

  const promised = whileCovered(() => computeDue(promise, reading.received.at, [], calendar));
  const statutory = whileCovered(() => statutoryDue(reading, rulebook, calendar));
  const { rule = null, due = null, startOn = null } = statutory.value ?? {};
  const extension = due?.steps.findLast((step) => step.type === 'extended');

  const termFromDelivery = (id: string | null) => {
    if (!id || !deliveredAt || !isRunning(reading.stage)) return null;
    return computeDue(rulebook.rule(id, dayOf(deliveredAt)), deliveredAt, [], calendar).dueOn;
  };
  const registrationOn = whileCovered(() =>
    registration || procedures.automaticRegistration || procedures.procedures[reading.procedure] === null
      ? null
      : termFromDelivery(procedures.registration),
  );
  const redirectOn = whileCovered(() => termFromDelivery(procedures.redirect));
  const forwardOn = whileCovered(() =>
    reading.received.complainedOf !== null && reading.received.complainedOf === reading.agency
      ? termFromDelivery(procedures.complaintForward)
      : null,
  );
  const hearing = whileCovered(() => due && hearingOf(reading, due, rulebook, calendar));
  const { disputedAt, disputes } = reading;
  const review = whileCovered(() =>
    reading.stage === 'review' && disputedAt
      ? computeDue(reviewTerm(rulebook.promises, disputes), disputedAt, [], calendar)
      : null,
  );

  return {
    stage: reading.stage,
    procedure: reading.procedure,
    agency: reading.agency,
    receivedAt: reading.received.at,
    promisedOn: promised.value?.dueOn ?? null,
    promiseSteps: promised.value?.steps ?? [],
    statutoryOn: due?.dueOn ?? null,
    statutoryStrictOn: due?.strictDueOn ?? null,
    statutorySteps: due?.steps ?? [],
    lawApplies: Boolean(procedures.procedures[reading.procedure]),
    rule,
    registration,
    termStartOn: startOn,
    registrationDueAt: registrationOn.value && calendar.closesAt(registrationOn.value),
    deliveredAt,
    redirectDueOn: redirectOn.value,
    forwardDueOn: forwardOn.value,
    redirects: reading.redirects,
    extensions: reading.termEvents.filter(({ type }) => type === 'extended').length,
    extensionNoticeDueOn: extension?.type === 'extended' ? extension.noticeDueOn : null,
    hearing: hearing.value,
    silence: rule?.silence === 'refusal' && due ? silenceAfter(due.dueOn, rule, rulebook, calendar) : null,
    answeredOn: reading.answeredOn,
    disputed: disputes > 0,
    disputedAt,
    review: review.value && {
      by: disputes > 1 ? 'monitors' : 'supervisor',
      dueOn: review.value.dueOn,
      steps: review.value.steps,
    },
    beyondCalendar: [promised, statutory, registrationOn, redirectOn, forwardOn, hearing, review].some(
      ({ beyond }) => beyond,
    ),
  };
}

function silenceAfter(dueOn: Day, broken: Rule, rulebook: Rulebook, calendar: WorkingCalendar): Silence {
  const from = addDays(dueOn, 1);
  const { complaintFiling, complaintForward } = rulebook.procedures;
  const filing = complaintFiling && rulebook.rule(complaintFiling, from);
  const forward = complaintForward && rulebook.rule(complaintForward, from);
  const review = rulebook.ruleFor('complaint', from);
  return {
    from,
    complaintUntil: filing && addLength(from, filing.length, calendar, 'next_day'),
    forwardWithin: forward?.length ?? null,
    answerWithin: review?.length ?? null,
    citations: [broken, forward, filing, review].flatMap((rule) => (rule ? rule.citation : [])),
  };
}
