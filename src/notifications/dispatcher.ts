import type { DeliveryOutcome, Notification } from './notification.ts';
import type { NotificationsRepository } from './notifications-repository.ts';

/** A channel's way to deliver. It must not throw for a "no": throwing means "nothing came back". */
export type Deliver = (notification: Notification) => Promise<DeliveryOutcome>;

interface Deps {
  readonly notifications: Pick<NotificationsRepository, 'claim' | 'settle'>;
  readonly deliver: Deliver;
  readonly onError: (error: unknown, notification: Notification) => void;
  /** So many are on their way at once: after a kill nobody can know of more. */
  readonly most?: number;
}

/** Carries what waits in the outbox to the channels: `tell` right after a commit, `sweep` for what is left. */
export function createDispatcher({ notifications, deliver, onError, most = 16 }: Deps) {
  const busy = new Map<string, Promise<void>>();
  const told: string[] = [];
  let underWay = 0;
  let claiming = false;

  async function attempt(notification: Notification): Promise<void> {
    let outcome: DeliveryOutcome;
    try {
      outcome = await deliver(notification);
    } catch (error) {
      onError(error, notification);
      outcome = { type: 'unknown', problem: error instanceof Error ? error.name : 'unknown' };
    }
    // Not noted means that it is told again after its lease: better twice than never.
    await notifications.settle(notification, outcome).catch((error: unknown) => onError(error, notification));
  }

  /** Messages to one recipient go one after the other, different recipients side by side. */
  function start(notification: Notification): Promise<void> {
    const { kind, id } = notification.recipient;
    const key = `${kind}:${id}`;
    underWay += 1;
    const work = (busy.get(key) ?? Promise.resolve())
      .then(() => attempt(notification))
      .finally(() => {
        underWay -= 1;
        if (busy.get(key) === work) busy.delete(key);
        void pump();
      });
    busy.set(key, work);
    return work;
  }

  /** Takes only what can leave at once. */
  async function pump(): Promise<void> {
    if (claiming) return;
    claiming = true;
    try {
      while (told.length > 0 && underWay < most) {
        const ids = told.splice(0, most - underWay);
        for (const notification of await notifications.claim(ids.length, ids)) void start(notification);
      }
    } catch {
      // The database is away; the sweeper finds them later.
    } finally {
      claiming = false;
    }
  }

  return {
    /** What a command has just committed leaves as soon as there is room. */
    tell(ids: readonly string[]): void {
      told.push(...ids);
      void pump();
    },

    /** Resolves when all that is on its way now has arrived. */
    idle: async (): Promise<void> => void (await Promise.allSettled([...busy.values()])),

    /** @returns how many were attempted; fewer than the limit means that nothing waits any more. */
    async sweep(limit = 50): Promise<number> {
      let attempted = 0;
      while (attempted < limit) {
        const room = Math.min(limit - attempted, most);
        const batch = await notifications.claim(room);
        attempted += batch.length;
        await Promise.all(batch.map(start));
        if (batch.length < room) break;
      }
      return attempted;
    },
  };
}
export type Dispatcher = ReturnType<typeof createDispatcher>;
