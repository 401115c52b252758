import type { Message } from 'grammy/types';
import type { Contribution, NewFile } from '../../appeals/index.ts';
import type { PlaceReader } from './deps.ts';

/** Telegram lets bots fetch at most 20 MB. */
export const MAX_FILE_BYTES = 20_000_000;

export type ReadMessage =
  | { type: 'contribution'; contribution: Contribution }
  | { type: 'file_too_big'; sizeBytes: number }
  | { type: 'nothing' };

/** What a citizen's message contributes to a case: words, files, a place. */
export function readContribution(message: Message, places: PlaceReader): ReadMessage {
  const text = message.text ?? message.caption ?? '';
  const file = fileOf(message);
  if (file && file.sizeBytes > MAX_FILE_BYTES) return { type: 'file_too_big', sizeBytes: file.sizeBytes };
  const point = message.location ?? message.venue?.location;
  const place = point
    ? {
        territoryCode: places.locate(point.latitude, point.longitude),
        addressText: message.venue
          ? [message.venue.title, message.venue.address].filter(Boolean).join(', ').slice(0, 200)
          : null,
        point: { latitude: point.latitude, longitude: point.longitude },
      }
    : null;
  // A lone smile or a row of dots says nothing that could be filed.
  if (!/[\p{L}\p{N}]/u.test(text) && !file && !place) return { type: 'nothing' };
  return {
    type: 'contribution',
    contribution: { text, files: file ? [file] : [], place, sourceRef: sourceRefOf(message) },
  };
}

/** Messages of one album share a reference: they are one message of the citizen. */
export const sourceRefOf = (message: Message): string =>
  message.media_group_id
    ? `telegram:${message.chat.id}:album:${message.media_group_id}`
    : `telegram:${message.chat.id}:${message.message_id}`;

function fileOf(message: Message): NewFile | null {
  const photo = message.photo?.at(-1);
  if (photo)
    return {
      kind: 'photo',
      mediaType: 'image/jpeg',
      sizeBytes: photo.file_size ?? 0,
      fileName: null,
      channelRef: photo.file_id,
    };
  if (message.voice)
    return {
      kind: 'voice',
      mediaType: message.voice.mime_type ?? 'audio/ogg',
      sizeBytes: message.voice.file_size ?? 0,
      fileName: null,
      channelRef: message.voice.file_id,
    };
  if (message.audio)
    return {
      kind: 'voice',
      mediaType: message.audio.mime_type ?? 'audio/mpeg',
      sizeBytes: message.audio.file_size ?? 0,
      fileName: message.audio.file_name ?? null,
      channelRef: message.audio.file_id,
    };
  const video = message.video ?? message.video_note;
  if (video)
    return {
      kind: 'video',
      mediaType: 'video/mp4',
      sizeBytes: video.file_size ?? 0,
      fileName: null,
      channelRef: video.file_id,
    };
  const document = message.document;
  if (document) {
    return {
      kind: 'document',
      mediaType: document.mime_type ?? 'application/octet-stream',
      sizeBytes: document.file_size ?? 0,
      fileName: document.file_name?.slice(0, 120) ?? null,
      channelRef: document.file_id,
    };
  }
  return null;
}
