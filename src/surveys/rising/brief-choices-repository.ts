import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

/** What people have said about getting the weekly brief; whoever said nothing is decided by the role. */
export function createBriefChoicesRepository(db: Db) {
  return {
    async of(staffIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
      const rows = await db.briefChoice.findMany({ where: { staffId: { in: [...staffIds] } } });
      return new Map(rows.map(({ staffId, wants }) => [staffId, wants]));
    },

    async choose(tx: Tx, staffId: string, wants: boolean): Promise<void> {
      const said = { wants, changedAt: tx.now };
      await prismaOf(tx).briefChoice.upsert({ where: { staffId }, create: { staffId, ...said }, update: said });
    },
  };
}
export type BriefChoicesRepository = ReturnType<typeof createBriefChoicesRepository>;
