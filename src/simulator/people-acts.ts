import type { CallbackQueries } from './callback-queries.ts';
import { detectEntities } from './entities.ts';
import type { MediaFiles, MediaKind, Upload } from './media-files.ts';
import type { Membership } from './membership.ts';
import type { Content, Messenger } from './messenger.ts';
import { setReaction } from './methods/chats.ts';
import type { Polls } from './polls.ts';
import { botsOf, isPresent, type Population } from './population.ts';
import type { Conversation, Person } from './state.ts';
import { badRequest, forbidden } from './telegram-error.ts';
import type { Updates } from './updates.ts';
import type { InlineButton, Message, User } from './wire.ts';
import { findMessage, type World } from './world.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly messenger: Messenger;
  readonly updates: Updates;
  readonly queries: CallbackQueries;
  readonly polls: Polls;
  readonly files: MediaFiles;
  readonly membership: Membership;
}

export interface Sending {
  readonly replyTo?: number | undefined;
  readonly threadId?: number | undefined;
}

export interface Attachment {
  readonly kind: MediaKind;
  readonly upload: Upload;
  readonly duration?: number | undefined;
}

const MAX_TEXT = 4096;

/** What a person can do in Telegram; the page and the tests both act through this. */
export function createPeopleActs({ world, population, messenger, updates, queries, polls, files, membership }: Deps) {
  function enter(conversation: Conversation, person: Person): void {
    if (conversation.chat.type !== 'private') {
      if (!isPresent(conversation.members[person.user.id])) throw forbidden('user is not a member of the chat');
      return;
    }
    if (conversation.isBlocked) throw forbidden('user has blocked the bot');
    conversation.isStarted = true;
  }

  function place(conversation: Conversation, { replyTo, threadId }: Sending): Content {
    const target = replyTo === undefined ? undefined : findMessage(conversation, replyTo);
    const thread = threadId ?? target?.message_thread_id;
    const { reply_to_message: _, reply_markup: __, ...quoted } = target ?? {};
    return {
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true as const }),
      ...(target ? { reply_to_message: quoted as Message } : {}),
    };
  }

  function send(conversation: Conversation, person: Person, content: Content, sending: Sending = {}): Message {
    enter(conversation, person);
    return messenger.sendAsPerson(conversation, person, { ...place(conversation, sending), ...content });
  }

  function own(conversation: Conversation, person: Person, messageId: number): Message {
    const message = findMessage(conversation, messageId);
    if (message?.from?.id !== person.user.id) throw badRequest('not a message of this person');
    return message;
  }

  const marked = (text: string) => {
    const entities = detectEntities(text);
    return entities.length > 0 ? entities : undefined;
  };

  function attachmentContent({ kind, upload, duration }: Attachment): Content {
    const file = files.store(upload, kind);
    return kind === 'photo' ? { photo: files.photo(file) } : { [kind]: files.media(file, { duration }) };
  }

  return {
    sendText(conversation: Conversation, person: Person, text: string, sending?: Sending): Message[] {
      const whole = text.trim();
      if (whole === '') throw badRequest('message text is empty');
      // A messenger cuts what is longer than one message may be.
      const parts = whole.match(new RegExp(`[\\s\\S]{1,${MAX_TEXT}}`, 'gu')) ?? [];
      return parts.map((part) => send(conversation, person, { text: part, entities: marked(part) }, sending));
    },

    sendMedia(
      conversation: Conversation,
      person: Person,
      media: readonly Attachment[],
      caption: string,
      sending?: Sending,
    ) {
      enter(conversation, person);
      const album =
        media.length > 1 ? { media_group_id: String(14_000_000_000_000_000n + BigInt(world.state.nextFile++)) } : {};
      const contents = media.map((one, position) => ({
        ...attachmentContent(one),
        ...album,
        ...(caption !== '' && position === 0 ? { caption, caption_entities: marked(caption) } : {}),
      }));
      return contents.map((content) => send(conversation, person, content, sending));
    },

    send,

    sendContact(conversation: Conversation, person: Person, sending?: Sending): Message {
      const { first_name, last_name, id } = person.user;
      return send(
        conversation,
        person,
        { contact: { phone_number: person.phone, first_name, last_name, user_id: id } },
        sending,
      );
    },

    editText(conversation: Conversation, person: Person, messageId: number, text: string): Message {
      const message = own(conversation, person, messageId);
      const change =
        message.text === undefined
          ? { caption: text || undefined, caption_entities: marked(text) }
          : { text, entities: marked(text) };
      if (message.text !== undefined && text.trim() === '') throw badRequest('message text is empty');
      return messenger.edit(conversation, message, { ...change, edit_date: world.date() }, person.user);
    },

    /** Bots are not told. In a private chat a person may also remove what the bot wrote. */
    remove(conversation: Conversation, person: Person, messageId: number): void {
      if (conversation.chat.type !== 'private') own(conversation, person, messageId);
      messenger.remove(conversation, [messageId]);
    },

    /** Presses a button that carries data; returns the id under which the answer will come. */
    press(conversation: Conversation, person: Person, messageId: number, button: InlineButton): string {
      const message = findMessage(conversation, messageId);
      const isThere = message?.reply_markup?.inline_keyboard
        .flat()
        .some((one) => one.callback_data === button.callback_data);
      const bot = message?.from && population.bot(message.from.id);
      if (!message || !isThere || !bot || button.callback_data === undefined) throw badRequest('no such button');
      return queries.ask(bot, conversation, person, message, button.callback_data);
    },

    vote: (person: Person, pollId: string, options: readonly number[]) => polls.vote(person, pollId, options),

    react(conversation: Conversation, person: Person, messageId: number, emoji: string | undefined): void {
      const message = findMessage(conversation, messageId);
      if (!message) throw badRequest('message to react not found');
      const before = conversation.reactions[messageId]?.[person.user.id] ?? [];
      const after = emoji === undefined ? [] : [emoji];
      setReaction(conversation, messageId, person.user.id, after);
      world.emit({ type: 'edited', key: conversation.key, message });
      const described = (list: string[]) => list.map((one) => ({ type: 'emoji', emoji: one }));
      for (const bot of botsOf(conversation, world.state.bots)) {
        updates.push(bot, 'message_reaction', {
          chat: conversation.chat,
          message_id: messageId,
          user: person.user,
          date: world.date(),
          old_reaction: described(before),
          new_reaction: described(after),
        });
      }
    },

    setBlocked(conversation: Conversation, person: Person, isBlocked: boolean): void {
      if (conversation.chat.type !== 'private') throw badRequest('not a private chat');
      membership.setBlocked(conversation, person.user, isBlocked);
    },

    clear(conversation: Conversation): void {
      messenger.remove(
        conversation,
        conversation.messages.map(({ message_id }) => message_id),
      );
    },

    addMember(conversation: Conversation, by: Person, user: User): void {
      membership.setMember(conversation, user, { status: user.is_bot ? 'administrator' : 'member' }, by.user);
      messenger.sendAsPerson(conversation, by, { new_chat_members: [user] });
    },

    removeMember(conversation: Conversation, by: Person, user: User): void {
      messenger.sendAsPerson(conversation, by, { left_chat_member: user });
      membership.setMember(conversation, user, { status: user.id === by.user.id ? 'left' : 'kicked' }, by.user);
    },
  };
}

export type PeopleActs = ReturnType<typeof createPeopleActs>;
