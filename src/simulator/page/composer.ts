import type { KeyboardButton } from '../wire.ts';
import { perform, upload } from './api.ts';
import { attachmentMenu } from './attach-menu.ts';
import { el, icon, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { showMenu, toast } from './layers.ts';
import { summary } from './media-view.ts';
import { createOpeners } from './openers.ts';
import { pickPlace } from './place-picker.ts';
import { recordVoice } from './recorder.ts';
import { createReplyKeyboard } from './reply-keyboard.ts';
import { confirmFiles } from './send-files.ts';
import { type Chat, type ChatMessage, isGroup, nameOf, type Store } from './store.ts';
import { t } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly chat: () => Chat | undefined;
  readonly as: () => number;
  readonly topic: () => number | undefined;
  readonly onSent: () => void;
}

type Focus = { type: 'reply' | 'edit'; message: ChatMessage } | undefined;

const MAX_LINES_PX = 168;

/** Words begun and not sent, by chat. */
const drafts = new Map<string, string>();

/** The foot of a chat: words, attachments, voice, the bot's menu and its keyboard. */
export function createComposer({ store, chat, as, topic, onSent }: Deps) {
  const input = el('textarea', { rows: 1, class: 'input', 'aria-label': t('message'), placeholder: t('message') });
  const strip = el('div', { class: 'focus-strip', hidden: true });
  const keyboard = createReplyKeyboard(tap);
  const openers = createOpeners(store, fill);
  const menuButton = el(
    'button',
    { type: 'button', class: 'bot-menu', 'aria-label': t('menu'), 'aria-haspopup': 'menu', onClick: openCommands },
    icon(ICONS.menu),
    el('span', {}, t('menu')),
  );
  const attachButton = iconButton(ICONS.attach, t('attach'), openAttachments);
  const sendButton = el('button', { type: 'button', class: 'send-button', onClick: () => void sendOrRecord() });
  const bar = el('div', { class: 'input-bar' }, menuButton, attachButton, input, keyboard.button, sendButton);
  const startButton = el('button', { type: 'button', class: 'start-button', onClick: () => void start() });
  const element = el('div', { class: 'composer' }, openers.element, strip, bar, startButton, keyboard.element);
  let focus: Focus;

  const attachments = attachmentMenu({
    onFiles: (kind, files, duration) => attempt(sendFiles(kind, files, duration)),
    onChosen: offerFiles,
    onPlace: () => askForPlace(),
    onContact: () => attempt(act({ type: 'contact' })),
    onSamples: () => showMenu(attachments.samples(), attachButton, icon),
  });
  element.append(attachments.inputs);

  type Bare = { type: 'contact' } | { type: 'location'; latitude: number; longitude: number };

  /** Where the next message goes, and what it answers. */
  function target() {
    const replyTo = focus?.type === 'reply' ? focus.message.message_id : undefined;
    return { key: chat()?.key ?? '', as: as(), replyTo, threadId: topic() };
  }

  async function act(bare: Bare): Promise<void> {
    await perform({ ...target(), ...bare });
  }

  function attempt(work: Promise<unknown>): void {
    work.then(
      () => {
        setFocus(undefined);
        onSent();
      },
      (error: unknown) => toast(error instanceof Error ? error.message : t('failed')),
    );
  }

  /** Photos and documents are shown first; voice goes at once. */
  function offerFiles(files: readonly File[], wanted: 'photo' | 'document' = 'photo'): void {
    confirmFiles({ files, wanted, caption: input.value.trim() }, ({ kind, caption }) => {
      setText(caption);
      attempt(sendFiles(kind, files));
    });
  }

  async function sendFiles(
    kind: 'photo' | 'document' | 'voice',
    files: readonly File[],
    duration?: number,
  ): Promise<void> {
    const caption = kind === 'voice' ? '' : input.value.trim();
    const ids = await upload(files);
    const media = ids.map((id) => ({ upload: id, kind, duration }));
    await perform({ type: 'media', ...target(), media, caption });
    if (caption) setText('');
  }

  function askForPlace(): void {
    pickPlace(store, ({ latitude, longitude }) => attempt(act({ type: 'location', latitude, longitude })));
  }

  function setText(text: string): void {
    input.value = text;
    resize();
  }

  function resize(): void {
    if (focus?.type !== 'edit') drafts.set(chat()?.key ?? '', input.value);
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, MAX_LINES_PX)}px`;
    const canSend = input.value.trim() !== '' || focus?.type === 'edit';
    sendButton.replaceChildren(icon(canSend ? ICONS.send : ICONS.mic));
    sendButton.setAttribute('aria-label', canSend ? t('send') : t('record-voice'));
    sendButton.classList.toggle('is-voice', !canSend);
  }

  async function sendOrRecord(): Promise<void> {
    const text = input.value;
    if (focus?.type === 'edit') {
      attempt(perform({ type: 'edit', key: chat()?.key ?? '', as: as(), messageId: focus.message.message_id, text }));
      setText('');
      return;
    }
    if (text.trim() !== '') {
      attempt(perform({ type: 'text', ...target(), text }));
      setText('');
      return;
    }
    try {
      const recording = await recordVoice(bar);
      if (recording) attempt(sendFiles('voice', [recording.file], recording.duration));
    } catch {
      toast(t('no-microphone'));
    }
  }

  async function start(): Promise<void> {
    const shown = chat();
    if (!shown) return;
    if (shown.isBlocked) await perform({ type: 'block', key: shown.key, as: as(), isBlocked: false });
    attempt(perform({ type: 'text', key: shown.key, as: as(), text: '/start' }));
  }

  function commands() {
    return chat()?.commands[String(as())] ?? [];
  }

  function openCommands(): void {
    const items = commands().map(({ command, description }) => ({
      title: `/${command}`,
      label: description,
      onChoose: () => attempt(perform({ type: 'text', ...target(), text: `/${command}` })),
    }));
    showMenu(items.length > 0 ? items : [{ label: t('no-commands'), onChoose: () => input.focus() }], menuButton, icon);
  }

  function openAttachments(): void {
    showMenu(attachments.items(), attachButton, icon);
  }

  function tap(button: KeyboardButton): void {
    if (button.request_contact) attempt(act({ type: 'contact' }));
    else if (button.request_location) askForPlace();
    else attempt(perform({ type: 'text', ...target(), text: button.text }));
  }

  function setFocus(next: Focus): void {
    focus = next;
    strip.hidden = next === undefined;
    if (next) {
      const title = next.type === 'edit' ? t('editing') : next.message.from ? nameOf(next.message.from) : '';
      strip.replaceChildren(
        icon(next.type === 'edit' ? ICONS.edit : ICONS.reply),
        el('span', {}, el('b', {}, title), el('span', {}, summary(next.message))),
        iconButton(ICONS.close, t('cancel'), cancelFocus),
      );
    }
    resize();
  }

  function cancelFocus(): void {
    if (focus?.type === 'edit') setText('');
    setFocus(undefined);
    input.focus();
  }

  input.addEventListener('input', resize);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && (input.value.trim() !== '' || focus)) {
      event.preventDefault();
      void sendOrRecord();
    }
    if (event.key === 'Escape' && focus) cancelFocus();
    if (event.key === 'ArrowUp' && input.value === '') editLast();
  });
  input.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) offerFiles(files);
  });

  function fill(text: string): void {
    setText(text);
    input.focus();
  }

  function editLast(): void {
    const last = chat()?.messages.findLast(({ from, text }) => from?.id === as() && text !== undefined);
    if (last) edit(last);
  }

  function edit(message: ChatMessage): void {
    setFocus({ type: 'edit', message });
    setText(message.text ?? message.caption ?? '');
    input.focus();
  }

  input.value = drafts.get(chat()?.key ?? '') ?? '';

  return {
    element,
    edit,

    reply(message: ChatMessage): void {
      setFocus({ type: 'reply', message });
      input.focus();
    },

    fill,

    dropFiles: (files: readonly File[]) => offerFiles(files),

    focus: () => input.focus(),

    draw(): void {
      const shown = chat();
      if (!shown) return;
      const needsStart = !isGroup(shown) && (shown.isBlocked || !shown.isStarted);
      bar.hidden = needsStart;
      startButton.hidden = !needsStart;
      startButton.textContent = t(shown.isBlocked ? 'unblock' : 'start');
      menuButton.hidden = commands().length === 0;
      menuButton.lastChild?.replaceWith(el('span', {}, t('menu')));
      openers.draw(shown);
      keyboard.draw(shown.replyKeyboard);
      input.placeholder = shown.replyKeyboard?.markup.input_field_placeholder ?? t('message');
      resize();
    },
  };
}

export type Composer = ReturnType<typeof createComposer>;
