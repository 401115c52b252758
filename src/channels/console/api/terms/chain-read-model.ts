import type { AgencyCode, AppealId } from '../../../../kernel/ids.ts';
import type { Db } from '../../../../platform/db/database.ts';

/** One body that had the case, until when, and why it passed the case on. */
export interface ChainLink {
  readonly agencyCode: AgencyCode;
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string | null;
}

const PASSING = ['redirected', 'forwarded'];

/** The way of a case from body to body, with the words each gave. */
export function createChainReadModel(db: Db) {
  return async function chainOf(appealId: AppealId): Promise<readonly ChainLink[]> {
    const [tickets, notices] = await Promise.all([
      db.ticket.findMany({ where: { appealId }, orderBy: { deliveredAt: 'asc' } }),
      db.threadEntry.findMany({ where: { appealId, kind: 'notice' }, orderBy: { at: 'asc' } }),
    ]);
    return tickets.map((ticket) => {
      const passed = notices.findLast(
        ({ ticketId, details }) =>
          ticketId === ticket.id && PASSING.includes(String((details as { notice?: unknown } | null)?.notice)),
      );
      return {
        agencyCode: ticket.agencyCode as AgencyCode,
        from: ticket.deliveredAt,
        until: ticket.state === 'redirected' ? ticket.closedAt : null,
        reason: passed?.maskedText ?? null,
      };
    });
  };
}
export type ChainOf = ReturnType<typeof createChainReadModel>;
