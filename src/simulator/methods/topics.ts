import type { Messenger } from '../messenger.ts';
import type { Population } from '../population.ts';
import type { Conversation, Topic } from '../state.ts';
import { badRequest } from '../telegram-error.ts';
import type { World } from '../world.ts';
import type { Call, Methods } from './call.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly messenger: Messenger;
}

const MAX_NAME = 128;
const COLOURS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f];

/** Topics of a forum group. */
export function createTopicMethods({ world, population, messenger }: Deps): Methods {
  function forum({ bot, params }: Call): Conversation {
    const conversation = population.chatFor(bot, params.chat_id);
    if (!conversation.chat.is_forum) throw badRequest('the chat is not a forum');
    if (conversation.members[bot.user.id]?.status !== 'administrator') {
      throw badRequest('not enough rights to create a topic');
    }
    return conversation;
  }

  function topicIn(conversation: Conversation, threadId: number | undefined): Topic {
    const topic = conversation.topics.find((one) => one.threadId === threadId);
    if (!topic) throw badRequest('TOPIC_ID_INVALID');
    return topic;
  }

  function nameOf({ params }: Call): string {
    const name = (params.name ?? '').trim();
    if (name === '') throw badRequest('TOPIC_NAME_EMPTY');
    if (name.length > MAX_NAME) throw badRequest('topic name is too long');
    return name;
  }

  function setClosed(call: Call, isClosed: boolean): true {
    const conversation = forum(call);
    const topic = topicIn(conversation, call.params.message_thread_id);
    if (topic.isClosed === isClosed) throw badRequest('TOPIC_NOT_MODIFIED');
    topic.isClosed = isClosed;
    messenger.append(conversation, {
      from: call.bot.user,
      message_thread_id: topic.threadId,
      is_topic_message: true,
      ...(isClosed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }),
    });
    return changed(conversation);
  }

  function changed(conversation: Conversation): true {
    world.emit({ type: 'chat', key: conversation.key });
    return true;
  }

  const onGeneral = (call: Call): true => changed(forum(call));

  return {
    createForumTopic(call) {
      const conversation = forum(call);
      const name = nameOf(call);
      const iconColor = call.params.icon_color ?? COLOURS[conversation.topics.length % COLOURS.length] ?? 0x6fb9f0;
      if (!COLOURS.includes(iconColor)) throw badRequest('wrong icon color specified');
      const threadId = conversation.nextMessageId;
      conversation.topics.push({ threadId, name, iconColor, isClosed: false });
      messenger.append(conversation, {
        from: call.bot.user,
        message_thread_id: threadId,
        is_topic_message: true,
        forum_topic_created: { name, icon_color: iconColor },
      });
      changed(conversation);
      return { message_thread_id: threadId, name, icon_color: iconColor };
    },

    editForumTopic(call) {
      const conversation = forum(call);
      const topic = topicIn(conversation, call.params.message_thread_id);
      if (call.params.name === undefined || call.params.name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
      topic.name = nameOf(call);
      messenger.append(conversation, {
        from: call.bot.user,
        message_thread_id: topic.threadId,
        is_topic_message: true,
        forum_topic_edited: { name: topic.name },
      });
      return changed(conversation);
    },

    closeForumTopic: (call) => setClosed(call, true),
    reopenForumTopic: (call) => setClosed(call, false),

    deleteForumTopic(call) {
      const conversation = forum(call);
      const topic = topicIn(conversation, call.params.message_thread_id);
      conversation.topics = conversation.topics.filter((one) => one !== topic);
      const inTopic = conversation.messages.filter((message) => message.message_thread_id === topic.threadId);
      messenger.remove(
        conversation,
        inTopic.map(({ message_id }) => message_id),
      );
      return changed(conversation);
    },

    unpinAllForumTopicMessages(call) {
      const conversation = forum(call);
      const topic = topicIn(conversation, call.params.message_thread_id);
      const inTopic = new Set(
        conversation.messages
          .filter((message) => message.message_thread_id === topic.threadId)
          .map(({ message_id }) => message_id),
      );
      conversation.pinned = conversation.pinned.filter((id) => !inTopic.has(id));
      return changed(conversation);
    },

    getForumTopicIconStickers: () => [],
    editGeneralForumTopic: onGeneral,
    closeGeneralForumTopic: onGeneral,
    reopenGeneralForumTopic: onGeneral,
    hideGeneralForumTopic: onGeneral,
    unhideGeneralForumTopic: onGeneral,
  };
}
