import type { Tx } from '../kernel/unit-of-work.ts';
import type { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Answers, FormSession, FormSessions } from './form.ts';

/** A week: somebody may look for a document, or lose the network. */
const KEEP_MS = 7 * 86_400_000;

export function createFormSessions(): FormSessions {
  /** Several handlers ask for the same session within one update; it is read once. */
  const read = new WeakMap<Tx, Map<string, Promise<FormSession | null>>>();

  async function load(tx: Tx, owner: string): Promise<FormSession | null> {
    const row = await prismaOf(tx).formSession.findUnique({ where: { owner } });
    return row && row.expiresAt > tx.now ? { ...row, answers: row.answers as Answers } : null;
  }

  return {
    current(tx, owner) {
      const known = read.get(tx) ?? new Map<string, Promise<FormSession | null>>();
      read.set(tx, known);
      const session = known.get(owner) ?? load(tx, owner);
      known.set(owner, session);
      return session;
    },

    async begin(tx, { keepMs = KEEP_MS, answers = {}, ...session }) {
      read.delete(tx);
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
      read.delete(tx);
      await prismaOf(tx).formSession.update({
        where: { owner },
        data: { stepKey, answers: answers as Prisma.InputJsonObject, rowVersion: { increment: 1 } },
      });
    },

    async end(tx, owner) {
      read.delete(tx);
      await prismaOf(tx).formSession.deleteMany({ where: { owner } });
    },
  };
}
