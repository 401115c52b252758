import { Day } from '../kernel/day.ts';
import { AgencyCode, CitizenId, newId, TerritoryCode } from '../kernel/ids.ts';
import { Language, Localised } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { ParticipationItem as ItemRow, ParticipationRound as RoundRow } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import {
  BallotRule,
  type ItemKind,
  type ItemState,
  type Round,
  type RoundKind,
  type RoundState,
  type Stage,
} from './round.ts';

export interface Item {
  readonly id: string;
  readonly revision: number;
  readonly roundId: string;
  readonly number: number;
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly citizenId: CitizenId | null;
  readonly petitionCode: string | null;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly cost: number | null;
  readonly territoryCode: TerritoryCode | null;
  readonly refusal: { readonly code: string; readonly note: string } | null;
  readonly createdAt: Date;
  readonly votes: number | null;
}
export type NewItem = Omit<Item, 'id' | 'revision' | 'number' | 'createdAt' | 'votes' | 'refusal'>;

const dateOf = (on: Day | null): Date | null => (on === null ? null : new Date(`${on}T00:00:00Z`));
export const dayOf = (date: Date | null): Day | null =>
  date === null ? null : Day.parse(date.toISOString().slice(0, 10));

/** Rounds and what was proposed in them, inside a command's transaction. */
export function createRoundsRepository() {
  return {
    async insert(tx: Tx, round: Round, createdBy: string): Promise<void> {
      const { id, revision, budget, ...rest } = columnsOf(round);
      await prismaOf(tx).participationRound.create({
        data: { id: round.id, revision: round.revision, budget, ...rest, createdBy },
      });
    },

    /** Nobody else moves it until the commit. */
    async lock(tx: Tx, id: string): Promise<Round> {
      await prismaOf(tx).$queryRaw`select id from participation_rounds where id = ${id}::uuid for no key update`;
      return this.get(tx, id);
    },

    async get(tx: Tx, id: string): Promise<Round> {
      const row = await prismaOf(tx).participationRound.findUnique({ where: { id } });
      if (!row) throw new Refusal('round.not_found', {});
      return toRound(row);
    },

    async save(tx: Tx, after: Round): Promise<void> {
      const { id: _id, ...data } = columnsOf(after);
      const { count } = await prismaOf(tx).participationRound.updateMany({
        where: { id: after.id, revision: after.revision - 1 },
        data,
      });
      if (count === 0) throw new Refusal('round.changed_meanwhile', {});
    },

    /** Rounds whose day has come. */
    async due(tx: Tx, today: Day): Promise<Round[]> {
      const on = new Date(today);
      const rows = await prismaOf(tx).participationRound.findMany({
        where: {
          OR: [
            { state: 'collecting', collectUntil: { lt: on } },
            { state: 'checking', voteFrom: { lte: on } },
            // What waits for a decision about votes set apart closes after it.
            { state: 'voting', voteUntil: { lt: on }, heldDueOn: null },
          ],
        },
        take: 20,
      });
      return rows.map(toRound);
    },

    async addItem(tx: Tx, item: NewItem): Promise<string> {
      const id = newId(tx.now.getTime());
      // The round is locked by the caller: numbers follow each other.
      await prismaOf(tx).$executeRaw`
        insert into participation_items (id, round_id, number, kind, state, citizen_id, petition_code, language, title, body, cost, territory_code, created_at)
        select ${id}::uuid, ${item.roundId}::uuid, coalesce(max(number), 0) + 1, ${item.kind}, ${item.state}, ${item.citizenId}::uuid, ${item.petitionCode},
          ${item.language}, ${item.title}, ${item.body}, ${item.cost}::bigint, ${item.territoryCode}, ${tx.now}::timestamptz(3)
        from participation_items where round_id = ${item.roundId}::uuid`;
      await prismaOf(tx).participationCount.create({ data: { itemId: id } });
      return id;
    },

    async item(tx: Tx, id: string): Promise<Item> {
      const row = await prismaOf(tx).participationItem.findUnique({ where: { id } });
      if (!row) throw new Refusal('round.item_not_found', {});
      return toItem(row);
    },

    async itemsOf(tx: Tx, roundId: string, states?: readonly ItemState[]): Promise<Item[]> {
      const rows = await prismaOf(tx).participationItem.findMany({
        where: { roundId, ...(states ? { state: { in: [...states] } } : {}) },
        orderBy: { number: 'asc' },
      });
      return rows.map(toItem);
    },

    async countBy(tx: Tx, roundId: string, citizenId: CitizenId): Promise<number> {
      return prismaOf(tx).participationItem.count({ where: { roundId, citizenId, state: { not: 'withdrawn' } } });
    },

    async saveItem(
      tx: Tx,
      item: Item,
      change: Partial<Pick<Item, 'state' | 'title' | 'body' | 'cost' | 'refusal' | 'votes'>>,
    ): Promise<void> {
      const { cost, refusal, ...rest } = change;
      const { count } = await prismaOf(tx).participationItem.updateMany({
        where: { id: item.id, revision: item.revision },
        data: {
          ...rest,
          ...(cost === undefined ? {} : { cost: cost === null ? null : BigInt(cost) }),
          ...(refusal ? { refusal: { ...refusal } } : {}),
          revision: item.revision + 1,
        },
      });
      if (count === 0) throw new Refusal('round.changed_meanwhile', {});
    },

    async addProgress(tx: Tx, itemId: string, stage: Stage, note: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into participation_progress (item_id, seq, stage, note, at)
        select ${itemId}::uuid, coalesce(max(seq), 0) + 1, ${stage}, ${note}, ${tx.now}::timestamptz(3)
        from participation_progress where item_id = ${itemId}::uuid`;
    },

    /** From now on whoever voted is told, a page at a time. */
    async startTelling(tx: Tx, id: string): Promise<void> {
      await prismaOf(tx)
        .$executeRaw`update participation_rounds set told_after = '00000000-0000-0000-0000-000000000000' where id = ${id}::uuid`;
    },

    /** The next page of people to be told of a result; an empty one ends it. */
    async nextToTell(tx: Tx, limit: number): Promise<{ round: Round; voters: CitizenId[] } | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ id: string; told_after: string }[]>`
        select id, told_after from participation_rounds where told_after is not null order by id limit 1 for update skip locked`;
      if (!row) return null;
      const found = await prismaOf(tx).$queryRaw<{ voter: string }[]>`
        select voter from participation_ballots where round_id = ${row.id}::uuid and voter > ${row.told_after}::uuid order by voter limit ${limit}`;
      const voters = found.map(({ voter }) => CitizenId.parse(voter));
      const last = voters.length === limit ? (voters.at(-1) ?? null) : null;
      await prismaOf(tx)
        .$executeRaw`update participation_rounds set told_after = ${last}::uuid where id = ${row.id}::uuid`;
      return { round: await this.get(tx, row.id), voters };
    },
  };
}
export type RoundsRepository = ReturnType<typeof createRoundsRepository>;

function columnsOf({ budget, collectUntil, voteFrom, voteUntil, ...round }: Round) {
  return {
    ...round,
    title: { ...round.title },
    about: { ...round.about },
    rule: { ...round.rule },
    budget: budget === null ? null : BigInt(budget),
    collectUntil: dateOf(collectUntil),
    voteFrom: dateOf(voteFrom),
    voteUntil: new Date(`${voteUntil}T00:00:00Z`),
  };
}

export function toRound(row: RoundRow): Round {
  return {
    id: row.id,
    revision: row.revision,
    code: row.code,
    kind: row.kind as RoundKind,
    state: row.state as RoundState,
    title: Localised.parse(row.title),
    about: Localised.parse(row.about),
    agencyCode: row.agencyCode === null ? null : AgencyCode.parse(row.agencyCode),
    territoryCode: row.territoryCode === null ? null : TerritoryCode.parse(row.territoryCode),
    rule: BallotRule.parse(row.rule),
    budget: row.budget === null ? null : Number(row.budget),
    currency: row.currency,
    seed: row.seed,
    collectUntil: dayOf(row.collectUntil),
    voteFrom: dayOf(row.voteFrom),
    voteUntil: Day.parse(row.voteUntil.toISOString().slice(0, 10)),
    createdAt: row.createdAt,
    closedAt: row.closedAt,
  };
}

export function toItem(row: ItemRow): Item {
  return {
    id: row.id,
    revision: row.revision,
    roundId: row.roundId,
    number: row.number,
    kind: row.kind as ItemKind,
    state: row.state as ItemState,
    citizenId: row.citizenId === null ? null : CitizenId.parse(row.citizenId),
    petitionCode: row.petitionCode,
    language: Language.parse(row.language),
    title: row.title,
    body: row.body,
    cost: row.cost === null ? null : Number(row.cost),
    territoryCode: row.territoryCode === null ? null : TerritoryCode.parse(row.territoryCode),
    refusal: row.refusal as Item['refusal'],
    createdAt: row.createdAt,
    votes: row.votes,
  };
}
