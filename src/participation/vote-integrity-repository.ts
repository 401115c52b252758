import type { Signal } from '../kernel/crowd-signals.ts';
import { Day } from '../kernel/day.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** `held` is set apart until somebody has looked; `invalidated` is struck out for good. */
export type Standing = 'counted' | 'held' | 'invalidated';

/** Which verdicts and ballots an act is about: a stretch of time and, where given, one link they came by. */
export interface VoteStretch {
  readonly since: Date;
  readonly until: Date;
  readonly referrer?: string | null;
}

/** Moves verdicts and ballots in and out of the count. */
export function createVoteIntegrityRepository() {
  return {
    /** Verdicts of people in the stretch; the counts of their items move with them. Returns how many. */
    async moveVerdicts(
      tx: Tx,
      roundId: string,
      from: readonly Standing[],
      to: Standing,
      { since, until, referrer }: VoteStretch,
    ): Promise<number> {
      const [row] = await prismaOf(tx).$queryRaw<{ n: number }[]>`
        with chosen as (
          select s.item_id, s.voter, s.standing, s.verdict from participation_showings s
          left join participation_arrivals a on a.round_id = s.round_id and a.voter = s.voter
          where s.round_id = ${roundId}::uuid and s.channel <> 'browser' and s.verdict is not null and s.standing = any(${[...from]}::text[])
            and s.judged_at >= ${since}::timestamptz(3) and s.judged_at < ${until}::timestamptz(3)
            and (${referrer === undefined} or a.referrer is not distinct from ${referrer ?? null}::text)
          for update of s
        ), moved as (
          update participation_showings s set standing = ${to} from chosen c where s.item_id = c.item_id and s.voter = c.voter
          returning c.item_id, c.standing as was, c.verdict
        ), sums as (
          select item_id, verdict, sum((case when ${to} = 'counted' then 1 else 0 end) - (case when was = 'counted' then 1 else 0 end))::int as counted,
            sum((case when ${to} = 'held' then 1 else 0 end) - (case when was = 'held' then 1 else 0 end))::int as held
          from moved group by 1, 2
        ), items as (
          select item_id, sum(counted)::int as exposures, sum(held)::int as held,
            coalesce(sum(counted) filter (where verdict = 'for'), 0)::int as in_favour,
            coalesce(sum(counted) filter (where verdict = 'against'), 0)::int as against,
            coalesce(sum(counted) filter (where verdict = 'skip'), 0)::int as skipped
          from sums group by 1
        ), counts as (
          update participation_counts c set exposures = c.exposures + i.exposures, in_favour = c.in_favour + i.in_favour,
            against = c.against + i.against, skipped = c.skipped + i.skipped, held = c.held + i.held
          from items i where c.item_id = i.item_id
        )
        select count(*)::int as n from moved`;
      return row?.n ?? 0;
    },

    /** Ballots of the stretch; they are counted when the round closes. */
    async moveBallots(
      tx: Tx,
      roundId: string,
      from: readonly Standing[],
      to: Standing,
      { since, until, referrer }: VoteStretch,
    ): Promise<number> {
      return prismaOf(tx).$executeRaw`
        update participation_ballots b set standing = ${to}
        where b.round_id = ${roundId}::uuid and b.standing = any(${[...from]}::text[]) and b.at >= ${since}::timestamptz(3) and b.at < ${until}::timestamptz(3)
          and (${referrer === undefined} or ${referrer ?? null}::text is not distinct from (
            select a.referrer from participation_arrivals a where a.round_id = b.round_id and a.voter = b.voter))`;
    },

    /** How many verdicts and ballots are set apart. */
    async countHeld(tx: Tx, roundId: string): Promise<number> {
      const client = prismaOf(tx);
      const where = { roundId, standing: 'held' };
      return (await client.participationShowing.count({ where })) + (await client.participationBallot.count({ where }));
    },

    /** Until when somebody decides about it; null when nothing is left. A term that runs stays as it is. */
    async setHeldDueOn(tx: Tx, roundId: string, on: Day | null): Promise<Day | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ due: string | null }[]>`
        update participation_rounds set held_due_on = case when ${on}::date is null then null else coalesce(held_due_on, ${on}::date) end,
          held_late_at = case when ${on}::date is not null then held_late_at end
        where id = ${roundId}::uuid returning held_due_on::text as due`;
      return row?.due ? Day.parse(row.due) : null;
    },

    /** Rounds whose decision is late since today, each once. */
    async takeLate(tx: Tx, today: Day): Promise<{ roundId: string; dueOn: Day }[]> {
      const rows = await prismaOf(tx).$queryRaw<{ id: string; due: string }[]>`
        update participation_rounds set held_late_at = ${tx.now}::timestamptz(3)
        where state = 'voting' and held_due_on < ${today}::date and held_late_at is null returning id, held_due_on::text as due`;
      return rows.map(({ id, due }) => ({ roundId: id, dueOn: Day.parse(due) }));
    },

    async setNote(tx: Tx, roundId: string, text: string): Promise<void> {
      const note = JSON.stringify({ text, at: tx.now.toISOString() });
      await prismaOf(tx)
        .$executeRaw`update participation_rounds set integrity_note = ${note}::jsonb where id = ${roundId}::uuid`;
    },

    /** True when it was not known yet: each hour of each round is told once. */
    async addSignal(tx: Tx, roundId: string, { kind, hour, count }: Signal): Promise<boolean> {
      const added = await prismaOf(tx).$executeRaw`
        insert into participation_signals (round_id, kind, hour, count, told_at)
        values (${roundId}::uuid, ${kind}, ${hour}::timestamptz(3), ${count}, ${tx.now}::timestamptz(3)) on conflict do nothing`;
      return added === 1;
    },

    async looked(tx: Tx, roundId: string, by: string): Promise<number> {
      const { count } = await prismaOf(tx).participationSignal.updateMany({
        where: { roundId, lookedAt: null },
        data: { lookedBy: by, lookedAt: tx.now },
      });
      return count;
    },
  };
}
export type VoteIntegrityRepository = ReturnType<typeof createVoteIntegrityRepository>;
