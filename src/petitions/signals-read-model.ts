import type { PetitionId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import type { HourOfSupport } from './signals.ts';

/** The hours of a petition's support since a moment, for the signals of the desk. */
export function createSignalsReadModel({ db }: { db: Db }) {
  return {
    /** Petitions that got support since a moment. */
    async active(since: Date): Promise<PetitionId[]> {
      const rows = await db.$queryRaw<{ petition_id: string }[]>`
        select c.petition_id from petition_counts c join petitions p on p.id = c.petition_id
        where c.counted_at >= ${since}::timestamptz(3) and p.state in ('gathering_sponsors', 'open', 'threshold_reached', 'replied')`;
      return rows.map((row) => row.petition_id as PetitionId);
    },

    async hours(id: PetitionId, since: Date): Promise<HourOfSupport[]> {
      return db.$queryRaw<HourOfSupport[]>`
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
  };
}
export type SignalsReadModel = ReturnType<typeof createSignalsReadModel>;
