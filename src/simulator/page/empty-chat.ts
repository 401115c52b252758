import { botAvatar } from './avatar.ts';
import { el } from './dom.ts';
import { type Chat, isGroup, type Store } from './store.ts';
import { t } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly chat: () => Chat | undefined;
}

/** What a chat shows before the first word: who the bot is. */
export function emptyChat({ store, chat }: Deps) {
  const element = el('div', { class: 'empty-chat' });

  function draw(): void {
    const shown = chat();
    element.hidden = !shown || shown.messages.length > 0;
    if (!shown || element.hidden) return;
    const person = store.person(shown.chat.id);
    const bot = store.bot(shown.botId);
    const language = person?.user.language_code ?? '';
    const description = bot?.descriptions[language] ?? bot?.descriptions[''] ?? t('bot-description');
    element.replaceChildren(
      el(
        'div',
        { class: 'empty-card' },
        botAvatar('large'),
        el('h3', {}, isGroup(shown) ? (shown.chat.title ?? '') : t('what-can-it-do')),
        el('p', {}, isGroup(shown) ? t(shown.hasBot ? 'group-empty' : 'group-without-bot') : description),
      ),
    );
  }

  return { element, draw };
}
