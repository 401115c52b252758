import { type Day, zoned } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { CalendarChange } from './calendar-data.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import { type ClockEvent, standingFacts } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { appendEvent } from './clock-guard.ts';
import { type Clock, calendarEditionOf, computeClock, type Hearing, hearingDays } from './clock-ledger.ts';
import { type TermsKept, termsKept } from './compliance.ts';
import { computeDue } from './compute-due.ts';
import type { DuePointsRepository, FiredPoint } from './due-points-repository.ts';
import { type DuePoint, escalationPoints, plannedPoints } from './escalation.ts';
import { checkExtension, type ExtensionOffer, type ExtensionRequest, offerExtension } from './extension.ts';
import { promiseFor, type Rulebook } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What a caller says about a ticket; `receivedAt` and `redirects` matter only when its ledger begins. */
export interface ClockSubject {
  readonly ticketId: string;
  readonly agencyCode: string;
  readonly procedure: string;
  readonly topicId: string | null;
  /** When the citizen's message came, if earlier than this ticket: a promise is not made longer by passing it on. */
  readonly receivedAt?: Date;
  readonly redirects?: number;
  /** A complaint filed with the body it is about. */
  readonly complainedOf?: string;
}

/** What may happen to a ticket, without ids and times: those are the transaction's. */
export type ClockEntry =
  | { type: 'delivered' | 'redirected' | 'withdrawn' | 'closed' | 'answered' | 'disputed' }
  | { type: 'registered'; number: string; on: Day; procedure?: string }
  | { type: 'extended'; decisionOn: Day; until: Day | null; by: string; reason: string }
  | { type: 'clarification_asked' | 'clarified' | 'preliminary_decision_sent' }
  | { type: 'citizen_heard'; position?: 'agrees' | 'objects' | 'wants_hearing' };

export interface ClockReading {
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly registrationDueAt: Date | null;
}

/** A hearing as it stands, and what sending the preliminary decision would mean. */
export interface HearingOffer extends Hearing {
  readonly ifSent: { readonly sentOn: Day; readonly objectionDueOn: Day | null; readonly earliestActOn: Day };
  /** Sent now, the act could no longer come within the term. */
  readonly isLate: boolean;
  readonly statutoryOn: Day | null;
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
  readonly duePoints: DuePointsRepository;
}

const readingOf = ({ promisedOn, statutoryOn, registrationDueAt }: Clock): ClockReading => ({
  promisedOn,
  statutoryOn,
  registrationDueAt,
});

const isSame = (a: ClockReading, b: ClockReading) =>
  a.promisedOn === b.promisedOn &&
  a.statutoryOn === b.statutoryOn &&
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

/** Of the points that are already past only the newest per date and receiver is told: a digest, not a flood. */
function worthTelling(points: readonly DuePoint[], now: Date): DuePoint[] {
  const newest = new Map<string, DuePoint>();
  for (const point of points) if (point.dueAt <= now) newest.set(`${point.clock} ${point.receiver}`, point);
  return points.filter((point) => point.dueAt > now || newest.get(`${point.clock} ${point.receiver}`) === point);
}

/** Beyond the covered days nobody knows, so nothing is held back. */
function isOpen(calendar: WorkingCalendar, now: Date): boolean {
  const today = zoned(now, calendar.timezone).on;
  const covered = today >= calendar.coveredFrom && today < calendar.coveredUntil;
  return !covered || calendar.nextWorkingInstant(now) <= now;
}

export function createClocksService({ rulebook, calendars, ledger, duePoints }: Deps) {
  async function compute(events: readonly ClockEvent[], edition = calendarEditionOf(events)): Promise<Clock> {
    return computeClock(events, rulebook, await calendars.at(edition), promiseOf(events));
  }

  function promiseOf(events: readonly ClockEvent[]) {
    const received = standingFacts(events).find((fact) => fact.type === 'received');
    return promiseFor(rulebook.promises, received?.type === 'received' ? received.topic : null);
  }

  async function write(
    tx: Tx,
    ticketId: string,
    known: readonly ClockEvent[],
    added: readonly ClockEvent[],
  ): Promise<Clock> {
    let events = known;
    for (const event of added) {
      const calendar = await calendars.at(calendarEditionOf([...events, event]));
      events = appendEvent(events, event, rulebook, calendar, promiseOf([...events, event]));
    }
    const clock = await compute(events);
    const isOpen = clock.stage !== 'answered' && clock.stage !== 'ended';
    await ledger.add(tx, ticketId, known.length, added, { isOpen, beyondCalendar: clock.beyondCalendar });
    const calendar = await calendars.forReceiver(calendarEditionOf(events), clock.agency);
    const points = escalationPoints(clock, calendar, rulebook.escalation);
    await duePoints.replace(tx, ticketId, worthTelling(points, tx.now), clock.agency);
    return clock;
  }

  /** The last day for an operator to name one body: a rule of the service, not of the law. */
  function triageDueOn(since: Date): Day | null {
    try {
      const length = rulebook.promises.triage;
      return computeDue({ ...promiseFor(rulebook.promises, null), length }, since, [], calendars.current()).dueOn;
    } catch (error) {
      if (isRefusal(error, 'deadline.calendar_not_covered')) return null;
      throw error;
    }
  }

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

  function toEvent(tx: Tx, { agencyCode }: ClockSubject, entry: ClockEntry): ClockEvent {
    const base = { id: newId(tx.now.getTime()), at: tx.now };
    const on = zoned(tx.now, calendars.current().timezone).on;
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
      case 'disputed':
        return { ...base, type: 'disputed' };
      case 'citizen_heard':
        return { ...base, ...entry, on };
      default:
        return { ...base, type: entry.type, on };
    }
  }

  return {
    /** Adds what happened to the ticket's ledger; the ledger of a new ticket begins with its receipt. */
    async record(tx: Tx, subject: ClockSubject, entry: ClockEntry): Promise<ClockReading> {
      const known = await ledger.load(tx, subject.ticketId);
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
            ];
      return readingOf(await write(tx, subject.ticketId, known, [...receipt, toEvent(tx, subject, entry)]));
    },

    /** Any event of the ledger, corrections among them. */
    async append(tx: Tx, ticketId: string, event: ClockEvent): Promise<Clock> {
      return write(tx, ticketId, await ledger.load(tx, ticketId), [event]);
    },

    /** The promise that a card can show before anything was sent; null beyond the calendar. */
    preview({ procedure, topicId }: Omit<ClockSubject, 'ticketId'>, at: Date): Day | null {
      const received: ClockEvent = {
        id: 'preview',
        at,
        type: 'received',
        procedure,
        topic: topicId,
        calendar: null,
        redirects: 0,
        complainedOf: null,
      };
      return computeClock([received], rulebook, calendars.current(), promiseFor(rulebook.promises, topicId)).promisedOn;
    },

    /** Everything about a ticket's time, with the steps of both dates. */
    async clock(ticketId: string): Promise<Clock> {
      return compute(await ledger.read(ticketId));
    },

    /** How these tickets kept their terms, from their ledgers alone. */
    async kept(ticketIds: readonly string[], now: Date): Promise<ReadonlyMap<string, TermsKept>> {
      const found = new Map<string, TermsKept>();
      for (const { ticketId, events } of await ledger.readMany(ticketIds)) {
        const calendar = await calendars.at(calendarEditionOf(events));
        found.set(ticketId, termsKept(events, await compute(events), rulebook, calendar, now));
      }
      return found;
    },

    history: (ticketId: string): Promise<readonly ClockEvent[]> => ledger.read(ticketId),

    /** The day on which a delivered case counts as registered by itself, where the jurisdiction has it so; else null. */
    registersItself({ procedure }: Pick<ClockSubject, 'procedure'>, at: Date): Day | null {
      const { automaticRegistration, registration, procedures } = rulebook.procedures;
      if (!automaticRegistration || !procedures[procedure]) return null;
      const calendar = calendars.current();
      const { on } = zoned(at, calendar.timezone);
      return registration === null ? on : computeDue(rulebook.rule(registration, on), at, [], calendar).dueOn;
    },

    /** Whether the law grants a hearing before the act in this procedure. */
    hasHearing: ({ procedure }: Pick<ClockSubject, 'procedure'>): boolean =>
      rulebook.procedures.hearing !== null &&
      !rulebook.procedures.simplified.includes(procedure) &&
      Boolean(rulebook.procedures.procedures[procedure]),

    /** The hearing as the ledger stands inside this transaction; the ledger stays locked until its commit. */
    async hearing(tx: Tx, ticketId: string): Promise<Hearing | null> {
      const events = await ledger.load(tx, ticketId);
      return events.length > 0 ? (await compute(events)).hearing : null;
    },

    async silence(tx: Tx, ticketId: string): Promise<Clock['silence']> {
      return (await compute(await ledger.load(tx, ticketId))).silence;
    },

    async forwardDueOn(tx: Tx, ticketId: string): Promise<Day | null> {
      return (await compute(await ledger.load(tx, ticketId))).forwardDueOn;
    },

    /** What would follow from sending a preliminary decision on this day; null where there is no hearing. */
    async offerHearing(ticketId: string, on: Day): Promise<HearingOffer | null> {
      const events = await ledger.read(ticketId);
      const clock = await compute(events);
      if (!clock.hearing || !rulebook.procedures.hearing) return null;
      const { length, stages } = rulebook.rule(rulebook.procedures.hearing, on);
      const objection = stages.find(({ stage }) => stage === 'objection')?.length ?? null;
      const days = hearingDays(on, { length, objection }, await calendars.at(calendarEditionOf(events)));
      const isLate = clock.statutoryOn !== null && days.earliestActOn > clock.statutoryOn;
      return { ...clock.hearing, ifSent: days, isLate, statutoryOn: clock.statutoryOn };
    },

    /**
     * Triage owes a decision within the service's own term, from this transaction on. The points stand under the
     * case's id, because no ticket of it runs.
     */
    async watchTriage(tx: Tx, caseId: string): Promise<Day | null> {
      const dueOn = triageDueOn(tx.now);
      const startOn = zoned(tx.now, calendars.current().timezone).on;
      const clocks = dueOn ? [{ clock: 'triage', kind: 'triage', startOn, dueOn } as const] : [];
      await duePoints.replace(tx, caseId, plannedPoints(clocks, calendars.current(), rulebook.escalation), null);
      return dueOn;
    },
    endTriage: (tx: Tx, caseId: string): Promise<void> => duePoints.replace(tx, caseId, [], null),
    triageDueOn,

    async offerExtension(ticketId: string, decisionOn: Day): Promise<ExtensionOffer> {
      const events = await ledger.read(ticketId);
      return offerExtension(await compute(events), decisionOn, await calendars.at(calendarEditionOf(events)));
    },

    async checkExtension(ticketId: string, request: ExtensionRequest): Promise<ExtensionOffer> {
      const events = await ledger.read(ticketId);
      return checkExtension(await compute(events), request, await calendars.at(calendarEditionOf(events)));
    },

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

    /** An operator confirmed: the case lives under the edition from now on, and the citizen is to be told. */
    async moveToCalendar(tx: Tx, ticketId: string, edition: string): Promise<ClockReading> {
      const known = await ledger.load(tx, ticketId);
      const event = { id: newId(tx.now.getTime()), at: tx.now, type: 'superseded_by_calendar', edition } as const;
      return readingOf(await write(tx, ticketId, known, [event]));
    },

    /**
     * What is due by now, marked as told in this transaction. Outside the receiver's working hours nothing is due;
     * what piled up comes with the next opening.
     */
    async sweep(tx: Tx, limit: number): Promise<FiredPoint[]> {
      const own = calendars
        .ownHours()
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
