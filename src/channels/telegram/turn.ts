import type { Context } from 'grammy';
import type {
  InlineKeyboardMarkup,
  MessageEntity,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  Update,
} from 'grammy/types';
import type { Citizen } from '../../citizens/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { TextArguments } from '../../platform/texts/texts.ts';

/** A message as it will be shown: text with entities, never markup, so that a citizen's words cannot break it. */
export interface Screen {
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly keyboard?: InlineKeyboardMarkup;
  readonly replyKeyboard?: ReplyKeyboardMarkup | ReplyKeyboardRemove;
  /** A picture over the words; the same key is the same picture, sent to Telegram once. */
  readonly photo?: { readonly key: string; readonly bytes: () => Promise<Uint8Array> };
}

export type Effect =
  /** `onShown`: goes on from the message once it is there, e.g. to improve it in place. */
  | { type: 'show'; screen: Screen; replyTo?: number; onShown?: (messageId: number) => Promise<void> }
  | { type: 'edit'; messageId: number; screen: Screen }
  | { type: 'delete'; messageId: number }
  | { type: 'toast'; callbackQueryId: string; text: string; alert: boolean }
  | { type: 'photo'; fileName: string; bytes: () => Promise<Uint8Array>; caption: string }
  | { type: 'document'; fileName: string; bytes: () => Promise<Uint8Array>; caption: string }
  | { type: 'commands'; language: Language };

/**
 * One update being carried out. Handlers change state through `tx`; what merely shows something is collected and leaves
 * after the commit, because asking again shows it again.
 */
export interface Turn {
  readonly tx: Tx;
  citizen: Citizen;
  readonly chatId: number;
  readonly effects: Effect[];
  /** Key of the form session of this chat. */
  readonly owner: string;
}

export interface TurnFlavor {
  turn: Turn;
  t(key: string, args?: TextArguments): string;
  show(screen: Screen | string, replyTo?: number): void;
  edit(screen: Screen | string): void;
  toast(text?: string, alert?: boolean): void;
}
export type BotContext = Context & TurnFlavor;

const turns = new WeakMap<Update, Turn>();
export const beginTurn = (update: Update, turn: Turn): void => void turns.set(update, turn);
export const turnOf = (update: Update): Turn | undefined => turns.get(update);

const MAX_TEXT = 4_096;

/** Cuts what is longer than a Telegram message may be, on a character, with an ellipsis. */
export function fitting(screen: Screen, limit: number = MAX_TEXT): Screen {
  if (screen.text.length <= limit) return screen;
  const text = `${screen.text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')}…`;
  const entities = screen.entities
    ?.filter(({ offset }) => offset < limit - 1)
    .map((entity) => ({ ...entity, length: Math.min(entity.length, limit - 1 - entity.offset) }));
  return { ...screen, text, ...(entities ? { entities } : {}) };
}
