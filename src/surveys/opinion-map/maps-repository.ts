import { newId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type { OpinionMap as MapRow, OpinionStatement as StatementRow } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { Words } from '../questionnaire/words.ts';
import type { Vote } from './vote-matrix.ts';

export interface OpinionTopic {
  readonly id: string;
  readonly agencyCode: string;
  readonly title: Words;
  readonly question: Words;
  readonly state: 'open' | 'closed';
  readonly code: string;
  readonly closesAt: Date;
}

export interface Statement {
  readonly id: string;
  readonly mapId: string;
  readonly ordinal: number;
  readonly words: string;
  readonly language: Language;
  readonly state: 'proposed' | 'open' | 'removed';
  readonly reason: string | null;
}

export interface CastVote {
  readonly citizenId: string;
  readonly statementId: string;
  readonly vote: Vote;
}

export function createMapsRepository(db: Db) {
  return {
    async add(tx: Tx, topic: Omit<OpinionTopic, 'id' | 'state'> & { by: string }): Promise<OpinionTopic> {
      const { by, ...columns } = topic;
      const row = await prismaOf(tx).opinionMap.create({
        data: { ...columns, id: newId(tx.now.getTime()), state: 'open', createdBy: by, createdAt: tx.now },
      });
      return toTopic(row);
    },

    async get(id: string, tx?: Tx): Promise<OpinionTopic> {
      const row = await (tx ? prismaOf(tx) : db).opinionMap.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.map_not_found');
      return toTopic(row);
    },

    async byCode(code: string): Promise<OpinionTopic | null> {
      const row = await db.opinionMap.findUnique({ where: { code } });
      return row && toTopic(row);
    },

    async open(now: Date): Promise<OpinionTopic[]> {
      return (
        await db.opinionMap.findMany({
          where: { state: 'open', closesAt: { gt: now } },
          orderBy: { closesAt: 'asc' },
          take: 20,
        })
      ).map(toTopic);
    },

    async list(): Promise<OpinionTopic[]> {
      return (await db.opinionMap.findMany({ orderBy: { createdAt: 'desc' }, take: 200 })).map(toTopic);
    },

    async close(tx: Tx, id: string): Promise<void> {
      await prismaOf(tx).opinionMap.update({ where: { id }, data: { state: 'closed' } });
    },

    async addStatement(
      tx: Tx,
      statement: {
        mapId: string;
        words: string;
        language: Language;
        authorId: string | null;
        state: Statement['state'];
      },
    ): Promise<Statement> {
      await prismaOf(tx).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${statement.mapId}, 11))::text`;
      const last = await prismaOf(tx).opinionStatement.aggregate({
        where: { mapId: statement.mapId },
        _max: { ordinal: true },
      });
      const row = await prismaOf(tx).opinionStatement.create({
        data: { ...statement, id: newId(tx.now.getTime()), ordinal: (last._max.ordinal ?? -1) + 1, createdAt: tx.now },
      });
      return toStatement(row);
    },

    async statement(tx: Tx, id: string): Promise<Statement> {
      const row = await prismaOf(tx).opinionStatement.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.statement_not_found');
      return toStatement(row);
    },

    async moderate(tx: Tx, id: string, state: Statement['state'], reason: string | null): Promise<void> {
      await prismaOf(tx).opinionStatement.update({ where: { id }, data: { state, reason } });
    },

    async statements(mapId: string, tx?: Tx): Promise<Statement[]> {
      return (
        await (tx ? prismaOf(tx) : db).opinionStatement.findMany({ where: { mapId }, orderBy: { ordinal: 'asc' } })
      ).map(toStatement);
    },

    async proposedBy(tx: Tx, mapId: string, authorId: string): Promise<number> {
      return prismaOf(tx).opinionStatement.count({ where: { mapId, authorId } });
    },

    /** The last vote of a person on a statement stands. */
    async vote(tx: Tx, mapId: string, { citizenId, statementId, vote }: CastVote): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into opinion_votes (statement_id, citizen_id, map_id, vote) values (${statementId}::uuid, ${citizenId}::uuid, ${mapId}::uuid, ${vote}::smallint)
        on conflict (statement_id, citizen_id) do update set vote = excluded.vote`;
    },

    async seenBy(tx: Tx, mapId: string, citizenId: string): Promise<ReadonlySet<string>> {
      const rows = await prismaOf(tx).opinionVote.findMany({
        where: { mapId, citizenId },
        select: { statementId: true },
      });
      return new Set(rows.map(({ statementId }) => statementId));
    },

    async votes(mapId: string): Promise<CastVote[]> {
      const rows = await db.$queryRaw<{ citizen_id: string; statement_id: string; vote: Vote }[]>`
        select citizen_id, statement_id, vote from opinion_votes where map_id = ${mapId}::uuid order by citizen_id`;
      return rows.map((row) => ({ citizenId: row.citizen_id, statementId: row.statement_id, vote: row.vote }));
    },
  };
}
export type MapsRepository = ReturnType<typeof createMapsRepository>;

const toTopic = (row: MapRow): OpinionTopic => ({
  id: row.id,
  agencyCode: row.agencyCode,
  title: Words.parse(row.title),
  question: Words.parse(row.question),
  state: row.state as OpinionTopic['state'],
  code: row.code,
  closesAt: row.closesAt,
});

const toStatement = (row: StatementRow): Statement => ({
  id: row.id,
  mapId: row.mapId,
  ordinal: row.ordinal,
  words: row.words,
  language: Language.parse(row.language),
  state: row.state as Statement['state'],
  reason: row.reason,
});
