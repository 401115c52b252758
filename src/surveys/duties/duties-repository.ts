import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type { SurveyDuty as DutyRow, Prisma } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { Words } from '../questionnaire/words.ts';

/** "You said, we did": what was heard and what changes, owed by somebody from the day a wave closes. */
export interface SurveyDuty {
  readonly waveId: string;
  readonly agencyCode: string;
  readonly ownerId: string;
  readonly dueOn: Day;
  readonly findings: Words | null;
  readonly changes: Words | null;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
}

/** Worked out when asked, never stored. */
export const isDutyOverdue = ({ dueOn, doneAt }: Pick<SurveyDuty, 'dueOn' | 'doneAt'>, today: Day): boolean =>
  doneAt === null && today > dueOn;

export function createDutiesRepository(db: Db) {
  return {
    async open(
      tx: Tx,
      { dueOn, ...duty }: Pick<SurveyDuty, 'waveId' | 'agencyCode' | 'ownerId' | 'dueOn'>,
    ): Promise<void> {
      await prismaOf(tx).surveyDuty.create({ data: { ...duty, dueOn: new Date(dueOn), openedAt: tx.now } });
    },

    async get(waveId: string, tx?: Tx): Promise<SurveyDuty> {
      const row = await (tx ? prismaOf(tx) : db).surveyDuty.findUnique({ where: { waveId } });
      if (!row) throw new Refusal('survey.wave_not_found');
      return toDuty(row);
    },

    async done(tx: Tx, waveId: string, { findings, changes }: { findings: Words; changes: Words }): Promise<boolean> {
      const { count } = await prismaOf(tx).surveyDuty.updateMany({
        where: { waveId, doneAt: null },
        data: {
          findings: findings as Prisma.InputJsonObject,
          changes: changes as Prisma.InputJsonObject,
          doneAt: tx.now,
        },
      });
      return count === 1;
    },

    /** All of them, open ones first by their day: the public list. */
    async list(): Promise<SurveyDuty[]> {
      const rows = await db.surveyDuty.findMany({
        orderBy: [{ doneAt: { sort: 'desc', nulls: 'first' } }, { dueOn: 'asc' }],
        take: 500,
      });
      return rows.map(toDuty);
    },
  };
}
export type DutiesRepository = ReturnType<typeof createDutiesRepository>;

const toDuty = (row: DutyRow): SurveyDuty => ({
  waveId: row.waveId,
  agencyCode: row.agencyCode,
  ownerId: row.ownerId,
  dueOn: row.dueOn.toISOString().slice(0, 10) as Day,
  findings: row.findings === null ? null : Words.parse(row.findings),
  changes: row.changes === null ? null : Words.parse(row.changes),
  openedAt: row.openedAt,
  doneAt: row.doneAt,
});
