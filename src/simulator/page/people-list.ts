import { avatar } from './avatar.ts';
import { el, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { summary } from './media-view.ts';
import { newGroup, newPerson } from './new-people.ts';
import { type Chat, isGroup, nameOf, type Store } from './store.ts';
import { clockTime, dayKey, languageName, shortDay, t } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly isOpen: (key: string) => boolean;
  readonly onOpen: (key: string, isBeside: boolean) => void;
}

type Section = 'citizens' | 'groups' | 'staff';
const SECTIONS: readonly Section[] = ['citizens', 'groups', 'staff'];

/** Everybody one can be: citizens, groups of officials, officials by themselves. */
export function createPeopleList({ store, isOpen, onOpen }: Deps) {
  const search = el('input', { type: 'search', class: 'search', placeholder: t('search'), 'aria-label': t('search') });
  const lists = el('div', { class: 'lists' });
  const element = el(
    'nav',
    { class: 'people', 'aria-label': t('people') },
    el('div', { class: 'people-head' }, search),
    lists,
    el(
      'div',
      { class: 'people-foot' },
      iconButton(ICONS.addPerson, t('new-person'), () => newPerson((key) => onOpen(key, false))),
      iconButton(ICONS.addGroup, t('new-group'), () => newGroup(store, (key) => onOpen(key, false))),
    ),
  );
  search.addEventListener('input', draw);

  function sectionOf(chat: Chat): Section {
    if (isGroup(chat)) return 'groups';
    return store.person(chat.chat.id)?.role === 'staff' ? 'staff' : 'citizens';
  }

  function nameFor(chat: Chat): string {
    const person = store.person(chat.chat.id);
    return chat.chat.title ?? (person ? nameOf(person.user) : '');
  }

  function time(chat: Chat): string {
    const last = chat.messages.at(-1);
    if (!last) return '';
    const at = new Date(last.date * 1000);
    return dayKey(at) === dayKey(store.now()) ? clockTime(at) : shortDay(at);
  }

  function preview(chat: Chat): string {
    if (store.typing(chat.key)) return t('typing');
    const last = chat.messages.at(-1);
    if (last) {
      const isOwn = !isGroup(chat) && !last.from?.is_bot;
      const who = isGroup(chat) && last.from ? `${last.from.first_name}: ` : isOwn ? `${t('you')}: ` : '';
      return `${who}${summary(last)}`;
    }
    return isGroup(chat) ? t('members', { count: chat.members.length }) : t('not-started');
  }

  function row(chat: Chat): HTMLElement {
    const name = nameFor(chat);
    const unread = isOpen(chat.key) ? 0 : store.unread(chat);
    const language = store.person(chat.chat.id)?.user.language_code;
    const open = el(
      'button',
      {
        type: 'button',
        class: 'person',
        'aria-current': isOpen(chat.key) ? 'true' : undefined,
        onClick: (event: MouseEvent) => onOpen(chat.key, event.ctrlKey || event.metaKey),
      },
      avatar(chat.chat.id, name),
      el(
        'span',
        { class: 'person-words' },
        el(
          'span',
          { class: 'person-top' },
          el('b', {}, name),
          language !== undefined && el('abbr', { title: languageName(language) }, language),
          el('time', {}, time(chat)),
        ),
        el(
          'span',
          { class: 'person-bottom' },
          el(
            'span',
            { class: store.typing(chat.key) ? 'preview is-typing' : 'preview' },
            chat.isBlocked ? t('blocked') : preview(chat),
          ),
          unread > 0 && el('span', { class: 'unread', 'aria-label': t('unread', { count: unread }) }, unread),
        ),
      ),
    );
    const beside = iconButton(ICONS.beside, t('open-beside'), () => onOpen(chat.key, true), 'icon-button beside');
    return el('li', { class: isOpen(chat.key) ? 'open' : '' }, open, beside);
  }

  function draw(): void {
    search.placeholder = t('search');
    const wanted = search.value.trim().toLocaleLowerCase();
    const chats = [...store.chats.values()].filter((chat) => nameFor(chat).toLocaleLowerCase().includes(wanted));
    const focused = document.activeElement?.closest('li');
    const focusedAt = focused ? [...lists.querySelectorAll('li')].indexOf(focused) : -1;
    lists.replaceChildren(
      ...SECTIONS.flatMap((section) => {
        const rows = chats.filter((chat) => sectionOf(chat) === section);
        return rows.length === 0 ? [] : [el('h2', {}, t(section)), el('ul', {}, rows.map(row))];
      }),
    );
    if (focusedAt >= 0) lists.querySelectorAll('li')[focusedAt]?.querySelector('button')?.focus();
  }

  lists.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = [...lists.querySelectorAll<HTMLElement>('.person')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  });

  return { element, draw };
}
