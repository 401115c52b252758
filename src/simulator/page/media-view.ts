import type { Media, PhotoSize } from '../wire.ts';
import { fileUrl } from './api.ts';
import { avatar } from './avatar.ts';
import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { coordinates, placeDrawing } from './place-view.ts';
import { type ChatMessage, nameOf } from './store.ts';
import { voiceView } from './voice-view.ts';
import { t } from './words.ts';

export function photoView(photo: readonly PhotoSize[], onOpen: () => void, isHidden: boolean): HTMLElement {
  const size = photo.at(-1);
  if (!size) return el('div');
  const image = el('img', { src: fileUrl(size.file_id), alt: t('photo'), loading: 'lazy', decoding: 'async' });
  const button = el('button', { type: 'button', class: 'photo', 'aria-label': t('open-photo') }, image);
  button.style.setProperty('--ratio', String(Math.min(1.91, Math.max(0.6, size.width / size.height))));
  if (isHidden) button.classList.add('hidden-photo');
  button.addEventListener('click', () => {
    if (button.classList.contains('hidden-photo')) button.classList.remove('hidden-photo');
    else onOpen();
  });
  return button;
}

function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return t('kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) });
  return t('megabytes', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}

function documentView(media: Media): HTMLElement {
  const name = media.file_name ?? t('document');
  const extension = /\.(\w{1,4})$/.exec(name)?.[1] ?? '';
  return el(
    'a',
    { class: 'file', href: fileUrl(media.file_id), download: name, rel: 'noopener' },
    el('span', { class: 'file-mark', 'aria-hidden': 'true' }, extension || icon(ICONS.document)),
    el('span', { class: 'file-words' }, el('b', {}, name), el('small', {}, fileSize(media.file_size))),
  );
}

/** Everything but photos and polls; those need to know more than the message. */
export function attachmentView(message: ChatMessage): HTMLElement | undefined {
  const { voice, audio, document, video, animation, video_note: note, location, venue, contact, dice } = message;
  if (voice) return voiceView(voice);
  if (audio) return el('div', {}, documentView(audio), voiceView(audio));
  const film = video ?? animation ?? note;
  if (film) return el('video', { class: 'film', src: fileUrl(film.file_id), controls: true, preload: 'metadata' });
  if (document) return documentView(document);
  if (location) {
    return el(
      'figure',
      { class: 'place' },
      placeDrawing(location),
      el('figcaption', {}, venue && el('b', {}, venue.title), venue?.address, el('small', {}, coordinates(location))),
    );
  }
  if (contact) {
    const name = nameOf(contact);
    return el(
      'div',
      { class: 'contact' },
      avatar(contact.user_id ?? name.length, name, 'medium'),
      el('span', {}, el('b', {}, name), el('span', {}, contact.phone_number)),
    );
  }
  if (dice)
    return el(
      'div',
      { class: 'dice', 'aria-label': `${dice.emoji} ${dice.value}` },
      dice.emoji,
      el('sub', {}, dice.value),
    );
  return undefined;
}

/** One line that stands for a message: in the list, in a reply, in the pinned bar. */
export function summary(message: ChatMessage | undefined): string {
  if (!message) return '';
  const said = (message.text ?? message.caption ?? '').replaceAll(/\s+/g, ' ');
  const kinds = ['photo', 'voice', 'document', 'video', 'audio', 'location', 'contact', 'poll'] as const;
  const kind = kinds.find((one) => message[one] !== undefined);
  if (message.poll) return `📊 ${message.poll.question}`;
  if (message.photo) return `📷 ${said || t('photo')}`;
  if (message.voice) return `🎤 ${t('voice')}`;
  if (message.location) return `📍 ${message.venue?.title ?? t('place')}`;
  if (message.document) return `📄 ${said || message.document.file_name || t('document')}`;
  return said || (kind ? t(kind === 'location' ? 'place' : kind) : serviceLine(message));
}

/** What a service message says; empty for an ordinary one. */
export function serviceLine(message: ChatMessage): string {
  const who = message.from ? nameOf(message.from) : '';
  if (message.pinned_message) return t('pinned-something', { who });
  if (message.new_chat_members) return t('joined', { who: message.new_chat_members.map(nameOf).join(', ') });
  if (message.left_chat_member) return t('left', { who: nameOf(message.left_chat_member) });
  if (message.new_chat_title) return t('renamed', { who, title: message.new_chat_title });
  if (message.forum_topic_created) return t('topic-created', { name: message.forum_topic_created.name });
  if (message.forum_topic_edited) return t('topic-renamed', { name: message.forum_topic_edited.name ?? '' });
  if (message.forum_topic_closed) return t('topic-closed');
  if (message.forum_topic_reopened) return t('topic-reopened');
  return '';
}
