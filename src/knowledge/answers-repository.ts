import type { CitizenId } from '../kernel/ids.ts';
import { newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Answer } from './answer.ts';

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
  /** Refuses an answer that does not exist. A second rating replaces the first. */
  rate(tx: Tx, answerId: string, helpful: boolean): Promise<void>;
  /** The masked words of a question of this person; null for another's or a forgotten one. */
  questionOf(tx: Tx, answerId: string, citizenId: CitizenId): Promise<string | null>;
  /** People to be told that the version no longer holds; each is handed out once, so repeating the call is safe. */
  takeReaders(tx: Tx, versionId: string, limit: number): Promise<readonly Reader[]>;
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

    async takeReaders(tx, versionId, limit) {
      const rows = await prismaOf(tx).$queryRaw<
        { answer_id: string; citizen_id: string; language: string; asked_at: Date }[]
      >`
        with next as (
          select c.answer_id from knowledge_citations c join knowledge_answers a on a.id = c.answer_id
          where c.version_id = ${versionId}::uuid and c.recalled_at is null and a.citizen_id is not null order by c.answer_id limit ${limit} for update of c skip locked
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

    async forget(tx, citizenId) {
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
