import { type AppealId, type CitizenId, newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { forgetForeseen } from './appeals-repository.ts';

/** What a case keeps beside itself: its secret word, whom it is for, and who tried to open it. */
export function createCaseAccessRepository() {
  return {
    async secretOf(tx: Tx, id: AppealId): Promise<Uint8Array | null> {
      const row = await prismaOf(tx).appeal.findUnique({ where: { id }, select: { secretWordHash: true } });
      return row?.secretWordHash ?? null;
    },

    async setSecret(tx: Tx, id: AppealId, secretWordHash: Uint8Array<ArrayBuffer>): Promise<void> {
      await prismaOf(tx).appeal.update({ where: { id }, data: { secretWordHash } });
    },

    async setOnBehalfOf(tx: Tx, id: AppealId, sealedOnBehalfOf: Uint8Array<ArrayBuffer> | null): Promise<void> {
      forgetForeseen(tx);
      await prismaOf(tx).appeal.update({ where: { id }, data: { sealedOnBehalfOf } });
    },

    async idOfNumber(tx: Tx, number: string): Promise<AppealId | null> {
      const row = await prismaOf(tx).appeal.findUnique({ where: { number }, select: { id: true } });
      return row ? (row.id as AppealId) : null;
    },

    async failuresOfCitizen(tx: Tx, citizenId: CitizenId, since: Date): Promise<number> {
      return prismaOf(tx).caseOpening.count({ where: { citizenId, opened: false, at: { gte: since } } });
    },

    async failuresOfCase(tx: Tx, appealId: AppealId, since: Date): Promise<number> {
      return prismaOf(tx).caseOpening.count({ where: { appealId, opened: false, at: { gte: since } } });
    },

    async addOpening(
      tx: Tx,
      opening: { citizenId: CitizenId; appealId: AppealId | null; opened: boolean },
    ): Promise<void> {
      await prismaOf(tx).caseOpening.create({ data: { ...opening, id: newId(tx.now.getTime()), at: tx.now } });
    },

    async moveTo(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<void> {
      forgetForeseen(tx);
      await prismaOf(tx).appeal.update({ where: { id }, data: { citizenId, revision: { increment: 1 } } });
    },
  };
}
export type CaseAccessRepository = ReturnType<typeof createCaseAccessRepository>;
