import type { DeliveryOutcome, Notification } from './notification.ts';
import type { NotificationsRepository } from './notifications-repository.ts';

/** A channel's way to deliver. It must not throw for a "no": throwing means "nothing came back". */
export type Deliver = (notification: Notification) => Promise<DeliveryOutcome>;

interface Deps {
  readonly notifications: Pick<NotificationsRepository, 'claim' | 'settle'>;
  readonly deliver: Deliver;
  readonly onError: (error: unknown, notification: Notification) => void;
}

/** Carries what waits in the outbox to the channels: `deliverNow` right after a commit, `sweep` for what is left. */
export function createDispatcher({ notifications, deliver, onError }: Deps) {
  async function attempt(notification: Notification): Promise<void> {
    let outcome: DeliveryOutcome;
    try {
      outcome = await deliver(notification);
    } catch (error) {
      onError(error, notification);
      outcome = { type: 'unknown', problem: error instanceof Error ? error.name : 'unknown' };
    }
    await notifications.settle(notification, outcome);
  }

  /** Messages to one recipient go one after the other, different recipients side by side. */
  async function attemptAll(batch: readonly Notification[]): Promise<void> {
    const queues = Map.groupBy(batch, ({ recipient }) => `${recipient.kind}:${recipient.id}`);
    await Promise.all(
      [...queues.values()].map(async (queue) => {
        for (const notification of queue) await attempt(notification);
      }),
    );
  }

  return {
    async deliverNow(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await attemptAll(await notifications.claim(ids.length, ids));
    },

    /** @returns how many were attempted; fewer than the limit means that nothing waits any more. */
    async sweep(limit = 50): Promise<number> {
      const batch = await notifications.claim(limit);
      await attemptAll(batch);
      return batch.length;
    },
  };
}
export type Dispatcher = ReturnType<typeof createDispatcher>;
