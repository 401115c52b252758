import { perform } from './api.ts';
import { avatar } from './avatar.ts';
import { createComposer } from './composer.ts';
import { el, icon, iconButton } from './dom.ts';
import { emptyChat } from './empty-chat.ts';
import { ICONS } from './icons.ts';
import { pressKey } from './inline-keyboard.ts';
import { alertDialog, type MenuItem, showMenu, toast } from './layers.ts';
import { summary } from './media-view.ts';
import { createMessagesView } from './messages-view.ts';
import { chatMenu, messageMenu } from './pane-menus.ts';
import { type Chat, type ChatMessage, isGroup, nameOf, ownerOf, type Store } from './store.ts';
import { createTopicStrip } from './topic-strip.ts';
import { openViewer } from './viewer.ts';
import { languageName, t } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly key: string;
  readonly onClose: () => void;
}

const PRESS_TIMEOUT_MS = 30_000;
const AS_KEY = 'dauys.as';

/** One open chat, seen by one of its people. */
export function createPane({ store, key, onClose }: Deps) {
  const pressed = new Set<string>();
  const chosen: Record<string, number> = JSON.parse(localStorage.getItem(AS_KEY) ?? '{}');
  const chat = () => store.chats.get(key);

  function as(): number {
    const shown = chat();
    if (!shown) return 0;
    const wanted = chosen[key];
    const isMember = isGroup(shown) && shown.members.some(({ user }) => user.id === wanted);
    return isMember && wanted !== undefined ? wanted : ownerOf(shown);
  }

  const topics = createTopicStrip(draw);
  const composer = createComposer({ store, chat, as, topic: topics.chosen, onSent: () => messages.stick() });
  const messages = createMessagesView({
    store,
    onSeen() {
      const shown = chat();
      if (shown && !document.hidden) store.markRead(shown);
    },
    actions: {
      botName: store.bot(chat()?.botId)?.user.username,
      onPress: (message, button) => void press(message, button.callback_data ?? ''),
      onVote: (message, options) =>
        attempt(perform({ type: 'vote', key, as: as(), pollId: message.poll?.id ?? '', options })),
      onReact: (message, emoji) =>
        attempt(perform({ type: 'react', key, as: as(), messageId: message.message_id, emoji })),
      onMenu: (message, at) => showMenu(menuOf(message), at, icon),
      onPhoto: (fileId) => {
        const photos = (chat()?.messages ?? []).flatMap(({ photo }) => photo?.at(-1)?.file_id ?? []);
        openViewer(photos, Math.max(0, photos.indexOf(fileId)));
      },
      onGoTo: (messageId) => messages.goTo(messageId),
      onCommand: (command) => attempt(perform({ type: 'text', key, as: as(), text: command })),
    },
  });

  const face = el('span', { class: 'pane-face' });
  const title = el('h2', {});
  const subtitle = el('p', {});
  const roles = el('select', { class: 'as-select', 'aria-label': t('write-as'), onChange: changeRole });
  const more = iconButton(ICONS.more, t('more'), () => showMenu(chatMenu({ chat, as, composer }), more, icon));
  const header = el(
    'header',
    { class: 'pane-header' },
    iconButton(ICONS.back, t('back'), onClose, 'icon-button pane-back'),
    face,
    el('div', { class: 'pane-title' }, title, subtitle),
    roles,
    more,
    iconButton(ICONS.close, t('close'), onClose, 'icon-button pane-close'),
  );
  const pinned = el('button', { type: 'button', class: 'pinned', hidden: true });
  const empty = emptyChat({ store, chat });
  const body = el('div', { class: 'pane-body' }, empty.element, messages.element);
  const element = el(
    'section',
    { class: 'pane', 'data-key': key, 'aria-label': t('chat') },
    header,
    pinned,
    topics.element,
    body,
    composer.element,
  );

  const stopAnswers = store.onAnswer((where, answer) => {
    if (where !== key) return;
    for (const one of [...pressed]) if (one.startsWith(`${answer.messageId}:`)) pressed.delete(one);
    if (answer.text !== undefined) {
      if (answer.isAlert) alertDialog(answer.text);
      else toast(answer.text, body);
    }
    if (answer.url !== undefined && /^https?:/.test(answer.url)) window.open(answer.url, '_blank', 'noopener');
    draw();
  });

  function attempt(work: Promise<unknown>): void {
    work.catch((error: unknown) => toast(error instanceof Error ? error.message : t('failed'), body));
  }

  async function press(message: ChatMessage, data: string): Promise<void> {
    const mark = pressKey(message.message_id, data);
    if (pressed.has(mark)) return;
    pressed.add(mark);
    draw();
    setTimeout(() => {
      if (pressed.delete(mark)) draw();
    }, PRESS_TIMEOUT_MS);
    try {
      await perform({ type: 'press', key, as: as(), messageId: message.message_id, data });
    } catch (error) {
      pressed.delete(mark);
      toast(error instanceof Error ? error.message : t('failed'), body);
      draw();
    }
  }

  const menuOf = (message: ChatMessage): MenuItem[] => messageMenu({ message, key, as: as(), composer, attempt });

  function changeRole(): void {
    chosen[key] = Number(roles.value);
    localStorage.setItem(
      AS_KEY,
      JSON.stringify({ ...JSON.parse(localStorage.getItem(AS_KEY) ?? '{}'), [key]: chosen[key] }),
    );
    draw();
  }

  function drawHeader(shown: Chat): void {
    const person = store.person(shown.chat.id);
    const name = isGroup(shown) ? (shown.chat.title ?? '') : person ? nameOf(person.user) : '';
    title.textContent = name;
    face.replaceChildren(avatar(shown.chat.id, name));
    const typing = store.typing(key);
    subtitle.classList.toggle('is-typing', typing !== undefined);
    subtitle.textContent = typing ? t('typing') : subtitleOf(shown);
    const people = shown.members.filter(({ user }) => !user.is_bot);
    roles.hidden = !isGroup(shown);
    roles.replaceChildren(
      ...people.map(({ user }) => el('option', { value: user.id, selected: user.id === as() }, nameOf(user))),
    );
    const pinnedId = shown.pinned.at(-1);
    const pinnedMessage = shown.messages.find(({ message_id }) => message_id === pinnedId);
    pinned.hidden = !pinnedMessage;
    pinned.replaceChildren(
      icon(ICONS.pin),
      el('span', {}, el('b', {}, t('pinned')), el('span', {}, summary(pinnedMessage))),
    );
    pinned.onclick = () => messages.goTo(pinnedId ?? 0);
  }

  function subtitleOf(shown: Chat): string {
    if (isGroup(shown)) return t('members', { count: shown.members.length });
    const language = languageName(store.person(shown.chat.id)?.user.language_code ?? '');
    const bot = store.bot(shown.botId)?.user.username ?? '';
    return t('chat-with', { bot: `@${bot}`, language });
  }

  function draw(): void {
    const shown = chat();
    if (!shown) return;
    drawHeader(shown);
    empty.draw();
    messages.element.hidden = shown.messages.length === 0;
    topics.draw(shown);
    messages.show(shown, { as: as(), pressed, topic: topics.chosen() });
    composer.draw();
  }

  body.addEventListener('dragover', (event) => event.preventDefault());
  body.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) composer.dropFiles(files);
  });

  return { key, element, draw, focus: composer.focus, close: stopAnswers };
}

export type Pane = ReturnType<typeof createPane>;
