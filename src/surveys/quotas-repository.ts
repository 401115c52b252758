import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** The quotas of a wave, as they are prepared and as they are shown. */
export function createQuotasRepository(db: Db) {
  return {
    async add(tx: Tx, waveId: string, keys: readonly string[]): Promise<void> {
      await prismaOf(tx).surveyQuotaCount.createMany({ data: keys.map((quotaKey) => ({ waveId, quotaKey })) });
    },

    /** Places that are taken by answers which are counted, and all of those. */
    async shown(waveId: string): Promise<{ counted: number; taken: ReadonlyMap<string, number> }> {
      const [rows, counted] = await Promise.all([
        db.surveyQuotaCount.findMany({ where: { waveId } }),
        db.surveySubmission.count({ where: { waveId, mixed: true, isComplete: true } }),
      ]);
      return { counted, taken: new Map(rows.map(({ quotaKey, shown }) => [quotaKey, shown])) };
    },
  };
}
export type QuotasRepository = ReturnType<typeof createQuotasRepository>;
