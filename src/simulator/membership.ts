import { isPresent, type Population } from './population.ts';
import type { Conversation, Member } from './state.ts';
import type { Updates } from './updates.ts';
import type { User } from './wire.ts';
import type { World } from './world.ts';

const ADMIN_RIGHTS = {
  can_be_edited: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
  is_anonymous: false,
};

/** A `ChatMember` object as each status shows it. */
export function chatMember(user: User, member: Member | undefined) {
  const status = member?.status ?? 'left';
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false, custom_title: member?.title };
    case 'administrator':
      return { status, user, ...ADMIN_RIGHTS, custom_title: member?.title };
    case 'kicked':
      return { status, user, until_date: 0 };
    default:
      return { status, user };
  }
}

/** Who is in a chat, and what bots hear when that changes. */
export function createMembership(world: World, population: Population, updates: Updates) {
  return {
    /** Blocking, unblocking and restarting a bot: its status in the private chat. */
    setBlocked(conversation: Conversation, user: User, isBlocked: boolean): void {
      if (conversation.isBlocked === isBlocked) return;
      conversation.isBlocked = isBlocked;
      world.emit({ type: 'chat', key: conversation.key });
      const bot = population.bot(conversation.botId ?? 0);
      if (!bot) return;
      const [gone, there]: Member[] = [{ status: 'kicked' }, { status: 'member' }];
      updates.push(bot, 'my_chat_member', {
        chat: conversation.chat,
        from: user,
        date: world.date(),
        old_chat_member: chatMember(bot.user, isBlocked ? there : gone),
        new_chat_member: chatMember(bot.user, isBlocked ? gone : there),
      });
    },

    setMember(conversation: Conversation, user: User, next: Member, by: User): void {
      const before = conversation.members[user.id];
      conversation.members[user.id] = next;
      world.emit({ type: 'chat', key: conversation.key });
      const change = {
        chat: conversation.chat,
        from: by,
        date: world.date(),
        old_chat_member: chatMember(user, before),
        new_chat_member: chatMember(user, next),
      };
      const subject = user.is_bot ? population.bot(user.id) : undefined;
      if (subject) updates.push(subject, 'my_chat_member', change);
      for (const bot of world.state.bots) {
        const isWatching = conversation.members[bot.user.id]?.status === 'administrator';
        if (bot !== subject && isWatching) updates.push(bot, 'chat_member', change);
      }
    },

    present: (conversation: Conversation): [User, Member][] =>
      Object.entries(conversation.members).flatMap(([id, member]): [User, Member][] => {
        const user = population.memberUser(Number(id));
        return user && isPresent(member) ? [[user, member]] : [];
      }),
  };
}

export type Membership = ReturnType<typeof createMembership>;
