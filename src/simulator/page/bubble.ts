import type { InlineButton } from '../wire.ts';
import { avatar, botAvatar, hueOf } from './avatar.ts';
import { el, icon, iconButton, svg } from './dom.ts';
import { ICONS } from './icons.ts';
import { inlineKeyboard } from './inline-keyboard.ts';
import { attachmentView, photoView, serviceLine, summary } from './media-view.ts';
import { pollView } from './poll-view.ts';
import { richText } from './rich-text.ts';
import { type ChatMessage, nameOf } from './store.ts';
import { clockTime, t } from './words.ts';

export interface BubbleActions {
  readonly botName: string | undefined;
  onPress(message: ChatMessage, button: InlineButton): void;
  onVote(message: ChatMessage, options: number[]): void;
  onReact(message: ChatMessage, emoji: string | undefined): void;
  onMenu(message: ChatMessage, at: { x: number; y: number }): void;
  onPhoto(fileId: string): void;
  onGoTo(messageId: number): void;
  onCommand(command: string): void;
}

export interface BubbleFacts {
  readonly as: number;
  readonly isGroup: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isSeen: boolean;
  readonly pressed: ReadonlySet<string>;
  readonly topicName: string | undefined;
}

/** One message, or the messages of one album, as people see it. */
export function bubble(messages: readonly ChatMessage[], facts: BubbleFacts, actions: BubbleActions): HTMLElement {
  const [first] = messages;
  if (!first) return el('div');
  const service = serviceLine(first);
  if (service) return el('div', { class: 'service', 'data-id': first.message_id }, el('span', {}, service));

  const isMine = first.from?.id === facts.as;
  const body = el('div', { class: 'bubble' }, ...content(messages, first, facts, actions, isMine));
  const tail = facts.isLast && tailOf(isMine);
  if (tail) body.append(tail);
  const reactions = reactionRow(first, facts.as, actions);
  const column = el(
    'div',
    { class: 'bubble-column' },
    body,
    reactions,
    inlineKeyboard(first, {
      pressed: facts.pressed,
      onPress: (button) => actions.onPress(first, button),
      onStart: (payload) => actions.onCommand(`/start ${payload}`.trim()),
      botName: actions.botName,
    }),
  );
  const more = iconButton(
    ICONS.more,
    t('more'),
    (event) => actions.onMenu(first, { x: event.clientX, y: event.clientY || more.getBoundingClientRect().bottom }),
    'icon-button row-more',
  );
  const row = el(
    'div',
    { class: rowClass(first, facts, isMine, messages), 'data-id': first.message_id, tabindex: -1 },
    facts.isGroup && !isMine && el('span', { class: 'bubble-face' }, facts.isLast && faceOf(first)),
    column,
    more,
  );
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    actions.onMenu(first, { x: event.clientX, y: event.clientY });
  });
  // Where there is no right button, a tap on the words does.
  body.addEventListener('click', (event) => {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button, video, .spoiler');
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isTouch && !isOnControl) actions.onMenu(first, { x: event.clientX, y: event.clientY });
  });
  return row;
}

function rowClass(first: ChatMessage, facts: BubbleFacts, isMine: boolean, messages: readonly ChatMessage[]): string {
  const isBare = first.photo !== undefined && !messages.some(({ caption }) => caption) && !first.reply_to_message;
  return [
    'row',
    isMine ? 'mine' : 'theirs',
    facts.isFirst ? 'first' : '',
    facts.isLast ? 'last' : '',
    isBare ? 'bare' : '',
    first.photo || first.location ? 'wide-media' : '',
    first.reply_markup ? 'with-keyboard' : '',
  ].join(' ');
}

const faceOf = ({ from }: ChatMessage) =>
  from?.is_bot ? botAvatar('small') : avatar(from?.id ?? 0, from ? nameOf(from) : '?', 'small');

function content(
  messages: readonly ChatMessage[],
  first: ChatMessage,
  facts: BubbleFacts,
  actions: BubbleActions,
  isMine: boolean,
): (Node | false | undefined)[] {
  const said = messages.find(({ text, caption }) => text ?? caption) ?? first;
  const text = said.text ?? said.caption ?? '';
  const entities = said.entities ?? said.caption_entities ?? [];
  const photos = messages.filter(({ photo }) => photo);
  return present([
    facts.isGroup && !isMine && facts.isFirst && senderName(first),
    facts.topicName !== undefined &&
      facts.isFirst &&
      el('span', { class: 'topic-chip' }, icon(ICONS.topic), facts.topicName),
    first.forward_origin && el('div', { class: 'forwarded' }, t('forwarded', { who: originName(first) })),
    first.reply_to_message && quote(first.reply_to_message, actions),
    photos.length > 0 && album(photos, actions),
    ...(photos.length > 0 ? [] : messages.map(attachmentView)),
    pollView(first, { as: facts.as, onVote: (options) => actions.onVote(first, options) }),
    text !== '' && el('div', { class: 'words' }, ...richText(text, entities, actions), spacer(first, isMine)),
    meta(first, facts, isMine),
  ]);
}

const present = (nodes: (Node | false | undefined)[]) => nodes.filter((node): node is Node => node instanceof Node);

function senderName({ from }: ChatMessage): HTMLElement {
  const name = el('div', { class: 'sender' }, from ? nameOf(from) : '');
  name.style.setProperty('--hue', String(hueOf(from?.id ?? 0)));
  return name;
}

function originName({ forward_origin: origin }: ChatMessage): string {
  if (origin?.type === 'user') return nameOf(origin.sender_user);
  return origin?.sender_user_name ?? '';
}

function quote(target: NonNullable<ChatMessage['reply_to_message']>, actions: BubbleActions): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'quote', onClick: () => actions.onGoTo(target.message_id) },
    el('b', {}, target.from ? nameOf(target.from) : ''),
    el('span', {}, summary(target)),
  );
  button.style.setProperty('--hue', String(hueOf(target.from?.id ?? 0)));
  return button;
}

function album(photos: readonly ChatMessage[], actions: BubbleActions): HTMLElement {
  const views = photos.map(({ photo = [], has_media_spoiler: isHidden }) =>
    photoView(photo, () => actions.onPhoto(photo.at(-1)?.file_id ?? ''), isHidden ?? false),
  );
  return el('div', { class: `album album-${Math.min(photos.length, 5)}` }, views);
}

/** Keeps room at the end of the last line, so that time and ticks do not lie on the words. */
function spacer(message: ChatMessage, isMine: boolean): HTMLElement {
  const size = `${message.edit_date ? 'edited ' : ''}${isMine ? 'ticked' : ''}`;
  return el('span', { class: `spacer ${size}`, 'aria-hidden': 'true' });
}

function meta(message: ChatMessage, { isSeen }: BubbleFacts, isMine: boolean): HTMLElement {
  const at = new Date(message.date * 1000);
  return el(
    'span',
    { class: 'meta' },
    message.edit_date !== undefined && el('span', {}, t('edited')),
    el('time', { datetime: at.toISOString() }, clockTime(at)),
    isMine && ticks(isSeen),
  );
}

function ticks(isSeen: boolean): SVGElement {
  const label = t(isSeen ? 'taken-by-bot' : 'sent');
  const drawn = svg('svg', {
    viewBox: '0 0 20 12',
    class: isSeen ? 'ticks seen' : 'ticks',
    role: 'img',
    'aria-label': label,
  });
  drawn.append(svg('path', { d: isSeen ? 'M1.5 6.5l3.5 3.5L12 2M9 9l1 1 7.5-8' : 'M5 6.5l3.5 3.5L16 2' }));
  return drawn;
}

function tailOf(isMine: boolean): SVGElement {
  const d = isMine ? 'M0 16V0c0 7 3 12 9 15.2.6.4.3.8-.4.8z' : 'M10 16V0C10 7 7 12 1 15.2c-.6.4-.3.8.4.8z';
  return svg('svg', { viewBox: '0 0 10 16', class: 'tail', 'aria-hidden': 'true' }, svg('path', { d }));
}

function reactionRow(message: ChatMessage, as: number, actions: BubbleActions): HTMLElement | undefined {
  const given = Object.entries(message.reactions ?? {}).filter(([, emoji]) => emoji.length > 0);
  if (given.length === 0) return undefined;
  const counts = new Map<string, string[]>();
  for (const [who, emoji] of given) for (const one of emoji) counts.set(one, [...(counts.get(one) ?? []), who]);
  return el(
    'div',
    { class: 'reactions' },
    [...counts].map(([emoji, who]) => {
      const isMine = who.includes(String(as));
      return el(
        'button',
        {
          type: 'button',
          class: isMine ? 'reaction chosen' : 'reaction',
          'aria-pressed': String(isMine),
          onClick: () => actions.onReact(message, isMine ? undefined : emoji),
        },
        emoji,
        el('span', { class: 'count' }, who.length),
      );
    }),
  );
}
