import type { CitizenId } from '../kernel/ids.ts';
import { newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Answer } from './answer.ts';

/** How many messages nobody asked for a person gets at most in `days`, whoever sends them. */
export interface ContactBudget {
  readonly messages: number;
  readonly days: number;
}

/** Nobody is written to without having asked, but for this much. */
export const CONTACT_BUDGET: ContactBudget = { messages: 3, days: 7 };

/** What the person of a column has room for; people who stopped or were erased have none. `lane >= 2`: petitions, surveys, news. */
export const hasRoom = (citizen: Prisma.Sql, { messages, days }: ContactBudget, now: Date): Prisma.Sql => Prisma.sql`(
  (select count(*) from notifications n where n.recipient_kind = 'citizen' and n.recipient_id = ${citizen}::text and n.lane >= 2
    and n.created_at > ${new Date(now.getTime() - days * 86_400_000)}::timestamptz(3) and n.state in ('pending', 'sending', 'delivered')) < ${messages})`;

const NO_LIMIT: ContactBudget = { messages: 1_000_000, days: 1 };

export interface Reader {
  readonly answerId: string;
  readonly citizenId: CitizenId;
  readonly language: Language;
  readonly askedAt: Date;
}

/** Questions and how they ended, and who read an answer from which version. */
export interface AnswersRepository {
  /** Keeps the masked question, the ending and the trace. Returns the answer's id, for the buttons under it. */
  record(
    tx: Tx,
    asked: { citizenId: CitizenId | null; question: string; answer: Extract<Answer, { type: 'answer' }> },
  ): Promise<string>;
  /** The same question answered in other words, from these passages. */
  rewrite(tx: Tx, answerId: string, answer: Extract<Answer, { type: 'answer' }>): Promise<null>;
  /** Refuses an answer that does not exist. A second rating replaces the first. */
  rate(tx: Tx, answerId: string, helpful: boolean): Promise<void>;
  /** The masked words of a question of this person; null for another's or a forgotten one. */
  questionOf(tx: Tx, answerId: string, citizenId: CitizenId): Promise<string | null>;
  /** People to be told that the version no longer holds; each is handed out once, so repeating the call is safe. */
  takeReaders(tx: Tx, versionId: string, limit: number, budget?: ContactBudget): Promise<readonly Reader[]>;
  /** Whether anybody is still to be told that the version no longer holds. */
  hasReaders(tx: Tx, versionId: string): Promise<boolean>;
  /** Erases the citizen's questions and the link to the citizen; the figures stay. */
  forget(tx: Tx, citizenId: CitizenId): Promise<number>;
}

export function createAnswersRepository(): AnswersRepository {
  return {
    async record(tx, { citizenId, question, answer }) {
      const id = newId(tx.now.getTime());
      const body = answer.status === 'answered' ? answer.body : null;
      await prismaOf(tx).knowledgeAnswer.create({
        data: {
          id,
          citizenId,
          language: answer.language,
          question,
          status: answer.status,
          composedBy: body?.type ?? null,
          trace: answer.trace as unknown as object[],
          askedAt: tx.now,
        },
      });
      const versions = versionsOf(answer);
      if (versions.length > 0)
        await prismaOf(tx).knowledgeCitation.createMany({
          data: versions.map((versionId) => ({ answerId: id, versionId })),
        });
      return id;
    },

    async rewrite(tx, answerId, answer) {
      const { count } = await prismaOf(tx).knowledgeAnswer.updateMany({
        where: { id: answerId },
        data: {
          composedBy: answer.status === 'answered' ? answer.body.type : null,
          trace: answer.trace as unknown as object[],
        },
      });
      if (count > 0)
        await prismaOf(tx).knowledgeCitation.createMany({
          data: versionsOf(answer).map((versionId) => ({ answerId, versionId })),
          skipDuplicates: true,
        });
      return null;
    },

    async rate(tx, answerId, helpful) {
      const { count } = await prismaOf(tx).knowledgeAnswer.updateMany({
        where: { id: answerId },
        data: { helpful, ratedAt: tx.now },
      });
      if (count === 0) throw new Refusal('knowledge.no_such_answer', { answer: answerId });
    },

    async questionOf(tx, answerId, citizenId) {
      const row = await prismaOf(tx).knowledgeAnswer.findFirst({
        where: { id: answerId, citizenId },
        select: { question: true },
      });
      return row?.question ?? null;
    },

    async takeReaders(tx, versionId, limit, budget = NO_LIMIT) {
      const rows = await prismaOf(tx).$queryRaw<
        { answer_id: string; citizen_id: string; language: string; asked_at: Date }[]
      >`
        with next as (
          select c.answer_id from knowledge_citations c join knowledge_answers a on a.id = c.answer_id
          where c.version_id = ${versionId}::uuid and c.recalled_at is null and a.citizen_id is not null and ${hasRoom(Prisma.raw('a.citizen_id'), budget, tx.now)}
          order by c.answer_id limit ${limit} for update of c skip locked
        ), taken as (
          update knowledge_citations set recalled_at = ${tx.now}::timestamptz(3) where version_id = ${versionId}::uuid and answer_id in (select answer_id from next) returning answer_id
        )
        select distinct on (a.citizen_id) a.id::text as answer_id, a.citizen_id::text, a.language, a.asked_at from taken join knowledge_answers a on a.id = taken.answer_id order by a.citizen_id, a.asked_at desc`;
      return rows.map((row) => ({
        answerId: row.answer_id,
        citizenId: row.citizen_id as CitizenId,
        language: row.language as Language,
        askedAt: row.asked_at,
      }));
    },

    async hasReaders(tx, versionId) {
      const [row] = await prismaOf(tx).$queryRaw<{ waiting: boolean }[]>`
        select exists (select 1 from knowledge_citations c join knowledge_answers a on a.id = c.answer_id
          where c.version_id = ${versionId}::uuid and c.recalled_at is null and a.citizen_id is not null) as waiting`;
      return row?.waiting ?? false;
    },

    async forget(tx, citizenId) {
      await prismaOf(tx).newsSubscription.deleteMany({ where: { citizenId } });
      await prismaOf(tx).announcementReader.deleteMany({ where: { citizenId } });
      const { count } = await prismaOf(tx).knowledgeAnswer.updateMany({
        where: { citizenId },
        data: { citizenId: null, question: null },
      });
      return count;
    },
  };
}

function versionsOf(answer: Extract<Answer, { type: 'answer' }>): string[] {
  if (answer.status !== 'answered') return [];
  const { body } = answer;
  const passages =
    body.type === 'passage'
      ? [body.passage]
      : body.sentences.flatMap(({ passages: cited }) => cited.map((place) => body.passages[place - 1]));
  return [...new Set(passages.flatMap((passage) => (passage?.version ? [passage.version] : [])))];
}
