import { perform } from './api.ts';
import type { Composer } from './composer.ts';
import { el } from './dom.ts';
import { ICONS } from './icons.ts';
import { type MenuItem, openDialog, toast } from './layers.ts';
import { type Chat, type ChatMessage, isGroup } from './store.ts';
import { t } from './words.ts';

const REACTIONS = ['👍', '❤', '🙏', '👎'];

interface MessageDeps {
  readonly message: ChatMessage;
  readonly key: string;
  readonly as: number;
  readonly composer: Composer;
  readonly attempt: (work: Promise<unknown>) => void;
}

export function messageMenu({ message, key, as, composer, attempt }: MessageDeps): MenuItem[] {
  const isMine = message.from?.id === as;
  const messageId = message.message_id;
  const text = message.text ?? message.caption;
  const mayEdit = isMine && (text !== undefined || message.photo !== undefined || message.document !== undefined);
  const mine = message.reactions?.[as] ?? [];
  return [
    ...REACTIONS.map((emoji) => ({
      label: emoji,
      isCompact: true,
      onChoose: () =>
        attempt(perform({ type: 'react', key, as, messageId, emoji: mine.includes(emoji) ? undefined : emoji })),
    })),
    { label: t('reply'), icon: ICONS.reply, onChoose: () => composer.reply(message) },
    ...(mayEdit ? [{ label: t('edit'), icon: ICONS.edit, onChoose: () => composer.edit(message) }] : []),
    ...(text === undefined
      ? []
      : [
          {
            label: t('copy'),
            icon: ICONS.copy,
            onChoose: () => void navigator.clipboard.writeText(text).then(() => toast(t('copied'))),
          },
        ]),
    {
      label: t('remove'),
      icon: ICONS.remove,
      isDanger: true,
      onChoose: () => attempt(perform({ type: 'remove', key, as, messageId })),
    },
  ];
}

interface ChatDeps {
  readonly chat: () => Chat | undefined;
  readonly as: () => number;
  readonly composer: Composer;
}

export function chatMenu({ chat, as }: ChatDeps): MenuItem[] {
  const shown = chat();
  if (!shown) return [];
  const inChat = { key: shown.key, as: as() };
  const run = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast(error instanceof Error ? error.message : t('failed')));
  const clear: MenuItem = {
    label: t('clear'),
    icon: ICONS.remove,
    isDanger: true,
    onChoose: () => run(perform({ type: 'clear', ...inChat })),
  };
  if (isGroup(shown)) {
    const toggle = shown.hasBot ? 'remove_bot' : 'add_bot';
    return [
      {
        label: t(shown.hasBot ? 'remove-bot' : 'add-bot'),
        icon: shown.hasBot ? ICONS.block : ICONS.addPerson,
        onChoose: () => run(perform({ type: toggle, ...inChat })),
      },
      clear,
    ];
  }
  return [
    {
      label: t('start-with'),
      icon: ICONS.link,
      onChoose: () => askForPayload((text) => run(perform({ type: 'text', ...inChat, text }))),
    },
    {
      label: t(shown.isBlocked ? 'unblock' : 'block'),
      icon: ICONS.block,
      isDanger: !shown.isBlocked,
      onChoose: () => run(perform({ type: 'block', ...inChat, isBlocked: !shown.isBlocked })),
    },
    clear,
  ];
}

/** As if the person had opened `t.me/bot?start=…`. */
function askForPayload(onStart: (text: string) => void): void {
  const input = el('input', {
    name: 'payload',
    maxlength: 64,
    pattern: '[A-Za-z0-9_\\-]*',
    autocomplete: 'off',
    'aria-label': t('payload'),
  });
  const form = el(
    'form',
    { class: 'form' },
    el('label', {}, t('payload'), input),
    el('small', {}, t('payload-hint')),
    el('button', { type: 'submit', class: 'primary' }, t('start')),
  );
  const dialog = openDialog(t('start-with'), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    onStart(`/start ${input.value}`.trim());
  });
}
