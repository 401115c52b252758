import { newId, type SurveyId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** What a colleague noticed in a dry run: about one question or about the whole. */
export interface Remark {
  readonly id: string;
  readonly versionNumber: number;
  readonly questionKey: string | null;
  readonly words: string;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

export function createRemarksRepository(db: Db) {
  return {
    async add(
      tx: Tx,
      remark: {
        surveyId: SurveyId;
        versionNumber: number;
        questionKey: string | null;
        words: string;
        authorId: string;
      },
    ): Promise<void> {
      await prismaOf(tx).surveyRemark.create({
        data: { ...remark, id: newId(tx.now.getTime()), createdAt: tx.now },
      });
    },

    async settle(tx: Tx, surveyId: SurveyId, id: string): Promise<void> {
      await prismaOf(tx).surveyRemark.updateMany({
        where: { id, surveyId, settledAt: null },
        data: { settledAt: tx.now },
      });
    },

    /** Open ones first. */
    async ofSurvey(surveyId: SurveyId): Promise<Remark[]> {
      return db.surveyRemark.findMany({
        where: { surveyId },
        orderBy: [{ settledAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }],
        omit: { surveyId: true },
        take: 200,
      });
    },
  };
}
export type RemarksRepository = ReturnType<typeof createRemarksRepository>;
