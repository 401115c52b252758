import { moveClock } from './api.ts';
import { el, icon, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { showMenu, toast } from './layers.ts';
import type { Store } from './store.ts';
import { isDark, toggleTheme } from './theme.ts';
import { PAGE_LANGUAGES, type PageLanguage, pageLanguage, setPageLanguage, t, weekdayAndTime } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly onLanguage: () => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LABELS: Record<PageLanguage, string> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

/** Name, clock, language, light, and the way to the other faces of the product. */
export function createTopBar({ store, onLanguage }: Deps) {
  const time = el('span', {});
  const clock = el(
    'button',
    { type: 'button', class: 'clock', 'aria-haspopup': 'menu', onClick: openClock },
    icon(ICONS.clock),
    time,
  );
  const status = el('span', { class: 'offline', role: 'status', hidden: true }, t('offline'));
  const theme = iconButton(isDark() ? ICONS.sun : ICONS.moon, t('theme'), switchTheme, 'icon-button theme');
  const more = iconButton(ICONS.more, t('more'), openMore, 'icon-button top-more');
  const languages = el(
    'div',
    { class: 'languages', role: 'group', 'aria-label': t('page-language') },
    PAGE_LANGUAGES.map((code) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(code === pageLanguage()),
          lang: code,
          onClick() {
            setPageLanguage(code);
            onLanguage();
          },
        },
        LABELS[code],
      ),
    ),
  );
  const element = el(
    'header',
    { class: 'top-bar' },
    el(
      'a',
      { class: 'brand', href: '/' },
      el('img', { src: new URL('./icon.svg', import.meta.url).href, alt: '' }),
      el('b', {}, t('brand')),
    ),
    el('span', { class: 'tag' }, t('simulator')),
    status,
    el('span', { class: 'push' }),
    clock,
    languages,
    theme,
    more,
    el('a', { class: 'top-link', href: '/console' }, t('console')),
    el('a', { class: 'top-link', href: '/' }, t('site')),
  );

  async function advance(move: Parameters<typeof moveClock>[0]): Promise<void> {
    try {
      const { now } = await moveClock(move);
      toast(t('clock-says', { time: weekdayAndTime(new Date(now)) }));
    } catch (error) {
      toast(error instanceof Error ? error.message : t('failed'));
    }
  }

  function switchTheme(): void {
    toggleTheme();
    theme.replaceChildren(icon(isDark() ? ICONS.sun : ICONS.moon));
  }

  /** What does not fit on a telephone. */
  function openMore(): void {
    showMenu(
      [
        { label: t('theme'), icon: isDark() ? ICONS.sun : ICONS.moon, onChoose: switchTheme },
        { label: t('console'), icon: ICONS.link, onChoose: () => location.assign('/console') },
        { label: t('site'), icon: ICONS.link, onChoose: () => location.assign('/') },
      ],
      more,
      icon,
    );
  }

  function openClock(): void {
    showMenu(
      [
        { label: t('plus-hour'), onChoose: () => void advance({ advanceMs: HOUR_MS }) },
        { label: t('plus-day'), onChoose: () => void advance({ advanceMs: DAY_MS }) },
        { label: t('plus-week'), onChoose: () => void advance({ advanceMs: 7 * DAY_MS }) },
        { label: t('real-time'), icon: ICONS.clock, onChoose: () => void advance({ reset: true }) },
      ],
      clock,
      icon,
    );
  }

  function draw(): void {
    time.textContent = weekdayAndTime(store.now(), innerWidth < 760 ? 'months-short' : 'months');
    clock.disabled = !store.isClockMovable();
    clock.title = t(store.isClockMovable() ? 'clock-hint' : 'clock-fixed');
    status.hidden = store.isConnected();
  }

  return { element, draw };
}
