import type { Bot } from './state.ts';
import { conflict } from './telegram-error.ts';
import type { Message, Update } from './wire.ts';
import type { World } from './world.ts';

export interface UpdatesOptions {
  /** First pause after a webhook failed; doubles up to thirty times this. */
  readonly webhookRetryMs: number;
  /** A webhook may answer with a method call in the body. */
  readonly onWebhookReply: (bot: Bot, reply: Record<string, unknown>) => Promise<void>;
}

interface Poller {
  answer(updates: Update[]): void;
  refuse(error: Error): void;
  limit: number;
}

/** Not sent unless asked for by name. */
const OPT_IN = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const WEBHOOK_TIMEOUT_MS = 60_000;
const OTHER_BOT_INSTANCE = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_IS_SET =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** Each bot's queue of updates, and both ways out of it: long polling and the webhook. */
export function createUpdates(world: World, { webhookRetryMs, onWebhookReply }: UpdatesOptions) {
  const pollers = new Map<Bot, Poller>();
  const lanes = new Map<Bot, Map<number, 'delivering' | 'waiting'>>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  function wakePoller(bot: Bot): void {
    const poller = pollers.get(bot);
    if (!poller || bot.pending.length === 0) return;
    pollers.delete(bot);
    poller.answer(bot.pending.slice(0, poller.limit));
  }

  function later(ms: number, run: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timer.unref();
    timers.add(timer);
    return timer;
  }

  function takeOut(bot: Bot, taken: (update: Update) => boolean): void {
    for (const update of bot.pending.filter(taken)) markSeen(bot, update);
    bot.pending = bot.pending.filter((update) => !taken(update));
    world.touch();
  }

  function markSeen(bot: Bot, update: Update): void {
    const message = update.message as Message | undefined;
    if (!message) return;
    const { id } = message.chat;
    const conversation = world.conversation(id < 0 ? String(id) : `${bot.user.id}:${id}`);
    if (!conversation || conversation.seenByBot >= message.message_id) return;
    conversation.seenByBot = message.message_id;
    world.emit({ type: 'chat', key: conversation.key });
  }

  /** Chats go side by side, up to `max_connections`; inside a chat the next update waits until the last one was taken. */
  function pump(bot: Bot): void {
    const { webhook } = bot;
    if (!webhook || isClosed) return;
    const busy = lanes.get(bot) ?? new Map<number, 'delivering' | 'waiting'>();
    lanes.set(bot, busy);
    let open = webhook.maxConnections - [...busy.values()].filter((status) => status === 'delivering').length;
    for (const update of bot.pending) {
      if (open <= 0) return;
      const lane = laneOf(update);
      if (busy.has(lane)) continue;
      busy.set(lane, 'delivering');
      open -= 1;
      void deliver(bot, webhook, update, lane, webhookRetryMs);
    }
  }

  async function deliver(bot: Bot, webhook: Bot['webhook'], update: Update, lane: number, retryMs: number) {
    const busy = lanes.get(bot);
    const isCurrent = () => bot.webhook === webhook && lanes.get(bot) === busy && !isClosed;
    if (!webhook || !busy || !isCurrent()) return;
    busy.set(lane, 'delivering');
    const failure = await post(bot, webhook, update);
    if (!isCurrent()) return;
    if (failure === undefined) {
      takeOut(bot, ({ update_id }) => update_id === update.update_id);
      busy.delete(lane);
      pump(bot);
      return;
    }
    webhook.lastError = failure;
    webhook.lastErrorAt = world.date();
    busy.set(lane, 'waiting');
    later(retryMs, () => void deliver(bot, webhook, update, lane, Math.min(retryMs * 2, webhookRetryMs * 30)));
    pump(bot);
  }

  async function post(bot: Bot, webhook: NonNullable<Bot['webhook']>, update: Update): Promise<string | undefined> {
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      const reply = parseReply(body);
      if (reply) await onWebhookReply(bot, reply);
      return undefined;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused';
    }
  }

  return {
    push(bot: Bot, kind: string, payload: unknown): void {
      const wanted = bot.allowedUpdates?.length ? bot.allowedUpdates.includes(kind) : !OPT_IN.has(kind);
      if (!wanted) return;
      // A copy: what the bot receives must not change when the message is edited later.
      bot.pending.push({ update_id: bot.nextUpdateId++, [kind]: structuredClone(payload) });
      world.touch();
      if (bot.webhook) pump(bot);
      else wakePoller(bot);
    },

    poll(bot: Bot, offset: number, limit: number, timeoutMs: number, signal?: AbortSignal): Promise<Update[]> {
      if (bot.webhook) throw conflict(WEBHOOK_IS_SET);
      pollers.get(bot)?.refuse(conflict(OTHER_BOT_INSTANCE));
      pollers.delete(bot);
      if (offset > 0) takeOut(bot, ({ update_id }) => update_id < offset);
      else if (offset < 0) {
        const kept = new Set(bot.pending.slice(offset));
        takeOut(bot, (update) => !kept.has(update));
      }
      if (bot.pending.length > 0 || timeoutMs <= 0 || isClosed) return Promise.resolve(bot.pending.slice(0, limit));
      return new Promise((resolve, reject) => {
        const timer = later(timeoutMs, () => finish([]));
        const end = () => {
          clearTimeout(timer);
          timers.delete(timer);
          if (pollers.get(bot) === poller) pollers.delete(bot);
        };
        const finish = (updates: Update[]) => {
          end();
          resolve(updates);
        };
        const poller: Poller = {
          limit,
          answer: finish,
          refuse(error) {
            end();
            reject(error);
          },
        };
        pollers.set(bot, poller);
        signal?.addEventListener('abort', () => finish([]), { once: true });
      });
    },

    setWebhook(bot: Bot, webhook: Bot['webhook']): void {
      bot.webhook = webhook;
      lanes.delete(bot);
      pollers.get(bot)?.refuse(conflict('terminated by setWebhook request'));
      pollers.delete(bot);
      world.touch();
      pump(bot);
    },

    dropPending(bot: Bot): void {
      bot.pending = [];
      world.touch();
    },

    /** Webhooks of a state file that was read back go on where they stopped. */
    resume(): void {
      for (const bot of world.state.bots) pump(bot);
    },

    close(): void {
      isClosed = true;
      for (const poller of [...pollers.values()]) poller.answer([]);
      pollers.clear();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Updates = ReturnType<typeof createUpdates>;

interface Addressed {
  chat?: { id: number };
  message?: { chat: { id: number } };
  from?: { id: number };
  user?: { id: number };
}

function laneOf(update: Update): number {
  for (const [kind, value] of Object.entries(update)) {
    if (kind === 'update_id') continue;
    const payload = value as Addressed;
    return payload.chat?.id ?? payload.message?.chat.id ?? payload.from?.id ?? payload.user?.id ?? 0;
  }
  return 0;
}

function parseReply(body: string): Record<string, unknown> | undefined {
  if (!body.startsWith('{')) return undefined;
  try {
    const reply: unknown = JSON.parse(body);
    return typeof reply === 'object' && reply !== null && 'method' in reply ? { ...reply } : undefined;
  } catch {
    return undefined;
  }
}
