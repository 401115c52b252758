import { type CitizenId, newId, type StaffId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import type { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

export interface OperatorNotice {
  readonly id: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The words of whoever wrote it; kept sealed. */
  readonly words: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly remark: string | null;
}

/** Encrypts and opens words; the privacy domain's, handed in. */
interface Sealer {
  seal(plain: string, context: string): Uint8Array<ArrayBuffer>;
  openText(sealed: Uint8Array, context: string): string;
}

const contextOf = (id: string): string => `operator-notice:${id}`;

/** What operators must look at and nobody else does: stored until somebody says it is done. */
export function createOperatorNotices(db: Db, sealing: Sealer) {
  return {
    /** `id` makes a repeated delivery of the same notification one notice. */
    async add(
      tx: Tx,
      {
        kind,
        facts = {},
        words,
        citizenId = null,
        id = newId(tx.now.getTime()),
      }: {
        kind: string;
        facts?: Readonly<Record<string, unknown>>;
        words?: string;
        citizenId?: CitizenId | null;
        id?: string;
      },
    ): Promise<void> {
      const data = {
        id,
        kind,
        facts: facts as Prisma.InputJsonObject,
        sealedWords: words ? sealing.seal(words, contextOf(id)) : null,
        citizenId,
        createdAt: tx.now,
      };
      await prismaOf(tx).operatorNotice.createMany({ data: [data], skipDuplicates: true });
    },

    /** Open ones oldest first, done ones newest first. */
    async list({ done, limit }: { done: boolean; limit: number }): Promise<OperatorNotice[]> {
      const rows = await db.operatorNotice.findMany({
        where: { doneAt: done ? { not: null } : null },
        orderBy: done ? [{ doneAt: 'desc' }] : [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(({ sealedWords, facts, citizenId: _unsaid, ...row }) => ({
        ...row,
        facts: facts as Record<string, unknown>,
        words: sealedWords && sealing.openText(sealedWords, contextOf(row.id)),
      }));
    },

    /** @returns false when there is no such notice. */
    async finish(tx: Tx, id: string, by: StaffId, remark: string | null): Promise<boolean> {
      const { count } = await prismaOf(tx).operatorNotice.updateMany({
        where: { id },
        data: { doneAt: tx.now, doneBy: by, remark },
      });
      return count > 0;
    },

    async reopen(tx: Tx, id: string): Promise<boolean> {
      const { count } = await prismaOf(tx).operatorNotice.updateMany({
        where: { id },
        data: { doneAt: null, doneBy: null },
      });
      return count > 0;
    },

    async forget(tx: Tx, citizenId: CitizenId): Promise<void> {
      await prismaOf(tx).operatorNotice.updateMany({
        where: { citizenId },
        data: { citizenId: null, sealedWords: null },
      });
    },
  };
}
export type OperatorNotices = ReturnType<typeof createOperatorNotices>;
