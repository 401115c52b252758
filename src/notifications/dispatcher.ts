import { setTimeout as pause } from 'node:timers/promises';
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

/** A recipient from whom nothing comes back does not hold up the next round for everybody else. */
const PATIENCE_MS = 1_000;

interface InHand {
  /** As claimed last. */
  notification: Notification;
  readonly work: Promise<void>;
}

/** Carries what waits in the outbox to the channels: `tell` right after a commit, `sweep` for what is left. */
export function createDispatcher({ notifications, deliver, onError, most = 16 }: Deps) {
  const busy = new Map<string, Promise<void>>();
  const inHand = new Map<string, InHand>();
  const told: string[] = [];
  let claiming = false;
  let planned = false;

  async function attempt(notification: Notification): Promise<void> {
    let outcome: DeliveryOutcome;
    try {
      outcome = await deliver(notification);
    } catch (error) {
      onError(error, notification);
      outcome = { type: 'unknown', problem: error instanceof Error ? error.name : 'unknown' };
    }
    // Not noted means that it is told again after its lease: better twice than never.
    const claimed = inHand.get(notification.id)?.notification ?? notification;
    await notifications.settle(claimed, outcome).catch((error: unknown) => onError(error, notification));
  }

  /** Messages to one recipient go one after the other, different recipients side by side. */
  function start(notification: Notification): Promise<void> {
    const held = inHand.get(notification.id);
    if (held) {
      // Its lease ran out while it is still on its way here: the new claim only keeps it ours.
      held.notification = notification;
      return held.work;
    }
    const { kind, id } = notification.recipient;
    const key = `${kind}:${id}`;
    const work = (busy.get(key) ?? Promise.resolve())
      .then(() => attempt(notification))
      .finally(() => {
        inHand.delete(notification.id);
        if (busy.get(key) === work) busy.delete(key);
        void pump();
      });
    busy.set(key, work);
    inHand.set(notification.id, { notification, work });
    return work;
  }

  /** Takes only what can leave at once. */
  async function pump(): Promise<void> {
    if (claiming) return;
    claiming = true;
    try {
      while (told.length > 0 && inHand.size < most) {
        const ids = told.splice(0, most - inHand.size);
        for (const notification of await notifications.claim(ids.length, ids)) void start(notification);
      }
    } catch {
      // The database is away; the sweeper finds them later.
    } finally {
      claiming = false;
    }
  }

  return {
    /** What a command has just committed leaves as soon as there is room; all of one command is claimed at once. */
    tell(ids: readonly string[]): void {
      told.push(...ids);
      if (planned) return;
      planned = true;
      setImmediate(() => {
        planned = false;
        void pump();
      });
    },

    /** Resolves when all that is on its way now has arrived. */
    idle: async (): Promise<void> => void (await Promise.allSettled([...busy.values()])),

    /**
     * Resolves when what it took has arrived, or is too slow to be waited for.
     * @returns how many were attempted; fewer than the limit means that nothing waits any more.
     */
    async sweep(limit = 50): Promise<number> {
      let attempted = 0;
      while (attempted < limit) {
        const room = Math.min(limit - attempted, most - inHand.size);
        if (room <= 0) break;
        const batch = await notifications.claim(room);
        attempted += batch.length;
        if (!(await arrived(batch.map(start))) || batch.length < room) break;
      }
      return attempted;
    },
  };
}
export type Dispatcher = ReturnType<typeof createDispatcher>;

/** False: some of them are still on their way. */
async function arrived(works: readonly Promise<void>[]): Promise<boolean> {
  if (works.length === 0) return true;
  const over = new AbortController();
  const late = pause(PATIENCE_MS, false, { signal: over.signal }).catch(() => false);
  const all = await Promise.race([Promise.all(works).then(() => true), late]);
  over.abort();
  return all;
}
