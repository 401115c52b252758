import { type Day, zoned } from '../kernel/day.ts';
import { type ClockEvent, type ClockFact, standingFacts } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { type ClockReading, readingOf } from './clock-reading.ts';
import type { Term } from './compute-due.ts';
import type { Rulebook } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Offsets of time zones are multiples of a quarter of an hour, so a quarter lies in one day. */
const QUARTER_MS = 900_000;
/** Fields that no date depends on. */
const WORDS: ReadonlySet<string> = new Set(['id', 'at', 'number', 'reason', 'by', 'signedBy', 'edition', 'calendar']);

/**
 * The dates of many ledgers: two that went the same way on the same days have the same dates, and of a hundred thousand
 * there are some thousand ways. Only the day of an event, and whether offices had closed, can matter to a date.
 */
export function createClockMemo(rulebook: Rulebook) {
  const known = new Map<WorkingCalendar, { readings: Map<string, ClockReading>; moments: Map<number, string> }>();

  function momentOf(at: Date, calendar: WorkingCalendar, moments: Map<number, string>): string {
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    let found = moments.get(quarter);
    if (found === undefined) {
      const { on } = zoned(at, calendar.timezone);
      found = `${on} ${calendar.closesAt(on as Day).getTime()}`;
      moments.set(quarter, found);
    }
    return at.getTime() > Number(found.slice(11)) ? `${found.slice(0, 10)}+` : found.slice(0, 10);
  }

  function partOf(fact: ClockFact, moment: string): string {
    let part = `${fact.type}@${moment}`;
    for (const [field, value] of Object.entries(fact)) {
      if (WORDS.has(field) || field === 'type' || value === null || value === undefined) continue;
      part += `|${field}=${value}`;
    }
    return part;
  }

  function ownOf(calendar: WorkingCalendar) {
    let own = known.get(calendar);
    if (!own) {
      own = { readings: new Map(), moments: new Map() };
      known.set(calendar, own);
    }
    return own;
  }

  /** How a ledger went, as far as dates depend on it; the same under every calendar with the same closing hour. */
  function wayOf(calendar: WorkingCalendar, events: readonly ClockEvent[], { length, cutoff }: Term): string {
    const { moments } = ownOf(calendar);
    const facts = events.some(({ type }) => type === 'corrected') ? standingFacts(events) : (events as ClockFact[]);
    let way = `${length.value} ${length.unit} ${cutoff}`;
    for (const fact of facts) way += `\n${partOf(fact, momentOf(fact.at, calendar, moments))}`;
    return way;
  }

  function readingUnder(
    calendar: WorkingCalendar,
    events: readonly ClockEvent[],
    promise: Term,
    way = wayOf(calendar, events, promise),
  ): ClockReading {
    const { readings } = ownOf(calendar);
    const before = readings.get(way);
    if (before) return before;
    const reading = readingOf(computeClock(events, rulebook, calendar, promise));
    readings.set(way, reading);
    return reading;
  }

  return { wayOf, readingUnder };
}
