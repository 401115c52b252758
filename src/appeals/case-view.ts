import type { Day } from '../kernel/day.ts';
import type { Appeal } from './appeal.ts';
import { MAX_DISPUTES } from './appeal.ts';
import { may, type Officer, TICKET_COMMANDS, type TicketCommand } from './officer.ts';
import type { ThreadEntry } from './thread-entry.ts';
import { INTERNAL_KINDS } from './thread-entry.ts';
import { isPromiseBroken, isStatutoryOverdue, NO_PROCEDURE, TICKET_MOVES, type Ticket } from './ticket.ts';

/** What a citizen may do with a case right now; every channel shows these and no others. */
export type CitizenCommand =
  | 'send'
  | 'change'
  | 'set_place'
  | 'add_photo'
  | 'cancel'
  | 'add'
  | 'history'
  | 'why_date'
  | 'withdraw'
  | 'confirm'
  | 'dispute'
  | 'read_answer'
  | 'reply'
  | 'download'
  | 'external_text'
  | 'external_number'
  | 'complain_silence';

export interface CitizenCaseView {
  readonly appeal: Appeal;
  /** The tickets that carry the matter now; redirected ones stay in the history. */
  readonly tickets: readonly Ticket[];
  readonly pastTickets: readonly Ticket[];
  readonly entries: readonly ThreadEntry[];
  /** An officer's question that nobody answered yet. */
  readonly openQuestion: ThreadEntry | null;
  readonly latestAnswer: ThreadEntry | null;
  readonly statutoryOverdue: boolean;
  readonly promiseBroken: boolean;
  readonly commands: readonly CitizenCommand[];
}

export interface OfficerCaseView {
  readonly appeal: Appeal;
  readonly ticket: Ticket;
  readonly otherTickets: readonly Ticket[];
  readonly entries: readonly ThreadEntry[];
  readonly statutoryOverdue: boolean;
  readonly promiseBroken: boolean;
  readonly registrationOverdue: boolean;
  readonly commands: readonly TicketCommand[];
}

export function citizenCaseView(
  appeal: Appeal,
  allTickets: readonly Ticket[],
  allEntries: readonly ThreadEntry[],
  today: Day,
): CitizenCaseView {
  const entries = allEntries.filter(({ kind }) => !(INTERNAL_KINDS as readonly string[]).includes(kind));
  const tickets = allTickets.filter(({ state }) => state !== 'redirected');
  const asked = entries.findLast(({ kind }) => kind === 'question' || kind === 'reply' || kind === 'answer');
  const latestAnswer = entries.findLast(({ kind }) => kind === 'answer') ?? null;
  const statutoryOverdue = tickets.some((ticket) => isStatutoryOverdue(ticket, today));
  const openQuestion = asked?.kind === 'question' ? asked : null;
  return {
    appeal,
    tickets,
    pastTickets: allTickets.filter(({ state }) => state === 'redirected'),
    entries,
    openQuestion,
    latestAnswer,
    statutoryOverdue,
    promiseBroken: tickets.some((ticket) => isPromiseBroken(ticket, today)),
    commands: citizenCommands(appeal, { tickets, openQuestion, latestAnswer, statutoryOverdue }),
  };
}

function citizenCommands(
  appeal: Appeal,
  {
    tickets,
    openQuestion,
    latestAnswer,
    statutoryOverdue,
  }: Pick<CitizenCaseView, 'tickets' | 'openQuestion' | 'latestAnswer' | 'statutoryOverdue'>,
): CitizenCommand[] {
  const answerCommands: CitizenCommand[] = latestAnswer ? ['read_answer'] : [];
  switch (appeal.state) {
    case 'draft':
      return ['send', 'change', 'set_place', 'add_photo', 'cancel'];
    case 'in_triage':
      return [...answerCommands, 'add', 'history', 'withdraw'];
    case 'with_agency':
      return [
        ...(openQuestion ? (['reply'] as const) : []),
        ...(statutoryOverdue ? (['complain_silence'] as const) : []),
        ...answerCommands,
        'add',
        ...(tickets.some(({ promisedOn, statutoryOn }) => promisedOn || statutoryOn) ? (['why_date'] as const) : []),
        'history',
        'withdraw',
      ];
    case 'watched':
      return ['external_text', 'external_number', 'history', 'withdraw'];
    case 'answered':
      return [
        'read_answer',
        'confirm',
        ...(appeal.disputes < MAX_DISPUTES ? (['dispute'] as const) : []),
        'add',
        'history',
      ];
    case 'closed':
      return [
        ...answerCommands,
        ...(appeal.disputes < MAX_DISPUTES && latestAnswer && appeal.resolution !== 'resolved'
          ? (['dispute'] as const)
          : []),
        'history',
        'download',
      ];
    case 'withdrawn':
      return ['history', 'download'];
    case 'discarded':
      return [];
  }
}

const EVENT_OF: Partial<Record<TicketCommand, keyof typeof TICKET_MOVES>> = {
  take: 'taken',
  assign: 'assigned',
  register: 'registered',
  ask: 'asked',
  note: 'noted',
  extend: 'extended',
  hear: 'hearing_opened',
  redirect: 'redirected',
  answer: 'answered',
};

export function officerCaseView(
  appeal: Appeal,
  ticket: Ticket,
  allTickets: readonly Ticket[],
  entries: readonly ThreadEntry[],
  officer: Officer,
  today: Day,
  now: Date,
): OfficerCaseView {
  return {
    appeal,
    ticket,
    otherTickets: allTickets.filter(({ id }) => id !== ticket.id),
    entries,
    statutoryOverdue: isStatutoryOverdue(ticket, today),
    promiseBroken: isPromiseBroken(ticket, today),
    registrationOverdue: isRegistrationOverdue(ticket, now),
    commands: TICKET_COMMANDS.filter(
      (command) => may(officer, command, ticket) && isPossible(command, ticket, officer),
    ),
  };
}

export const isRegistrationOverdue = (ticket: Ticket, now: Date): boolean =>
  ticket.state === 'delivered' &&
  ticket.procedure !== NO_PROCEDURE &&
  ticket.registrationDueAt !== null &&
  now > ticket.registrationDueAt;

function isPossible(command: TicketCommand, ticket: Ticket, officer: Officer): boolean {
  const event = EVENT_OF[command];
  if (event && !TICKET_MOVES[event].includes(ticket.state)) return false;
  switch (command) {
    case 'take':
      return ticket.officerId !== officer.id;
    case 'register':
      return ticket.procedure !== NO_PROCEDURE;
    case 'answer':
      return ticket.state !== 'delivered' || ticket.procedure === NO_PROCEDURE;
    default:
      return true;
  }
}
