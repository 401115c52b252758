import type { CalendarChange } from './calendar-data.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { calendarEditionOf } from './clock-ledger.ts';
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
  readonly calendar: WorkingCalendar;
  readonly calendarOf: (edition: string | null) => Promise<WorkingCalendar>;
  readonly memo: ReturnType<typeof createClockMemo>;
}

/** Ledgers in one reading: enough that the way to the database does not count, few enough for the memory. */
const PAGE = 5_000;
const MARGIN_DAYS = 14;

/** Which open cases a change of the calendar would move; nothing moves here. */
export function createCalendarMoves({ rulebook, calendars, ledger, promiseOf }: Deps) {
  async function viewOf(change: string | CalendarChange): Promise<View> {
    const editions = new Map<string | null, WorkingCalendar>();
    return {
      calendar: typeof change === 'string' ? await calendars.at(change) : calendars.withChange(change),
      memo: createClockMemo(rulebook),
      async calendarOf(edition) {
        const found = editions.get(edition) ?? (await calendars.at(edition));
        editions.set(edition, found);
        return found;
      },
    };
  }

  async function page(
    change: string | CalendarChange,
    after: string | null,
    batch: number,
    { calendar, calendarOf, memo }: View,
  ): Promise<{ moved: MovedCase[]; next: string | null }> {
    const isSaved = typeof change === 'string';
    const touching = !isSaved && change.type === 'day' ? change.day.on : null;
    // Under an older edition a case may end a little earlier than under the newest.
    const margin = calendars.newest === null ? 0 : MARGIN_DAYS;
    const ledgers = await ledger.readOpen(after, batch, touching && { on: touching, margin });
    const moved: MovedCase[] = [];
    for (const { ticketId, events } of ledgers) {
      const promise = promiseOf(events);
      const own = await calendarOf(calendarEditionOf(events));
      const base = isSaved ? own : calendars.current();
      const way = memo.wayOf(base, events, promise);
      const before = memo.readingUnder(base, events, promise, way);
      // Nothing but a second look runs any more, and a dispute must never move a date of law.
      if (before.reviewOn !== null) continue;
      const changed =
        calendar.closes === base.closes
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
    async casesMovedBy(change: string | CalendarChange, batch = PAGE): Promise<MovedCase[]> {
      const view = await viewOf(change);
      const moved: MovedCase[] = [];
      for (let after: string | null = null; ; ) {
        const found = await page(change, after, batch, view);
        for (const one of found.moved) moved.push(one);
        if (found.next === null) return moved;
        after = found.next;
      }
    },

    /** The same for one page of open cases; `next` is where the following page begins, or null. */
    movedAfter: async (change: string | CalendarChange, after: string | null, batch: number) =>
      page(change, after, batch, await viewOf(change)),
  };
}
