import type { StaffId, TicketId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';

/** Somebody whose page has said nothing for this long has gone elsewhere. */
const LOOKING = '25 seconds';

/** What each member of staff has looked at: tells news from the known, and who looks at the same thing now. */
export function createSeenTicketsRepository(db: Db) {
  return {
    /** Real time, not business time: moving the clock must not make people vanish. */
    async mark(staffId: StaffId, ticketId: TicketId, revision: number, isAnswering = false): Promise<void> {
      await db.$executeRaw`
        insert into seen_tickets as s (staff_id, ticket_id, revision, at, is_answering)
        values (${staffId}::uuid, ${ticketId}::uuid, ${revision}, now(), ${isAnswering})
        on conflict (staff_id, ticket_id) do update set revision = greatest(s.revision, excluded.revision), at = excluded.at,
          is_answering = excluded.is_answering`;
    },

    async revisionsOf(staffId: StaffId, ticketIds: readonly TicketId[]): Promise<ReadonlyMap<string, number>> {
      const rows = await db.seenTicket.findMany({ where: { staffId, ticketId: { in: [...ticketIds] } } });
      return new Map(rows.map(({ ticketId, revision }) => [ticketId, revision]));
    },

    /** The others who have the ticket open, those who are writing an answer first. */
    async othersAt(ticketId: TicketId, staffId: StaffId): Promise<{ name: string; isAnswering: boolean }[]> {
      const rows = await db.$queryRaw<{ name: string; is_answering: boolean }[]>`
        select p.given_name || ' ' || p.family_name as name, s.is_answering from seen_tickets s join staff p on p.id = s.staff_id
        where s.ticket_id = ${ticketId}::uuid and s.staff_id <> ${staffId}::uuid and s.at > now() - ${LOOKING}::interval
        order by s.is_answering desc, s.at desc limit 5`;
      return rows.map(({ name, is_answering }) => ({ name, isAnswering: is_answering }));
    },
  };
}
export type SeenTicketsRepository = ReturnType<typeof createSeenTicketsRepository>;
