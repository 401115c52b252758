import type { Day } from '../kernel/day.ts';
import type { AgencyCode, AppealId, StaffId, TicketId, TopicId, UnitId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';

export type TicketState =
  /** The body has it; its register does not yet. The registration clock runs. */
  | 'delivered'
  | 'registered'
  | 'answered'
  /** The citizen says it is no answer: the supervisor looks. */
  | 'disputed'
  /** Disputed a second time: the monitors look. */
  | 'with_monitors'
  | 'closed'
  /** Passed on: another ticket carries the matter now. */
  | 'redirected'
  | 'withdrawn'
  /** Filed at the state's own portal: nobody works on it here, only its term is watched. */
  | 'watched'
  | 'watch_ended';

export const OPEN_TICKET_STATES = [
  'delivered',
  'registered',
  'disputed',
  'with_monitors',
] as const satisfies readonly TicketState[];

/** Their dates still run: a disputed answer was an answer, and a dispute moves no date. */
export const UNANSWERED_TICKET_STATES = ['delivered', 'registered'] as const satisfies readonly TicketState[];

export const awaitsAnswer = (state: TicketState): boolean =>
  (UNANSWERED_TICKET_STATES as readonly TicketState[]).includes(state);

/** Tickets of bodies that do not work here: in no inbox and in no figure. */
export const WATCHED_TICKET_STATES = ['watched', 'watch_ended'] as const satisfies readonly TicketState[];

/** Procedures without a statutory term: a private provider, a body outside the code. */
export const NO_PROCEDURE = 'none';

export interface TicketMatter {
  readonly topicId: TopicId;
  /** The part's own words, masked. */
  readonly text: string;
}

export interface Ticket {
  readonly id: TicketId;
  readonly appealId: AppealId;
  readonly revision: number;
  readonly agencyCode: AgencyCode;
  readonly unitId: UnitId | null;
  readonly officerId: StaffId | null;
  readonly state: TicketState;
  readonly procedure: string;
  /** Its own part of a message about several matters; null when the whole message is one. */
  readonly matter: TicketMatter | null;
  readonly registrationNumber: string | null;
  readonly registeredOn: Day | null;
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly registrationDueAt: Date | null;
  /** The citizen may answer a preliminary decision until then. */
  readonly hearingUntil?: Day | null;
  /** A disputed answer is looked at again until then: the service's own term. */
  readonly reviewOn?: Day | null;
  readonly redirects: number;
  readonly deliveredAt: Date;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  /** Of a sealed case: few may see it. */
  readonly sealed?: boolean;
}

export type TicketEvent =
  | { type: 'taken'; by: StaffId }
  | { type: 'assigned'; to: StaffId | null; unitId: UnitId | null }
  | { type: 'registered'; number: string; on: Day }
  | { type: 'registration_corrected'; number: string; on: Day }
  | { type: 'asked' }
  | { type: 'clarified' }
  | { type: 'noted' }
  /** An answer went from hand to hand, or its points were set. */
  | { type: 'drafted' }
  | { type: 'extended' }
  | { type: 'hearing_opened' }
  | { type: 'citizen_heard' }
  | { type: 'redirected' }
  | { type: 'answered'; outcome: string }
  | { type: 'disputed'; times: number }
  | { type: 'closed' }
  | { type: 'withdrawn' }
  | { type: 'watch_ended' };

/** The policy: from which states each event may happen. */
export const TICKET_MOVES: Record<TicketEvent['type'], readonly TicketState[]> = {
  taken: ['delivered', 'registered', 'disputed', 'with_monitors'],
  assigned: ['delivered', 'registered', 'disputed', 'with_monitors'],
  registered: ['delivered'],
  registration_corrected: ['registered'],
  asked: ['delivered', 'registered', 'disputed'],
  clarified: ['delivered', 'registered', 'disputed', 'with_monitors', 'answered'],
  noted: ['delivered', 'registered', 'answered', 'disputed', 'with_monitors', 'closed'],
  drafted: ['delivered', 'registered', 'disputed', 'with_monitors'],
  extended: ['registered'],
  hearing_opened: ['registered'],
  citizen_heard: ['registered'],
  redirected: ['delivered', 'registered'],
  answered: ['delivered', 'registered', 'disputed', 'with_monitors'],
  disputed: ['answered', 'closed'],
  closed: ['answered'],
  withdrawn: ['delivered', 'registered', 'answered', 'disputed', 'with_monitors'],
  watch_ended: ['watched'],
};

/** The one ticket that its citizen may still call misplaced: not taken in yet, and nobody has passed it on before. */
export function contestable(tickets: readonly Ticket[], past: readonly Ticket[]): Ticket | null {
  const [only, ...others] = tickets;
  return only?.state === 'delivered' && others.length === 0 && past.length === 0 ? only : null;
}

export function applyTicketEvent(ticket: Ticket, event: TicketEvent, now: Date): Ticket {
  if (!TICKET_MOVES[event.type].includes(ticket.state)) {
    throw new Refusal('ticket.move_refused', { state: ticket.state, event: event.type });
  }
  const next = { ...ticket, revision: ticket.revision + 1 };
  switch (event.type) {
    case 'asked':
    case 'clarified':
    case 'noted':
    case 'drafted':
    case 'extended':
    case 'hearing_opened':
    case 'citizen_heard':
      return next;
    case 'taken':
      return { ...next, officerId: event.by };
    case 'assigned':
      return { ...next, officerId: event.to, unitId: event.unitId };
    case 'registered':
      if (ticket.procedure === NO_PROCEDURE) throw new Refusal('ticket.no_register', {});
      return { ...next, state: 'registered', registrationNumber: event.number, registeredOn: event.on };
    case 'registration_corrected':
      return { ...next, registrationNumber: event.number, registeredOn: event.on };
    case 'redirected':
      return { ...next, state: 'redirected', closedAt: now };
    case 'answered':
      // An answer to what was never registered would hide that the legal term never began.
      if (ticket.state === 'delivered' && ticket.procedure !== NO_PROCEDURE)
        throw new Refusal('ticket.not_registered', {});
      return { ...next, state: 'answered', answeredAt: now, outcome: event.outcome };
    case 'disputed':
      return { ...next, state: event.times > 1 ? 'with_monitors' : 'disputed', closedAt: null };
    case 'closed':
      return { ...next, state: 'closed', closedAt: now };
    case 'withdrawn':
      return { ...next, state: 'withdrawn', closedAt: now };
    case 'watch_ended':
      return { ...next, state: 'watch_ended', closedAt: now };
  }
}

/** The date the inbox is sorted by: the earlier of promise and law, and of a disputed answer the second look's. */
export function dueOnOf({
  promisedOn,
  statutoryOn,
  reviewOn = null,
}: Pick<Ticket, 'promisedOn' | 'statutoryOn' | 'reviewOn'>): Day | null {
  if (reviewOn) return reviewOn;
  return promisedOn && statutoryOn
    ? promisedOn < statutoryOn
      ? promisedOn
      : statutoryOn
    : (promisedOn ?? statutoryOn);
}

/** Only a passed statutory date is silence of the administration. Worked out when asked, never stored. */
export const isStatutoryOverdue = ({ state, statutoryOn }: Ticket, today: Day): boolean =>
  (awaitsAnswer(state) || state === 'watched') && statutoryOn !== null && today > statutoryOn;

export const isPromiseBroken = ({ state, promisedOn }: Ticket, today: Day): boolean =>
  awaitsAnswer(state) && promisedOn !== null && today > promisedOn;

export const isOpenTicket = (state: TicketState): boolean =>
  (OPEN_TICKET_STATES as readonly TicketState[]).includes(state);
