import { perform } from './api.ts';
import { avatar } from './avatar.ts';
import { el } from './dom.ts';
import { openDialog } from './layers.ts';
import { type Chat, isGroup, nameOf, type Store } from './store.ts';
import { t } from './words.ts';

/** What `t.me/<bot>?start=…` carries, when the link leads to this bot; such links open the chat, not a browser. */
export function startPayload(href: string, botName: string | undefined): string | undefined {
  if (botName === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  const isWeb =
    ['t.me', 'telegram.me'].includes(url.hostname) && url.pathname.slice(1).toLowerCase() === botName.toLowerCase();
  const isApp = url.protocol === 'tg:' && url.searchParams.get('domain')?.toLowerCase() === botName.toLowerCase();
  if (!isWeb && !isApp) return undefined;
  return url.searchParams.get('start') ?? '';
}

/** `/try?start=…` stands for a link somebody followed: first choose who did. */
export function followLink(store: Store, onChosen: (key: string) => void): void {
  const asked = new URLSearchParams(location.search).get('start');
  if (asked === null || !/^[A-Za-z0-9_-]{0,64}$/.test(asked)) return;
  history.replaceState(null, '', location.pathname);
  const choose = (chat: Chat) => {
    dialog.close();
    onChosen(chat.key);
    void perform({ type: 'text', key: chat.key, as: chat.chat.id, text: `/start ${asked}`.trim() });
  };
  const citizens = [...store.chats.values()].filter(
    (chat) => !isGroup(chat) && store.person(chat.chat.id)?.role === 'citizen',
  );
  const rows = citizens.map((chat) => {
    const name = nameOf(store.person(chat.chat.id)?.user ?? { first_name: '' });
    return el(
      'button',
      { type: 'button', class: 'who', onClick: () => choose(chat) },
      avatar(chat.chat.id, name, 'small'),
      name,
    );
  });
  const dialog = openDialog(t('who-follows'), el('div', { class: 'form' }, rows));
}
