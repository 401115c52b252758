import { chatMember, type Membership } from '../membership.ts';
import type { Messenger } from '../messenger.ts';
import type { Population } from '../population.ts';
import type { Conversation, Member } from '../state.ts';
import { badRequest } from '../telegram-error.ts';
import type { User } from '../wire.ts';
import { findMessage, type World } from '../world.ts';
import type { Call, Methods } from './call.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly messenger: Messenger;
  readonly membership: Membership;
}

/** Methods about a chat itself: who is in it, what it is called, what is pinned. */
export function createChatMethods({ world, population, messenger, membership }: Deps): Methods {
  const chatOf = ({ bot, params }: Call): Conversation => population.chatFor(bot, params.chat_id);

  /** Rights an administrator has; the wording is the one bots meet when they are plain members. */
  function governed(call: Call): Conversation {
    const conversation = chatOf(call);
    if (conversation.chat.type === 'private') throw badRequest("can't change private chat");
    const status = conversation.members[call.bot.user.id]?.status;
    if (status !== 'administrator' && status !== 'creator') throw badRequest('not enough rights');
    return conversation;
  }

  function userIn(call: Call): User {
    const user = population.memberUser(call.params.user_id ?? 0);
    if (!user) throw badRequest('PARTICIPANT_ID_INVALID');
    return user;
  }

  function setStatus(call: Call, next: Member): true {
    const conversation = governed(call);
    const user = userIn(call);
    if (conversation.members[user.id]?.status === 'creator') throw badRequest("can't remove chat owner");
    membership.setMember(conversation, user, next, call.bot.user);
    return true;
  }

  function mayPin(call: Call): Conversation {
    return chatOf(call).chat.type === 'private' ? chatOf(call) : governed(call);
  }

  return {
    getChat(call) {
      const conversation = chatOf(call);
      const pinned = conversation.pinned.at(-1);
      return {
        ...conversation.chat,
        accent_color_id: Math.abs(conversation.chat.id) % 7,
        max_reaction_count: 11,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
        description: conversation.description || undefined,
        pinned_message: pinned === undefined ? undefined : findMessage(conversation, pinned),
        permissions: conversation.chat.type === 'private' ? undefined : { can_send_messages: true },
      };
    },

    getChatMember(call) {
      const conversation = chatOf(call);
      const user = userIn(call);
      if (conversation.chat.type === 'private') return chatMember(user, { status: 'member' });
      return chatMember(user, conversation.members[user.id]);
    },

    getChatAdministrators: (call) =>
      membership
        .present(chatOf(call))
        .filter(([, { status }]) => status === 'creator' || status === 'administrator')
        .map(([user, member]) => chatMember(user, member)),

    getChatMemberCount(call) {
      const conversation = chatOf(call);
      return conversation.chat.type === 'private' ? 2 : membership.present(conversation).length;
    },

    getUserProfilePhotos: () => ({ total_count: 0, photos: [] }),

    banChatMember: (call) => setStatus(call, { status: 'kicked' }),
    unbanChatMember: (call) => setStatus(call, { status: 'left' }),
    restrictChatMember: (call) => setStatus(call, { status: 'restricted' }),
    promoteChatMember: (call) => {
      const { user_id: _user, chat_id: _chat, ...rights } = call.params;
      return setStatus(call, { status: Object.values(rights).some(Boolean) ? 'administrator' : 'member' });
    },
    setChatAdministratorCustomTitle(call) {
      const conversation = governed(call);
      const member = conversation.members[call.params.user_id ?? 0];
      if (member?.status !== 'administrator') throw badRequest('user is not an administrator');
      member.title = call.params.custom_title;
      world.emit({ type: 'chat', key: conversation.key });
      return true;
    },
    setChatPermissions: (call) => Boolean(governed(call)),

    leaveChat(call) {
      const conversation = chatOf(call);
      if (conversation.chat.type === 'private') throw badRequest("can't leave private chat");
      membership.setMember(conversation, call.bot.user, { status: 'left' }, call.bot.user);
      messenger.append(conversation, { from: call.bot.user, left_chat_member: call.bot.user });
      return true;
    },

    exportChatInviteLink: (call) => inviteLink(governed(call)),
    createChatInviteLink: (call) => invite(governed(call), call.bot.user),
    revokeChatInviteLink: (call) => ({ ...invite(governed(call), call.bot.user), is_revoked: true }),

    setChatTitle(call) {
      const conversation = governed(call);
      const title = (call.params.title ?? '').trim();
      if (title === '') throw badRequest('chat title is empty');
      conversation.chat.title = title.slice(0, 128);
      messenger.append(conversation, { from: call.bot.user, new_chat_title: title });
      world.emit({ type: 'people' });
      return true;
    },

    setChatDescription(call) {
      governed(call).description = (call.params.description ?? '').slice(0, 255);
      world.touch();
      return true;
    },

    pinChatMessage(call) {
      const conversation = mayPin(call);
      const message = findMessage(conversation, call.params.message_id ?? 0);
      if (!message) throw badRequest('message to pin not found');
      conversation.pinned = [...conversation.pinned.filter((id) => id !== message.message_id), message.message_id];
      const { reply_to_message: _, ...pinned } = message;
      messenger.append(conversation, { from: call.bot.user, pinned_message: pinned });
      world.emit({ type: 'chat', key: conversation.key });
      return true;
    },

    unpinChatMessage(call) {
      const conversation = mayPin(call);
      const id = call.params.message_id ?? conversation.pinned.at(-1);
      if (id === undefined || !conversation.pinned.includes(id)) throw badRequest('message to unpin not found');
      conversation.pinned = conversation.pinned.filter((one) => one !== id);
      world.emit({ type: 'chat', key: conversation.key });
      return true;
    },

    unpinAllChatMessages(call) {
      const conversation = mayPin(call);
      conversation.pinned = [];
      world.emit({ type: 'chat', key: conversation.key });
      return true;
    },

    setMessageReaction(call) {
      const conversation = chatOf(call);
      messenger.mayWrite(call.bot, conversation);
      const message = findMessage(conversation, call.params.message_id ?? 0);
      if (!message) throw badRequest('message to react not found');
      const emoji = (call.params.reaction ?? []).map((one) => one.emoji ?? '');
      if (emoji.length > 1) throw badRequest('too many reactions specified');
      if (emoji.some((one) => one === '')) throw badRequest('REACTION_INVALID');
      setReaction(conversation, message.message_id, call.bot.user.id, emoji);
      world.emit({ type: 'edited', key: conversation.key, message });
      return true;
    },
  };
}

export function setReaction(conversation: Conversation, messageId: number, userId: number, emoji: string[]): void {
  const reactions = { ...conversation.reactions[messageId] };
  if (emoji.length > 0) reactions[userId] = emoji;
  else delete reactions[userId];
  conversation.reactions[messageId] = reactions;
}

const inviteLink = ({ chat }: Conversation) => `https://t.me/+${Buffer.from(String(chat.id)).toString('base64url')}`;

const invite = (conversation: Conversation, creator: User) => ({
  invite_link: inviteLink(conversation),
  creator,
  creates_join_request: false,
  is_primary: false,
  is_revoked: false,
});
