import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import type { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { Question } from './questionnaire/questionnaire.ts';

export interface KeptQuestion {
  readonly id: string;
  /** Null: of all bodies. */
  readonly agencyCode: string | null;
  readonly name: string;
  readonly version: number;
  readonly question: Question;
}

/** Questions kept for other questionnaires. Questionnaires hold copies, so nothing here changes one that is written. */
export function createLibraryRepository(db: Db) {
  return {
    /** Under a name that is in use it is the next version, and the one before is retired. */
    async keep(
      tx: Tx,
      { agencyCode, name, question, by }: Omit<KeptQuestion, 'id' | 'version'> & { by: string },
    ): Promise<void> {
      const { surveyLibraryQuestion } = prismaOf(tx);
      const last = await surveyLibraryQuestion.aggregate({ where: { agencyCode, name }, _max: { version: true } });
      await surveyLibraryQuestion.updateMany({
        where: { agencyCode, name, retiredAt: null },
        data: { retiredAt: tx.now, retiredBy: by },
      });
      await surveyLibraryQuestion.create({
        data: {
          id: newId(tx.now.getTime()),
          agencyCode,
          name,
          version: (last._max.version ?? 0) + 1,
          question: question as Prisma.InputJsonObject,
          createdBy: by,
          createdAt: tx.now,
        },
      });
    },

    async find(id: string): Promise<KeptQuestion> {
      const row = await db.surveyLibraryQuestion.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.not_found');
      return toKept(row);
    },

    /** Not offered any more. */
    async retire(tx: Tx, id: string, by: string): Promise<void> {
      await prismaOf(tx).surveyLibraryQuestion.updateMany({
        where: { id, retiredAt: null },
        data: { retiredAt: tx.now, retiredBy: by },
      });
    },

    async list(agencyCode: string): Promise<KeptQuestion[]> {
      const rows = await db.surveyLibraryQuestion.findMany({
        where: { OR: [{ agencyCode }, { agencyCode: null }], retiredAt: null },
        orderBy: { name: 'asc' },
        take: 500,
      });
      return rows.map(toKept);
    },
  };
}
export type LibraryRepository = ReturnType<typeof createLibraryRepository>;

const toKept = ({
  id,
  agencyCode,
  name,
  version,
  question,
}: Omit<KeptQuestion, 'question'> & { question: unknown }): KeptQuestion => ({
  id,
  agencyCode,
  name,
  version,
  question: Question.parse(question),
});
