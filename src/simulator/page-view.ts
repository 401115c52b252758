import type { Cast } from './cast.ts';
import type { Membership } from './membership.ts';
import { commandScopes } from './methods/profile.ts';
import type { Polls } from './polls.ts';
import { botsOf } from './population.ts';
import type { Bot, Change, Conversation } from './state.ts';
import type { BotCommand, Message } from './wire.ts';
import type { World } from './world.ts';

const MESSAGES_AT_ONCE = 200;

export type MessageView = Message & {
  /** Choices by person, for the polls that people see themselves in. */
  votes?: Record<string, number[]> | undefined;
  reactions?: Record<string, string[]> | undefined;
};

/** What the chat page shows; plain JSON. */
export function createPageView(world: World, membership: Membership, polls: Polls, cast: Cast) {
  function message(conversation: Conversation, one: Message): MessageView {
    return {
      ...one,
      votes: one.poll && polls.votesOf(one.poll.id),
      reactions: conversation.reactions[one.message_id],
    };
  }

  /** Commands as each member sees them: the narrowest scope in the person's language wins. */
  function commandsFor(conversation: Conversation, bots: readonly Bot[]): Record<string, BotCommand[]> {
    const members =
      conversation.botId === undefined ? Object.keys(conversation.members) : [String(conversation.chat.id)];
    const seen = members.map((id): [string, BotCommand[]] => {
      const status = conversation.members[id]?.status;
      const scopes = commandScopes(conversation.chat, Number(id), status === 'administrator' || status === 'creator');
      const language = world.state.people.find(({ user }) => user.id === Number(id))?.user.language_code ?? '';
      const lists = bots.map((bot) => {
        for (const scope of scopes) {
          for (const tongue of [language, '']) {
            const found = bot.commands.find((one) => one.scope === scope && one.language === tongue);
            if (found) return found.commands;
          }
        }
        return [];
      });
      return [id, lists.flat()];
    });
    return Object.fromEntries(seen);
  }

  function header(conversation: Conversation) {
    const { key, chat, botId, isStarted, isBlocked, topics, pinned, replyKeyboard, seenByBot } = conversation;
    const bots = botsOf(conversation, world.state.bots);
    const members = membership.present(conversation).map(([user, { status, title }]) => ({ user, status, title }));
    const commands = commandsFor(conversation, bots);
    const hasBot = bots.length > 0;
    return {
      key,
      chat,
      botId,
      isStarted,
      isBlocked,
      topics,
      pinned,
      replyKeyboard,
      seenByBot,
      members,
      commands,
      hasBot,
    };
  }

  function bot({ user, names, descriptions, shortDescriptions, menuButtons }: Bot) {
    return { user, names, descriptions, shortDescriptions, menuButtons };
  }

  return {
    everything: () => ({
      bots: world.state.bots.map(bot),
      people: world.state.people.map((person) => ({
        ...person,
        openers: cast.people.find(({ id }) => id === person.user.id)?.openers ?? [],
      })),
      conversations: world.state.conversations.map((conversation) => ({
        ...header(conversation),
        messages: conversation.messages.slice(-MESSAGES_AT_ONCE).map((one) => message(conversation, one)),
      })),
      places: cast.places,
    }),

    earlier: (conversation: Conversation, before: number) =>
      conversation.messages
        .filter(({ message_id }) => message_id < before)
        .slice(-MESSAGES_AT_ONCE)
        .map((one) => message(conversation, one)),

    /** A change with all that the page needs to draw it. */
    change(change: Change): object {
      switch (change.type) {
        case 'message':
        case 'edited': {
          const conversation = world.conversation(change.key);
          return conversation ? { ...change, message: message(conversation, change.message) } : change;
        }
        case 'chat': {
          const conversation = world.conversation(change.key);
          return conversation ? { ...change, chat: header(conversation) } : change;
        }
        default:
          return change;
      }
    },
  };
}

export type PageView = ReturnType<typeof createPageView>;
export type Everything = ReturnType<PageView['everything']>;
