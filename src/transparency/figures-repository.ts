import type { Day } from '../kernel/day.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** A ticket as the figures see it, before its days are worked out. */
export interface TicketSource {
  readonly ticket_id: string;
  readonly agency_code: string;
  readonly topic_id: string | null;
  readonly territory_code: string | null;
  readonly sensitive: boolean;
  readonly procedure: string;
  readonly state: string;
  readonly delivered_at: Date;
  readonly registered_on: Day | null;
  readonly statutory_on: Day | null;
  readonly promised_on: Day | null;
  readonly answered_at: Date | null;
  readonly extended: boolean;
  readonly disputed: boolean;
  readonly resolution: string | null;
}

export interface FigureFact {
  readonly ticket_id: string;
  readonly month: Day;
  readonly agency_code: string;
  readonly topic_id: string | null;
  readonly region_code: string | null;
  readonly delivered_on: Day;
  readonly registration_due_on: Day | null;
  readonly registered_on: Day | null;
  readonly statutory_on: Day | null;
  readonly promised_on: Day | null;
  readonly answered_on: Day | null;
  readonly passed_on: boolean;
  readonly withdrawn: boolean;
  readonly extended: boolean;
  readonly disputed: boolean;
  readonly verdict: string | null;
}

export interface FigureState {
  readonly watermark: Date | null;
  readonly asOf: Day | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const SCOPE = Prisma.sql`case when grouping(agency_code) = 0 then 'agency' when grouping(topic_id) = 0 then 'topic'
  when grouping(region_code) = 0 then 'region' else 'all' end`;
/** A case without a topic or a place counts in the whole and for its body only. */
const NAMED = Prisma.sql`(grouping(topic_id) = 1 or topic_id is not null) and (grouping(region_code) = 1 or region_code is not null)`;

/** The figures' own tables. Every writer takes the state's row first, so that two refreshes never mix. */
export function createFiguresRepository(db: Db) {
  return {
    async state(): Promise<FigureState> {
      const [row] = await db.$queryRaw<{ watermark: Date | null; as_of: Day | null }[]>`
        select watermark, as_of::text from figure_state where id = 1`;
      return { watermark: row?.watermark ?? null, asOf: row?.as_of ?? null };
    },

    /**
     * Tickets in order of their ids after the given one: all of them, or those whose case the journal mentions since an
     * instant, and with `andOpen` also those whose term still runs.
     */
    async tickets(
      since: Date | null,
      { after, limit, andOpen }: { after: string | null; limit: number; andOpen: boolean },
    ): Promise<TicketSource[]> {
      return db.$queryRaw<TicketSource[]>`
        with changed as (
          select t.id from tickets t where ${since}::timestamptz is null and t.state not in ('watched', 'watch_ended') and t.id > ${after ?? NOBODY}::uuid
          union
          select t.id from tickets t where ${since}::timestamptz is not null and t.state not in ('watched', 'watch_ended') and t.id > ${after ?? NOBODY}::uuid and t.appeal_id in (
            select substr(stream_id, 8)::uuid from journal_entries where at >= ${since}::timestamptz and stream_id like 'appeal:%')
          union
          select f.ticket_id from figure_facts f where ${andOpen} and f.ticket_id > ${after ?? NOBODY}::uuid
            and f.answered_on is null and not f.passed_on and not f.withdrawn
          order by 1 limit ${limit}
        )
        select t.id as ticket_id, t.agency_code, a.topic_id, a.territory_code, a.sensitive, t.procedure, t.state, t.delivered_at,
          t.registered_on::text, t.statutory_on::text, t.promised_on::text, a.resolution,
          coalesce((select min(e.at) from clock_events e where e.ticket_id = t.id and e.type = 'answered'), t.answered_at) as answered_at,
          exists (select from clock_events e where e.ticket_id = t.id and e.type = 'extended') as extended,
          exists (select from clock_events e where e.ticket_id = t.id and e.type = 'disputed') as disputed
        from changed join tickets t on t.id = changed.id join appeals a on a.id = t.appeal_id
        order by t.id`;
    },

    async openMonths(): Promise<Day[]> {
      const rows = await db.$queryRaw<{ month: Day }[]>`
        select distinct month::text from figure_facts where answered_on is null and not passed_on and not withdrawn`;
      return rows.map(({ month }) => month);
    },

    async clear(tx: Tx): Promise<void> {
      await lock(tx);
      await prismaOf(tx).$executeRaw`delete from figure_facts`;
      await prismaOf(tx).$executeRaw`delete from figure_cells`;
      await prismaOf(tx).$executeRaw`delete from figure_waits`;
    },

    async saveFacts(tx: Tx, facts: readonly FigureFact[]): Promise<void> {
      await lock(tx);
      await prismaOf(tx).$executeRaw`
        insert into figure_facts
        select * from jsonb_populate_recordset(null::figure_facts, ${JSON.stringify(facts)}::jsonb)
        on conflict (ticket_id) do update set
          agency_code = excluded.agency_code, topic_id = excluded.topic_id, region_code = excluded.region_code,
          registration_due_on = excluded.registration_due_on, registered_on = excluded.registered_on,
          statutory_on = excluded.statutory_on, promised_on = excluded.promised_on, answered_on = excluded.answered_on,
          passed_on = excluded.passed_on, withdrawn = excluded.withdrawn, extended = excluded.extended,
          disputed = excluded.disputed, verdict = excluded.verdict`;
    },

    /** Counts the months anew, as of the day; no other month is touched. */
    async recount(tx: Tx, months: readonly Day[], asOf: Day): Promise<void> {
      await lock(tx);
      const client = prismaOf(tx);
      const wanted = [...months];
      await client.$executeRaw`delete from figure_cells where month = any(${wanted}::date[])`;
      await client.$executeRaw`delete from figure_waits where month = any(${wanted}::date[])`;
      // Passed on and withdrawn tickets owe no answer here; the body that has the matter now owes it.
      await client.$executeRaw`
        insert into figure_cells
        select ${SCOPE}, coalesce(agency_code, topic_id, region_code, ''), month, count(*),
          count(*) filter (where passed_on), count(*) filter (where withdrawn),
          count(*) filter (where registered_on <= registration_due_on),
          count(*) filter (where registered_on > registration_due_on),
          count(*) filter (where owes and registered_on is null and registration_due_on < ${asOf}::date),
          count(*) filter (where not gone and answered_on <= statutory_on),
          count(*) filter (where not gone and answered_on > statutory_on),
          count(*) filter (where owes and statutory_on < ${asOf}::date),
          count(*) filter (where not gone and answered_on <= promised_on),
          count(*) filter (where not gone and answered_on > promised_on),
          count(*) filter (where owes and promised_on < ${asOf}::date),
          count(*) filter (where not gone and answered_on is not null),
          count(*) filter (where extended), count(*) filter (where disputed),
          count(*) filter (where not gone and answered_on is not null and verdict = 'resolved'),
          count(*) filter (where not gone and answered_on is not null and verdict = 'partly'),
          count(*) filter (where not gone and answered_on is not null and verdict = 'unresolved'),
          count(*) filter (where not gone and answered_on is not null and verdict is null)
        from (select *, passed_on or withdrawn as gone, not (passed_on or withdrawn) and answered_on is null as owes
              from figure_facts where month = any(${wanted}::date[])) facts
        group by grouping sets ((month), (month, agency_code), (month, topic_id), (month, region_code))
        having ${NAMED}`;
      await client.$executeRaw`
        insert into figure_waits
        select ${SCOPE}, coalesce(agency_code, topic_id, region_code, ''), month, answered_on - delivered_on, count(*)
        from figure_facts
        where month = any(${wanted}::date[]) and answered_on is not null and not passed_on and not withdrawn
        group by grouping sets ((month, answered_on - delivered_on), (month, agency_code, answered_on - delivered_on),
          (month, topic_id, answered_on - delivered_on), (month, region_code, answered_on - delivered_on))
        having ${NAMED}`;
    },

    async saveState(tx: Tx, { watermark, asOf }: FigureState): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update figure_state set watermark = ${watermark}::timestamptz, as_of = ${asOf}::date, version = version + 1 where id = 1`;
    },
  };

  async function lock(tx: Tx): Promise<void> {
    await prismaOf(tx).$queryRaw`select 1 as locked from figure_state where id = 1 for update`;
  }
}
export type FiguresRepository = ReturnType<typeof createFiguresRepository>;
