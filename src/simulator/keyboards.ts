import { badRequest } from './telegram-error.ts';
import type { InlineButton, InlineKeyboard, KeyboardButton, ReplyKeyboard } from './wire.ts';

type ForceReply = { force_reply: true; input_field_placeholder?: string };
type Markup = InlineKeyboard | ReplyKeyboard | ForceReply | { remove_keyboard: true };

export type CheckedMarkup =
  | { type: 'none' }
  | { type: 'inline'; keyboard: InlineKeyboard }
  | { type: 'reply'; keyboard: ReplyKeyboard | ForceReply }
  | { type: 'remove' };

const MAX_BUTTONS = 100;
const MAX_CALLBACK_BYTES = 64;
const MAX_COPY_TEXT = 256;
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

export function checkMarkup(markup: unknown): CheckedMarkup {
  if (markup === undefined) return { type: 'none' };
  const given = markup as Markup;
  if ('inline_keyboard' in given) {
    const rows = given.inline_keyboard.filter((row) => row.length > 0);
    if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
    for (const button of rows.flat()) checkInlineButton(button);
    return rows.length > 0 ? { type: 'inline', keyboard: { inline_keyboard: rows } } : { type: 'none' };
  }
  if ('keyboard' in given) {
    const rows = given.keyboard.map((row) => row.map(asButton)).filter((row) => row.length > 0);
    if (rows.flat().length > 300) throw badRequest('reply markup is too long');
    if (rows.flat().some(({ text }) => text.trim() === '')) throw badRequest('keyboard button text must be non-empty');
    return { type: 'reply', keyboard: { ...given, keyboard: rows } };
  }
  if ('force_reply' in given) return { type: 'reply', keyboard: given };
  return { type: 'remove' };
}

const asButton = (button: KeyboardButton | string): KeyboardButton =>
  typeof button === 'string' ? { text: button } : button;

function checkInlineButton(button: InlineButton): void {
  const refuse = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (button.text.trim() === '') throw refuse('Text must be non-empty');
  const actions = ACTIONS.filter((action) => action in button);
  if (actions.length === 0) throw refuse('Text buttons are unallowed in the inline keyboard');
  const { callback_data: data, url, web_app: app, copy_text: copy } = button;
  if (data !== undefined) {
    const bytes = Buffer.byteLength(data);
    if (bytes === 0 || bytes > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined && !isLink(url)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
  if (app && !app.url.startsWith('https://')) {
    throw badRequest(`inline keyboard button Web App URL '${app.url}' is invalid: Only HTTPS links are allowed`);
  }
  if (copy && (copy.text.length === 0 || copy.text.length > MAX_COPY_TEXT))
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
}

function isLink(url: string): boolean {
  if (/^(tg|mailto|tel):/.test(url)) return true;
  return URL.canParse(url)
    ? /^https?:$/.test(new URL(url).protocol)
    : URL.canParse(`http://${url}`) && url.includes('.');
}
