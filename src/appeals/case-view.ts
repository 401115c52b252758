import type { Day } from '../kernel/day.ts';
import type { StaffId } from '../kernel/ids.ts';
import type { Appeal } from './appeal.ts';
import { type CitizenCommand, citizenCommands } from './citizen-commands.ts';
import type { CaseLinks } from './complaints-repository.ts';
import { DECIDING_COMMANDS } from './complaints-service.ts';
import { may, type Officer, TICKET_COMMANDS, type TicketCommand } from './officer.ts';
import type { CitizenPosition } from './ports.ts';
import { mayRemindFrom } from './reminders-service.ts';
import type { ThreadEntry } from './thread-entry.ts';
import { INTERNAL_KINDS } from './thread-entry.ts';
import { isPromiseBroken, isStatutoryOverdue, NO_PROCEDURE, TICKET_MOVES, type Ticket } from './ticket.ts';

export interface CitizenCaseView {
  readonly appeal: Appeal;
  /** The tickets that carry the matter now; redirected ones stay in the history. */
  readonly tickets: readonly Ticket[];
  readonly pastTickets: readonly Ticket[];
  readonly entries: readonly ThreadEntry[];
  /** An officer's question that nobody answered yet. */
  readonly openQuestion: ThreadEntry | null;
  readonly latestAnswer: ThreadEntry | null;
  /** The newest answer of each body, in the order of the tickets. */
  readonly answers: readonly { readonly ticket: Ticket; readonly entry: ThreadEntry }[];
  /** Today where the service works: what is overdue is worked out against it. */
  readonly today: Day;
  /** A preliminary decision that the citizen may still answer. */
  readonly openHearing: OpenHearing | null;
  /** Complaints about this case, and what it complains of itself. */
  readonly links: CaseLinks;
  readonly statutoryOverdue: boolean;
  readonly promiseBroken: boolean;
  readonly commands: readonly CitizenCommand[];
  /** A draft: how many others told of the same matter at the same place. */
  readonly alike?: number;
}

export interface OpenHearing {
  readonly decision: ThreadEntry;
  readonly until: Day | null;
  readonly position: CitizenPosition | null;
}

export interface OfficerCaseView {
  readonly appeal: Appeal;
  readonly ticket: Ticket;
  readonly otherTickets: readonly Ticket[];
  readonly entries: readonly ThreadEntry[];
  readonly statutoryOverdue: boolean;
  readonly promiseBroken: boolean;
  readonly registrationOverdue: boolean;
  readonly links: CaseLinks;
  readonly commands: readonly TicketCommand[];
}

export function citizenCaseView(
  appeal: Appeal,
  allTickets: readonly Ticket[],
  allEntries: readonly ThreadEntry[],
  { today, timezone, links }: { today: Day; timezone: string; links: CaseLinks },
): CitizenCaseView {
  const entries = allEntries.filter(({ kind }) => !(INTERNAL_KINDS as readonly string[]).includes(kind));
  const tickets = allTickets.filter(({ state }) => state !== 'redirected');
  const asked = entries.findLast(({ kind }) => kind === 'question' || kind === 'reply' || kind === 'answer');
  const latestAnswer = entries.findLast(({ kind }) => kind === 'answer') ?? null;
  const statutoryOverdue = tickets.some((ticket) => isStatutoryOverdue(ticket, today));
  const promiseBroken = tickets.some((ticket) => isPromiseBroken(ticket, today));
  const remindFrom = mayRemindFrom(entries, timezone);
  const uncomplained = tickets.some(
    (ticket) =>
      isStatutoryOverdue(ticket, today) && !links.complaints.some(({ ofTicketId }) => ofTicketId === ticket.id),
  );
  const lateness: CitizenCommand[] = [
    ...(uncomplained ? ([links.about ? 'go_to_court' : 'complain_silence'] as const) : []),
    ...((statutoryOverdue || promiseBroken) && (remindFrom === null || today >= remindFrom)
      ? (['remind'] as const)
      : []),
  ];
  const openHearing = openHearingOf(tickets, entries, today);
  const openQuestion = asked?.kind === 'question' ? asked : null;
  const pastTickets = allTickets.filter(({ state }) => state === 'redirected');
  return {
    appeal,
    tickets,
    pastTickets,
    entries,
    openQuestion,
    latestAnswer,
    answers: tickets.flatMap((ticket) => {
      const entry = entries.findLast(({ kind, ticketId }) => kind === 'answer' && ticketId === ticket.id);
      return entry ? [{ ticket, entry }] : [];
    }),
    today,
    openHearing,
    links,
    statutoryOverdue,
    promiseBroken,
    commands: citizenCommands(appeal, {
      tickets,
      pastTickets,
      links,
      openQuestion,
      latestAnswer,
      openHearing,
      lateness,
    }),
  };
}

/** The last preliminary decision of a body that has not decided yet, while the law's days to answer it run. */
function openHearingOf(tickets: readonly Ticket[], entries: readonly ThreadEntry[], today: Day): OpenHearing | null {
  const running = new Set(tickets.filter(({ state }) => state === 'registered').map(({ id }) => id));
  const decision = entries.findLast(
    ({ details, ticketId }) =>
      details?.['notice'] === 'preliminary_decision' && ticketId !== null && running.has(ticketId),
  );
  if (!decision) return null;
  const until = (decision.details?.['objectionDueOn'] ?? null) as Day | null;
  if (until !== null && today > until) return null;
  const said = entries.slice(entries.indexOf(decision)).findLast(({ details }) => details?.['position']);
  return { decision, until, position: (said?.details?.['position'] ?? null) as CitizenPosition | null };
}

const EVENT_OF: Partial<Record<TicketCommand, keyof typeof TICKET_MOVES>> = {
  take: 'taken',
  assign: 'assigned',
  register: 'registered',
  correct_registration: 'registration_corrected',
  ask: 'asked',
  note: 'noted',
  extend: 'extended',
  hear: 'hearing_opened',
  redirect: 'redirected',
  forward: 'redirected',
  answer: 'answered',
  close: 'closed',
};

interface WhenSeen {
  readonly today: Day;
  readonly now: Date;
  readonly hasHearing: boolean;
  readonly links: CaseLinks;
  /** Who had a hand in the case that this one complains of. */
  readonly barred: ReadonlySet<StaffId>;
}

export function officerCaseView(
  appeal: Appeal,
  ticket: Ticket,
  allTickets: readonly Ticket[],
  entries: readonly ThreadEntry[],
  officer: Officer,
  { today, now, hasHearing, links, barred }: WhenSeen,
): OfficerCaseView {
  return {
    appeal,
    ticket,
    otherTickets: allTickets.filter(({ id }) => id !== ticket.id),
    entries,
    statutoryOverdue: isStatutoryOverdue(ticket, today),
    promiseBroken: isPromiseBroken(ticket, today),
    registrationOverdue: isRegistrationOverdue(ticket, now),
    links,
    commands: TICKET_COMMANDS.filter(
      (command) =>
        may(officer, command, ticket) &&
        isPossible(command, ticket, officer, hasHearing) &&
        fitsComplaint(command, ticket, officer, { about: links.about, barred }),
    ),
  };
}

export const isRegistrationOverdue = (ticket: Ticket, now: Date): boolean =>
  ticket.state === 'delivered' &&
  ticket.procedure !== NO_PROCEDURE &&
  ticket.registrationDueAt !== null &&
  now > ticket.registrationDueAt;

/** A complaint about silence: passed on by the silent body, and decided by nobody who was silent. */
function fitsComplaint(
  command: TicketCommand,
  ticket: Ticket,
  officer: Officer,
  { about, barred }: { about: CaseLinks['about']; barred: WhenSeen['barred'] },
): boolean {
  const isAtSilentBody = about?.ofAgencyCode === ticket.agencyCode;
  if (command === 'forward') return isAtSilentBody;
  if (command === 'redirect' && isAtSilentBody) return false;
  return !(barred.has(officer.id) && DECIDING_COMMANDS.includes(command));
}

function isPossible(command: TicketCommand, ticket: Ticket, officer: Officer, hasHearing: boolean): boolean {
  const event = EVENT_OF[command];
  if (event && !TICKET_MOVES[event].includes(ticket.state)) return false;
  switch (command) {
    case 'take':
      return ticket.officerId !== officer.id;
    case 'hear':
      return hasHearing;
    case 'register':
      return ticket.procedure !== NO_PROCEDURE;
    case 'answer':
      return ticket.state !== 'delivered' || ticket.procedure === NO_PROCEDURE;
    default:
      return true;
  }
}
