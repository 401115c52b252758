import type { Tx } from '../kernel/unit-of-work.ts';
import type { Prisma, FormSession as SessionRow } from '../platform/db/generated/client.ts';
import { readRows } from '../platform/db/rows.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import type { Answers, FormSession, FormSessions } from './form.ts';

/** A week: somebody may look for a document, or lose the network. */
const KEEP_MS = 7 * 86_400_000;

export function createFormSessions(): FormSessions {
  /** Several handlers ask for the same session within one update; it is read once. */
  const read = new WeakMap<Tx, Map<string, Promise<FormSession | null>>>();

  async function load(tx: Tx, owner: string): Promise<FormSession | null> {
    const [row] = await readRows<SessionRow>(prismaOf(tx), 'form_sessions where owner = $1', owner);
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
      const { owner, formId, formVersion, stepKey, subjectId } = session;
      const expiresAt = new Date(tx.now.getTime() + keepMs);
      const written = prismaOf(tx).$executeRaw`
        insert into form_sessions as f (owner, form_id, form_version, step_key, answers, subject_id, expires_at)
        values (${owner}, ${formId}, ${formVersion}, ${stepKey}, ${JSON.stringify(answers)}::jsonb, ${subjectId}, ${expiresAt}::timestamptz(3))
        on conflict (owner) do update set form_id = excluded.form_id, form_version = excluded.form_version, step_key = excluded.step_key,
          answers = excluded.answers, subject_id = excluded.subject_id, expires_at = excluded.expires_at, row_version = f.row_version + 1`;
      unanswered(tx, written);
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
      unanswered(tx, prismaOf(tx).$executeRaw`delete from form_sessions where owner = ${owner}`);
    },
  };
}
