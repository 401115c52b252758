import type { Update } from 'grammy/types';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import { partOf, type Shares } from '../../platform/db/shares.ts';
import type { Log } from '../../platform/log/log.ts';
import { createOneByTurn } from '../../platform/loops/one-by-turn.ts';
import { createTurnstile } from '../../platform/loops/turnstile.ts';
import type { Together } from './together.ts';
import type { UpdatesRepository, WaitingUpdate } from './updates-repository.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly updates: UpdatesRepository;
  readonly log: Log;
  /** Carries out one update; everything it changes goes through the transaction. */
  readonly handle: (tx: Tx, update: Update) => Promise<void>;
  /** What carrying out a private message will surely read: asked while the transaction opens. */
  readonly foresee?: (tx: Tx, chatId: string, update: Update | null) => void;
  /** Tells the chat that something failed, with a code to quote. */
  readonly apologise: (update: WaitingUpdate, code: string) => Promise<void>;
  readonly schedule: (run: () => void, afterMs: number) => void;
  /** Which chats are this process's, when several share the work. */
  readonly shares?: Pick<Shares, 'held' | 'holds' | 'isAlone' | 'tell'>;
  /** For what very many people send at once. */
  readonly together?: Together;
}

interface FreshUpdate extends WaitingUpdate {
  readonly update: Update;
}

interface Item {
  readonly update: Update;
  readonly chatKey: string;
}

/** Chats served side by side: more would only wait for connections, and leave more half-done when the process dies. */
const MOST_AT_ONCE = 12;

/** How processes tell each other of stored updates. */
export const UPDATES_STORED = 'telegram_updates_stored';

class NotItsTurn extends Error {}

/** Which chat an update belongs to: updates of one key are carried out one after the other. */
export function chatKeyOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message ?? update.channel_post;
  const chat = message?.chat ?? update.my_chat_member?.chat ?? update.chat_member?.chat;
  if (chat) return `chat:${chat.id}`;
  const from = update.callback_query?.from ?? update.inline_query?.from ?? update.poll_answer?.user;
  return from ? `user:${from.id}` : `update:${update.update_id}`;
}

/**
 * From Telegram's delivery to the committed effect. `accept` returns once the updates are stored: from then on a crash
 * loses nothing. They are carried out in order per chat, chats side by side.
 */
export function createIntake({ uow, updates, log, handle, foresee, apologise, schedule, together, shares }: Deps) {
  const busy = new Map<string, Promise<void>>();
  const turnstile = createTurnstile(MOST_AT_ONCE);
  const myTurn = createOneByTurn();
  let next: { items: Item[]; done: Promise<void> } | null = null;
  let stored: Promise<void> = Promise.resolve();

  /** One insert at a time: requests that arrive while it is on its way share the next one. */
  function store(items: readonly Item[]): Promise<void> {
    if (next) {
      next.items.push(...items);
      return next.done;
    }
    const batch = { items: [...items], done: Promise.resolve() };
    batch.done = stored.then(async () => {
      next = null;
      await updates.store(batch.items);
    });
    stored = batch.done.catch(() => undefined);
    next = batch;
    return batch.done;
  }

  async function carryOut(waiting: WaitingUpdate): Promise<boolean> {
    try {
      await turnstile.pass(() => {
        let taken: Promise<Update | null>;
        return uow.run(
          `telegram:${waiting.updateId}`,
          async (tx) => {
            const update = await taken;
            if (!update) throw new NotItsTurn();
            await myTurn();
            await handle(tx, update);
          },
          (tx) => {
            taken = updates.take(tx as Tx, waiting);
            taken.catch(() => undefined);
            const [, chatId] = /^chat:(\d+)$/.exec(waiting.chatKey) ?? [];
            if (chatId) foresee?.(tx as Tx, chatId, 'update' in waiting ? (waiting as FreshUpdate).update : null);
          },
        );
      });
      return true;
    } catch (error) {
      if (error instanceof NotItsTurn) return false;
      const code = waiting.updateId.toString(36).slice(-5).toUpperCase();
      log.error({ err: error, updateId: waiting.updateId, attempt: waiting.attempts + 1, code }, 'update failed');
      const { parked, retryMs } = await updates.failed(waiting, code);
      if (parked) {
        await apologise(waiting, code);
        return true;
      }
      schedule(() => kick(waiting.chatKey), retryMs);
      return false;
    }
  }

  /** What was just accepted is tried without asking for it; whatever else waits for the chat is looked up. */
  async function drain(chatKey: string, fresh: FreshUpdate | null): Promise<void> {
    if (fresh && together?.accepts(fresh.update) && (await together.join(fresh, fresh.update))) return;
    if (fresh && (await carryOut(fresh))) return;
    while (isMine(chatKey)) {
      const waiting = await updates.next(chatKey);
      if (!waiting || !(await carryOut(waiting))) return;
    }
  }

  const isMine = (chatKey: string): boolean => shares?.holds(chatKey) ?? true;

  function kick(chatKey: string, fresh: FreshUpdate | null = null): Promise<void> {
    const running = busy.get(chatKey);
    const work = (running ?? Promise.resolve())
      .then(() => drain(chatKey, fresh))
      .catch((error: unknown) => log.warn({ err: error }, 'chat left for the sweeper'))
      .finally(() => {
        if (busy.get(chatKey) === work) busy.delete(chatKey);
      });
    busy.set(chatKey, work);
    return work;
  }

  return {
    async accept(batch: readonly Update[]): Promise<void> {
      const items = batch.map((update) => ({ update, chatKey: chatKeyOf(update) }));
      await store(items);
      for (const { update, chatKey } of items) {
        if (isMine(chatKey)) void kick(chatKey, { updateId: update.update_id, chatKey, attempts: 0, update });
        else shares?.tell(UPDATES_STORED, chatKey).catch((error: unknown) => log.warn({ err: error }, 'not told'));
      }
    },

    /** Another process has stored something for a chat of ours. */
    hear(chatKey: string): void {
      if (isMine(chatKey)) void kick(chatKey);
    },

    /** Resolves when nothing of these parts of the chats is under way any more. */
    async idleOf(parts: ReadonlySet<number>): Promise<void> {
      await Promise.allSettled([...busy].filter(([chatKey]) => parts.has(partOf(chatKey))).map(([, work]) => work));
    },

    /** Takes up what another process left behind. */
    async sweep(): Promise<void> {
      const parts = !shares || shares.isAlone() ? null : [...shares.held];
      for (const chatKey of await updates.chatsWaiting(200, parts))
        if (!busy.has(chatKey) && isMine(chatKey)) void kick(chatKey);
    },

    /** Resolves when nothing accepted so far is under way in this process. */
    async idle(): Promise<void> {
      while (busy.size > 0) await Promise.allSettled([...busy.values()]);
    },
  };
}
export type Intake = ReturnType<typeof createIntake>;
