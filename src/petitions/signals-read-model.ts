import { type HourOfCrowd, SIGNAL_THRESHOLDS, type Signal, type SignalKind } from '../kernel/crowd-signals.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import type { KeptSignal } from './signals-repository.ts';

/** The hours of a petition's support since a moment, for the signals of the desk. */
export function createSignalsReadModel({ db }: { db: Db }) {
  return {
    async now(): Promise<Date> {
      const [row] = await db.$queryRaw<{ now: Date }[]>`select business_now() as now`;
      if (!row) throw new Error('the database has no clock');
      return row.now;
    },

    /** Petitions that got support since a moment. */
    async active(since: Date): Promise<PetitionId[]> {
      const rows = await db.$queryRaw<{ petition_id: string }[]>`
        select c.petition_id from petition_counts c join petitions p on p.id = c.petition_id
        where c.counted_at >= ${since}::timestamptz(3) and p.state in ('gathering_sponsors', 'open', 'threshold_reached', 'replied')`;
      return rows.map((row) => row.petition_id as PetitionId);
    },

    async hours(id: PetitionId, since: Date): Promise<HourOfCrowd[]> {
      return db.$queryRaw<HourOfCrowd[]>`
        with rows as (
          select date_trunc('hour', s.changed_at) as hour, s.referrer, c.created_at > s.changed_at - interval '1 day' as fresh,
            extract(epoch from s.changed_at - lag(s.changed_at) over (partition by date_trunc('hour', s.changed_at) order by s.changed_at))::float8 as gap
          from petition_supports s left join citizens c on c.id = s.citizen_id
          where s.petition_id = ${id}::uuid and s.state = 'counted' and s.changed_at >= ${since}::timestamptz(3)
        ), referrers as (
          select hour, max(n)::int as top from (select hour, referrer, count(*) as n from rows where referrer is not null group by 1, 2) r group by 1
        )
        select hour, count(*)::int as count, count(*) filter (where fresh)::int as fresh, coalesce(max(top), 0)::int as "topReferrer",
          avg(gap) as "gapMean", stddev_samp(gap) as "gapDeviation"
        from rows left join referrers using (hour) group by hour order by hour`;
    },

    /** Hours in which one browser carried the signatures, or the supports, of many people. */
    async devices(id: PetitionId, since: Date): Promise<Signal[]> {
      const rows = await db.$queryRaw<{ hour: Date; count: number }[]>`
        select hour, max(n)::int as count from (
          select date_trunc('hour', changed_at) as hour, device, count(*) as n from (
            select device, changed_at from petition_signatures
            where petition_id = ${id}::uuid and state = 'counted' and device is not null and changed_at >= ${since}::timestamptz(3)
            union all
            select device, changed_at from petition_supports
            where petition_id = ${id}::uuid and state = 'counted' and device is not null and changed_at >= ${since}::timestamptz(3)) p
          group by 1, 2 having count(*) >= ${SIGNAL_THRESHOLDS.oneDevice}
        ) d group by hour order by hour`;
      return rows.map(({ hour, count }) => ({ kind: 'one_device' as const, hour, count }));
    },

    /** Where supports of a stretch came from, most first: whose link, and by which way. */
    async sources(id: PetitionId, since: Date): Promise<{ source: string; referrer: string | null; count: number }[]> {
      return db.$queryRaw`
        select source, referrer, count(*)::int as count from petition_supports
        where petition_id = ${id}::uuid and state = 'counted' and changed_at >= ${since}::timestamptz(3)
        group by 1, 2 order by 3 desc limit 20`;
    },

    /** How many an act of the desk would be about. */
    async inStretch(
      id: PetitionId,
      { since, until, referrer }: { since: Date; until: Date; referrer?: string | null | undefined },
    ): Promise<{ counted: number; held: number }> {
      const [row] = await db.$queryRaw<{ counted: number; held: number }[]>`
        select count(*) filter (where state = 'counted')::int as counted, count(*) filter (where state = 'held')::int as held
        from petition_supports where petition_id = ${id}::uuid and changed_at >= ${since}::timestamptz(3) and changed_at < ${until}::timestamptz(3)
          and (${referrer === undefined} or referrer is not distinct from ${referrer ?? null}::text)`;
      return row ?? { counted: 0, held: 0 };
    },

    async kept(id: PetitionId): Promise<KeptSignal[]> {
      const rows = await db.petitionSignal.findMany({
        where: { petitionId: id },
        orderBy: { hour: 'desc' },
        take: 200,
      });
      return rows.map((row) => ({ ...row, kind: row.kind as SignalKind }));
    },

    /** Petitions with something nobody has looked at, the newest finding first. */
    async waiting(limit = 50): Promise<{ petitionId: PetitionId; count: number; newest: Date }[]> {
      return db.$queryRaw`
        select petition_id as "petitionId", count(*)::int as count, max(hour) as newest from petition_signals
        where looked_at is null group by 1 order by 3 desc limit ${limit}`;
    },

    /** Petitions of which a part is set apart. */
    async held(limit = 50): Promise<{ petitionId: PetitionId; held: number }[]> {
      return db.$queryRaw`
        select petition_id as "petitionId", held from petition_counts where held > 0 order by held desc limit ${limit}`;
    },
  };
}
export type SignalsReadModel = ReturnType<typeof createSignalsReadModel>;
