import type { Bot, Conversation, Member, Person } from './state.ts';
import { badRequest } from './telegram-error.ts';
import type { Chat, User } from './wire.ts';
import type { World } from './world.ts';

export interface NewPerson {
  readonly name: string;
  readonly language: string;
  readonly role?: 'citizen' | 'staff' | undefined;
  readonly id?: number | undefined;
  readonly username?: string | undefined;
  readonly phone?: string | undefined;
}

export interface NewGroup {
  readonly title: string;
  readonly members: readonly number[];
  readonly isForum?: boolean | undefined;
  readonly id?: number | undefined;
  /** What the bot is there; `left` when it has yet to be added. */
  readonly bot?: 'administrator' | 'member' | 'left' | undefined;
}

const DEFAULT_BOT: User = { id: 7_000_000_001, is_bot: true, first_name: 'Dauys', username: 'dauys_bot' };
const FIRST_GROUP_ID = -1_002_000_000_000;

/** Who exists: bots by token, people, groups, and the chats between them. */
export function createPopulation(world: World) {
  const { state } = world;
  if (state.bots.length === 0) addBot(undefined, DEFAULT_BOT);

  function addBot(token: string | undefined, user: User): Bot {
    const bot: Bot = {
      token,
      user,
      nextUpdateId: world.firstId(),
      pending: [],
      webhook: undefined,
      allowedUpdates: undefined,
      commands: [],
      names: {},
      descriptions: {},
      shortDescriptions: {},
      menuButtons: {},
      adminRights: {},
    };
    state.bots.push(bot);
    return bot;
  }

  function botByToken(token: string): Bot {
    const known = state.bots.find((bot) => bot.token === token);
    if (known) return known;
    const unclaimed = state.bots.find((bot) => bot.token === undefined);
    if (unclaimed) {
      unclaimed.token = token;
      world.touch();
      return unclaimed;
    }
    const id = Number(/^(\d{1,15}):/.exec(token)?.[1] ?? DEFAULT_BOT.id + state.bots.length);
    return addBot(token, { id, is_bot: true, first_name: `Bot ${id}`, username: `bot_${id}_bot` });
  }

  function defaultBot(): Bot {
    const [bot] = state.bots;
    if (!bot) throw new Error('the simulator always has a bot');
    return bot;
  }

  function newConversation(key: string, chat: Chat, botId: number | undefined): Conversation {
    return world.addConversation({
      key,
      chat,
      botId,
      nextMessageId: world.firstId(),
      messages: [],
      isStarted: false,
      isBlocked: false,
      members: {},
      topics: [],
      pinned: [],
      replyKeyboard: undefined,
      description: '',
      seenByBot: 0,
      reactions: {},
    });
  }

  function person(id: number): Person | undefined {
    return state.people.find(({ user }) => user.id === id);
  }

  function privateChat(bot: Bot, who: Person): Conversation {
    const key = `${bot.user.id}:${who.user.id}`;
    const { id, first_name, last_name, username } = who.user;
    const chat: Chat = { id, first_name, last_name, username, type: 'private' };
    return world.conversation(key) ?? newConversation(key, chat, bot.user.id);
  }

  return {
    botByToken,
    defaultBot,
    person,
    privateChat,

    bot: (id: number): Bot | undefined => state.bots.find(({ user }) => user.id === id),

    addPerson({ name, language, role = 'citizen', id, username, phone }: NewPerson): Person {
      const [firstName = name, ...rest] = name.split(' ');
      const personId = id ?? state.nextPersonId++;
      const added: Person = {
        user: {
          id: personId,
          is_bot: false,
          first_name: firstName,
          last_name: rest.join(' ') || undefined,
          username,
          language_code: language,
        },
        role,
        phone: phone ?? `+7701${String(personId % 10_000_000).padStart(7, '0')}`,
      };
      state.people.push(added);
      world.emit({ type: 'people' });
      return added;
    },

    addGroup({ title, members, isForum = false, id, bot = 'administrator' }: NewGroup): Conversation {
      const chat: Chat = {
        id: id ?? FIRST_GROUP_ID - state.nextGroupId++,
        type: 'supergroup',
        title,
        is_forum: isForum ? true : undefined,
      };
      const group = newConversation(String(chat.id), chat, undefined);
      for (const [position, memberId] of members.entries()) {
        group.members[memberId] = { status: position === 0 ? 'creator' : 'member' };
      }
      if (bot !== 'left') group.members[defaultBot().user.id] = { status: bot };
      world.emit({ type: 'people' });
      return group;
    },

    /** The chat a method names; wording as Telegram's when there is none. */
    chatFor(bot: Bot, chatId: unknown): Conversation {
      if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
      const id = typeof chatId === 'string' && /^-?\d+$/.test(chatId) ? Number(chatId) : chatId;
      if (typeof id === 'string') {
        const named = state.conversations.find(({ chat }) => id.startsWith('@') && chat.username === id.slice(1));
        if (!named || named.botId !== undefined) throw badRequest('chat not found');
        return named;
      }
      if (typeof id !== 'number') throw badRequest('chat not found');
      if (id < 0) {
        const group = world.conversation(String(id));
        if (!group?.members[bot.user.id]) throw badRequest('chat not found');
        return group;
      }
      const who = person(id);
      if (!who) throw badRequest('chat not found');
      return privateChat(bot, who);
    },

    memberUser(id: number): User | undefined {
      return person(id)?.user ?? state.bots.find(({ user }) => user.id === id)?.user;
    },
  };
}

export type Population = ReturnType<typeof createPopulation>;

const GONE = new Set(['left', 'kicked']);
export const isPresent = (member: Member | undefined): member is Member =>
  member !== undefined && !GONE.has(member.status);

/** The bots that belong to a conversation. */
export function botsOf(conversation: Conversation, bots: readonly Bot[]): Bot[] {
  if (conversation.botId !== undefined) return bots.filter(({ user }) => user.id === conversation.botId);
  return bots.filter(({ user }) => isPresent(conversation.members[user.id]));
}
