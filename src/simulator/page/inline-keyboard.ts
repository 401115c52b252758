import type { InlineButton } from '../wire.ts';
import { startPayload } from './deep-link.ts';
import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { toast } from './layers.ts';
import type { ChatMessage } from './store.ts';
import { t } from './words.ts';

interface Deps {
  readonly pressed: ReadonlySet<string>;
  readonly onPress: (button: InlineButton) => void;
  readonly onStart: (payload: string) => void;
  readonly botName: string | undefined;
}

export const pressKey = (messageId: number, data: string | undefined): string => `${messageId}:${data ?? ''}`;

export function inlineKeyboard(message: ChatMessage, deps: Deps): HTMLElement | undefined {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return undefined;
  return el(
    'div',
    { class: 'inline-keyboard' },
    rows.map((row) =>
      el(
        'div',
        { class: 'inline-row' },
        row.map((button) => inlineButton(message, button, deps)),
      ),
    ),
  );
}

function inlineButton(
  message: ChatMessage,
  button: InlineButton,
  { pressed, onPress, onStart, botName }: Deps,
): HTMLElement {
  const style = button.style ? ` style-${button.style}` : '';
  const url = button.url ?? button.web_app?.url;
  const payload = url === undefined ? undefined : startPayload(url, botName);
  if (payload !== undefined) {
    const follow = () => onStart(payload);
    return el('button', { type: 'button', class: `inline-button${style}`, onClick: follow }, button.text);
  }
  if (url !== undefined) {
    const isSafe = /^(https?|mailto|tel):/i.test(url);
    return el(
      'a',
      { class: `inline-button${style}`, href: isSafe ? url : undefined, target: '_blank', rel: 'noopener noreferrer' },
      button.text,
      icon(ICONS.link, 'icon corner'),
    );
  }
  const isWaiting =
    button.callback_data !== undefined && pressed.has(pressKey(message.message_id, button.callback_data));
  return el(
    'button',
    {
      type: 'button',
      class: `inline-button${style}${isWaiting ? ' waiting' : ''}`,
      'aria-busy': isWaiting,
      onClick() {
        if (button.copy_text) {
          void navigator.clipboard.writeText(button.copy_text.text).then(() => toast(t('copied')));
        } else if (button.callback_data !== undefined) onPress(button);
      },
    },
    button.text,
    button.copy_text && icon(ICONS.copy, 'icon corner'),
  );
}
