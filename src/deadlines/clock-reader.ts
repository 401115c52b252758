import { type Day, zoned } from '../kernel/day.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import { type ClockEvent, standingFacts } from './clock-event.ts';
import type { ClockEventsRepository } from './clock-events-repository.ts';
import { agencyOf, type Clock, calendarEditionOf, computeClock, type Hearing, hearingDays } from './clock-ledger.ts';
import { type TermsKept, termsKept } from './compliance.ts';
import { computeDue } from './compute-due.ts';
import { checkExtension, type ExtensionOffer, type ExtensionRequest, offerExtension } from './extension.ts';
import type { PromisesRepository } from './promises-repository.ts';
import { promiseFor, type Rulebook } from './rulebook.ts';

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
  /** Made by this very command: there is no ledger to load, and nobody else to lock it against. */
  readonly isNew?: boolean;
}

/** A hearing as it stands, and what sending the preliminary decision would mean. */
export interface HearingOffer extends Hearing {
  readonly ifSent: { readonly sentOn: Day; readonly objectionDueOn: Day | null; readonly earliestActOn: Day };
  /** Sent now, the act could no longer come within the term. */
  readonly isLate: boolean;
  readonly statutoryOn: Day | null;
}

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly ledger: ClockEventsRepository;
  readonly promises?: PromisesBook;
}

/** What the service promised at a moment, and promises now; without it, what was shipped. */
export type PromisesBook = Pick<PromisesRepository, 'at' | 'current'>;

/** Everything that can be read from ledgers without writing a line. */
export function createClockReader({ rulebook, calendars, ledger, promises }: Deps) {
  const shipped = { at: () => rulebook.promises, current: () => rulebook.promises };
  const { at: promisesAt, current: promisesNow } = promises ?? shipped;

  /** The calendar of the body under which the case lives. */
  const calendarOf = (events: readonly ClockEvent[]) => calendars.at(calendarEditionOf(events), agencyOf(events));

  async function compute(events: readonly ClockEvent[]): Promise<Clock> {
    return computeClock(events, rulebook, await calendarOf(events), promiseOf(events));
  }

  /** The day that the body's own wall calendar shows. */
  const dayAt = (agencyCode: string | null, at: Date): Day => zoned(at, calendars.current(agencyCode).timezone).on;

  function promiseOf(events: readonly ClockEvent[]) {
    const received = standingFacts(events).find((fact) => fact.type === 'received');
    return received?.type === 'received'
      ? promiseFor(promisesAt(received.at), received.topic)
      : promiseFor(promisesNow(), null);
  }

  return {
    compute,
    calendarOf,
    promiseOf,

    dayAt,

    /** The promise that a card can show before anything was sent; null beyond the calendar. */
    preview({ agencyCode, procedure, topicId }: Omit<ClockSubject, 'ticketId'>, at: Date): Day | null {
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
      const calendar = calendars.current(agencyCode);
      return computeClock([received], rulebook, calendar, promiseFor(promisesNow(), topicId)).promisedOn;
    },

    /** Everything about a ticket's time, with the steps of both dates. */
    async clock(ticketId: string): Promise<Clock> {
      return compute(await ledger.read(ticketId));
    },

    /** How these tickets kept their terms, from their ledgers alone. */
    async kept(ticketIds: readonly string[], now: Date): Promise<ReadonlyMap<string, TermsKept>> {
      const found = new Map<string, TermsKept>();
      for (const { ticketId, events } of await ledger.readMany(ticketIds)) {
        const calendar = await calendarOf(events);
        found.set(ticketId, termsKept(events, await compute(events), rulebook, calendar, now));
      }
      return found;
    },

    history: (ticketId: string): Promise<readonly ClockEvent[]> => ledger.read(ticketId),

    /** The day on which a delivered case counts as registered by itself, where the jurisdiction has it so; else null. */
    registersItself({ agencyCode, procedure }: Pick<ClockSubject, 'agencyCode' | 'procedure'>, at: Date): Day | null {
      const { automaticRegistration, registration, procedures } = rulebook.procedures;
      if (!automaticRegistration || !procedures[procedure]) return null;
      const calendar = calendars.current(agencyCode);
      const { on } = zoned(at, calendar.timezone);
      return registration === null ? on : computeDue(rulebook.rule(registration, on), at, [], calendar).dueOn;
    },

    /** Whether the law grants a hearing before the act in this procedure. */
    hasHearing: ({ procedure }: Pick<ClockSubject, 'procedure'>): boolean =>
      rulebook.procedures.hearing !== null &&
      !rulebook.procedures.simplified.includes(procedure) &&
      Boolean(rulebook.procedures.procedures[procedure]),

    /** What would follow from sending a preliminary decision now; null where there is no hearing. */
    async offerHearing(ticketId: string, now: Date): Promise<HearingOffer | null> {
      const events = await ledger.read(ticketId);
      const on = dayAt(agencyOf(events), now);
      const clock = await compute(events);
      if (!clock.hearing || !rulebook.procedures.hearing) return null;
      const { length, stages } = rulebook.rule(rulebook.procedures.hearing, on);
      const objection = stages.find(({ stage }) => stage === 'objection')?.length ?? null;
      const days = hearingDays(on, { length, objection }, await calendarOf(events));
      const isLate = clock.statutoryOn !== null && days.earliestActOn > clock.statutoryOn;
      return { ...clock.hearing, ifSent: days, isLate, statutoryOn: clock.statutoryOn };
    },

    async offerExtension(ticketId: string, decisionOn: Day): Promise<ExtensionOffer> {
      const events = await ledger.read(ticketId);
      return offerExtension(await compute(events), decisionOn, await calendarOf(events));
    },

    async checkExtension(ticketId: string, request: ExtensionRequest): Promise<ExtensionOffer> {
      const events = await ledger.read(ticketId);
      return checkExtension(await compute(events), request, await calendarOf(events));
    },
  };
}
