export type {
  CalendarChange,
  CalendarData,
  CalendarScope,
  LocalScope,
  PlacedChange,
  WorkingWeek,
} from './calendar-data.ts';
export { CalendarYear, OfficeHours, SpecialDay } from './calendar-data.ts';
export type { CalendarEdition, CalendarPlaces } from './calendar-editions.ts';
export type { MovedCase } from './calendar-moves.ts';
export { wallText } from './calendar-rows.ts';
export type { CalendarsRepository } from './calendars-repository.ts';
export { createCalendarsRepository } from './calendars-repository.ts';
export { ClockEvent, type ClockEventType, standingFacts } from './clock-event.ts';
export { type ClockEventsRepository, createClockEventsRepository } from './clock-events-repository.ts';
export { appendEvent } from './clock-guard.ts';
export type { Clock, Hearing } from './clock-ledger.ts';
export { calendarEditionOf, computeClock } from './clock-ledger.ts';
export type { ClockSubject, HearingOffer } from './clock-reader.ts';
export type { ClockReading } from './clock-reading.ts';
export type { ClockEntry, ClocksService } from './clocks-service.ts';
export { createClocksService } from './clocks-service.ts';
export { type Compliance, complianceOf, type TermsKept } from './compliance.ts';
export type { DueDate, Step, Term } from './compute-due.ts';
export { computeDue } from './compute-due.ts';
export { dayText } from './day-text.ts';
export { describeDue, describeSteps, lengthText } from './describe-steps.ts';
export { type Digest, digestsOf } from './digest.ts';
export { createDuePointsRepository, type DuePointsRepository, type FiredPoint } from './due-points-repository.ts';
export type { DuePoint, PointClock } from './escalation.ts';
export { escalationPoints } from './escalation.ts';
export type { EscalationPlan, ReceiverRole } from './escalation-plan.ts';
export { type ClockExplanation, explainClock } from './explain-clock.ts';
export type { ExtensionOffer, ExtensionRequest } from './extension.ts';
export { checkExtension, offerExtension } from './extension.ts';
export type { DeadlineEvent } from './ics.ts';
export { deadlineIcs } from './ics.ts';
export {
  type CalibrationBin,
  calibration,
  createLateRisk,
  type FinishedTerm,
  type LateRisk,
  type RunningTerm,
} from './late-risk.ts';
export type { CitizenPosition, ClockStage } from './ledger-reading.ts';
export type { Jurisdiction } from './load-rulebook.ts';
export { jurisdictionOfRule, knownJurisdictions, loadJurisdiction } from './load-rulebook.ts';
export { createPromisesRepository, type PromiseEdit, type PromisesRepository } from './promises-repository.ts';
export { readCalendarFile } from './read-calendar-file.ts';
export { readInstant } from './read-instant.ts';
export {
  type AnsweredTicket,
  calibrationOf,
  type OpenTicket,
  RISK_BANDS,
  type RiskBand,
  risksOf,
  type TicketRisk,
} from './risk-of-tickets.ts';
export type { Length, Rule, Trust } from './rule.ts';
export { editionOn } from './rule.ts';
export type { Rulebook } from './rulebook.ts';
export { type Promises, promiseFor } from './rulebook.ts';
export { TermEvent } from './term-event.ts';
export type { DateState, TimeLeft } from './time-left.ts';
export { calendarEndsIn, dateState, timeLeft } from './time-left.ts';
export { isTimezone, type TimezoneProblem, timezoneProblem } from './timezone-check.ts';
export type { WorkingCalendar } from './working-calendar.ts';
export { createWorkingCalendar } from './working-calendar.ts';
