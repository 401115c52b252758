import type { PlacedChange } from './calendar-data.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { agencyOf, calendarEditionOf } from './clock-ledger.ts';
import { createClockMemo } from './clock-memo.ts';
import type { ClockReading } from './clock-reading.ts';
import type { Term } from './compute-due.ts';
import type { Rulebook } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A case that a calendar change would move. */
export interface MovedCase {
  readonly ticketId: string;
  readonly before: ClockReading;
  readonly after: ClockReading;
}

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly ledger: ClockEventsRepository;
  readonly promiseOf: (events: readonly ClockEvent[]) => Term;
}

const isSame = (a: ClockReading, b: ClockReading) =>
  a.promisedOn === b.promisedOn &&
  a.statutoryOn === b.statutoryOn &&
  a.hearingUntil === b.hearingUntil &&
  a.registrationDueAt?.getTime() === b.registrationDueAt?.getTime();

interface View {
  /** The body's calendar with the change; null where the change cannot be seen. */
  readonly changedFor: (agencyCode: string | null) => Promise<WorkingCalendar | null>;
  readonly calendarOf: (edition: string | null, agencyCode: string | null) => Promise<WorkingCalendar>;
  readonly memo: ReturnType<typeof createClockMemo>;
}

/** Ledgers in one reading: enough that the way to the database does not count, few enough for the memory. */
const PAGE = 5_000;
const MARGIN_DAYS = 14;

/** Which open cases a change of the calendar would move; nothing moves here. */
export function createCalendarMoves({ rulebook, calendars, ledger, promiseOf }: Deps) {
  function viewOf(change: string | PlacedChange): View {
    const editions = new Map<string, WorkingCalendar>();
    const changed = new Map<string | null, WorkingCalendar | null>();
    const trial = typeof change === 'string' ? null : calendars.withChange(change);
    return {
      memo: createClockMemo(rulebook),
      async changedFor(agencyCode) {
        const known = changed.get(agencyCode);
        if (known !== undefined) return known;
        const found =
          typeof change === 'string' ? await calendars.at(change, agencyCode) : (trial?.(agencyCode) ?? null);
        const seen = calendars.reaches(change, agencyCode) ? found : null;
        changed.set(agencyCode, seen);
        return seen;
      },
      async calendarOf(edition, agencyCode) {
        const key = `${edition} ${agencyCode}`;
        const found = editions.get(key) ?? (await calendars.at(edition, agencyCode));
        editions.set(key, found);
        return found;
      },
    };
  }

  /** The only day that the change touches, where it is a single one. */
  function dayOf(change: string | PlacedChange) {
    if (typeof change === 'string') return null;
    if (change.change.type === 'inherited') return change.change.on;
    return change.change.type === 'day' ? change.change.day.on : null;
  }

  async function page(
    change: string | PlacedChange,
    after: string | null,
    batch: number,
    { changedFor, calendarOf, memo }: View,
  ): Promise<{ moved: MovedCase[]; next: string | null }> {
    const isSaved = typeof change === 'string';
    const touching = dayOf(change);
    const { newest } = calendars;
    // Under an older edition a case may end a little earlier than under the newest.
    const margin = newest === null ? 0 : MARGIN_DAYS;
    const ledgers = await ledger.readOpen(after, batch, touching && { on: touching, margin });
    const moved: MovedCase[] = [];
    for (const { ticketId, events } of ledgers) {
      const agencyCode = agencyOf(events);
      const calendar = await changedFor(agencyCode);
      if (!calendar) continue;
      const promise = promiseOf(events);
      const own = await calendarOf(calendarEditionOf(events), agencyCode);
      const base = isSaved ? own : await calendarOf(newest, agencyCode);
      const way = memo.wayOf(base, events, promise);
      const before = memo.readingUnder(base, events, promise, way);
      // Nothing but a second look runs any more, and a dispute must never move a date of law.
      if (before.reviewOn !== null) continue;
      const changed =
        calendar.closes === base.closes && calendar.timezone === base.timezone
          ? memo.readingUnder(calendar, events, promise, way)
          : memo.readingUnder(calendar, events, promise);
      if (isSame(before, changed)) continue;
      moved.push({ ticketId, before: own === base ? before : memo.readingUnder(own, events, promise), after: changed });
    }
    return { moved, next: ledgers.length < batch ? null : (ledgers.at(-1)?.ticketId ?? null) };
  }

  return {
    /**
     * Open cases that would have other dates under the edition; of a change that nobody has saved, those that it moves
     * beyond what the newest edition does. Nothing moves.
     */
    async casesMovedBy(change: string | PlacedChange, batch = PAGE): Promise<MovedCase[]> {
      const view = viewOf(change);
      const moved: MovedCase[] = [];
      for (let after: string | null = null; ; ) {
        const found = await page(change, after, batch, view);
        for (const one of found.moved) moved.push(one);
        if (found.next === null) return moved;
        after = found.next;
      }
    },

    /** The same for one page of open cases; `next` is where the following page begins, or null. */
    movedAfter: (change: string | PlacedChange, after: string | null, batch: number) =>
      page(change, after, batch, viewOf(change)),
  };
}
