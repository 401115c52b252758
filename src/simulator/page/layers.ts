import { el, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { t } from './words.ts';

/** Things that lie above the chats: dialogs, menus, toasts. */

export function openDialog(title: string, content: HTMLElement, className = ''): HTMLDialogElement {
  const heading = el('h2', {}, title);
  const dialog = el(
    'dialog',
    { class: `dialog ${className}`, 'aria-label': title },
    el(
      'header',
      {},
      heading,
      iconButton(ICONS.close, t('close'), () => dialog.close()),
    ),
    content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The answer to a press that insists on being read. */
export function alertDialog(text: string): void {
  const dialog = openDialog(t('bot-says'), el('p', { class: 'alert-text' }, text), 'dialog-alert');
  const ok = el('button', { type: 'button', class: 'primary', onClick: () => dialog.close() }, t('understood'));
  dialog.append(el('footer', {}, ok));
  ok.focus();
}

const TOAST_MS = 3500;

export function toast(text: string, within: HTMLElement = document.body): void {
  const shown = el('div', { class: 'toast', role: 'status' }, text);
  within.querySelector(':scope > .toast')?.remove();
  within.append(shown);
  setTimeout(() => {
    shown.classList.add('leaving');
    shown.addEventListener('animationend', () => shown.remove(), { once: true });
  }, TOAST_MS);
}

export interface MenuItem {
  /** Stands before the label, in bold. */
  readonly title?: string;
  readonly label: string;
  readonly icon?: string;
  readonly isDanger?: boolean;
  /** Stands in a row with its like, at the head of the menu. */
  readonly isCompact?: boolean;
  readonly onChoose: () => void;
}

let openMenu: HTMLElement | undefined;

export function closeMenu(): void {
  openMenu?.remove();
  openMenu = undefined;
}

/** A menu at a point or beside its button; closes on choice, Escape and clicks elsewhere. */
export function showMenu(
  items: readonly MenuItem[],
  at: { x: number; y: number } | HTMLElement,
  icon: (path: string) => Node,
): void {
  closeMenu();
  const opener = at instanceof HTMLElement ? at : undefined;
  const compact = items.filter((item) => item.isCompact);
  const button = (item: MenuItem) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: item.isDanger ? 'danger' : '',
        onClick() {
          closeMenu();
          opener?.focus();
          item.onChoose();
        },
      },
      item.icon && icon(item.icon),
      item.title !== undefined && el('b', {}, item.title),
      el('span', {}, item.label),
    );
  const menu = el(
    'div',
    { class: 'menu', role: 'menu' },
    compact.length > 0 && el('div', { class: 'menu-row' }, compact.map(button)),
    items.filter((item) => !item.isCompact).map(button),
  );
  document.body.append(menu);
  openMenu = menu;
  position(menu, at);
  menu.addEventListener('keydown', (event) => moveFocus(event, menu, opener));
  menu.querySelector('button')?.focus();
}

function position(menu: HTMLElement, at: { x: number; y: number } | HTMLElement): void {
  const { width, height } = menu.getBoundingClientRect();
  const box = at instanceof HTMLElement ? at.getBoundingClientRect() : new DOMRect(at.x, at.y, 0, 0);
  const isLow = box.bottom + height + 8 > innerHeight;
  const left = Math.min(
    Math.max(8, at instanceof HTMLElement && box.left > innerWidth / 2 ? box.right - width : box.left),
    innerWidth - width - 8,
  );
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(8, isLow ? box.top - height - 6 : box.bottom + 6)}px`;
}

function moveFocus(event: KeyboardEvent, menu: HTMLElement, opener: HTMLElement | undefined): void {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    closeMenu();
    opener?.focus();
  }
}

document.addEventListener('pointerdown', (event) => {
  if (openMenu && !openMenu.contains(event.target as Node)) closeMenu();
});
