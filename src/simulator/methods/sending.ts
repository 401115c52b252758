import { randomInt } from 'node:crypto';
import { formatText } from '../entities.ts';
import { checkMarkup } from '../keyboards.ts';
import type { MediaFiles, MediaKind, Uploads } from '../media-files.ts';
import type { Content, Messenger } from '../messenger.ts';
import type { Parameters } from '../parameters.ts';
import type { Polls } from '../polls.ts';
import type { Population } from '../population.ts';
import { badRequest } from '../telegram-error.ts';
import type { Message } from '../wire.ts';
import type { World } from '../world.ts';
import type { Call, Methods } from './call.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly messenger: Messenger;
  readonly files: MediaFiles;
  readonly polls: Polls;
}

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);
const DICE_SIDES: Record<string, number> = { '🎲': 6, '🎯': 6, '🎳': 6, '🏀': 5, '⚽': 5, '🎰': 64 };

export function textContent(text: string, parseMode: unknown, entities: unknown): Pick<Message, 'text' | 'entities'> {
  const formatted = formatText(text, parseMode, entities);
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > MAX_TEXT) throw badRequest('message is too long');
  return { text: formatted.text, entities: formatted.entities.length > 0 ? formatted.entities : undefined };
}

export function captionContent(
  params: Pick<Parameters, 'caption' | 'parse_mode' | 'caption_entities' | 'has_spoiler'>,
): Pick<Message, 'caption' | 'caption_entities' | 'has_media_spoiler'> {
  const spoiler = params.has_spoiler ? { has_media_spoiler: true as const } : {};
  if (!params.caption) return spoiler;
  const { text, entities } = formatText(params.caption, params.parse_mode, params.caption_entities);
  if (text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  if (text === '') return spoiler;
  return { caption: text, caption_entities: entities.length > 0 ? entities : undefined, ...spoiler };
}

export function mediaContent(
  files: MediaFiles,
  kind: MediaKind,
  value: unknown,
  field: string,
  uploads: Uploads,
  details: Partial<Parameters> = {},
): Content {
  const file = files.resolve(value, field, uploads, kind);
  if (kind === 'photo') return { photo: files.photo(file) };
  const { duration, width, height, length, performer, title } = details;
  return { [kind]: files.media(file, { duration: duration ?? 0, width, height, length, performer, title }) };
}

/** Methods that put new messages into a chat. */
export function createSendingMethods({ world, population, messenger, files, polls }: Deps): Methods {
  function sendOne({ bot, params }: Call, content: Content): Message | undefined {
    return messenger.sendAsBot(bot, params, [content])[0];
  }

  const sendMedia = (kind: MediaKind) => (call: Call) => {
    const { params, uploads } = call;
    const content = mediaContent(files, kind, params[kind], kind, uploads, params);
    return sendOne(call, { ...content, ...captionContent(params) });
  };

  function originals({ bot, params }: Call, ids: readonly number[], verb: 'forward' | 'copy'): Message[] {
    const source = population.chatFor(bot, params.from_chat_id);
    const found = source.messages.filter(({ message_id }) => ids.includes(message_id));
    if (found.length === 0) throw badRequest(`message to ${verb} not found`);
    if (found.some((message) => message.has_protected_content))
      throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
    return found;
  }

  function forwarded(message: Message): Content {
    const { from } = message;
    const origin = message.forward_origin ?? (from && { type: 'user' as const, date: message.date, sender_user: from });
    return { ...payload(message), forward_origin: origin };
  }

  function copied(message: Message, params: Parameters): Content {
    const content = payload(message);
    return params.caption === undefined ? content : { ...content, ...captionContent(params) };
  }

  return {
    sendMessage: (call) => {
      const { text, parse_mode, entities, link_preview_options } = call.params;
      return sendOne(call, { ...textContent(text ?? '', parse_mode, entities), link_preview_options });
    },
    sendPhoto: sendMedia('photo'),
    sendDocument: sendMedia('document'),
    sendVoice: sendMedia('voice'),
    sendAudio: sendMedia('audio'),
    sendVideo: sendMedia('video'),
    sendAnimation: sendMedia('animation'),
    sendVideoNote: sendMedia('video_note'),

    sendMediaGroup({ bot, params, uploads }) {
      const items = Array.isArray(params.media) ? params.media : [];
      if (items.length < 2) throw badRequest('too few messages to send as an album');
      if (items.length > 10) throw badRequest('too many messages to send as an album');
      const kinds = new Set(items.map(({ type }) => type));
      const mixes = ['document', 'audio'].some((kind) => kinds.has(kind)) && kinds.size > 1;
      if (mixes) throw badRequest("document and audio can't be mixed with other media types");
      const albumId = String(13_000_000_000_000_000n + BigInt(world.state.nextFile++));
      const contents = items.map((item, position) => ({
        ...mediaContent(files, item.type as MediaKind, item.media, `media${position}`, uploads, {
          duration: item.duration ?? 0,
        }),
        ...captionContent(item),
        media_group_id: albumId,
      }));
      return messenger.sendAsBot(bot, params, contents);
    },

    sendLocation: (call) => sendOne(call, { location: locationOf(call.params) }),

    sendVenue: (call) => {
      const location = locationOf(call.params);
      const { title = '', address = '' } = call.params;
      return sendOne(call, { location, venue: { location, title, address } });
    },

    sendContact: (call) => {
      const { phone_number = '', first_name = '', last_name, vcard } = call.params;
      return sendOne(call, { contact: { phone_number, first_name, last_name, vcard } });
    },

    sendPoll: (call) => {
      const conversation = population.chatFor(call.bot, call.params.chat_id);
      const sent = sendOne(call, { poll: polls.compose(call.params) });
      if (sent) polls.remember(call.bot, conversation, sent);
      return sent;
    },

    sendDice: (call) => {
      const emoji = call.params.emoji ?? '🎲';
      const sides = DICE_SIDES[emoji];
      if (!sides) throw badRequest('wrong dice emoji specified');
      return sendOne(call, { dice: { emoji, value: randomInt(sides) + 1 } });
    },

    sendChatAction({ bot, params }) {
      if (!ACTIONS.has(params.action ?? '')) throw badRequest('wrong parameter action in request');
      const conversation = population.chatFor(bot, params.chat_id);
      messenger.mayWrite(bot, conversation);
      world.emit({ type: 'typing', key: conversation.key, action: params.action ?? '', botId: bot.user.id });
      return true;
    },

    forwardMessage: (call) => {
      const [original] = originals(call, [call.params.message_id ?? 0], 'forward');
      return original && sendOne(call, forwarded(original));
    },

    forwardMessages: (call) =>
      messenger
        .sendAsBot(call.bot, call.params, originals(call, call.params.message_ids ?? [], 'forward').map(forwarded))
        .map(({ message_id }) => ({ message_id })),

    copyMessage: (call) => {
      const [original] = originals(call, [call.params.message_id ?? 0], 'copy');
      checkMarkup(call.params.reply_markup);
      const sent = original && sendOne(call, copied(original, call.params));
      return sent && { message_id: sent.message_id };
    },

    copyMessages: (call) =>
      messenger
        .sendAsBot(
          call.bot,
          call.params,
          originals(call, call.params.message_ids ?? [], 'copy').map((one) => copied(one, {})),
        )
        .map(({ message_id }) => ({ message_id })),
  };
}

function locationOf({ latitude = Number.NaN, longitude = Number.NaN, horizontal_accuracy }: Parameters) {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isOnEarth) throw badRequest('wrong latitude or longitude specified');
  return { latitude, longitude, horizontal_accuracy };
}

/** What a message says, without who said it, when and where. */
function payload(message: Message): Content {
  const {
    message_id: _id,
    date: _date,
    chat: _chat,
    from: _from,
    message_thread_id: _thread,
    is_topic_message: _topic,
    reply_to_message: _reply,
    reply_markup: _markup,
    edit_date: _edited,
    forward_origin: _origin,
    media_group_id: _album,
    ...rest
  } = message;
  return structuredClone(rest);
}
