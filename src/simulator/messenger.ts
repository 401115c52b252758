import { checkMarkup } from './keyboards.ts';
import type { Limits } from './limits.ts';
import type { Parameters } from './parameters.ts';
import { botsOf, isPresent, type Population } from './population.ts';
import type { Bot, Conversation, Person } from './state.ts';
import { badRequest, forbidden } from './telegram-error.ts';
import type { Updates } from './updates.ts';
import type { Message, User } from './wire.ts';
import { findMessage, type World } from './world.ts';

const KEPT_UNEDITABLE = 500;

export type Content = Omit<Message, 'message_id' | 'date' | 'chat'>;

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly updates: Updates;
  readonly limits: Limits;
}

/** How messages come to be, change and go, whoever sends them. */
export function createMessenger({ world, population, updates, limits }: Deps) {
  function append(conversation: Conversation, content: Content): Message {
    const message: Message = {
      message_id: conversation.nextMessageId++,
      date: world.date(),
      chat: conversation.chat,
      ...content,
    };
    conversation.messages.push(message);
    world.emit({ type: 'message', key: conversation.key, message });
    return message;
  }

  function mayWrite(bot: Bot, conversation: Conversation): void {
    if (conversation.chat.type === 'private') {
      if (conversation.isBlocked) throw forbidden('bot was blocked by the user');
      if (!conversation.isStarted) throw forbidden("bot can't initiate conversation with a user");
      return;
    }
    const member = conversation.members[bot.user.id];
    if (member?.status === 'kicked') throw forbidden('bot was kicked from the supergroup chat');
    if (!isPresent(member)) throw forbidden('bot is not a member of the supergroup chat');
  }

  function threadOf(conversation: Conversation, threadId: number | undefined) {
    if (threadId === undefined || threadId === 0) return {};
    const topic = conversation.topics.find((one) => one.threadId === threadId);
    if (!topic) throw badRequest('message thread not found');
    if (topic.isClosed) throw badRequest('TOPIC_CLOSED');
    return { message_thread_id: threadId, is_topic_message: true as const };
  }

  function repliedTo(conversation: Conversation, reply: Parameters['reply_parameters']): Message | undefined {
    if (!reply) return undefined;
    const target = findMessage(conversation, reply.message_id);
    if (!target && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found');
    if (!target) return undefined;
    const { reply_to_message: _, reply_markup: __, ...rest } = target;
    return rest;
  }

  /** Everything the sending methods share: rights, topic, reply, keyboard, limits. */
  function sendAsBot(bot: Bot, params: Parameters, contents: readonly Content[]): Message[] {
    const conversation = population.chatFor(bot, params.chat_id);
    mayWrite(bot, conversation);
    const thread = threadOf(conversation, params.message_thread_id);
    const reply = repliedTo(conversation, params.reply_parameters);
    const markup = checkMarkup(params.reply_markup);
    limits.take(bot, conversation, contents.length);
    const sent = contents.map((content) =>
      append(conversation, {
        from: bot.user,
        ...thread,
        ...(reply ? { reply_to_message: reply } : {}),
        ...(params.protect_content ? { has_protected_content: true as const } : {}),
        ...content,
        ...(markup.type === 'inline' ? { reply_markup: markup.keyboard } : {}),
      }),
    );
    const last = sent.at(-1);
    if (last && markup.type === 'reply') {
      conversation.replyKeyboard = { messageId: last.message_id, markup: markup.keyboard };
    }
    if (last && (markup.type === 'reply' || markup.type === 'remove')) {
      conversation.uneditable = [...(conversation.uneditable ?? []).slice(-KEPT_UNEDITABLE), last.message_id];
    }
    if (markup.type === 'remove') conversation.replyKeyboard = undefined;
    if (markup.type === 'reply' || markup.type === 'remove') world.emit({ type: 'chat', key: conversation.key });
    return sent;
  }

  function hears(bot: Bot, conversation: Conversation, message: Message): boolean {
    if (conversation.chat.type === 'private') return true;
    if (conversation.members[bot.user.id]?.status === 'administrator') return true;
    const said = message.text ?? message.caption ?? '';
    const isAddressed = said.startsWith('/') || said.includes(`@${bot.user.username}`);
    return isAddressed || message.reply_to_message?.from?.id === bot.user.id || isService(message);
  }

  return {
    append,
    mayWrite,
    sendAsBot,

    sendAsPerson(conversation: Conversation, sender: Person, content: Content): Message {
      const message = append(conversation, { from: sender.user, ...content });
      for (const bot of botsOf(conversation, world.state.bots)) {
        if (hears(bot, conversation, message)) updates.push(bot, 'message', message);
      }
      return message;
    },

    /** A change of a message in place; a bot hears only of what people changed. */
    edit(conversation: Conversation, message: Message, change: Partial<Message>, editor: User): Message {
      Object.assign(message, change);
      world.emit({ type: 'edited', key: conversation.key, message });
      if (!editor.is_bot) {
        for (const bot of botsOf(conversation, world.state.bots)) {
          if (hears(bot, conversation, message)) updates.push(bot, 'edited_message', message);
        }
      }
      return message;
    },

    remove(conversation: Conversation, messageIds: readonly number[]): void {
      const gone = new Set(messageIds);
      conversation.messages = conversation.messages.filter((message) => !gone.has(message.message_id));
      conversation.pinned = conversation.pinned.filter((id) => !gone.has(id));
      world.emit({ type: 'deleted', key: conversation.key, messageIds: [...messageIds] });
    },
  };
}

export type Messenger = ReturnType<typeof createMessenger>;

const SERVICE_FIELDS = [
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
] as const;

export const isService = (message: Message): boolean => SERVICE_FIELDS.some((field) => message[field] !== undefined);
