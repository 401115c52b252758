import type { StaffId, TicketId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Appeal } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { ComplaintsService } from './complaints-service.ts';
import { assertMay, type Officer, type TicketCommand } from './officer.ts';
import type { Ticket } from './ticket.ts';

export interface LoadedTicket {
  readonly ticket: Ticket;
  readonly appeal: Appeal;
  readonly actor: { readonly kind: Officer['role']; readonly id: StaffId };
}

interface Deps {
  readonly appeals: AppealsRepository;
  /** Nobody decides a complaint about their own silence. */
  readonly guardComplaint: ComplaintsService['guard'];
}

/** A ticket with its case, for somebody who may do this with it. */
export function createTicketLoader({ appeals, guardComplaint }: Deps) {
  return async (tx: Tx, id: TicketId, officer: Officer, command: TicketCommand): Promise<LoadedTicket> => {
    const ticket = await appeals.getTicket(tx, id);
    assertMay(officer, command, ticket);
    await guardComplaint(tx, ticket, officer, command);
    return { ticket, appeal: await appeals.get(tx, ticket.appealId), actor: { kind: officer.role, id: officer.id } };
  };
}
export type TicketLoader = ReturnType<typeof createTicketLoader>;
