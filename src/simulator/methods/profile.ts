import type { Parameters } from '../parameters.ts';
import type { Bot } from '../state.ts';
import { badRequest } from '../telegram-error.ts';
import type { World } from '../world.ts';
import type { Methods } from './call.ts';

const MAX_COMMANDS = 100;
const MAX_COMMAND_DESCRIPTION = 256;

/** Scopes from the narrowest to the widest, as Telegram looks them up for a person in a chat. */
export function commandScopes(chat: { id: number; type: string }, userId: number, isAdmin: boolean): string[] {
  if (chat.type === 'private') return [`chat:${chat.id}`, 'all_private_chats', 'default'];
  return [
    `chat_member:${chat.id}:${userId}`,
    ...(isAdmin ? [`chat_administrators:${chat.id}`] : []),
    `chat:${chat.id}`,
    ...(isAdmin ? ['all_chat_administrators'] : []),
    'all_group_chats',
    'default',
  ];
}

/** Methods by which a bot describes itself, per language and scope. */
export function createProfileMethods(world: World): Methods {
  function changed(bot: Bot): true {
    world.emit({ type: 'bot', botId: bot.user.id });
    return true;
  }

  function setText(field: 'names' | 'descriptions' | 'shortDescriptions', name: string, limit: number) {
    return ({ bot, params }: { bot: Bot; params: Parameters }) => {
      const language = languageOf(params);
      const text = String(params[name] ?? '').trim();
      if (text.length > limit) throw badRequest(`${name.replaceAll('_', ' ')} is too long`);
      if (text === '') delete bot[field][language];
      else bot[field][language] = text;
      return changed(bot);
    };
  }

  function getText(
    field: 'names' | 'descriptions' | 'shortDescriptions',
    name: string,
    fallback: (bot: Bot) => string,
  ) {
    return ({ bot, params }: { bot: Bot; params: Parameters }) => ({
      [name]: bot[field][languageOf(params)] ?? bot[field][''] ?? fallback(bot),
    });
  }

  return {
    getMe: ({ bot }) => ({
      ...bot.user,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    logOut: () => true,
    close: () => true,

    setMyCommands({ bot, params }) {
      const commands = params.commands ?? [];
      if (commands.length > MAX_COMMANDS) throw badRequest('too many commands specified');
      for (const { command, description } of commands) {
        if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
        if (description.trim() === '' || description.length > MAX_COMMAND_DESCRIPTION) {
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
        }
      }
      const scope = scopeOf(params);
      const language = languageOf(params);
      bot.commands = bot.commands.filter((one) => one.scope !== scope || one.language !== language);
      const stored = commands.map((one) => ({ ...one, command: one.command.replace(/^\//, '') }));
      if (stored.length > 0) bot.commands.push({ scope, language, commands: stored });
      return changed(bot);
    },

    deleteMyCommands({ bot, params }) {
      const scope = scopeOf(params);
      const language = languageOf(params);
      bot.commands = bot.commands.filter((one) => one.scope !== scope || one.language !== language);
      return changed(bot);
    },

    getMyCommands({ bot, params }) {
      const scope = scopeOf(params);
      const language = languageOf(params);
      return bot.commands.find((one) => one.scope === scope && one.language === language)?.commands ?? [];
    },

    setMyName: setText('names', 'name', 64),
    getMyName: getText('names', 'name', (bot) => bot.user.first_name),
    setMyDescription: setText('descriptions', 'description', 512),
    getMyDescription: getText('descriptions', 'description', () => ''),
    setMyShortDescription: setText('shortDescriptions', 'short_description', 120),
    getMyShortDescription: getText('shortDescriptions', 'short_description', () => ''),

    setChatMenuButton({ bot, params }) {
      bot.menuButtons[String(params.chat_id ?? '')] = params.menu_button ?? { type: 'default' };
      return changed(bot);
    },
    getChatMenuButton: ({ bot, params }) =>
      bot.menuButtons[String(params.chat_id ?? '')] ?? bot.menuButtons[''] ?? { type: 'default' },

    setMyDefaultAdministratorRights({ bot, params }) {
      bot.adminRights[params.for_channels ? 'channels' : 'groups'] = params.rights ?? {};
      return true;
    },
    getMyDefaultAdministratorRights: ({ bot, params }) =>
      bot.adminRights[params.for_channels ? 'channels' : 'groups'] ?? {},
  };
}

function scopeOf({ scope }: Parameters): string {
  if (!scope) return 'default';
  const parts = [scope.type, scope.chat_id, scope.user_id].filter((part) => part !== undefined);
  return parts.join(':');
}

function languageOf({ language_code: code = '' }: Parameters): string {
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('invalid language code specified');
  return code;
}
