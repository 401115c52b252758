import type { StaffId, TicketId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';

/** What each member of staff has looked at, so that news can be told from the known. */
export function createSeenTicketsRepository(db: Db) {
  return {
    async mark(staffId: StaffId, ticketId: TicketId, revision: number): Promise<void> {
      await db.$executeRaw`
        insert into seen_tickets as s (staff_id, ticket_id, revision, at) values (${staffId}::uuid, ${ticketId}::uuid, ${revision}, business_now())
        on conflict (staff_id, ticket_id) do update set revision = excluded.revision, at = excluded.at where s.revision < excluded.revision`;
    },

    async revisionsOf(staffId: StaffId, ticketIds: readonly TicketId[]): Promise<ReadonlyMap<string, number>> {
      const rows = await db.seenTicket.findMany({ where: { staffId, ticketId: { in: [...ticketIds] } } });
      return new Map(rows.map(({ ticketId, revision }) => [ticketId, revision]));
    },
  };
}
export type SeenTicketsRepository = ReturnType<typeof createSeenTicketsRepository>;
