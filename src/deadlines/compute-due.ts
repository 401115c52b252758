import { addDays, addMonths, type Day, daysBetween, zoned } from '../kernel/day.ts';
import type { Localised } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { CalendarPlace, SpecialDay } from './calendar-data.ts';
import type { Length, Rule, StartEvent, Trust } from './rule.ts';
import type { TermEvent } from './term-event.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** One fact in the explanation of a date; `describeSteps` makes a sentence of it. */
export type Step =
  | { type: 'term'; length: Length; basis: 'law' | 'promise' }
  | { type: 'started'; event: Term['starts']['event']; on: Day; at: string | null }
  | { type: 'moved_start'; on: Day; reason: 'after_hours' | 'day_off'; closesAt: string }
  | { type: 'first_day'; on: Day }
  /** `of`: the day is the own one of a territory or a body. */
  | { type: 'skipped'; on: Day; reason: 'weekend' | SpecialDay['kind']; name: Localised | null; of?: CalendarPlace }
  | { type: 'worked_weekend'; on: Day; name: Localised; of?: CalendarPlace }
  | { type: 'last_day'; on: Day }
  | { type: 'redirected'; on: Day; to: string | null }
  | { type: 'paused'; from: Day; until: Day; added: number }
  | {
      type: 'extended';
      decisionOn: Day;
      until: Day;
      by: string | null;
      signedBy: string | null;
      reason: string | null;
      max: Length | null;
      noticeDueOn: Day | null;
    }
  | { type: 'rolled'; from: Day; to: Day; settled: boolean; name: Localised | null }
  | { type: 'calendar_incomplete'; year: number }
  | { type: 'source'; article: string; citation: Localised; url: string | null; trust: Trust };

export interface DueDate {
  readonly rule: string;
  /** The last day on which the answer is in time, after roll-over. */
  readonly dueOn: Day;
  /** The same before roll-over: equal unless the last day is a day off. */
  readonly strictDueOn: Day;
  readonly steps: readonly Step[];
}

/** What a term needs to know of a rule; a service promise is one without an article. */
export type Term = Pick<Rule, 'length' | 'cutoff' | 'firstDay' | 'rollOver'> & {
  readonly id: string;
  readonly starts: { readonly event: StartEvent | 'arrival' | 'dispute' };
} & Partial<Pick<Rule, 'extension' | 'redirect' | 'pause' | 'article' | 'citation' | 'source' | 'trust'>>;

const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The day on which the event counts as having happened (a term's day zero). */
function effectiveStart(term: Term, start: Date | Day, calendar: WorkingCalendar, steps: Step[]): Day {
  const on = typeof start === 'string' ? start : zoned(start, calendar.timezone).on;
  steps.push({
    type: 'started',
    event: term.starts.event,
    on,
    at: typeof start === 'string' ? null : start.toISOString(),
  });
  if (term.cutoff === 'none') return on;
  const dayOff = !calendar.isWorkingDay(on);
  const afterHours = typeof start !== 'string' && start.getTime() > calendar.closesAt(on).getTime();
  if (!dayOff && !afterHours) return on;
  const moved = calendar.addWorkingDays(on, 1);
  const closesAt = clockText(calendar.closes);
  steps.push({ type: 'moved_start', on: moved, reason: dayOff ? 'day_off' : 'after_hours', closesAt });
  return moved;
}

/** The end of a length counted from day zero, before any roll-over. */
export function addLength(from: Day, length: Length, calendar: WorkingCalendar, firstDay: Rule['firstDay']): Day {
  const counted = firstDay === 'same_day' && length.value > 0;
  switch (length.unit) {
    case 'working_days':
      return calendar.addWorkingDays(counted ? addDays(from, -1) : from, length.value);
    case 'calendar_days':
      return addDays(from, counted ? length.value - 1 : length.value);
    case 'months':
      return addMonths(from, length.value);
    case 'service_hours':
      return zoned(calendar.addWorkingMinutes(calendar.opensAt(from), length.value * 60), calendar.timezone).on;
  }
}

function explainDays(from: Day, to: Day, calendar: WorkingCalendar, steps: Step[]): void {
  for (const { on, working, special } of calendar.unusualDays(from, to)) {
    const own = special?.of ? { of: special.of } : {};
    const name = special?.name ?? null;
    if (!working) steps.push({ type: 'skipped', on, reason: special?.kind ?? 'weekend', name, ...own });
    else if (name) steps.push({ type: 'worked_weekend', on, name, ...own });
  }
}

function countTerm(term: Term, start: Day, calendar: WorkingCalendar, steps: Step[]): Day {
  const end = addLength(start, term.length, calendar, term.firstDay);
  const { unit, value } = term.length;
  if (unit === 'working_days' && value > 0) {
    const from = term.firstDay === 'same_day' ? start : addDays(start, 1);
    steps.push({ type: 'first_day', on: calendar.nextWorkingDay(from) });
    explainDays(from, end, calendar, steps);
  } else if (unit === 'working_days' && value < 0) {
    explainDays(end, addDays(start, -1), calendar, steps);
  } else if (unit === 'calendar_days') {
    steps.push({ type: 'first_day', on: term.firstDay === 'same_day' ? start : addDays(start, 1) });
  }
  steps.push({ type: 'last_day', on: end });
  return end;
}

function pauseLength(term: Term, from: Day, until: Day, calendar: WorkingCalendar): number {
  return term.length.unit === 'working_days' ? calendar.workingDaysBetween(from, until) : daysBetween(from, until);
}

/**
 * The last day of a term and every step that led to it. Pure: the same inputs give the same date for ever. Refuses a
 * pause or an extension that the rule does not know, and days the calendar does not cover.
 */
export function computeDue(
  term: Term,
  start: Date | Day,
  events: readonly TermEvent[],
  calendar: WorkingCalendar,
): DueDate {
  const steps: Step[] = [{ type: 'term', length: term.length, basis: term.article ? 'law' : 'promise' }];
  const zero = effectiveStart(term, start, calendar, steps);
  let end = countTerm(term, zero, calendar, steps);
  let begun = zero;
  let pausedOn: Day | null = null;
  let extensions = 0;

  for (const event of events) {
    switch (event.type) {
      case 'redirected': {
        if (!term.redirect || term.redirect.restarts === 'none') {
          throw new Refusal('deadline.redirect_unknown', { rule: term.id });
        }
        steps.push({ type: 'redirected', on: event.on, to: event.to ?? null });
        begun = event.on;
        end = countTerm(term, begun, calendar, steps);
        break;
      }
      case 'extended': {
        const until = extendedUntil(term, begun, end, event.decisionOn, calendar, event.until);
        extensions += 1;
        if (term.extension?.times && extensions > term.extension.times) {
          throw new Refusal('deadline.extension_spent', { rule: term.id, times: term.extension.times });
        }
        const notice = term.extension?.noticeWithin ?? null;
        steps.push({
          type: 'extended',
          decisionOn: event.decisionOn,
          until,
          by: event.by ?? null,
          signedBy: event.signedBy ?? null,
          reason: event.reason ?? null,
          max: term.extension?.max ?? null,
          noticeDueOn: notice && addLength(event.decisionOn, notice, calendar, 'next_day'),
        });
        end = until;
        break;
      }
      case 'paused': {
        if (!term.pause?.allowed) throw new Refusal('deadline.pause_not_allowed', { rule: term.id });
        pausedOn = event.on;
        break;
      }
      case 'resumed': {
        if (!pausedOn) throw new Refusal('deadline.not_paused', { rule: term.id });
        const added = pauseLength(term, pausedOn, event.on, calendar);
        end = term.length.unit === 'working_days' ? calendar.addWorkingDays(end, added) : addDays(end, added);
        steps.push({ type: 'paused', from: pausedOn, until: event.on, added });
        pausedOn = null;
        break;
      }
    }
  }
  return rollOver(term, end, calendar, steps);
}

/** The latest day an extension may reach, before roll-over; null when the rule sets no limit. */
export function latestExtension(
  { extension }: Pick<Term, 'extension'>,
  begun: Day,
  dueOn: Day,
  decisionOn: Day,
  calendar: WorkingCalendar,
): Day | null {
  if (!extension?.max) return null;
  const from = { decision_date: decisionOn, due_date: dueOn, start: begun }[extension.countedFrom];
  return addLength(from, extension.max, calendar, 'next_day');
}

function extendedUntil(
  term: Term,
  begun: Day,
  end: Day,
  decisionOn: Day,
  calendar: WorkingCalendar,
  wanted: Day | undefined,
): Day {
  if (!term.extension) throw new Refusal('deadline.extension_not_allowed', { rule: term.id });
  const latest = latestExtension(term, begun, end, decisionOn, calendar);
  if (wanted === undefined) {
    if (latest === null) throw new Refusal('deadline.extension_needs_day', { rule: term.id });
    return latest;
  }
  const allowed = latest !== null && term.rollOver !== 'none' ? calendar.nextWorkingDay(latest) : latest;
  if (allowed !== null && wanted > allowed) {
    throw new Refusal('deadline.extension_too_long', { rule: term.id, until: wanted, latest: allowed });
  }
  if (wanted <= end) throw new Refusal('deadline.extension_not_later', { rule: term.id, until: wanted, dueOn: end });
  return wanted;
}

function rollOver(term: Term, end: Day, calendar: WorkingCalendar, steps: Step[]): DueDate {
  let dueOn = end;
  if (term.rollOver !== 'none' && !calendar.isWorkingDay(end)) {
    dueOn = calendar.nextWorkingDay(end);
    const name = calendar.specialDay(end)?.name ?? null;
    steps.push({ type: 'rolled', from: end, to: dueOn, settled: term.rollOver === 'next_working_day', name });
  }
  const usesCalendar = term.length.unit === 'working_days' || term.rollOver !== 'none';
  if (usesCalendar && calendar.isWeekendsOnly(dueOn)) {
    steps.push({ type: 'calendar_incomplete', year: Number(dueOn.slice(0, 4)) });
  }
  if (term.article && term.citation && term.source && term.trust) {
    const { article, citation, source, trust } = term;
    steps.push({ type: 'source', article, citation, url: source.url, trust });
  }
  return { rule: term.id, dueOn, strictDueOn: end, steps };
}
