import type { Bot, CallbackAnswer, Conversation, Person } from './state.ts';
import { badRequest } from './telegram-error.ts';
import type { Updates } from './updates.ts';
import type { Message } from './wire.ts';
import type { World } from './world.ts';

interface Query {
  readonly botId: number;
  readonly key: string;
  readonly userId: number;
  readonly messageId: number;
  readonly askedAt: number;
}

const EXPIRES_AFTER_MS = 60_000;
const MAX_TEXT = 200;
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** Presses of inline buttons; each may be answered once, and only for a while. */
export function createCallbackQueries(world: World, updates: Updates) {
  const open = new Map<string, Query>();
  let lastNumber = 0;

  return {
    /** Returns the id under which the answer will be announced. */
    ask(bot: Bot, conversation: Conversation, person: Person, message: Message, data: string): string {
      const at = world.now().getTime();
      for (const [id, { askedAt }] of open) if (at - askedAt > EXPIRES_AFTER_MS) open.delete(id);
      lastNumber += 1;
      const id = `${BigInt(person.user.id) * 4_294_967_296n + BigInt(at % 1_000_000_000) * 4n + BigInt(lastNumber)}`;
      open.set(id, {
        botId: bot.user.id,
        key: conversation.key,
        userId: person.user.id,
        messageId: message.message_id,
        askedAt: at,
      });
      updates.push(bot, 'callback_query', {
        id,
        from: person.user,
        message,
        chat_instance: String(conversation.chat.id * 7919),
        data,
      });
      return id;
    },

    answer(bot: Bot, queryId: string, reply: { text?: string; show_alert?: boolean; url?: string }): void {
      const query = open.get(queryId);
      const isFresh = query && world.now().getTime() - query.askedAt <= EXPIRES_AFTER_MS;
      if (!isFresh || query.botId !== bot.user.id) throw badRequest(TOO_OLD);
      if ((reply.text ?? '').length > MAX_TEXT) throw badRequest('MESSAGE_TOO_LONG');
      open.delete(queryId);
      const answer: CallbackAnswer = {
        queryId,
        userId: query.userId,
        messageId: query.messageId,
        text: reply.text || undefined,
        isAlert: reply.show_alert ?? false,
        url: reply.url || undefined,
      };
      world.emit({ type: 'answered', key: query.key, answer });
    },
  };
}

export type CallbackQueries = ReturnType<typeof createCallbackQueries>;
