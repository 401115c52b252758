import { type Day, zoned } from '../kernel/day.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Clock } from './clock-ledger.ts';
import type { EscalationPlan, ReceiverRole } from './escalation-plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Which date a warning is about: a passed promise and a passed term are told in different words. */
export type PointClock = 'registration' | 'promised' | 'statutory' | 'hearing' | 'forward' | 'triage' | 'review';

export interface DuePoint {
  readonly step: string;
  readonly clock: PointClock;
  /** An instant in the receiver's working hours: the morning of the day. */
  readonly dueAt: Date;
  readonly receiver: ReceiverRole;
  /** The day the point is about, so that a moved date makes a new point. */
  readonly dueOn: Day;
}

function dayOfStep(
  at: EscalationPlan['steps'][number]['at'],
  startOn: Day,
  dueOn: Day,
  calendar: WorkingCalendar,
): Day | null {
  if (at === 'half') {
    const half = Math.floor(calendar.workingDaysBetween(startOn, dueOn) / 2);
    return half > 0 ? calendar.addWorkingDays(startOn, half) : null;
  }
  if (at.workingDays === 0) return calendar.isWorkingDay(dueOn) ? dueOn : calendar.addWorkingDays(dueOn, -1);
  const on = calendar.addWorkingDays(dueOn, at.workingDays);
  // A three-day warning about a one-day promise would be older than the case.
  return at.workingDays > 0 || on > startOn ? on : null;
}

/**
 * Every warning, breach and escalation that this clock will cause, by time. Answered and ended cases cause none. Steps that lie
 * beyond the calendar are left out and appear when it grows.
 */
export function escalationPoints(clock: Clock, calendar: WorkingCalendar, plan: EscalationPlan): readonly DuePoint[] {
  if (clock.stage === 'answered' || clock.stage === 'ended') return [];
  if (clock.stage === 'review') return reviewPoints(clock, calendar, plan);
  const dayOf = (at: Date) => zoned(at, calendar.timezone).on;
  const clocks: PlannedClock[] = [];
  const { registrationDueAt, deliveredAt, promisedOn, statutoryOn, termStartOn } = clock;
  if (registrationDueAt && deliveredAt) {
    const dueOn = dayOf(registrationDueAt);
    clocks.push({ clock: 'registration', kind: 'registration', startOn: dayOf(deliveredAt), dueOn });
  }
  if (promisedOn) {
    clocks.push({ clock: 'promised', kind: 'answer', startOn: dayOf(clock.receivedAt), dueOn: promisedOn });
  }
  if (statutoryOn && termStartOn) {
    clocks.push({ clock: 'statutory', kind: 'answer', startOn: termStartOn, dueOn: statutoryOn });
  }
  const { hearing, forwardDueOn } = clock;
  // Whoever has said what they wish is not waited for any longer.
  if (hearing?.sentOn && hearing.objectionDueOn && hearing.position === null) {
    clocks.push({ clock: 'hearing', kind: 'hearing', startOn: hearing.sentOn, dueOn: hearing.objectionDueOn });
  }
  if (forwardDueOn && deliveredAt) {
    clocks.push({ clock: 'forward', kind: 'forward', startOn: dayOf(deliveredAt), dueOn: forwardDueOn });
  }
  return plannedPoints(clocks, calendar, plan);
}

/** Of a disputed answer only the second look is waited for: the first dispute's by the supervisor, the next by the monitors. */
function reviewPoints(
  { review, disputedAt }: Clock,
  calendar: WorkingCalendar,
  plan: EscalationPlan,
): readonly DuePoint[] {
  if (!review || !disputedAt) return [];
  const kind = review.by === 'monitors' ? 'monitor_review' : 'review';
  const startOn = zoned(disputedAt, calendar.timezone).on;
  return plannedPoints([{ clock: 'review', kind, startOn, dueOn: review.dueOn }], calendar, plan);
}

interface PlannedClock {
  readonly clock: PointClock;
  readonly kind: EscalationPlan['steps'][number]['clock'];
  readonly startOn: Day;
  readonly dueOn: Day;
}

/** The steps of the plan for some running clocks, by time. */
export function plannedPoints(
  clocks: readonly PlannedClock[],
  calendar: WorkingCalendar,
  plan: EscalationPlan,
): readonly DuePoint[] {
  const points = clocks.flatMap(({ clock: name, kind, startOn, dueOn }) =>
    plan.steps
      .filter((step) => step.clock === kind)
      .flatMap(({ step, at, receivers }) => {
        const dueAt = morningOf(() => dayOfStep(at, startOn, dueOn, calendar), calendar);
        return dueAt ? receivers.map((receiver) => ({ step, clock: name, dueAt, receiver, dueOn })) : [];
      }),
  );
  return points.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** People of the service itself: its own hours are theirs, whichever body the case lies with. */
export const isOfService = (receiver: ReceiverRole): boolean => receiver === 'operator' || receiver === 'monitor';

/** The first opening after the instant; null beyond the calendar. */
function nextMorning(now: Date, calendar: WorkingCalendar): Date | null {
  const { on } = zoned(now, calendar.timezone);
  return morningOf(() => {
    const first = calendar.nextWorkingDay(on);
    return calendar.opensAt(first) > now ? first : calendar.addWorkingDays(first, 1);
  }, calendar);
}

/**
 * When each point is told: in the morning of its receiver. Of the points that are already past, because something was
 * recorded late, only the newest per date and receiver is told, and not before the next morning: whoever has had this
 * morning's message gets no second one.
 */
export function tellingOf(
  points: readonly DuePoint[],
  now: Date,
  { body, service }: { readonly body: WorkingCalendar; readonly service: WorkingCalendar },
): DuePoint[] {
  const newest = new Map<string, DuePoint>();
  for (const point of points) if (point.dueAt <= now) newest.set(`${point.clock} ${point.receiver}`, point);
  return points.flatMap((point) => {
    const calendar = isOfService(point.receiver) ? service : body;
    if (point.dueAt <= now) {
      if (newest.get(`${point.clock} ${point.receiver}`) !== point) return [];
      return [{ ...point, dueAt: nextMorning(now, calendar) ?? point.dueAt }];
    }
    if (calendar === body) return [point];
    const morning = morningOf(() => service.nextWorkingDay(zoned(point.dueAt, body.timezone).on), service);
    return [{ ...point, dueAt: morning ?? point.dueAt }];
  });
}

function morningOf(find: () => Day | null, calendar: WorkingCalendar): Date | null {
  try {
    const on = find();
    return on && calendar.opensAt(on);
  } catch (error) {
    if (isRefusal(error, 'deadline.calendar_not_covered')) return null;
    throw error;
  }
}
