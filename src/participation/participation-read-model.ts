import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../platform/db/database.ts';
import { type Ranked, rank } from './ranking.ts';
import type { Round, RoundState, Stage, Verdict } from './round.ts';
import { dayOf, type Item, toItem, toRound } from './rounds-repository.ts';

/** Fewer than this from one place could point at somebody. */
const MIN_PLACE = 5;

export interface CountedItem extends Item {
  readonly exposures: number;
  readonly inFavour: number;
  readonly against: number;
  readonly skipped: number;
  /** Verdicts set apart until somebody has looked: counted for nothing. */
  readonly held: number;
  readonly browsers: {
    readonly exposures: number;
    readonly inFavour: number;
    readonly against: number;
    readonly skipped: number;
  };
  readonly progress: readonly { readonly stage: Stage; readonly note: string; readonly at: Date }[];
}

export interface RoundView {
  readonly round: Round;
  /** Everything but drafts of the desk; refused ones keep their reason. */
  readonly items: readonly CountedItem[];
  /** Best first; only what was shown. */
  readonly ranking: readonly Ranked<CountedItem>[];
  readonly ballots: number;
  /** Ballots set apart until somebody has looked. */
  readonly heldBallots: number;
  readonly integrityNote: { readonly text: string; readonly at: string } | null;
  /** Until when somebody decides about what is set apart; null where nothing is. */
  readonly heldDueOn: Day | null;
}

const Note = z.object({ text: z.string(), at: z.string() });

export interface Reason {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly at: Date;
}

export interface Objection extends Reason {
  readonly itemId: string;
  /** Names this reason and nobody: who said it cannot be read from it. */
  readonly mark: string;
  readonly heardAt: Date | null;
}

/** Rounds as everybody sees them, and what the desk and the monitors look through. */
export function createParticipationReadModel({ db }: { db: Db }) {
  async function view(where: { id: string } | { code: string }): Promise<RoundView | null> {
    const row = await db.participationRound.findUnique({
      where,
      include: {
        items: { orderBy: { number: 'asc' }, include: { counts: true, progress: { orderBy: { seq: 'asc' } } } },
        _count: { select: { ballots: { where: { standing: 'counted' } } } },
        ballots: { where: { standing: 'held' }, select: { voter: true } },
      },
    });
    if (!row) return null;
    const items = row.items.map(
      ({ counts, progress, ...item }): CountedItem => ({
        ...toItem(item),
        exposures: counts?.exposures ?? 0,
        inFavour: counts?.inFavour ?? 0,
        against: counts?.against ?? 0,
        skipped: counts?.skipped ?? 0,
        held: counts?.held ?? 0,
        browsers: {
          exposures: counts?.browserExposures ?? 0,
          inFavour: counts?.browserInFavour ?? 0,
          against: counts?.browserAgainst ?? 0,
          skipped: counts?.browserSkipped ?? 0,
        },
        progress: progress.map(({ stage, note, at }) => ({ stage: stage as Stage, note, at })),
      }),
    );
    const shown = items.filter(({ state }) => state === 'admitted' || state === 'chosen' || state === 'not_chosen');
    return {
      round: toRound(row),
      items,
      ranking: rank(shown),
      ballots: row._count.ballots,
      heldBallots: row.ballots.length,
      integrityNote: row.integrityNote === null ? null : Note.parse(row.integrityNote),
      heldDueOn: row.state === 'voting' ? dayOf(row.heldDueOn) : null,
    };
  }

  return {
    view,

    async list(states?: readonly RoundState[], limit = 50): Promise<(Round & { itemCount: number })[]> {
      const rows = await db.participationRound.findMany({
        where: states ? { state: { in: [...states] } } : {},
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
        include: { _count: { select: { items: { where: { state: { in: ['admitted', 'chosen', 'not_chosen'] } } } } } },
      });
      return rows.map(({ _count, ...row }) => ({ ...toRound(row), itemCount: _count.items }));
    },

    /** Why people are for and against, newest first, without people. */
    async reasons(itemId: string, limit = 100): Promise<Reason[]> {
      const rows = await db.participationShowing.findMany({
        where: { itemId, reason: { not: null }, reasonState: 'shown' },
        orderBy: { judgedAt: 'desc' },
        take: limit,
      });
      return rows.map(({ verdict, reason, judgedAt, shownAt }) => ({
        verdict: verdict as Verdict,
        reason: reason ?? '',
        at: judgedAt ?? shownAt,
      }));
    },

    /** The newest reason on each side of each item. */
    async oneReasonEach(roundId: string): Promise<{ itemId: string; verdict: Verdict; reason: string }[]> {
      return db.$queryRaw`
        select distinct on (item_id, verdict) item_id as "itemId", verdict, reason from participation_showings
        where round_id = ${roundId}::uuid and reason is not null and reason_state = 'shown' and standing = 'counted' and verdict in ('for', 'against')
        order by item_id, verdict, judged_at desc`;
    },

    /** Votes by place; places with few are joined, so that nobody can be guessed. */
    async byTerritory(roundId: string): Promise<{ territoryCode: string | null; ballots: number }[]> {
      return db.$queryRaw`
        with places as (
          select territory_code, count(*)::int as n from participation_ballots
          where round_id = ${roundId}::uuid and standing = 'counted' group by 1
        )
        select case when n >= ${MIN_PLACE} then territory_code end as "territoryCode", sum(n)::int as ballots
        from places group by 1 order by 2 desc`;
    },

    /** Votes of an item by place, where a place has enough of them. */
    async itemVotesByTerritory(roundId: string): Promise<{ itemId: string; territoryCode: string; votes: number }[]> {
      return db.$queryRaw`
        select item as "itemId", b.territory_code as "territoryCode", count(*)::int as votes
        from participation_ballots b cross join unnest(b.items) item
        where b.round_id = ${roundId}::uuid and b.standing = 'counted' and b.territory_code is not null group by 1, 2 having count(*) >= ${MIN_PLACE} order by 3 desc`;
    },

    /** Objections with a reason, those nobody has heard first. */
    async objections({
      heard,
      limit = 100,
    }: {
      heard: boolean;
      limit?: number;
    }): Promise<(Objection & { title: string; roundId: string; against: number; exposures: number })[]> {
      const rows = await db.participationShowing.findMany({
        where: {
          verdict: 'against',
          reason: { not: null },
          reasonState: 'shown',
          heardAt: heard ? { not: null } : null,
        },
        orderBy: { judgedAt: 'desc' },
        take: limit,
        include: { item: { select: { title: true, counts: true } } },
      });
      return rows.map(({ item, ...row }) => ({
        itemId: row.itemId,
        roundId: row.roundId,
        mark: createHash('sha256').update(`${row.itemId}${row.voter}`).digest('hex').slice(0, 32),
        verdict: 'against',
        reason: row.reason ?? '',
        at: row.judgedAt ?? row.shownAt,
        heardAt: row.heardAt,
        title: item.title,
        against: item.counts?.against ?? 0,
        exposures: item.counts?.exposures ?? 0,
      }));
    },

    /** Whether a day or a result waits: an idle round is one read. */
    async hasWork(timezone: string): Promise<boolean> {
      const [row] = await db.$queryRaw<{ found: boolean }[]>`
        select exists (
          select 1 from participation_rounds, (select (business_now() at time zone ${timezone})::date as today) t
          where told_after is not null or (state = 'collecting' and collect_until < today)
            or (state = 'checking' and vote_from <= today) or (state = 'voting' and vote_until < today and held_due_on is null)
            or (state = 'voting' and held_due_on < today and held_late_at is null)
        ) as found`;
      return row?.found ?? false;
    },

    async ofCitizen(citizenId: string): Promise<Item[]> {
      const rows = await db.participationItem.findMany({
        where: { citizenId },
        orderBy: { createdAt: 'desc' },
        take: 20,
      });
      return rows.map(toItem);
    },
  };
}
export type ParticipationReadModel = ReturnType<typeof createParticipationReadModel>;
