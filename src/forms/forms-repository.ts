import type { Tx } from '../kernel/unit-of-work.ts';
import type { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Answers, FormSessions } from './form.ts';

/** A week: somebody may look for a document, or lose the network. */
const KEEP_MS = 7 * 86_400_000;

export function createFormSessions(): FormSessions {
  return {
    async current(tx, owner) {
      const row = await prismaOf(tx).formSession.findUnique({ where: { owner } });
      return row && row.expiresAt > tx.now ? { ...row, answers: row.answers as Answers } : null;
    },

    async begin(tx, { keepMs = KEEP_MS, answers = {}, ...session }) {
      const data = {
        ...session,
        answers: answers as Prisma.InputJsonObject,
        expiresAt: new Date(tx.now.getTime() + keepMs),
      };
      await prismaOf(tx).formSession.upsert({
        where: { owner: session.owner },
        create: data,
        update: { ...data, rowVersion: { increment: 1 } },
      });
    },

    async advance(tx: Tx, owner, { stepKey, answers }) {
      await prismaOf(tx).formSession.update({
        where: { owner },
        data: { stepKey, answers: answers as Prisma.InputJsonObject, rowVersion: { increment: 1 } },
      });
    },

    async end(tx, owner) {
      await prismaOf(tx).formSession.deleteMany({ where: { owner } });
    },
  };
}
