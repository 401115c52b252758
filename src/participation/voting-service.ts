import type { Day } from '../kernel/day.ts';
import type { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { ballotProblem, type Project } from './allocation.ts';
import { nextItem } from './fair-order.ts';
import { ITEM_LIMITS, type Round, takesVotes, type Verdict } from './round.ts';
import type { Item, RoundsRepository } from './rounds-repository.ts';
import type { Voter, VotingRepository } from './voting-repository.ts';

/** A person reads before they judge. */
export const VERDICTS_AN_HOUR = 240;
const HOUR_MS = 3_600_000;

export interface Shown {
  readonly item: Item;
  /** How many this person has judged, and how many there are. */
  readonly judged: number;
  readonly total: number;
  readonly currency: string | null;
}

interface Deps {
  readonly rounds: RoundsRepository;
  readonly voting: VotingRepository;
  readonly mask: (text: string) => string;
  readonly today: (now: Date) => Day;
}

/** One item at a time, under equal exposure; and ballots. */
export function createVotingService({ rounds, voting, mask, today }: Deps) {
  async function open(tx: Tx, roundId: string): Promise<Round> {
    const round = await rounds.get(tx, roundId);
    if (!takesVotes(round, today(tx.now))) throw new Refusal('round.not_voting', { state: round.state });
    return round;
  }

  return {
    /** The item this person judges next: the one shown before if it has no verdict yet. Null when all were seen. */
    async next(tx: Tx, roundId: string, voter: Voter): Promise<Shown | null> {
      const round = await open(tx, roundId);
      const [items, seen] = await Promise.all([
        voting.showable(tx, roundId, voter.channel),
        voting.seen(tx, roundId, voter.id),
      ]);
      const known = new Set(items.map(({ id }) => id));
      const waiting = seen.find(({ itemId, verdict }) => verdict === null && known.has(itemId));
      const judged = seen.filter(({ verdict }) => verdict !== null).length;
      const chosen =
        waiting?.itemId ??
        nextItem({ seed: round.seed, voter: voter.id, seen: new Set(seen.map(({ itemId }) => itemId)) }, items)?.id;
      if (!chosen) return null;
      if (!waiting) await voting.show(tx, chosen, roundId, voter);
      return { item: await rounds.item(tx, chosen), judged, total: items.length, currency: round.currency };
    },

    /** The first word counts: judging again changes nothing. */
    async judge(tx: Tx, itemId: string, voter: Voter, verdict: Verdict): Promise<boolean> {
      const item = await rounds.item(tx, itemId);
      await open(tx, item.roundId);
      const hourAgo = new Date(tx.now.getTime() - HOUR_MS);
      if ((await voting.judgedSince(tx, item.roundId, voter.id, hourAgo)) >= VERDICTS_AN_HOUR)
        throw new Refusal('round.too_fast', { limit: VERDICTS_AN_HOUR });
      return voting.judge(tx, itemId, voter.id, verdict);
    },

    async reason(tx: Tx, itemId: string, voter: Voter, text: string): Promise<void> {
      const words = mask(text.replace(/\s+/g, ' ').trim());
      const { min, max } = ITEM_LIMITS.reason;
      if (words.length < min) throw new Refusal('round.text_too_short', { part: 'reason', limit: min });
      if (words.length > max) throw new Refusal('round.text_too_long', { part: 'reason', limit: max });
      if (!(await voting.giveReason(tx, itemId, voter.id, words))) throw new Refusal('round.no_verdict', {});
    },

    /** The last ballot of a person counts; it may be changed until the end. */
    async vote(
      tx: Tx,
      roundId: string,
      citizenId: CitizenId,
      chosen: readonly string[],
      territoryCode: TerritoryCode | null,
      device: Uint8Array<ArrayBuffer> | null = null,
    ): Promise<void> {
      const round = await open(tx, roundId);
      const items = await rounds.itemsOf(tx, roundId, ['admitted']);
      const projects = new Map<string, Project>(items.map(({ id, cost }) => [id, { id, cost: cost ?? 0 }]));
      const problem = ballotProblem(round.rule, round.budget, chosen, projects);
      if (problem) throw new Refusal(`round.ballot_${problem}`, { budget: round.budget });
      await voting.putBallot(tx, roundId, citizenId, { items: chosen, territoryCode, device });
    },

    /** Takes one project in or out; what is left is the ballot. Returns it. */
    async toggle(
      tx: Tx,
      roundId: string,
      citizenId: CitizenId,
      itemId: string,
      territoryCode: TerritoryCode | null,
    ): Promise<readonly string[]> {
      const before = (await voting.ballot(tx, roundId, citizenId)) ?? [];
      const after = before.includes(itemId) ? before.filter((id) => id !== itemId) : [...before, itemId];
      if (after.length > 0) await this.vote(tx, roundId, citizenId, after, territoryCode);
      else {
        await open(tx, roundId);
        await voting.takeBallotBack(tx, roundId, citizenId);
      }
      return after;
    },

    takeBallotBack: async (tx: Tx, roundId: string, citizenId: CitizenId): Promise<void> => {
      await open(tx, roundId);
      await voting.takeBallotBack(tx, roundId, citizenId);
    },
    arrive: (tx: Tx, roundId: string, voter: string, referrer: string) => voting.arrive(tx, roundId, voter, referrer),
    roundOf: async (tx: Tx, itemId: string): Promise<string> => (await rounds.item(tx, itemId)).roundId,
    titleOf: async (tx: Tx, itemId: string): Promise<string> => (await rounds.item(tx, itemId)).title,
    ballot: (tx: Tx, roundId: string, citizenId: CitizenId) => voting.ballot(tx, roundId, citizenId),
    hideReason: (tx: Tx, itemId: string, mark: string) => voting.hideReason(tx, itemId, mark),
    heard: (tx: Tx, itemId: string, by: string) => voting.heard(tx, itemId, by),
  };
}
export type VotingService = ReturnType<typeof createVotingService>;
