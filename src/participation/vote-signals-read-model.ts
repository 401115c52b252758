import { type HourOfCrowd, SIGNAL_THRESHOLDS, type Signal, type SignalKind } from '../kernel/crowd-signals.ts';
import type { Db } from '../platform/db/database.ts';
import type { VoteStretch } from './vote-integrity-repository.ts';

export interface KeptVoteSignal extends Signal {
  readonly lookedBy: string | null;
  readonly lookedAt: Date | null;
}

/** The hours of a round, for the signals of the desk: when people came, how new they are, by whose link, with what. */
export function createVoteSignalsReadModel({ db }: { db: Db }) {
  return {
    async now(): Promise<Date> {
      const [row] = await db.$queryRaw<{ now: Date }[]>`select business_now() as now`;
      if (!row) throw new Error('the database has no clock');
      return row.now;
    },

    /** Rounds in which somebody judged or voted since a moment. */
    async active(since: Date): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select r.id from participation_rounds r where r.state = 'voting' and (
          exists (select 1 from participation_showings s where s.round_id = r.id and s.judged_at >= ${since}::timestamptz(3))
          or exists (select 1 from participation_ballots b where b.round_id = r.id and b.at >= ${since}::timestamptz(3)))`;
      return rows.map(({ id }) => id);
    },

    /** People, not verdicts: one person judges many things in a row. */
    async hours(roundId: string, since: Date): Promise<HourOfCrowd[]> {
      return db.$queryRaw<HourOfCrowd[]>`
        with acts as (
          select voter, judged_at as at from participation_showings
          where round_id = ${roundId}::uuid and channel <> 'browser' and standing = 'counted' and judged_at >= ${since}::timestamptz(3)
          union all
          select voter, at from participation_ballots where round_id = ${roundId}::uuid and standing = 'counted' and at >= ${since}::timestamptz(3)
        ), people as (
          select date_trunc('hour', at) as hour, voter, min(at) as at from acts group by 1, 2
        ), rows as (
          select p.hour, a.referrer, c.created_at > p.at - interval '1 day' as fresh,
            extract(epoch from p.at - lag(p.at) over (partition by p.hour order by p.at))::float8 as gap
          from people p left join citizens c on c.id = p.voter
            left join participation_arrivals a on a.round_id = ${roundId}::uuid and a.voter = p.voter
        ), referrers as (
          select hour, max(n)::int as top from (select hour, referrer, count(*) as n from rows where referrer is not null group by 1, 2) r group by 1
        )
        select hour, count(*)::int as count, count(*) filter (where fresh)::int as fresh, coalesce(max(top), 0)::int as "topReferrer",
          avg(gap) as "gapMean", stddev_samp(gap) as "gapDeviation"
        from rows left join referrers using (hour) group by hour order by hour`;
    },

    /** Hours in which one browser carried many people. */
    async devices(roundId: string, since: Date): Promise<Signal[]> {
      const rows = await db.$queryRaw<{ hour: Date; count: number }[]>`
        with acts as (
          select device, voter, judged_at as at from participation_showings
          where round_id = ${roundId}::uuid and channel = 'site' and standing = 'counted' and device is not null and judged_at >= ${since}::timestamptz(3)
          union all
          select device, voter, at from participation_ballots
          where round_id = ${roundId}::uuid and standing = 'counted' and device is not null and at >= ${since}::timestamptz(3)
        )
        select hour, max(n)::int as count from (
          select date_trunc('hour', at) as hour, device, count(distinct voter) as n from acts group by 1, 2
          having count(distinct voter) >= ${SIGNAL_THRESHOLDS.oneDevice}
        ) d group by hour order by hour`;
      return rows.map(({ hour, count }) => ({ kind: 'one_device' as const, hour, count }));
    },

    async kept(roundId: string): Promise<KeptVoteSignal[]> {
      const rows = await db.participationSignal.findMany({
        where: { roundId },
        orderBy: { hour: 'desc' },
        take: 200,
      });
      return rows.map((row) => ({ ...row, kind: row.kind as SignalKind }));
    },

    /** How many verdicts and ballots an act of the desk would be about. */
    async inStretch(
      roundId: string,
      { since, until, referrer }: VoteStretch,
    ): Promise<{ counted: number; held: number }> {
      const [row] = await db.$queryRaw<{ counted: number; held: number }[]>`
        with acts as (
          select voter, standing, judged_at as at from participation_showings
          where round_id = ${roundId}::uuid and channel <> 'browser' and verdict is not null
          union all
          select voter, standing, at from participation_ballots where round_id = ${roundId}::uuid
        )
        select count(*) filter (where standing = 'counted')::int as counted, count(*) filter (where standing = 'held')::int as held
        from acts left join participation_arrivals a on a.round_id = ${roundId}::uuid and a.voter = acts.voter
        where at >= ${since}::timestamptz(3) and at < ${until}::timestamptz(3)
          and (${referrer === undefined} or a.referrer is not distinct from ${referrer ?? null}::text)`;
      return row ?? { counted: 0, held: 0 };
    },

    /** Where people of a stretch came from, most first. */
    async sources(roundId: string): Promise<{ referrer: string | null; count: number }[]> {
      return db.$queryRaw`
        select a.referrer, count(distinct s.voter)::int as count from participation_showings s
        left join participation_arrivals a on a.round_id = s.round_id and a.voter = s.voter
        where s.round_id = ${roundId}::uuid and s.channel <> 'browser' and s.verdict is not null group by 1 order by 2 desc limit 20`;
    },
  };
}
export type VoteSignalsReadModel = ReturnType<typeof createVoteSignalsReadModel>;
