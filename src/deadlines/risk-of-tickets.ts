import type { Day } from '../kernel/day.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type CalibrationBin, calibration, createLateRisk, type FinishedTerm, type LateRisk } from './late-risk.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A term that has ended with an answer, as the history keeps it. */
export interface AnsweredTicket {
  readonly agencyCode: string;
  readonly topicId: string | null;
  readonly startOn: Day;
  readonly dueOn: Day;
  readonly answeredOn: Day;
}

export interface OpenTicket {
  readonly ticketId: string;
  readonly agencyCode: string;
  readonly topicId: string | null;
  readonly startOn: Day;
  readonly dueOn: Day;
}

export const RISK_BANDS = ['low', 'medium', 'high'] as const;
export type RiskBand = (typeof RISK_BANDS)[number];
export const bandOf = (probability: number): RiskBand =>
  probability >= 0.5 ? 'high' : probability >= 0.2 ? 'medium' : 'low';

export interface TicketRisk extends LateRisk {
  readonly ticketId: string;
  readonly band: RiskBand;
}

export interface RiskCalibration {
  /** Finished cases the estimate had not seen, each asked about at half of its term. */
  readonly cases: number;
  readonly bins: readonly CalibrationBin[];
  readonly brier: number | null;
  /** The same measure for somebody who always says the average share: an estimate must be below it to be worth anything. */
  readonly baselineBrier: number | null;
}

const WORKING_DAYS_A_QUARTER = 62;

/** Days the calendar does not know are left out rather than guessed. */
function between(calendar: WorkingCalendar, from: Day, to: Day): number | null {
  try {
    return calendar.workingDaysBetween(from, to);
  } catch (error) {
    if (isRefusal(error, 'deadline.calendar_not_covered')) return null;
    throw error;
  }
}

/** Each body by its own calendar; null: the country's. */
export type CalendarOf = (agencyCode: string | null) => WorkingCalendar;

function finishedOf(history: readonly AnsweredTicket[], calendarOf: CalendarOf): FinishedTerm[] {
  return history.flatMap(({ agencyCode, topicId, startOn, answeredOn }) => {
    const workingDays = between(calendarOf(agencyCode), startOn, answeredOn);
    return workingDays === null ? [] : [{ agencyCode, topicId, workingDays: Math.max(0, workingDays) }];
  });
}

/** How much is open at a body against what is usual there: its flow times its usual time (Little's law). */
function loads(
  open: readonly OpenTicket[],
  finished: readonly FinishedTerm[],
  historyDays: number,
): Map<string, number> {
  const openOf = Map.groupBy(open, ({ agencyCode }) => agencyCode);
  const finishedBy = Map.groupBy(finished, ({ agencyCode }) => agencyCode);
  return new Map(
    [...openOf].map(([agencyCode, tickets]) => {
      const worked = (finishedBy.get(agencyCode) ?? []).reduce((sum, { workingDays }) => sum + workingDays, 0);
      const usual = worked / Math.max(1, historyDays);
      return [agencyCode, usual > 0 ? tickets.length / usual : 1];
    }),
  );
}

/** The chance of each open ticket to be late, with everything that speaks for it. */
export function risksOf(
  open: readonly OpenTicket[],
  history: readonly AnsweredTicket[],
  calendarOf: CalendarOf,
  today: Day,
): TicketRisk[] {
  const finished = finishedOf(history, calendarOf);
  const first = history.reduce<Day | null>(
    (least, { startOn }) => (least === null || startOn < least ? startOn : least),
    null,
  );
  const historyDays =
    first === null ? WORKING_DAYS_A_QUARTER : (between(calendarOf(null), first, today) ?? WORKING_DAYS_A_QUARTER);
  const loadOf = loads(open, finished, historyDays);
  const riskOf = createLateRisk(finished);
  return open.flatMap(({ ticketId, agencyCode, topicId, startOn, dueOn }) => {
    const calendar = calendarOf(agencyCode);
    const elapsed = between(calendar, startOn, today);
    const allowed = between(calendar, startOn, dueOn);
    if (elapsed === null || allowed === null) return [];
    const risk = riskOf({
      agencyCode,
      topicId,
      elapsed: Math.max(0, elapsed),
      allowed,
      load: loadOf.get(agencyCode) ?? 1,
    });
    return [{ ...risk, ticketId, band: bandOf(risk.probability) }];
  });
}

/** Learns from the older two thirds and is asked about the newer third, as it would have been at half of each term. */
export function calibrationOf(history: readonly AnsweredTicket[], calendarOf: CalendarOf): RiskCalibration {
  const inOrder = [...history].sort((a, b) => (a.startOn < b.startOn ? -1 : a.startOn > b.startOn ? 1 : 0));
  const cut = Math.floor((inOrder.length * 2) / 3);
  const riskOf = createLateRisk(finishedOf(inOrder.slice(0, cut), calendarOf));
  const outcomes = inOrder.slice(cut).flatMap(({ agencyCode, topicId, startOn, dueOn, answeredOn }) => {
    const calendar = calendarOf(agencyCode);
    const allowed = between(calendar, startOn, dueOn);
    const took = between(calendar, startOn, answeredOn);
    if (allowed === null || took === null) return [];
    const elapsed = Math.floor(allowed / 2);
    // Whoever had answered by then was not asked about any more.
    if (took < elapsed) return [];
    const { probability } = riskOf({ agencyCode, topicId, elapsed, allowed, load: 1 });
    return [{ probability, late: answeredOn > dueOn }];
  });
  const share = outcomes.length > 0 ? outcomes.filter(({ late }) => late).length / outcomes.length : null;
  const { bins, brier } = calibration(outcomes);
  return { cases: outcomes.length, bins, brier, baselineBrier: share === null ? null : share * (1 - share) };
}
