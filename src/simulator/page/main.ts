import './styles/base.css';
import './styles/shell.css';
import './styles/chat.css';
import './styles/bubble.css';
import './styles/media.css';
import './styles/layers.css';
import { followLink } from './deep-link.ts';
import { el } from './dom.ts';
import { createPane, type Pane } from './pane.ts';
import { createPeopleList } from './people-list.ts';
import { createStore, isGroup } from './store.ts';
import { applyTheme } from './theme.ts';
import { createTopBar } from './top-bar.ts';
import { pageLanguage, t } from './words.ts';

const OPEN_KEY = 'dauys.open';
const MAX_PANES = 3;
const CLOCK_TICK_MS = 10_000;
const PANE_MIN_PX = 380;
const LIST_PX = 340;

const store = createStore();
const root = document.querySelector<HTMLElement>('#app') ?? document.body;
let panes: Pane[] = [];
let stopDrawing: () => void = () => undefined;

/** How many chats fit side by side. */
const room = () => Math.max(1, Math.min(MAX_PANES, Math.floor((innerWidth - LIST_PX) / PANE_MIN_PX)));
const isNarrow = () => innerWidth < 760;

function build(): void {
  stopDrawing();
  document.documentElement.lang = pageLanguage();
  document.title = t('page-title');
  const keys = panes.map(({ key }) => key);
  for (const pane of panes) pane.close();
  panes = [];

  const bar = createTopBar({ store, onLanguage: build });
  const place = el('main', { class: 'panes', 'aria-label': t('chats') });
  const list = createPeopleList({ store, isOpen: (key) => panes.some((pane) => pane.key === key), onOpen: open });
  const shell = el('div', { class: 'shell' }, bar.element, el('div', { class: 'columns' }, list.element, place));
  root.replaceChildren(shell);

  function open(key: string, isBeside: boolean): void {
    const known = panes.find((pane) => pane.key === key);
    if (!known) {
      const pane = createPane({ store, key, onClose: () => close(key) });
      const keepsOthers = isBeside && room() > 1;
      const others = keepsOthers ? panes.slice(-(room() - 1)) : sameColumn(key);
      for (const gone of panes.filter((one) => !others.includes(one))) gone.close();
      const isGroupPane = (one: Pane) => Number(one.key.startsWith('-'));
      panes = [...others, pane].sort((one, other) => isGroupPane(one) - isGroupPane(other));
      arrange();
    }
    panes.find((pane) => pane.key === key)?.focus();
  }

  /** A plain click changes the column of the same sort: a citizen's beside a group's. */
  function sameColumn(key: string): Pane[] {
    if (room() === 1 || panes.length < 2) return [];
    const isGroupKey = key.startsWith('-');
    const rest = panes.filter((pane) => pane.key.startsWith('-') !== isGroupKey);
    return rest.length === panes.length ? panes.slice(1) : rest;
  }

  function close(key: string): void {
    panes.find((pane) => pane.key === key)?.close();
    panes = panes.filter((pane) => pane.key !== key);
    arrange();
  }

  function arrange(): void {
    place.replaceChildren(
      ...(panes.length > 0
        ? panes.map(({ element }) => element)
        : [el('div', { class: 'choose' }, el('p', {}, t('choose-chat')))]),
    );
    shell.classList.toggle('has-chat', panes.length > 0);
    localStorage.setItem(OPEN_KEY, JSON.stringify(panes.map(({ key }) => key)));
    draw();
  }

  function draw(): void {
    if (!store.isReady()) return;
    for (const pane of panes.filter(({ key }) => !store.chats.has(key))) close(pane.key);
    bar.draw();
    list.draw();
    for (const pane of panes) pane.draw();
    const unread = [...store.chats.values()].reduce((sum, chat) => sum + store.unread(chat), 0);
    document.title = unread > 0 ? `(${unread}) ${t('page-title')}` : t('page-title');
  }

  /** The chats of last time; at first a citizen and, where there is room, a group. */
  function restore(): void {
    const saved: string[] = keys.length > 0 ? keys : JSON.parse(localStorage.getItem(OPEN_KEY) ?? '[]');
    const there = saved.filter((key) => store.chats.has(key)).slice(0, room());
    const chats = [...store.chats.values()];
    const first = [chats.find((chat) => !isGroup(chat)), chats.find(isGroup)].slice(0, room());
    const wanted = there.length > 0 ? there : isNarrow() ? [] : first.flatMap((chat) => chat?.key ?? []);
    panes = wanted.map((key) => createPane({ store, key, onClose: () => close(key) }));
    arrange();
  }

  let isRestored = false;
  const unsubscribe = store.subscribe(() => {
    if (!isRestored && store.isReady()) {
      isRestored = true;
      restore();
      followLink(store, (key) => open(key, false));
    } else draw();
  });
  const onResize = () => {
    if (panes.length > room()) {
      for (const gone of panes.slice(room())) gone.close();
      panes = panes.slice(0, room());
      arrange();
    }
  };
  addEventListener('resize', onResize);
  stopDrawing = () => {
    unsubscribe();
    removeEventListener('resize', onResize);
  };
  if (store.isReady()) store.changed();
}

applyTheme();
build();
store.connect();
setInterval(() => store.changed(), CLOCK_TICK_MS);
document.addEventListener('visibilitychange', () => store.changed());
