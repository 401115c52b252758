import { type Journal, SYSTEM } from '../journal/index.ts';
import { type AppealId, newId } from '../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import { fingerprint, type SimilarCasesRepository } from '../routing/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly journal: Pick<Journal, 'append'>;
  readonly similar: SimilarCasesRepository;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
}

const AT_ONCE = 50;

/** Groups cases about one matter after they were sent; a group that grows proposes itself to the operators as one. */
export function createSimilarFinder({ uow, journal, similar, notifications }: Deps) {
  async function place(appealId: AppealId, text: string): Promise<void> {
    const signature = { appealId, joined: false, ...fingerprint(text) };
    let candidates: ReturnType<typeof similar.candidatesFor>;
    await uow.run(
      `similar:${appealId}`,
      async (tx) => {
        const clusterId = await similar.insert(tx, signature, await candidates);
        if (clusterId)
          await journal.append(tx, `appeal:${appealId}`, {
            type: 'appeal.grouped',
            actor: SYSTEM,
            facts: { clusterId },
          });
        return null;
      },
      (tx) => {
        candidates = similar.candidatesFor(tx as Tx, signature);
        candidates.catch(() => undefined);
      },
    );
  }

  async function proposeMass(): Promise<void> {
    await uow.run(`mass:${newId()}`, async (tx) => {
      for (const { clusterId, ...facts } of await similar.grown(tx)) {
        await notifications.add(tx, {
          to: { kind: 'operators', id: 'operators' },
          kind: 'mass_case_proposed',
          facts: { clusterId, ...facts },
          lane: 'official',
          dedupeKey: `mass:${clusterId}`,
        });
      }
      return null;
    });
  }

  return {
    async round(): Promise<boolean> {
      const waiting = await similar.waiting(AT_ONCE);
      for (const { appealId, text } of waiting) await place(appealId, text);
      if (waiting.length > 0) await proposeMass();
      return waiting.length === AT_ONCE;
    },

    /** The citizen chose to join the others: counted at once, within the command that sends the case. */
    async join(tx: Tx, appealId: AppealId, citizenId: string, text: string): Promise<void> {
      const signature = { appealId, joined: true, ...fingerprint(text) };
      const clusterId = await similar.insert(tx, signature, await similar.candidatesFor(tx, signature));
      await journal.append(tx, `appeal:${appealId}`, {
        type: 'appeal.joined',
        actor: { kind: 'citizen', id: citizenId },
        facts: { clusterId },
      });
    },
  };
}
