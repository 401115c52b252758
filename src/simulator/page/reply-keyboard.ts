import type { ShownKeyboard } from '../state.ts';
import type { KeyboardButton } from '../wire.ts';
import { el, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { t } from './words.ts';

/** The bot's own keys under the input field; a new set opens by itself, the button puts it away and back. */
export function createReplyKeyboard(onTap: (button: KeyboardButton) => void) {
  const element = el('div', { class: 'reply-keyboard', role: 'group', 'aria-label': t('keyboard'), hidden: true });
  const button = iconButton(ICONS.keyboard, t('keyboard'), () => toggle(!isOpen));
  let drawnId = 0;
  let isOpen = false;

  function toggle(open: boolean): void {
    isOpen = open;
    element.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }

  return {
    element,
    button,

    draw(shown: ShownKeyboard | undefined): void {
      const markup = shown && 'keyboard' in shown.markup ? shown.markup : undefined;
      const id = markup ? (shown?.messageId ?? 0) : 0;
      button.hidden = markup === undefined;
      if (id === drawnId) return;
      drawnId = id;
      const key = (one: KeyboardButton) => {
        const press = () => {
          if (markup?.one_time_keyboard) toggle(false);
          onTap(one);
        };
        return el('button', { type: 'button', class: one.style ? `style-${one.style}` : '', onClick: press }, one.text);
      };
      element.replaceChildren(
        ...(markup?.keyboard ?? []).map((row) => el('div', { class: 'keyboard-row' }, row.map(key))),
      );
      toggle(markup !== undefined);
    },
  };
}
