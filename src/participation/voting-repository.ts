import type { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Showable } from './fair-order.ts';
import type { Verdict, VoteChannel } from './round.ts';

export interface Ballot {
  readonly items: readonly string[];
  readonly territoryCode: TerritoryCode | null;
  /** The browser it came by, as a keyed hash of its own for each round; null in the chat. */
  readonly device: Uint8Array<ArrayBuffer> | null;
}

/** Whoever judges, and by which way. */
export interface Voter {
  readonly id: string;
  readonly channel: VoteChannel;
  readonly device?: Uint8Array<ArrayBuffer> | null;
}

export interface Showing {
  readonly itemId: string;
  readonly roundId: string;
  readonly verdict: Verdict | null;
}

/** Showings, verdicts and ballots. */
export function createVotingRepository() {
  return {
    /** Items one may be shown, with how often each was, among people or among browsers. */
    async showable(tx: Tx, roundId: string, channel: VoteChannel): Promise<Showable[]> {
      return prismaOf(tx).$queryRaw<Showable[]>`
        select i.id, case when ${channel} = 'browser' then c.browser_exposures else c.exposures end as exposures
        from participation_items i join participation_counts c on c.item_id = i.id
        where i.round_id = ${roundId}::uuid and i.state = 'admitted'`;
    },

    async seen(tx: Tx, roundId: string, voter: string): Promise<Showing[]> {
      const rows = await prismaOf(tx).participationShowing.findMany({
        where: { roundId, voter },
        orderBy: { shownAt: 'desc' },
        select: { itemId: true, roundId: true, verdict: true },
      });
      return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict | null }));
    },

    /** Counts once per person, whatever is pressed how often. */
    async show(tx: Tx, itemId: string, roundId: string, { id: voter, channel, device = null }: Voter): Promise<void> {
      await prismaOf(tx).$executeRaw`
        with shown as (
          insert into participation_showings (item_id, voter, round_id, channel, device, shown_at)
          values (${itemId}::uuid, ${voter}::uuid, ${roundId}::uuid, ${channel}, ${device}::bytea, ${tx.now}::timestamptz(3)) on conflict do nothing returning item_id
        )
        update participation_counts c set exposures = c.exposures + case when ${channel} = 'browser' then 0 else 1 end,
          browser_exposures = c.browser_exposures + case when ${channel} = 'browser' then 1 else 0 end
        from shown where c.item_id = shown.item_id`;
    },

    /** The first word counts; false when this person has judged it or never saw it. */
    async judge(tx: Tx, itemId: string, voter: string, verdict: Verdict): Promise<boolean> {
      const count = await prismaOf(tx).$executeRaw`
        with judged as (
          update participation_showings set verdict = ${verdict}, judged_at = ${tx.now}::timestamptz(3)
          where item_id = ${itemId}::uuid and voter = ${voter}::uuid and verdict is null returning item_id, channel
        )
        update participation_counts c set
          in_favour = in_favour + case when j.channel <> 'browser' and ${verdict} = 'for' then 1 else 0 end,
          against = against + case when j.channel <> 'browser' and ${verdict} = 'against' then 1 else 0 end,
          skipped = skipped + case when j.channel <> 'browser' and ${verdict} = 'skip' then 1 else 0 end,
          browser_in_favour = browser_in_favour + case when j.channel = 'browser' and ${verdict} = 'for' then 1 else 0 end,
          browser_against = browser_against + case when j.channel = 'browser' and ${verdict} = 'against' then 1 else 0 end,
          browser_skipped = browser_skipped + case when j.channel = 'browser' and ${verdict} = 'skip' then 1 else 0 end
        from judged j where c.item_id = j.item_id`;
      return count === 1;
    },

    /** One reason, for or against; a second one takes the place of the first. */
    async giveReason(tx: Tx, itemId: string, voter: string, reason: string): Promise<boolean> {
      const { count } = await prismaOf(tx).participationShowing.updateMany({
        where: {
          itemId,
          voter,
          verdict: { in: ['for', 'against'] },
          OR: [{ reasonState: null }, { reasonState: 'shown' }],
        },
        data: { reason, reasonState: 'shown' },
      });
      return count > 0;
    },

    /** `mark` names a reason without its author. */
    async hideReason(tx: Tx, itemId: string, mark: string): Promise<boolean> {
      const count = await prismaOf(tx).$executeRaw`
        update participation_showings set reason_state = 'hidden' where item_id = ${itemId}::uuid and reason is not null
          and left(encode(sha256(convert_to(item_id::text || voter::text, 'UTF8')), 'hex'), 32) = ${mark}`;
      return count === 1;
    },

    /** A monitor has heard an objection. */
    async heard(tx: Tx, itemId: string, by: string): Promise<number> {
      const { count } = await prismaOf(tx).participationShowing.updateMany({
        where: { itemId, verdict: 'against', reason: { not: null }, heardAt: null },
        data: { heardBy: by, heardAt: tx.now },
      });
      return count;
    },

    async putBallot(
      tx: Tx,
      roundId: string,
      voter: CitizenId,
      { items, territoryCode, device }: Ballot,
    ): Promise<void> {
      // What was set apart stays so: changing a ballot is no way back into the count.
      await prismaOf(tx).$executeRaw`
        insert into participation_ballots (round_id, voter, items, territory_code, device, at)
        values (${roundId}::uuid, ${voter}::uuid, ${[...items]}::uuid[], ${territoryCode}, ${device}::bytea, ${tx.now}::timestamptz(3))
        on conflict (round_id, voter) do update set items = excluded.items, territory_code = excluded.territory_code, at = excluded.at`;
    },

    async takeBallotBack(tx: Tx, roundId: string, voter: CitizenId): Promise<void> {
      await prismaOf(tx).participationBallot.deleteMany({ where: { roundId, voter, standing: 'counted' } });
    },

    /** How many things this person has judged since a moment. */
    async judgedSince(tx: Tx, roundId: string, voter: string, since: Date): Promise<number> {
      return prismaOf(tx).participationShowing.count({ where: { roundId, voter, judgedAt: { gt: since } } });
    },

    /** By whose link somebody came first; later links change nothing. */
    async arrive(tx: Tx, roundId: string, voter: string, referrer: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into participation_arrivals (round_id, voter, referrer) values (${roundId}::uuid, ${voter}::uuid, ${referrer}) on conflict do nothing`;
    },

    async ballot(tx: Tx, roundId: string, voter: CitizenId): Promise<readonly string[] | null> {
      const row = await prismaOf(tx).participationBallot.findUnique({ where: { roundId_voter: { roundId, voter } } });
      return row?.items ?? null;
    },

    async votesOf(tx: Tx, roundId: string): Promise<ReadonlyMap<string, number>> {
      const rows = await prismaOf(tx).$queryRaw<{ id: string; n: number }[]>`
        select item as id, count(*)::int as n from participation_ballots b cross join unnest(b.items) item
        where b.round_id = ${roundId}::uuid and b.standing = 'counted' group by 1`;
      return new Map(rows.map(({ id, n }) => [id, n]));
    },
  };
}
export type VotingRepository = ReturnType<typeof createVotingRepository>;

/** A person is forgotten: what they said stays in the counts, and nothing says that it was they. */
export async function forgetVoter(tx: Tx, citizenId: CitizenId): Promise<void> {
  const client = prismaOf(tx);
  await client.$executeRaw`update participation_items set citizen_id = null where citizen_id = ${citizenId}::uuid`;
  await client.$executeRaw`
    update participation_showings set voter = gen_random_uuid(), reason = null, reason_state = null, device = null where voter = ${citizenId}::uuid`;
  await client.$executeRaw`
    update participation_ballots set voter = gen_random_uuid(), territory_code = null, device = null where voter = ${citizenId}::uuid`;
  await client.$executeRaw`delete from participation_arrivals where voter = ${citizenId}::uuid`;
}
