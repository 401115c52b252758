import type { CitizenId, PetitionId } from '../kernel/ids.ts';
import { isRefusal, Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Profiles } from './load-profiles.ts';
import { commitmentOf, type LeafKind, receiptOf } from './log/log-leaf.ts';
import { acceptsSupport, type Petition, type PetitionState } from './petition.ts';
import type { PetitionKeys } from './petition-keys.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import { type NewSupport, SUPPORTS_AN_HOUR, type SupportsRepository } from './supports-repository.ts';

/** One of many that was refused. */
export interface RefusedSupport {
  readonly type: 'refused';
  readonly reason: Refusal;
}

export type SupportOutcome = { type: 'supported'; receipt: string } | { type: 'already'; receipt: string };

const LINES_A_STATEMENT = 5_000;

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly supports: SupportsRepository;
  readonly moves: PetitionMoves;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly keys: PetitionKeys;
  /** Told after the commit that lines wait for the tally. */
  readonly onQueued: () => void;
}

/** Support in the chat: one per person, taken back at any time while it is gathered. */
export function createSupportService({ petitions, supports, moves, profiles, terms, keys, onQueued }: Deps) {
  function commitment(kind: LeafKind, petitionId: PetitionId, subject: string, turn: number): Buffer {
    return commitmentOf(keys.commitment, { kind, petitionId, subject, turn });
  }

  /** Puts a line into the queue; returns the receipt of the line. */
  async function line(tx: Tx, kind: LeafKind, petitionId: PetitionId, subject: string, turn: number): Promise<string> {
    const bytes = commitment(kind, petitionId, subject, turn);
    await supports.enqueue(tx, petitionId, kind, bytes);
    tx.afterCommit(onQueued);
    return receiptOf(bytes);
  }

  /** Many lines at once, some thousands a statement. */
  async function addLines(
    tx: Tx,
    petitionId: PetitionId,
    wanted: readonly { readonly kind: LeafKind; readonly citizenId: CitizenId; readonly turn: number }[],
  ): Promise<void> {
    for (const kind of new Set(wanted.map((one) => one.kind))) {
      const bytes = wanted
        .filter((one) => one.kind === kind)
        .map(({ citizenId, turn }) => ({ petitionId, commitment: commitment(kind, petitionId, citizenId, turn) }));
      for (let from = 0; from < bytes.length; from += LINES_A_STATEMENT)
        await supports.enqueueMany(tx, kind, bytes.slice(from, from + LINES_A_STATEMENT));
    }
    if (wanted.length > 0) tx.afterCommit(onQueued);
  }

  async function add(tx: Tx, support: NewSupport): Promise<{ petition: PetitionState; receipt: string } | null> {
    const { petitionId, citizenId } = support;
    const first = commitment('support', petitionId, citizenId, 1);
    const added = await supports.add(tx, support, terms.today(tx.now), first);
    if (!added) return null;
    if (added.turn > 1) return { ...added, receipt: await line(tx, 'support', petitionId, citizenId, added.turn) };
    tx.afterCommit(onQueued);
    return { ...added, receipt: receiptOf(first) };
  }

  async function enterModeration(tx: Tx, petition: Petition): Promise<void> {
    const { moderation } = profiles.get(petition.profileId);
    const today = terms.today(tx.now);
    const warnOn = moderation.warnAfter && terms.lastDay(moderation.warnAfter, today);
    await petitions.setTimers(tx, petition.id, [
      ...(warnOn ? [{ kind: 'moderation_warn', dueAt: terms.endOf(warnOn) } as const] : []),
      { kind: 'moderation_overdue', dueAt: terms.endOf(petition.moderationDueOn ?? today) },
    ]);
    await petitions.clearTimers(tx, petition.id, ['sponsors_end']);
    await moves.tellOperators(tx, petition.id, 'petition_to_moderate');
  }

  /** With the last sponsor it goes to moderation. Sponsors are few, so that they may wait for each other here. */
  async function countSponsors(tx: Tx, id: PetitionId): Promise<void> {
    const petition = await petitions.lock(tx, id);
    if (petition.state !== 'gathering_sponsors') return;
    const { sponsors, moderation } = profiles.get(petition.profileId);
    const count = await supports.countSponsors(tx, id, petition.citizenId);
    if (count < sponsors.count) return;
    const moderationDueOn = terms.lastDay(moderation.due, terms.today(tx.now));
    const after = await moves.move(
      tx,
      petition,
      { type: 'sponsored', moderationDueOn },
      { kind: 'system', id: null },
      { sponsors: count, moderationDueOn },
    );
    await enterModeration(tx, after);
    await moves.tellAuthor(tx, after, 'sponsored', { moderationDueOn });
  }

  async function whyNot(tx: Tx, id: PetitionId, citizenId: CitizenId): Promise<Refusal> {
    const petition = await petitions.get(tx, id);
    await moves.refuseIfPaused(tx, profiles.get(petition.profileId), 'support');
    const open = acceptsSupport(petition, terms.today(tx.now));
    if (open && (await supports.isTooFast(tx, citizenId)))
      return new Refusal('petition.too_fast', { limit: SUPPORTS_AN_HOUR });
    return new Refusal(open ? 'petition.changed_meanwhile' : 'petition.not_gathering', { state: petition.state });
  }

  return {
    line,
    lines: addLines,
    enterModeration,

    /** Repeating it changes nothing and gives the same receipt. */
    async support(tx: Tx, support: NewSupport): Promise<SupportOutcome> {
      const { petitionId, citizenId } = support;
      const added = await add(tx, support);
      if (!added) {
        const known = await supports.find(tx, petitionId, citizenId);
        if (known?.state === 'invalidated') throw new Refusal('petition.support_invalidated', {});
        if (!known || known.state === 'withdrawn') throw await whyNot(tx, petitionId, citizenId);
        return { type: 'already', receipt: receiptOf(commitment('support', petitionId, citizenId, known.turn)) };
      }
      if (added.petition === 'gathering_sponsors') await countSponsors(tx, petitionId);
      return { type: 'supported', receipt: added.receipt };
    },

    /**
     * Many at once in one transaction, each with an outcome of its own: one that is refused spoils nothing for the
     * others. Twice the same person in one batch gets the same outcome.
     */
    async supportMany(tx: Tx, wanted: readonly NewSupport[]): Promise<(SupportOutcome | RefusedSupport)[]> {
      const keyOf = ({ petitionId, citizenId }: Pick<NewSupport, 'petitionId' | 'citizenId'>) =>
        `${petitionId} ${citizenId}`;
      const distinct = new Map(wanted.map((support) => [keyOf(support), support]));
      const added = await supports.addMany(tx, [...distinct.values()], terms.today(tx.now));
      const outcomes = new Map<string, SupportOutcome | RefusedSupport>();
      const lines = added.map(({ petitionId, citizenId, turn }) => {
        const bytes = commitment('support', petitionId, citizenId, turn);
        outcomes.set(keyOf({ petitionId, citizenId }), { type: 'supported', receipt: receiptOf(bytes) });
        return { petitionId, commitment: bytes };
      });
      await supports.enqueueMany(tx, 'support', lines);
      if (lines.length > 0) tx.afterCommit(onQueued);
      const gathering = added.filter(({ petition }) => petition === 'gathering_sponsors');
      for (const id of new Set(gathering.map(({ petitionId }) => petitionId))) await countSponsors(tx, id);
      const left = [...distinct.values()].filter((support) => !outcomes.has(keyOf(support)));
      for (const { petitionId, citizenId, turn, state } of await supports.findMany(tx, left)) {
        if (state !== 'counted' && state !== 'held') continue;
        const receipt = receiptOf(commitment('support', petitionId, citizenId, turn));
        outcomes.set(keyOf({ petitionId, citizenId }), { type: 'already', receipt });
      }
      for (const [key, support] of distinct) {
        if (outcomes.has(key)) continue;
        try {
          outcomes.set(key, await this.support(tx, support));
        } catch (reason) {
          // Only a refusal leaves the transaction usable; anything else must undo the whole batch.
          if (!isRefusal(reason)) throw reason;
          outcomes.set(key, { type: 'refused', reason });
        }
      }
      return wanted.map(
        (support) => outcomes.get(keyOf(support)) ?? { type: 'refused', reason: new Refusal('petition.not_found', {}) },
      );
    },

    async byAuthor(tx: Tx, { id, citizenId }: Petition): Promise<void> {
      const support = { petitionId: id, citizenId, tier: 'account', source: 'author', referrer: null } as const;
      await add(tx, support);
    },

    /** Nobody is told. The log gets a line that some support was withdrawn, and which one it does not say. */
    async withdraw(tx: Tx, petitionId: PetitionId, citizenId: CitizenId): Promise<boolean> {
      const petition = await petitions.get(tx, petitionId);
      if (!acceptsSupport(petition, terms.today(tx.now)) && petition.state !== 'in_moderation')
        throw new Refusal('petition.not_gathering', { state: petition.state });
      const ended = await supports.withdraw(tx, petitionId, citizenId);
      if (!ended) return false;
      // A support that was held apart has left the public count already: it comes back before it goes.
      if (ended.was === 'held') await line(tx, 'support_released', petitionId, citizenId, ended.turn);
      await line(tx, 'support_withdrawn', petitionId, citizenId, ended.turn);
      return true;
    },

    async setNotify(tx: Tx, petitionId: PetitionId, citizenId: CitizenId, notify: boolean): Promise<void> {
      await supports.setNotify(tx, petitionId, citizenId, notify);
    },

    find: (tx: Tx, petitionId: PetitionId, citizenId: CitizenId) => supports.find(tx, petitionId, citizenId),
  };
}
export type SupportService = ReturnType<typeof createSupportService>;
