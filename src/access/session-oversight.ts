import type { StaffId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { AccessJournal } from './access-journal.ts';
import type { Session, SessionsRepository } from './sessions-repository.ts';
import { mayManage, type Staff, staffStream } from './staff.ts';

interface Deps {
  readonly sessions: Pick<SessionsRepository, 'list' | 'revokeIn'>;
  readonly journal: AccessJournal;
  readonly get: (id: StaffId, tx?: Tx) => Promise<Staff>;
}

/** Where other people are signed in, for whoever manages them: a lost telephone is signed out by somebody else. */
export function createSessionOversight({ sessions, journal, get }: Deps) {
  async function managed(by: Staff, id: StaffId, tx?: Tx): Promise<Staff> {
    const person = await get(id, tx);
    if (!mayManage(by, person)) throw new Refusal('staff.not_found', {});
    return person;
  }

  return {
    async sessionsOfManaged(by: Staff, id: StaffId): Promise<readonly Session[]> {
      await managed(by, id);
      return sessions.list(id);
    },

    async revokeSessionOfManaged(tx: Tx, by: Staff, id: StaffId, sessionId: string): Promise<void> {
      await managed(by, id, tx);
      await sessions.revokeIn(tx, id, sessionId);
      await journal.append(tx, staffStream(id), {
        type: 'staff.session_revoked',
        actor: { kind: by.role, id: by.id },
        facts: { sessionId },
      });
    },
  };
}
