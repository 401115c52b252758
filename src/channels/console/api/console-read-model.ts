import type { InboxItem, TicketState } from '../../../appeals/index.ts';
import type { Day } from '../../../kernel/day.ts';
import type { AgencyCode, AppealId, CitizenId, StaffId, TicketId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/db/database.ts';
import { createCaseFilesReadModel } from './case-files-read-model.ts';
import { createCaseSearchReadModel } from './case-search-read-model.ts';
import { createDeskReadModel } from './desk-read-model.ts';

export interface TicketScope {
  readonly agencyCode: AgencyCode;
  readonly unitId: UnitId | null;
  readonly state: TicketState;
  readonly sealed?: boolean;
  readonly officerId?: StaffId | null;
}

/** How far what was written to the citizen has come. */
export interface Delivery {
  readonly entryId: string;
  readonly state: 'waiting' | 'delivered' | 'unreachable' | 'failed';
  readonly channel: string | null;
  readonly at: Date | null;
  readonly problem: string | null;
}

/** One thing that happened to a case, as the live channel tells it. */
export interface CaseEvent {
  readonly streamId: string;
  readonly seq: number;
  readonly type: string;
  readonly appealId: AppealId;
  readonly actorId: string | null;
}

function deliveryState(state: string): Delivery['state'] {
  if (state === 'pending' || state === 'sending') return 'waiting';
  return state === 'delivered' || state === 'unreachable' ? state : 'failed';
}

/** What the console shows besides the case view itself. */
export function createConsoleReadModel(db: Db) {
  return {
    ...createDeskReadModel(db),
    ...createCaseSearchReadModel(db),
    ...createCaseFilesReadModel(db),

    async ticketScope(id: TicketId): Promise<TicketScope | null> {
      const row = await db.ticket.findUnique({
        where: { id },
        select: { agencyCode: true, unitId: true, state: true, sealed: true, officerId: true },
      });
      return (
        row && {
          agencyCode: row.agencyCode as AgencyCode,
          unitId: row.unitId as UnitId | null,
          state: row.state as TicketState,
          sealed: row.sealed,
          officerId: row.officerId as StaffId | null,
        }
      );
    },

    async ticketsOfAppeal(appealId: AppealId): Promise<(TicketScope & { id: TicketId })[]> {
      const rows = await db.ticket.findMany({
        where: { appealId },
        select: { id: true, agencyCode: true, unitId: true, state: true, sealed: true, officerId: true },
      });
      return rows.map((row) => ({
        id: row.id as TicketId,
        sealed: row.sealed,
        officerId: row.officerId as StaffId | null,
        agencyCode: row.agencyCode as AgencyCode,
        unitId: row.unitId as UnitId | null,
        state: row.state as TicketState,
      }));
    },

    async ticketsByNumber(number: string): Promise<(TicketScope & { id: TicketId })[]> {
      const appeal = await db.appeal.findUnique({ where: { number }, select: { id: true } });
      return appeal ? this.ticketsOfAppeal(appeal.id as AppealId) : [];
    },

    async appealByNumber(number: string): Promise<AppealId | null> {
      const row = await db.appeal.findUnique({ where: { number }, select: { id: true } });
      return row && (row.id as AppealId);
    },

    /** In the order asked for. */
    async itemsOf(ids: readonly TicketId[]): Promise<(InboxItem & TicketScope)[]> {
      const rows = await db.ticket.findMany({ where: { id: { in: [...ids] } }, include: { appeal: true } });
      return rows
        .map(({ appeal, ...row }) => ({
          ticketId: row.id as TicketId,
          appealId: appeal.id as AppealId,
          number: appeal.number ?? '',
          title: appeal.title,
          kind: appeal.kind as InboxItem['kind'],
          topicId: appeal.topicId,
          territoryCode: appeal.territoryCode,
          agencyCode: row.agencyCode as AgencyCode,
          unitId: row.unitId as UnitId | null,
          state: row.state as TicketState,
          procedure: row.procedure,
          sealed: row.sealed,
          officerId: row.officerId as StaffId | null,
          promisedOn: toDay(row.promisedOn),
          statutoryOn: toDay(row.statutoryOn),
          dueOn: toDay(row.dueOn),
          registrationDueAt: row.registrationDueAt,
          deliveredAt: row.deliveredAt,
          urgent: appeal.urgent,
          language: appeal.language,
          hearingUntil: toDay(row.hearingUntil),
          reviewOn: toDay(row.reviewOn),
          riskBand: (row.riskBand ?? null) as NonNullable<InboxItem['riskBand']> | null,
        }))
        .sort((a, b) => ids.indexOf(a.ticketId) - ids.indexOf(b.ticketId));
    },

    async revisionsOf(ids: readonly TicketId[]): Promise<ReadonlyMap<string, number>> {
      const rows = await db.ticket.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revision: true } });
      return new Map(rows.map(({ id, revision }) => [id, revision]));
    },

    /** News about thread entries that went, or go, to the citizen. */
    async deliveriesTo(citizenId: CitizenId, appealId: AppealId): Promise<Delivery[]> {
      const rows = await db.$queryRaw<
        { entry_id: string; state: string; channel: string | null; delivered_at: Date | null; problem: string | null }[]
      >`
        select facts->>'entryId' as entry_id, state, channel, delivered_at, problem from notifications
        where recipient_kind = 'citizen' and recipient_id = ${citizenId} and facts->>'appealId' = ${appealId} and facts ? 'entryId'
        order by created_at`;
      return rows.map((row) => ({
        entryId: row.entry_id,
        state: deliveryState(row.state),
        channel: row.channel,
        at: row.delivered_at,
        problem: row.problem,
      }));
    },

    triageCount: (): Promise<number> => db.appeal.count({ where: { state: 'in_triage', sensitive: false } }),

    async statementOf(appealId: AppealId): Promise<string> {
      const rows = await db.threadEntry.findMany({
        where: { appealId, author: 'citizen' },
        orderBy: { at: 'asc' },
        select: { maskedText: true },
        take: 20,
      });
      return rows.map(({ maskedText }) => maskedText).join('\n');
    },

    /** How many open tickets each colleague carries. */
    async workload(agencyCode: AgencyCode | null): Promise<ReadonlyMap<string, number>> {
      const rows = await db.$queryRaw<{ officer_id: StaffId; open: bigint }[]>`
        select officer_id, count(*) as open from tickets
        where officer_id is not null and state in ('delivered', 'registered', 'disputed', 'with_monitors')
          and (${agencyCode}::text is null or agency_code = ${agencyCode})
        group by officer_id`;
      return new Map(rows.map(({ officer_id, open }) => [officer_id, Number(open)]));
    },

    /** What citizens said of answers given in the last twelve months. */
    async closingFigures(agencyCode: AgencyCode | null) {
      const [row] = await db.$queryRaw<Record<'answered' | 'confirmed' | 'disputed' | 'silent', bigint>[]>`
        select count(*) as answered,
          count(*) filter (where a.resolution = 'resolved') as confirmed,
          count(*) filter (where a.resolution in ('partly', 'unresolved') or a.resolution is null and a.disputes > 0) as disputed,
          count(*) filter (where a.resolution is null and a.disputes = 0) as silent
        from tickets t join appeals a on a.id = t.appeal_id
        where t.answered_at > business_now() - interval '12 months'
          and (${agencyCode}::text is null or t.agency_code = ${agencyCode})`;
      const of = (count: bigint | undefined): number => Number(count ?? 0);
      return {
        answered: of(row?.answered),
        confirmed: of(row?.confirmed),
        disputed: of(row?.disputed),
        silent: of(row?.silent),
      };
    },

    /** What happened to cases in the last seconds of the business clock; one index range, whoever wrote it. */
    async recentCaseEvents(seconds: number): Promise<CaseEvent[]> {
      const rows = await db.$queryRaw<{ stream_id: string; seq: number; type: string; actor_id: string | null }[]>`
        select stream_id, seq, type, actor_id from journal_entries
        where at > business_now() - ${seconds} * interval '1 second' and stream_id like 'appeal:%' order by at limit 2000`;
      return rows.map((row) => ({
        streamId: row.stream_id,
        seq: row.seq,
        type: row.type,
        actorId: row.actor_id,
        appealId: row.stream_id.slice('appeal:'.length) as AppealId,
      }));
    },
  };
}
export type ConsoleReadModel = ReturnType<typeof createConsoleReadModel>;

const toDay = (date: Date | null): Day | null => (date === null ? null : (date.toISOString().slice(0, 10) as Day));
