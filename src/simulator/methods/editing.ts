import { checkMarkup } from '../keyboards.ts';
import type { MediaFiles, MediaKind } from '../media-files.ts';
import type { Messenger } from '../messenger.ts';
import type { Polls } from '../polls.ts';
import type { Population } from '../population.ts';
import type { Conversation } from '../state.ts';
import { badRequest } from '../telegram-error.ts';
import type { Message } from '../wire.ts';
import { findMessage, type World } from '../world.ts';
import type { Call, Methods } from './call.ts';
import { captionContent, mediaContent, textContent } from './sending.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly messenger: Messenger;
  readonly files: MediaFiles;
  readonly polls: Polls;
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const NO_MEDIA = {
  photo: undefined,
  document: undefined,
  video: undefined,
  audio: undefined,
  animation: undefined,
  voice: undefined,
} as const;
const MAX_DELETED_AT_ONCE = 100;

/** Methods that change or remove what is already in a chat. */
export function createEditingMethods({ world, population, messenger, files, polls }: Deps): Methods {
  function target({ bot, params }: Call): { conversation: Conversation; message: Message } {
    if (params.message_id === undefined) throw badRequest('message identifier is not specified');
    const conversation = population.chatFor(bot, params.chat_id);
    messenger.mayWrite(bot, conversation);
    const message = findMessage(conversation, params.message_id);
    if (!message) throw badRequest('message to edit not found');
    const isForeign = message.from?.id !== bot.user.id || message.forward_origin !== undefined;
    if (isForeign || conversation.uneditable?.includes(message.message_id)) throw badRequest("message can't be edited");
    return { conversation, message };
  }

  function apply(
    { bot, params }: Call,
    { conversation, message }: ReturnType<typeof target>,
    change: Partial<Message>,
  ) {
    const markup = checkMarkup(params.reply_markup);
    if (markup.type === 'reply' || markup.type === 'remove') throw badRequest('inline keyboard expected');
    const next = { ...change, reply_markup: markup.type === 'inline' ? markup.keyboard : undefined };
    const isSame = Object.entries(next).every(
      ([field, value]) => JSON.stringify(value) === JSON.stringify(message[field as keyof Message]),
    );
    if (isSame) throw badRequest(NOT_MODIFIED);
    return messenger.edit(conversation, message, { ...next, edit_date: world.date() }, bot.user);
  }

  function mayDelete({ bot }: Call, conversation: Conversation, message: Message): boolean {
    if (message.from?.id === bot.user.id || conversation.chat.type === 'private') return true;
    return conversation.members[bot.user.id]?.status === 'administrator';
  }

  return {
    editMessageText(call) {
      const found = target(call);
      if (found.message.text === undefined) throw badRequest('there is no text in the message to edit');
      const { text, parse_mode, entities } = call.params;
      return apply(call, found, textContent(text ?? '', parse_mode, entities));
    },

    editMessageCaption(call) {
      const found = target(call);
      const { photo, document, video, voice, audio, animation } = found.message;
      if (!(photo || document || video || voice || audio || animation)) {
        throw badRequest('there is no caption in the message to edit');
      }
      return apply(call, found, { caption: undefined, caption_entities: undefined, ...captionContent(call.params) });
    },

    editMessageMedia(call) {
      const found = target(call);
      const { media } = call.params;
      if (!media || Array.isArray(media)) throw badRequest('media is empty');
      const content = mediaContent(files, media.type as MediaKind, media.media, 'media', call.uploads);
      const caption = { caption: undefined, caption_entities: undefined, ...captionContent(media) };
      return apply(call, found, { text: undefined, entities: undefined, ...NO_MEDIA, ...content, ...caption });
    },

    editMessageReplyMarkup: (call) => apply(call, target(call), {}),

    stopPoll(call) {
      const conversation = population.chatFor(call.bot, call.params.chat_id);
      const message = findMessage(conversation, call.params.message_id ?? 0);
      if (message && message.from?.id !== call.bot.user.id) throw badRequest("poll can't be stopped");
      const markup = checkMarkup(call.params.reply_markup);
      if (message) message.reply_markup = markup.type === 'inline' ? markup.keyboard : undefined;
      return polls.stop(conversation, message);
    },

    deleteMessage(call) {
      const conversation = population.chatFor(call.bot, call.params.chat_id);
      const message = findMessage(conversation, call.params.message_id ?? 0);
      if (!message) throw badRequest('message to delete not found');
      if (!mayDelete(call, conversation, message)) throw badRequest("message can't be deleted");
      messenger.remove(conversation, [message.message_id]);
      return true;
    },

    /** Messages that are not there are skipped in silence. */
    deleteMessages(call) {
      const ids = call.params.message_ids ?? [];
      if (ids.length > MAX_DELETED_AT_ONCE) throw badRequest('too many message identifiers specified');
      const conversation = population.chatFor(call.bot, call.params.chat_id);
      const found = ids.map((id) => findMessage(conversation, id)).filter((message) => message !== undefined);
      if (found.some((message) => !mayDelete(call, conversation, message)))
        throw badRequest("message can't be deleted");
      if (found.length > 0) {
        messenger.remove(
          conversation,
          found.map(({ message_id }) => message_id),
        );
      }
      return true;
    },
  };
}
