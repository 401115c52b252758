import type { AgencyCode, StaffId, UnitId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Ticket } from './ticket.ts';

export type StaffRole = 'officer' | 'supervisor' | 'operator' | 'monitor' | 'auditor' | 'confidant';

/** Who acts for a body, or for the service itself (`agencyCode` null). */
export interface Officer {
  readonly id: StaffId;
  readonly role: StaffRole;
  readonly agencyCode: AgencyCode | null;
  /** Empty: the whole body. */
  readonly unitIds: readonly UnitId[];
}

export const TICKET_COMMANDS = [
  'read',
  'take',
  'assign',
  'register',
  'correct_registration',
  'ask',
  'note',
  'extend',
  'hear',
  'redirect',
  'forward',
  'answer',
  'close',
  'read_identity',
] as const;
export type TicketCommand = (typeof TICKET_COMMANDS)[number];

const COMMANDS_OF: Record<StaffRole, readonly TicketCommand[]> = {
  officer: [
    'read',
    'take',
    'register',
    'correct_registration',
    'ask',
    'note',
    'redirect',
    'forward',
    'answer',
    'hear',
    'read_identity',
  ],
  supervisor: TICKET_COMMANDS,
  operator: ['read', 'note'],
  monitor: ['read', 'note', 'ask', 'answer'],
  auditor: ['read'],
  /** Sees what is sealed, and nothing else. */
  confidant: ['read', 'note'],
};

/** Role, body, unit and, for disputes, the level that must look: decided in one place for every channel. */
export function may(
  officer: Officer,
  command: TicketCommand,
  ticket: Pick<Ticket, 'agencyCode' | 'unitId' | 'state' | 'sealed'> & Partial<Pick<Ticket, 'officerId'>>,
): boolean {
  if (!COMMANDS_OF[officer.role].includes(command)) return false;
  if (!maySeeSealed(officer, ticket)) return false;
  switch (officer.role) {
    case 'operator':
    case 'auditor':
    case 'confidant':
      return true;
    case 'monitor':
      return command === 'read' || ticket.state === 'with_monitors';
    case 'supervisor':
      return (
        ownsBody(officer, ticket) && (ticket.state !== 'with_monitors' || command === 'read' || command === 'note')
      );
    case 'officer': {
      const inUnit = officer.unitIds.length === 0 || ticket.unitId === null || officer.unitIds.includes(ticket.unitId);
      const belowDispute =
        !['disputed', 'with_monitors'].includes(ticket.state) || command === 'read' || command === 'note';
      return ownsBody(officer, ticket) && inUnit && belowDispute;
    }
  }
}

/** Of sealed cases know the confidants, the head of the body, the officer that head names, and monitors once it came to them. */
function maySeeSealed(
  officer: Officer,
  { sealed = false, state, officerId }: Pick<Ticket, 'sealed' | 'state'> & Partial<Pick<Ticket, 'officerId'>>,
): boolean {
  if (!sealed) return officer.role !== 'confidant';
  if (officer.role === 'officer') return officerId === officer.id;
  if (officer.role === 'monitor') return state === 'with_monitors';
  return officer.role === 'supervisor' || officer.role === 'confidant';
}

const ownsBody = (officer: Officer, ticket: Pick<Ticket, 'agencyCode'>): boolean =>
  officer.agencyCode === ticket.agencyCode;

export function assertMay(officer: Officer, command: TicketCommand, ticket: Ticket): void {
  // A ticket of another body is "not found": its existence is nobody else's business.
  if (!may(officer, 'read', ticket)) throw new Refusal('ticket.not_found', {});
  if (!may(officer, command, ticket)) throw new Refusal('ticket.not_allowed', { command, role: officer.role });
}
