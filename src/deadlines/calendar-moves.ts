import { type Day, zoned } from '../kernel/day.ts';
import type { CalendarChange } from './calendar-data.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { type Clock, calendarEditionOf, computeClock } from './clock-ledger.ts';
import type { Term } from './compute-due.ts';
import type { Rulebook } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface ClockReading {
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly registrationDueAt: Date | null;
  /** A disputed answer is looked at again until then. */
  readonly reviewOn: Day | null;
  /** The citizen may answer a preliminary decision until then. */
  readonly hearingUntil: Day | null;
}

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

export const readingOf = ({
  promisedOn,
  statutoryOn,
  registrationDueAt,
  review,
  hearing,
  stage,
}: Clock): ClockReading => ({
  promisedOn,
  statutoryOn,
  registrationDueAt,
  reviewOn: review?.dueOn ?? null,
  hearingUntil: stage === 'hearing' ? (hearing?.objectionDueOn ?? null) : null,
});

const isSame = (a: ClockReading, b: ClockReading) =>
  a.promisedOn === b.promisedOn &&
  a.statutoryOn === b.statutoryOn &&
  a.reviewOn === b.reviewOn &&
  a.hearingUntil === b.hearingUntil &&
  a.registrationDueAt?.getTime() === b.registrationDueAt?.getTime();

/** A day after every date of a case cannot move it. */
function isPast(
  { promisedOn, statutoryOn, registrationDueAt }: ClockReading,
  on: Day,
  calendar: WorkingCalendar,
): boolean {
  const registrationOn = registrationDueAt && zoned(registrationDueAt, calendar.timezone).on;
  // Without a promise the calendar did not reach so far: then a change may give one.
  return promisedOn !== null && [promisedOn, statutoryOn, registrationOn].every((date) => date === null || date < on);
}

/** Which open cases a change of the calendar would move; nothing moves here. */
export function createCalendarMoves({ rulebook, calendars, ledger, promiseOf }: Deps) {
  async function movedAfter(
    change: string | CalendarChange,
    after: string | null,
    batch: number,
  ): Promise<{ moved: MovedCase[]; next: string | null }> {
    const isSaved = typeof change === 'string';
    const calendar = isSaved ? await calendars.at(change) : calendars.withChange(change);
    const ledgers = await ledger.readOpen(after, batch);
    const moved: MovedCase[] = [];
    for (const { ticketId, events } of ledgers) {
      const promise = promiseOf(events);
      const under = (days: WorkingCalendar) => readingOf(computeClock(events, rulebook, days, promise));
      const own = await calendars.at(calendarEditionOf(events));
      const base = isSaved ? own : calendars.current();
      const before = under(base);
      if (!isSaved && change.type === 'day' && isPast(before, change.day.on, base)) continue;
      const changed = under(calendar);
      if (!isSame(before, changed))
        moved.push({ ticketId, before: own === base ? before : under(own), after: changed });
    }
    return { moved, next: ledgers.length < batch ? null : (ledgers.at(-1)?.ticketId ?? null) };
  }

  return {
    /**
     * Open cases that would have other dates under the edition; of a change that nobody has saved, those that it moves
     * beyond what the newest edition does. Nothing moves.
     */
    async casesMovedBy(change: string | CalendarChange, batch = 200): Promise<MovedCase[]> {
      const moved: MovedCase[] = [];
      for (let after: string | null = null; ; ) {
        const page = await movedAfter(change, after, batch);
        moved.push(...page.moved);
        if (page.next === null) return moved;
        after = page.next;
      }
    },

    /** The same for one page of open cases; `next` is where the following page begins, or null. */
    movedAfter,
  };
}
