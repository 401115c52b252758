import type { FileKind, FileRef, InboxItem, TicketState } from '../../../appeals/index.ts';
import type { Day } from '../../../kernel/day.ts';
import type { AgencyCode, AppealId, CitizenId, FileId, StaffId, TicketId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/db/database.ts';
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

export interface StoredFile {
  readonly appealId: AppealId;
  readonly contentHash: Uint8Array | null;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly isInternal: boolean;
  readonly sealed: boolean;
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

/** More entries than this hold a word: not all of them are looked through. */
const COMMON = 2_000;
/** Of so many newest tickets instead. */
const NEWEST = 500;

/** What the console shows besides the case view itself. */
export function createConsoleReadModel(db: Db) {
  return {
    ...createDeskReadModel(db),

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

    async file(id: FileId): Promise<StoredFile | null> {
      const row = await db.fileRef.findUnique({
        where: { id },
        include: { entry: { select: { appealId: true, kind: true, appeal: { select: { sensitive: true } } } } },
      });
      return (
        row && {
          appealId: row.entry.appealId as AppealId,
          contentHash: row.contentHash,
          kind: row.kind as FileKind,
          mediaType: row.mediaType,
          fileName: row.fileName,
          isInternal: row.entry.kind === 'note',
          sealed: row.entry.appeal.sensitive,
        }
      );
    },

    /**
     * Words of one contribution or of the address, or the beginning of a register number; newest first. The expressions
     * are those of the indexes in the migration `add_case_search`.
     */
    async search({
      agencyCode,
      text,
      limit,
    }: {
      agencyCode: AgencyCode | null;
      text: string;
      limit: number;
    }): Promise<TicketId[]> {
      const query = wordQueryOf(text);
      const numberPattern = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      const [common] = await db.$queryRaw<{ entries: number }[]>`
        select count(*)::int as entries from (
          select 1 from thread_entries where to_tsvector('russian', masked_text) @@ to_tsquery('russian', ${query}) limit ${COMMON + 1}) found`;
      // A word that stands everywhere is looked for where it matters: in the newest cases.
      const rows =
        (common?.entries ?? 0) > COMMON
          ? await db.$queryRaw<{ id: string }[]>`
              select t.id from (
                select id, appeal_id, delivered_at from tickets
                where ${agencyCode}::text is null or agency_code = ${agencyCode} order by delivered_at desc limit ${NEWEST}
              ) t where exists (
                select 1 from thread_entries e where e.appeal_id = t.appeal_id and to_tsvector('russian', e.masked_text) @@ to_tsquery('russian', ${query}))
              order by t.delivered_at desc limit ${limit}`
          : await db.$queryRaw<{ id: string }[]>`
              with found as (
                select appeal_id from thread_entries where to_tsvector('russian', masked_text) @@ to_tsquery('russian', ${query})
                union
                (select id from appeals where address_text is not null and to_tsvector('russian', address_text) @@ to_tsquery('russian', ${query}) limit ${COMMON})
                union
                (select appeal_id from tickets where registration_number is not null and lower(registration_number) like ${numberPattern} limit ${COMMON})
              )
              select t.id from found join tickets t using (appeal_id)
              where ${agencyCode}::text is null or t.agency_code = ${agencyCode}
              order by t.delivered_at desc limit ${limit}`;
      return rows.map(({ id }) => id as TicketId);
    },

    /** Of people who gave this telephone; compared by its keyed hash, the number itself is nowhere searched. */
    async ticketsOfCitizens(
      ids: readonly CitizenId[],
      agencyCode: AgencyCode | null,
      limit: number,
    ): Promise<TicketId[]> {
      const rows = await db.ticket.findMany({
        where: { appeal: { citizenId: { in: [...ids] } }, ...(agencyCode ? { agencyCode } : {}) },
        orderBy: { deliveredAt: 'desc' },
        select: { id: true },
        take: limit,
      });
      return rows.map(({ id }) => id as TicketId);
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

    async filesOfAppeal(appealId: AppealId): Promise<Pick<FileRef, 'id' | 'kind' | 'state'>[]> {
      const rows = await db.fileRef.findMany({
        where: { entry: { appealId, author: 'citizen' } },
        orderBy: { createdAt: 'asc' },
        select: { id: true, kind: true, state: true },
        take: 10,
      });
      return rows.map((row) => ({
        ...row,
        id: row.id as FileId,
        kind: row.kind as FileKind,
        state: row.state as FileRef['state'],
      }));
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

/** `яма:* & саина:*`; quoted, because an officer may type anything. */
const wordQueryOf = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
