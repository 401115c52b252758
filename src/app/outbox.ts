import { createDispatcher, type Deliver, type Notification } from '../notifications/index.ts';
import type { ChatShares } from './chat-shares.ts';
import type { Services } from './compose.ts';
import { createNoticeKeeper } from './operator-notices.ts';

interface Ways {
  readonly shares: Pick<ChatShares, 'parts'>;
  readonly toCitizen: Deliver;
  readonly toSecondContact: Deliver;
  /** Null: told in the console only. */
  readonly toOfficers: (notification: Notification) => Promise<Awaited<ReturnType<Deliver>> | null>;
}

/** From the outbox to the channel of whoever it is for. */
export function createOutbox(services: Services, { shares, toCitizen, toSecondContact, toOfficers }: Ways) {
  const { log, notifications } = services;
  const keepNotice = createNoticeKeeper(services);
  return createDispatcher({
    // Surveys go to very many people, who must not be asked twice: they have a way of their own (`sendBulk`).
    notifications: {
      ...notifications,
      claim: (limit, only) =>
        notifications.claim(limit, only, ['conversation', 'official', 'petitions'], shares.parts()),
    },
    onError: (error, { id, kind }) => log.warn({ err: error, notificationId: id, kind }, 'delivery failed'),
    deliver: async (notification) => {
      if (notification.recipient.kind === 'citizen') return toCitizen(notification);
      if (notification.recipient.kind === 'second_contact') return toSecondContact(notification);
      await keepNotice(notification);
      return (await toOfficers(notification)) ?? { type: 'delivered', channel: 'console' };
    },
  });
}
