import { el } from './dom.ts';

const HUES = [14, 32, 96, 152, 190, 214, 262, 322];

/** A steady colour for whoever bears this id. */
export const hueOf = (id: number): number => HUES[Math.abs(id) % HUES.length] ?? 200;

const initials = (name: string): string =>
  name
    .split(/[\s·—-]+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '').charAt(0))
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

export function avatar(id: number, name: string, size: 'small' | 'medium' | 'large' = 'medium'): HTMLElement {
  const element = el('span', { class: `avatar avatar-${size}`, 'aria-hidden': 'true' }, initials(name));
  element.style.setProperty('--hue', String(hueOf(id)));
  return element;
}

/** The bot's own mark: speech with a voice in it. */
export function botAvatar(size: 'small' | 'medium' | 'large' = 'medium'): HTMLElement {
  return el('img', { class: `avatar avatar-${size}`, src: new URL('./icon.svg', import.meta.url).href, alt: '' });
}
