import type { Tx } from '../kernel/unit-of-work.ts';
import type { Services } from './compose.ts';

type Parts = Pick<Services, 'uow' | 'citizensRepository' | 'secondContacts' | 'notifications'>;

/** Who has blocked the bot and who came back: news waits for them, and whoever they named is told that it does. */
export function createReachability({ uow, citizensRepository, secondContacts, notifications }: Parts) {
  /** News waits for somebody who cannot be reached: whoever they named is told so, and nothing more. */
  async function tellSecondContact(tx: Tx, externalId: string): Promise<void> {
    const citizen = await citizensRepository.findByAccount(tx, 'telegram', externalId);
    const way = citizen && (await secondContacts.toTell(tx, citizen.id));
    if (!way) return;
    await notifications.add(tx, {
      to: way.type === 'chat' ? { kind: 'citizen', id: way.citizenId } : { kind: 'second_contact', id: citizen.id },
      kind: 'contact_unreachable',
      facts: {},
      lane: 'official',
      dedupeKey: `second-contact:${citizen.id}:${tx.key}`,
    });
  }

  return {
    async markUnreachable(externalId: string): Promise<void> {
      await uow.run(`telegram:unreachable:${externalId}:${crypto.randomUUID()}`, async (tx) => {
        await citizensRepository.setReachable(tx, 'telegram', externalId, false);
        await tellSecondContact(tx, externalId);
      });
    },

    async onReachable(tx: Tx, chatId: number, reachable: boolean): Promise<void> {
      await citizensRepository.setReachable(tx, 'telegram', String(chatId), reachable);
      const citizen = await citizensRepository.findByAccount(tx, 'telegram', String(chatId));
      if (reachable && citizen) await notifications.revive(tx, { kind: 'citizen', id: citizen.id });
    },
  };
}
