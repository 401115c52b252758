import type { Intake } from '../channels/telegram/index.ts';
import { UPDATES_STORED } from '../channels/telegram/index.ts';
import type { Dispatcher } from '../notifications/index.ts';
import type { Database } from '../platform/db/database.ts';
import { createShares, PARTS } from '../platform/db/shares.ts';
import type { Log } from '../platform/log/log.ts';
import type { RateLimiter } from '../platform/telegram-transport/index.ts';

/** How processes tell each other of notifications that may leave. */
const OUTBOX_TOLD = 'outbox_told';
/** PostgreSQL carries 8,000 bytes at once. */
const MOST_IDS = 100;

/** What a process does with its share of the chats; all of it exists only later in the start. */
interface Workers {
  readonly intake: Pick<Intake, 'hear' | 'idleOf'>;
  readonly dispatcher: Pick<Dispatcher, 'tell' | 'idle'>;
  readonly limiter: Pick<RateLimiter, 'setShare'>;
}

/** The share of one process in chats, in Telegram's rate and in the outbox, when several have the role `bot`. */
export function createChatShares({ pool }: Pick<Database, 'pool'>, log: Log, { serves }: { serves: boolean }) {
  let workers: Workers | null = null;
  const shares = createShares({
    pool,
    onShare: (held) => workers?.limiter.setShare(held.size / PARTS),
    drained: async (parts) => void (await Promise.all([workers?.intake.idleOf(parts), workers?.dispatcher.idle()])),
    onNews: (channel, payload) => {
      if (channel === UPDATES_STORED) workers?.intake.hear(payload);
      else workers?.dispatcher.tell(payload.split(','));
    },
    listen: [UPDATES_STORED, OUTBOX_TOLD],
  });

  return {
    ...shares,
    /** From now on this process takes its share. */
    async begin(given: Workers): Promise<void> {
      workers = given;
      await shares.balance();
    },

    /** Null when all chats are this process's: nothing needs to be told apart then. */
    parts: (): readonly number[] | null => (shares.isAlone() ? null : [...shares.held]),

    /** What a command has just committed leaves from whichever process serves the chat. */
    told(ids: readonly string[]): void {
      if (serves) workers?.dispatcher.tell(ids);
      if (shares.isAlone()) return;
      for (let at = 0; at < ids.length; at += MOST_IDS)
        shares
          .tell(OUTBOX_TOLD, ids.slice(at, at + MOST_IDS).join(','))
          .catch((error: unknown) => log.warn({ err: error }, 'other processes not told'));
    },
  };
}
export type ChatShares = ReturnType<typeof createChatShares>;
