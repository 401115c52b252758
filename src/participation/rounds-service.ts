import { randomBytes } from 'node:crypto';
import type { Actor, Facts, Journal } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import { type CitizenId, newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import { allocate } from './allocation.ts';
import { applyRoundEvent, type Round, type RoundEvent } from './round.ts';
import type { RoundsRepository } from './rounds-repository.ts';
import type { VoteIntegrityRepository } from './vote-integrity-repository.ts';
import type { VotingRepository } from './voting-repository.ts';

const CODE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 10;
const newCode = (): string =>
  [...randomBytes(CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');

export type NewRound = Omit<Round, 'id' | 'revision' | 'code' | 'state' | 'seed' | 'createdAt' | 'closedAt'>;

/** What authors and voters hear of. */
export const VOTE_NEWS = ['admitted', 'refused', 'chosen', 'not_chosen', 'closed', 'progress'] as const;
export type VoteNews = (typeof VOTE_NEWS)[number];

interface Deps {
  readonly rounds: RoundsRepository;
  readonly voting: VotingRepository;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly integrity: Pick<VoteIntegrityRepository, 'countHeld' | 'takeLate'>;
  readonly today: (now: Date) => Day;
}

/** The life of a round: opened, collected, checked, voted on, closed with a result that anybody can recompute. */
export function createRoundsService({ rounds, voting, integrity, journal, notifications, today }: Deps) {
  const record = (tx: Tx, id: string, type: string, actor: Actor, facts: Facts = {}): Promise<unknown> =>
    journal.append(tx, `round:${id}`, { type: `round.${type}`, actor, facts });

  async function tell(tx: Tx, to: CitizenId, roundId: string, news: VoteNews, facts: Facts = {}): Promise<void> {
    await notifications.add(tx, {
      to: { kind: 'citizen', id: to },
      kind: 'vote_news',
      facts: { roundId, news, ...facts },
      lane: 'petitions',
      dedupeKey: `vote:${news}:${roundId}:${String(facts.itemId ?? '')}:${to}:${tx.key}`,
    });
  }

  async function move(tx: Tx, before: Round, event: RoundEvent, by: Actor, facts: Facts = {}): Promise<Round> {
    const after = applyRoundEvent(before, event, tx.now);
    await rounds.save(tx, after);
    await record(tx, before.id, event, by, facts);
    return after;
  }

  /** Counts the ballots, chooses within the budget, tells authors and voters. */
  async function close(tx: Tx, id: string, by: Actor): Promise<Round> {
    const before = await rounds.lock(tx, id);
    // A result is final: whatever is set apart is decided on first.
    if ((await integrity.countHeld(tx, id)) > 0) throw new Refusal('round.votes_undecided', {});
    const items = await rounds.itemsOf(tx, id, ['admitted']);
    const votes = await voting.votesOf(tx, id);
    const after = await move(tx, before, 'closed', by, { items: items.length });
    if (before.rule.type === 'none') return after;
    const projects = items.map((item) => ({ id: item.id, cost: item.cost ?? 0, votes: votes.get(item.id) ?? 0 }));
    const chosen = allocate(projects, before.budget, before.seed);
    for (const item of items) {
      const state = chosen.has(item.id) ? 'chosen' : 'not_chosen';
      await rounds.saveItem(tx, item, { state, votes: votes.get(item.id) ?? 0 });
      if (item.citizenId) await tell(tx, item.citizenId, id, state, { itemId: item.id });
    }
    await record(tx, id, 'allocated', by, { chosen: [...chosen] });
    await rounds.startTelling(tx, id);
    return after;
  }

  /** The desk's own lateness: in the journal, on the round's page, and before the operators, once. */
  async function tellLate(tx: Tx, by: Actor): Promise<number> {
    const late = await integrity.takeLate(tx, today(tx.now));
    for (const { roundId, dueOn } of late) {
      await record(tx, roundId, 'votes_undecided', by, { dueOn });
      await notifications.add(tx, {
        to: { kind: 'operators', id: 'operators' },
        kind: 'vote_held_overdue',
        facts: { roundId, dueOn },
        lane: 'official',
        dedupeKey: `vote_held_overdue:${roundId}:${dueOn}`,
      });
    }
    return late.length;
  }

  /** With the last proposal decided on, voting may begin. */
  async function startVoting(tx: Tx, id: string, by: Actor): Promise<Round> {
    const before = await rounds.lock(tx, id);
    if ((await rounds.itemsOf(tx, id, ['proposed'])).length > 0) throw new Refusal('round.proposals_waiting', {});
    if ((await rounds.itemsOf(tx, id, ['admitted'])).length === 0) throw new Refusal('round.nothing_to_vote', {});
    return move(tx, before, 'checked', by);
  }

  return {
    tell,
    record,
    close,
    startVoting,

    async create(tx: Tx, wanted: NewRound, by: Actor): Promise<Round> {
      if (wanted.kind === 'budget' && (wanted.rule.type === 'none' || !wanted.collectUntil || !wanted.voteFrom))
        throw new Refusal('round.budget_incomplete', {});
      if (wanted.rule.type === 'knapsack' && wanted.budget === null) throw new Refusal('round.budget_incomplete', {});
      const days = [wanted.collectUntil, wanted.voteFrom, wanted.voteUntil].filter((on): on is Day => on !== null);
      if (days.some((on, at) => at > 0 && on < (days[at - 1] ?? on)) || wanted.voteUntil < today(tx.now))
        throw new Refusal('round.days_out_of_order', {});
      const round: Round = {
        ...wanted,
        id: newId(tx.now.getTime()),
        revision: 1,
        code: newCode(),
        state: 'draft',
        seed: randomBytes(16).toString('hex'),
        createdAt: tx.now,
        closedAt: null,
      };
      await rounds.insert(tx, round, by.id ?? by.kind);
      await record(tx, round.id, 'created', by, { code: round.code, seed: round.seed });
      return round;
    },

    async open(tx: Tx, id: string, by: Actor): Promise<Round> {
      return move(tx, await rounds.lock(tx, id), 'opened', by);
    },

    async endCollecting(tx: Tx, id: string, by: Actor): Promise<Round> {
      return move(tx, await rounds.lock(tx, id), 'collected', by);
    },

    async stop(tx: Tx, id: string, reason: string, by: Actor): Promise<Round> {
      if (reason.trim() === '') throw new Refusal('round.reason_missing', {});
      return move(tx, await rounds.lock(tx, id), 'stopped', by, { reason: reason.trim() });
    },

    /** What the day brings by itself; returns how much there was. */
    async sweep(tx: Tx): Promise<number> {
      const by: Actor = { kind: 'system', id: null };
      const due = await rounds.due(tx, today(tx.now));
      let moved = 0;
      for (const round of due) {
        if (round.state === 'collecting') await this.endCollecting(tx, round.id, by);
        else if (round.state === 'voting') await close(tx, round.id, by);
        else {
          const waiting = await rounds.itemsOf(tx, round.id, ['proposed']);
          const ready = await rounds.itemsOf(tx, round.id, ['admitted']);
          // Voting waits for the desk: what nobody has checked would be lost.
          if (waiting.length > 0 || ready.length === 0) continue;
          await startVoting(tx, round.id, by);
        }
        moved += 1;
      }
      return moved + (await tellLate(tx, by));
    },

    /** One page of people who hear how their vote ended. */
    async tellPage(tx: Tx, limit = 500): Promise<number> {
      const page = await rounds.nextToTell(tx, limit);
      if (!page) return 0;
      for (const voter of page.voters) await tell(tx, voter, page.round.id, 'closed');
      return Math.max(1, page.voters.length);
    },
  };
}
export type RoundsService = ReturnType<typeof createRoundsService>;
