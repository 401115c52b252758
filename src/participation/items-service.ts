import type { Actor } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { ITEM_LIMITS, type ItemRefusal, type Stage, takesProposals } from './round.ts';
import type { Item, RoundsRepository } from './rounds-repository.ts';
import type { RoundsService } from './rounds-service.ts';

/** What one person may propose in a round. */
const PROPOSALS_EACH = 3;

export interface Proposal {
  readonly citizenId: CitizenId;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly cost: number | null;
  readonly territoryCode: TerritoryCode | null;
}

interface Deps {
  readonly rounds: RoundsRepository;
  readonly life: Pick<RoundsService, 'record' | 'tell'>;
  /** Personal data does not belong into what everybody will read. */
  readonly mask: (text: string) => string;
  readonly today: (now: Date) => Day;
}

/** What is proposed in a round, and what becomes of it. */
export function createItemsService({ rounds, life, mask, today }: Deps) {
  function checked(part: 'title' | 'body', text: string): string {
    const words = mask(text.trim());
    const { min, max } = ITEM_LIMITS[part];
    if (words.length < min) throw new Refusal('round.text_too_short', { part, limit: min });
    if (words.length > max) throw new Refusal('round.text_too_long', { part, limit: max });
    return words;
  }

  async function proposed(tx: Tx, id: string): Promise<Item> {
    const item = await rounds.item(tx, id);
    if (item.state !== 'proposed') throw new Refusal('round.item_decided', { state: item.state });
    return item;
  }

  return {
    async propose(tx: Tx, roundId: string, proposal: Proposal): Promise<string> {
      const round = await rounds.lock(tx, roundId);
      if (!takesProposals(round, today(tx.now))) throw new Refusal('round.not_collecting', {});
      if ((await rounds.countBy(tx, roundId, proposal.citizenId)) >= PROPOSALS_EACH)
        throw new Refusal('round.too_many_proposals', { limit: PROPOSALS_EACH });
      if (round.kind === 'budget' && round.budget !== null && proposal.cost !== null && proposal.cost > round.budget)
        throw new Refusal('round.over_budget', {});
      const id = await rounds.addItem(tx, {
        roundId,
        kind: round.kind === 'budget' ? 'project' : 'idea',
        state: 'proposed',
        petitionCode: null,
        ...proposal,
        title: checked('title', proposal.title),
        body: checked('body', proposal.body),
      });
      await life.record(tx, roundId, 'proposed', { kind: 'citizen', id: proposal.citizenId }, { item: id });
      return id;
    },

    /** A petition takes part as it is; its text has been moderated. */
    async addPetition(
      tx: Tx,
      roundId: string,
      petition: { code: string; language: Language; title: string; body: string; territoryCode: TerritoryCode | null },
      by: Actor,
    ): Promise<string> {
      const round = await rounds.lock(tx, roundId);
      if (round.kind !== 'ideas' || round.state === 'closed' || round.state === 'stopped')
        throw new Refusal('round.not_collecting', {});
      if ((await rounds.itemsOf(tx, roundId)).some(({ petitionCode }) => petitionCode === petition.code))
        throw new Refusal('round.petition_there', {});
      const { code, title, body, ...rest } = petition;
      const { title: heading, body: text } = ITEM_LIMITS;
      const id = await rounds.addItem(tx, {
        roundId,
        kind: 'petition',
        state: 'admitted',
        citizenId: null,
        petitionCode: code,
        title: title.slice(0, heading.max),
        body: body.slice(0, text.max),
        cost: null,
        ...rest,
      });
      await life.record(tx, roundId, 'petition_added', by, { item: id, petition: code });
      return id;
    },

    /** Lets it be shown. A project needs a cost that somebody has estimated. */
    async admit(
      tx: Tx,
      id: string,
      by: Actor,
      change: { title?: string; body?: string; cost?: number | null } = {},
    ): Promise<void> {
      const item = await proposed(tx, id);
      const round = await rounds.lock(tx, item.roundId);
      const cost = change.cost === undefined ? item.cost : change.cost;
      if (round.kind === 'budget' && (cost === null || cost <= 0)) throw new Refusal('round.cost_missing', {});
      if (round.budget !== null && cost !== null && cost > round.budget) throw new Refusal('round.over_budget', {});
      await rounds.saveItem(tx, item, {
        state: 'admitted',
        cost,
        ...(change.title === undefined ? {} : { title: checked('title', change.title) }),
        ...(change.body === undefined ? {} : { body: checked('body', change.body) }),
      });
      await life.record(tx, item.roundId, 'admitted', by, { item: id, cost });
      if (item.citizenId) await life.tell(tx, item.citizenId, item.roundId, 'admitted', { itemId: id });
    },

    async refuse(tx: Tx, id: string, by: Actor, { code, note }: { code: ItemRefusal; note: string }): Promise<void> {
      const item = await proposed(tx, id);
      await rounds.saveItem(tx, item, { state: 'refused', refusal: { code, note: mask(note.trim()) } });
      await life.record(tx, item.roundId, 'refused', by, { item: id, code });
      if (item.citizenId) await life.tell(tx, item.citizenId, item.roundId, 'refused', { itemId: id, code });
    },

    async withdraw(tx: Tx, id: string, citizenId: CitizenId): Promise<void> {
      const item = await rounds.item(tx, id);
      if (item.citizenId !== citizenId) throw new Refusal('round.item_not_found', {});
      if (item.state !== 'proposed' && item.state !== 'admitted')
        throw new Refusal('round.item_decided', { state: item.state });
      await rounds.saveItem(tx, item, { state: 'withdrawn' });
      await life.record(tx, item.roundId, 'withdrawn', { kind: 'citizen', id: citizenId }, { item: id });
    },

    /** How far a chosen project got; its author is told, everybody can read it. */
    async progress(tx: Tx, id: string, by: Actor, { stage, note }: { stage: Stage; note: string }): Promise<void> {
      const item = await rounds.item(tx, id);
      if (item.state !== 'chosen') throw new Refusal('round.item_not_chosen', {});
      await rounds.addProgress(tx, id, stage, mask(note.trim()));
      await life.record(tx, item.roundId, 'progress', by, { item: id, stage });
      if (item.citizenId) await life.tell(tx, item.citizenId, item.roundId, 'progress', { itemId: id, stage });
    },
  };
}
export type ItemsService = ReturnType<typeof createItemsService>;
