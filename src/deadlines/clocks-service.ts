import { type Day, zoned } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createCalendarMoves } from './calendar-moves.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import { type ClockEvent, correctedRegistration, standingFacts } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { appendEvent } from './clock-guard.ts';
import { type Clock, type Hearing, isRunning } from './clock-ledger.ts';
import { type ClockSubject, createClockReader, type PromisesBook } from './clock-reader.ts';
import { type ClockReading, readingOf } from './clock-reading.ts';
import type { DuePointsRepository, FiredPoint } from './due-points-repository.ts';
import { escalationPoints, tellingOf } from './escalation.ts';
import type { Rulebook } from './rulebook.ts';
import { createTriageTerm } from './triage-term.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What may happen to a ticket, without ids and times: those are the transaction's. */
export type ClockEntry =
  | { type: 'delivered' | 'redirected' | 'withdrawn' | 'closed' | 'answered' | 'disputed' }
  | { type: 'registered'; number: string; on: Day; procedure?: string }
  | { type: 'registration_corrected'; number: string; on: Day; reason: string }
  | { type: 'extended'; decisionOn: Day; until: Day | null; by: string; signedBy?: string; reason: string }
  | { type: 'clarification_asked' | 'clarified' | 'preliminary_decision_sent' }
  | { type: 'citizen_heard'; position?: 'agrees' | 'objects' | 'wants_hearing' };

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly ledger: ClockEventsRepository;
  readonly duePoints: DuePointsRepository;
  readonly promises?: PromisesBook;
}

/** From the first day that a date of the clock counts over to the last: a changed day outside moves nothing. */
function daysCounted(clock: Clock, timezone: string): { countsFrom: Day; countsUntil: Day | null } {
  const { promisedOn, statutoryOn, registrationDueAt, redirectDueOn, forwardDueOn, hearing, review } = clock;
  const registrationOn = registrationDueAt && zoned(registrationDueAt, timezone).on;
  const hearingDays = [hearing?.noticeDueOn, hearing?.objectionDueOn, hearing?.earliestActOn];
  const days = [promisedOn, statutoryOn, registrationOn, redirectDueOn, forwardDueOn, review?.dueOn, ...hearingDays];
  const latest = days.filter((on): on is Day => Boolean(on)).reduce<Day | null>((a, b) => (a && a > b ? a : b), null);
  return { countsFrom: zoned(clock.receivedAt, timezone).on, countsUntil: latest };
}

/** The body that was proposed to the citizen, or chosen for them, before it had the case. */
const proposal = (tx: Tx, { agencyCode, receivedAt }: ClockSubject): ClockEvent => ({
  id: newId(tx.now.getTime()),
  at: receivedAt ?? tx.now,
  type: 'proposed',
  agency: agencyCode,
});

function awaitsClarification(events: readonly ClockEvent[]): boolean {
  const last = standingFacts(events).findLast(({ type }) => type === 'clarification_asked' || type === 'clarified');
  return last?.type === 'clarification_asked';
}

/** Beyond the covered days nobody knows, so nothing is held back. */
function isOpen(calendar: WorkingCalendar, now: Date): boolean {
  const today = zoned(now, calendar.timezone).on;
  const covered = today >= calendar.coveredFrom && today < calendar.coveredUntil;
  return !covered || calendar.nextWorkingInstant(now) <= now;
}

export function createClocksService({ rulebook, calendars, ledger, duePoints, promises }: Deps) {
  const { compute, calendarOf, promiseOf, ...reader } = createClockReader({
    rulebook,
    calendars,
    ledger,
    ...(promises ? { promises } : {}),
  });
  const moves = createCalendarMoves({ rulebook, calendars, ledger, promiseOf });
  const triage = createTriageTerm({ rulebook, calendars, duePoints });

  async function write(
    tx: Tx,
    ticketId: string,
    known: readonly ClockEvent[],
    added: readonly ClockEvent[],
  ): Promise<Clock> {
    let events = known;
    for (const event of added) {
      const after = [...events, event];
      events = appendEvent(events, event, rulebook, await calendarOf(after), promiseOf(after));
    }
    const clock = await compute(events);
    const isOpen = isRunning(clock.stage) || clock.review !== null;
    const calendar = await calendarOf(events);
    const head = { isOpen, beyondCalendar: clock.beyondCalendar, ...daysCounted(clock, calendar.timezone) };
    await ledger.add(tx, ticketId, known.length, added, head);
    const points = escalationPoints(clock, calendar, rulebook.escalation);
    const telling = tellingOf(points, tx.now, { body: calendar, service: calendars.current() });
    await duePoints.replace(tx, ticketId, telling, clock.agency);
    return clock;
  }

  function toEvent(tx: Tx, { agencyCode }: ClockSubject, entry: ClockEntry, known: readonly ClockEvent[]): ClockEvent {
    const base = { id: newId(tx.now.getTime()), at: tx.now };
    const on = reader.dayAt(agencyCode, tx.now);
    switch (entry.type) {
      case 'delivered':
        return { ...base, type: 'delivered', agency: agencyCode };
      case 'redirected':
      case 'withdrawn':
      case 'closed':
        return { ...base, type: 'ended', as: entry.type };
      case 'extended': {
        const { until, ...rest } = entry;
        return { ...base, ...rest, ...(until && { until }) };
      }
      case 'registered':
        return { ...base, ...entry };
      case 'registration_corrected':
        return { ...base, ...correctedRegistration(known, entry, newId(tx.now.getTime())) };
      case 'disputed':
        return { ...base, type: 'disputed' };
      case 'citizen_heard':
        return { ...base, ...entry, on };
      default:
        return { ...base, type: entry.type, on };
    }
  }

  return {
    ...reader,
    ...moves,
    ...triage,

    /** Adds what happened to the ticket's ledger; the ledger of a new ticket begins with its receipt. */
    async record(tx: Tx, subject: ClockSubject, entry: ClockEntry): Promise<ClockReading> {
      const known = subject.isNew ? [] : await ledger.load(tx, subject.ticketId);
      const receipt: ClockEvent[] =
        known.length > 0
          ? []
          : [
              {
                id: newId(tx.now.getTime()),
                at: subject.receivedAt ?? tx.now,
                type: 'received',
                procedure: subject.procedure,
                topic: subject.topicId,
                calendar: calendars.newest,
                redirects: subject.redirects ?? 0,
                complainedOf: subject.complainedOf ?? null,
              },
              ...(entry.type === 'delivered' ? [proposal(tx, subject)] : []),
            ];
      // A question from before questions were in the ledger: its answer starts nothing.
      if (entry.type === 'clarified' && !awaitsClarification(known)) return readingOf(await compute(known));
      return readingOf(await write(tx, subject.ticketId, known, [...receipt, toEvent(tx, subject, entry, known)]));
    },

    /** Any event of the ledger, corrections among them. */
    async append(tx: Tx, ticketId: string, event: ClockEvent): Promise<Clock> {
      return write(tx, ticketId, await ledger.load(tx, ticketId), [event]);
    },

    /** The hearing as the ledger stands inside this transaction; the ledger stays locked until its commit. */
    async hearing(tx: Tx, ticketId: string): Promise<Hearing | null> {
      const events = await ledger.load(tx, ticketId);
      return events.length > 0 ? (await compute(events)).hearing : null;
    },

    async silence(tx: Tx, ticketId: string): Promise<Clock['silence']> {
      return (await compute(await ledger.load(tx, ticketId))).silence;
    },

    /** Posts whose holder may decide an extension as the ledger stands; empty where the law names none. */
    async extensionPosts(tx: Tx, ticketId: string): Promise<readonly string[]> {
      return (await compute(await ledger.load(tx, ticketId))).rule?.extension?.decidedBy ?? [];
    },

    async forwardDueOn(tx: Tx, ticketId: string): Promise<Day | null> {
      return (await compute(await ledger.load(tx, ticketId))).forwardDueOn;
    },

    /** An operator confirmed: the case lives under the edition from now on, and the citizen is to be told. */
    async moveToCalendar(tx: Tx, ticketId: string, edition: string): Promise<ClockReading> {
      const known = await ledger.load(tx, ticketId);
      const event = { id: newId(tx.now.getTime()), at: tx.now, type: 'superseded_by_calendar', edition } as const;
      return readingOf(await write(tx, ticketId, known, [event]));
    },

    claimTelling: duePoints.claimTelling,

    /**
     * What is due by now, marked as told in this transaction. Outside the receiver's working hours nothing is due;
     * what piled up comes with the next opening.
     */
    async sweep(tx: Tx, limit: number): Promise<FiredPoint[]> {
      const own = calendars
        .ownCalendars()
        .map(({ agencyCode, calendar }) => ({ agencyCode, open: isOpen(calendar, tx.now) }));
      const codes = (open: boolean) => own.filter((body) => body.open === open).map(({ agencyCode }) => agencyCode);
      if (isOpen(calendars.current(), tx.now))
        return duePoints.take(tx, tx.now, limit, { only: null, except: codes(false) });
      const early = codes(true);
      return early.length === 0 ? [] : duePoints.take(tx, tx.now, limit, { only: early, except: [] });
    },
  };
}
export type ClocksService = ReturnType<typeof createClocksService>;
