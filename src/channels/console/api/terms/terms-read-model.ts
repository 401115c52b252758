import type { TicketState } from '../../../../appeals/index.ts';
import type { AgencyCode, TicketId, UnitId } from '../../../../kernel/ids.ts';
import type { Db } from '../../../../platform/db/database.ts';

export interface DeliveredTicket {
  readonly ticketId: string;
  readonly agencyCode: AgencyCode;
  readonly answered: boolean;
  /** What the citizen said last; null: nothing. */
  readonly resolution: string | null;
  readonly disputed: boolean;
}

export interface RegistrableTicket {
  readonly number: string;
  readonly ticketId: TicketId;
  readonly agencyCode: AgencyCode;
  readonly unitId: UnitId | null;
  readonly state: TicketState;
  readonly procedure: string;
  readonly deliveredAt: Date;
  readonly registrationNumber: string | null;
}

/** Lists behind the pages about terms. */
export function createTermsReadModel(db: Db) {
  return {
    /** Tickets that reached bodies in the period, oldest first, one page after another. */
    async delivered(
      { agencyCode, from, until }: { agencyCode: AgencyCode | null; from: Date; until: Date },
      after: string | null,
      limit: number,
    ): Promise<DeliveredTicket[]> {
      const rows = await db.$queryRaw<
        { id: string; agency_code: string; answered_at: Date | null; resolution: string | null; disputes: number }[]
      >`
        select t.id, t.agency_code, t.answered_at, a.resolution, a.disputes
        from tickets t join appeals a on a.id = t.appeal_id
        where t.delivered_at >= ${from}::timestamptz and t.delivered_at < ${until}::timestamptz
          and (${agencyCode}::text is null or t.agency_code = ${agencyCode}::text)
          and t.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
        order by t.id limit ${limit}`;
      return rows.map((row) => ({
        ticketId: row.id,
        agencyCode: row.agency_code as AgencyCode,
        answered: row.answered_at !== null,
        resolution: row.resolution,
        disputed: row.disputes > 0,
      }));
    },

    async ofCases(numbers: readonly string[]): Promise<RegistrableTicket[]> {
      const rows = await db.ticket.findMany({
        where: { appeal: { number: { in: [...numbers] } } },
        include: { appeal: { select: { number: true } } },
        orderBy: { deliveredAt: 'asc' },
      });
      return rows.map((row) => ({
        number: row.appeal.number ?? '',
        ticketId: row.id as TicketId,
        agencyCode: row.agencyCode as AgencyCode,
        unitId: row.unitId as UnitId | null,
        state: row.state as TicketState,
        procedure: row.procedure,
        deliveredAt: row.deliveredAt,
        registrationNumber: row.registrationNumber,
      }));
    },
  };
}
export type TermsReadModel = ReturnType<typeof createTermsReadModel>;
