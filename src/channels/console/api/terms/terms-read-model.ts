import type { TicketState } from '../../../../appeals/index.ts';
import type { AnsweredTicket, OpenTicket } from '../../../../deadlines/index.ts';
import type { Day } from '../../../../kernel/day.ts';
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

const OPEN = ['delivered', 'registered'];

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

    /** Open tickets with a date, of one body or of all. */
    async openTerms(agencyCode: AgencyCode | null, limit: number): Promise<OpenTicket[]> {
      const rows = await db.$queryRaw<TermRow[]>`
        select t.id, t.agency_code, coalesce(t.topic_id, a.topic_id) as topic_id,
          coalesce(t.registered_on, (t.delivered_at at time zone 'UTC')::date)::text as start_on,
          coalesce(t.statutory_on, t.promised_on)::text as due_on, null::text as answered_on
        from tickets t join appeals a on a.id = t.appeal_id
        where t.state = any(${OPEN}::text[]) and coalesce(t.statutory_on, t.promised_on) is not null
          and (${agencyCode}::text is null or t.agency_code = ${agencyCode}::text)
        order by t.due_on limit ${limit}`;
      return rows.map(({ id, ...row }) => ({ ticketId: id, ...termOf(row) }));
    },

    /** What was answered lately, newest first: the history that the estimate learns from. */
    async answeredTerms(agencyCode: AgencyCode | null, since: Date, limit: number): Promise<AnsweredTicket[]> {
      const rows = await db.$queryRaw<TermRow[]>`
        select t.id, t.agency_code, coalesce(t.topic_id, a.topic_id) as topic_id,
          coalesce(t.registered_on, (t.delivered_at at time zone 'UTC')::date)::text as start_on,
          coalesce(t.statutory_on, t.promised_on)::text as due_on,
          (t.answered_at at time zone 'UTC')::date::text as answered_on
        from tickets t join appeals a on a.id = t.appeal_id
        where t.answered_at >= ${since}::timestamptz and coalesce(t.statutory_on, t.promised_on) is not null
          and (${agencyCode}::text is null or t.agency_code = ${agencyCode}::text)
        order by t.answered_at desc limit ${limit}`;
      return rows.map((row) => ({ ...termOf(row), answeredOn: row.answered_on as Day }));
    },

    /** Of these, the tickets whose citizen may still answer a preliminary decision. */
    async inHearing(ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await db.$queryRaw<{ ticket_id: string }[]>`
        select distinct ticket_id from clock_events
        where ticket_id = any(${ticketIds}::uuid[]) and type = 'preliminary_decision_sent'`;
      return new Set(rows.map(({ ticket_id: id }) => id));
    },
  };
}
export type TermsReadModel = ReturnType<typeof createTermsReadModel>;

interface TermRow {
  id: string;
  agency_code: string;
  topic_id: string | null;
  start_on: string;
  due_on: string;
  answered_on: string | null;
}

const termOf = (row: Omit<TermRow, 'id' | 'answered_on'>) => ({
  agencyCode: row.agency_code,
  topicId: row.topic_id,
  startOn: row.start_on as Day,
  dueOn: row.due_on as Day,
});
