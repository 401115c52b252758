import type { Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type {
  TopicContribution as ContributionRow,
  Prisma,
  TopicSession as TopicRow,
} from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { Words } from '../questionnaire/words.ts';
import type { Contribution, TopicSession } from './topic-session.ts';

export type NewTopic = Pick<
  TopicSession,
  'agencyCode' | 'title' | 'question' | 'background' | 'rules' | 'opensAt' | 'closesAt' | 'ownerId' | 'replyDueOn'
>;

export function createTopicsRepository(db: Db) {
  return {
    async add(tx: Tx, { replyDueOn, ...topic }: NewTopic, by: string): Promise<TopicSession> {
      const row = await prismaOf(tx).topicSession.create({
        data: {
          ...topic,
          id: newId(tx.now.getTime()),
          replyDueOn: new Date(replyDueOn),
          createdBy: by,
          createdAt: tx.now,
        },
      });
      return toTopic(row);
    },

    async get(id: string, tx?: Tx): Promise<TopicSession> {
      const row = await (tx ? prismaOf(tx) : db).topicSession.findUnique({ where: { id } });
      if (!row) throw new Refusal('topic.not_found');
      return toTopic(row);
    },

    async list(agencyCodes: readonly string[] | null): Promise<TopicSession[]> {
      const rows = await db.topicSession.findMany({
        ...(agencyCodes ? { where: { agencyCode: { in: [...agencyCodes] } } } : {}),
        orderBy: { opensAt: 'desc' },
        take: 200,
      });
      return rows.map(toTopic);
    },

    async open(now: Date): Promise<TopicSession[]> {
      const rows = await db.topicSession.findMany({
        where: { opensAt: { lte: now }, closesAt: { gt: now } },
        orderBy: { closesAt: 'asc' },
        take: 10,
      });
      return rows.map(toTopic);
    },

    /** Over, and nobody has been thanked yet. */
    async toThank(now: Date): Promise<string[]> {
      const rows = await db.topicSession.findMany({
        where: { closesAt: { lte: now }, thankedAt: null },
        select: { id: true },
        take: 50,
      });
      return rows.map(({ id }) => id);
    },

    /** @returns false when another process was faster. */
    async thanked(tx: Tx, id: string): Promise<boolean> {
      const { count } = await prismaOf(tx).topicSession.updateMany({
        where: { id, thankedAt: null },
        data: { thankedAt: tx.now },
      });
      return count === 1;
    },

    async summarise(tx: Tx, id: string, summary: Words): Promise<void> {
      await prismaOf(tx).topicSession.update({
        where: { id },
        data: { summary: summary as Prisma.InputJsonObject, summarisedAt: tx.now },
      });
    },

    async reply(tx: Tx, id: string, reply: Words): Promise<void> {
      await prismaOf(tx).topicSession.update({
        where: { id },
        data: { reply: reply as Prisma.InputJsonObject, repliedAt: tx.now },
      });
    },

    async contribute(
      tx: Tx,
      contribution: {
        sessionId: string;
        citizenId: string;
        words: string;
        language: Language;
        topicId: string | null;
      },
    ): Promise<void> {
      await prismaOf(tx).topicContribution.create({
        data: { ...contribution, id: newId(tx.now.getTime()), state: 'waiting', createdAt: tx.now },
      });
    },

    async writtenBy(tx: Tx, sessionId: string, citizenId: string): Promise<number> {
      return prismaOf(tx).topicContribution.count({ where: { sessionId, citizenId } });
    },

    async contribution(tx: Tx, id: string): Promise<Contribution> {
      const row = await prismaOf(tx).topicContribution.findUnique({ where: { id } });
      if (!row) throw new Refusal('topic.not_found');
      return toContribution(row);
    },

    async moderate(
      tx: Tx,
      id: string,
      change: { state: Contribution['state']; reason: string | null; theme: string | null },
    ): Promise<void> {
      await prismaOf(tx).topicContribution.update({ where: { id }, data: change });
    },

    async contributions(sessionId: string, state?: Contribution['state'], take = 1_000): Promise<Contribution[]> {
      const rows = await db.topicContribution.findMany({
        where: { sessionId, ...(state ? { state } : {}) },
        orderBy: { createdAt: 'desc' },
        take,
      });
      return rows.map(toContribution);
    },

    async counts(sessionId: string): Promise<{ people: number; contributions: number; waiting: number }> {
      const [row] = await db.$queryRaw<{ people: bigint; contributions: bigint; waiting: bigint }[]>`
        select count(distinct citizen_id) as people, count(*) as contributions, count(*) filter (where state = 'waiting') as waiting
        from topic_contributions where session_id = ${sessionId}::uuid`;
      return {
        people: Number(row?.people ?? 0),
        contributions: Number(row?.contributions ?? 0),
        waiting: Number(row?.waiting ?? 0),
      };
    },

    /** Everybody who wrote, once each. */
    async contributors(tx: Tx, sessionId: string): Promise<string[]> {
      const rows = await prismaOf(tx).topicContribution.findMany({
        where: { sessionId, citizenId: { not: null } },
        select: { citizenId: true },
        distinct: ['citizenId'],
      });
      return rows.flatMap(({ citizenId }) => citizenId ?? []);
    },
  };
}
export type TopicsRepository = ReturnType<typeof createTopicsRepository>;

const toTopic = ({ createdBy: _by, createdAt: _at, ...row }: TopicRow): TopicSession => ({
  ...row,
  title: Words.parse(row.title),
  question: Words.parse(row.question),
  background: Words.parse(row.background),
  rules: Words.parse(row.rules),
  replyDueOn: row.replyDueOn.toISOString().slice(0, 10) as Day,
  summary: row.summary === null ? null : Words.parse(row.summary),
  reply: row.reply === null ? null : Words.parse(row.reply),
});

const toContribution = ({ citizenId: _who, topicId: _topic, ...row }: ContributionRow): Contribution => ({
  ...row,
  language: Language.parse(row.language),
  state: row.state as Contribution['state'],
});
