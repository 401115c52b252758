import type { ReplyKeyboardMarkup } from 'grammy/types';
import { LANGUAGES } from '../../kernel/language.ts';
import type { TextArguments, Translate } from '../../platform/texts/texts.ts';

export const MENU_ENTRIES = ['ask', 'complain', 'petitions', 'surveys', 'my'] as const;
export type MenuEntry = (typeof MENU_ENTRIES)[number];

/** The menu of four, and the person's own cases. */
export function mainMenu(t: (key: string, args?: TextArguments) => string): ReplyKeyboardMarkup {
  const rows = [[t('menu-ask'), t('menu-complain')], [t('menu-petitions'), t('menu-surveys')], [t('menu-my')]];
  return { keyboard: rows.map((row) => row.map((text) => ({ text }))), resize_keyboard: true, is_persistent: true };
}

/** A pressed menu button arrives as its text, in whatever language the keyboard was drawn. */
export function createMenuReader(t: Translate): (text: string) => MenuEntry | null {
  const entries = new Map(
    LANGUAGES.flatMap((language) => MENU_ENTRIES.map((entry) => [t(language, `menu-${entry}`), entry] as const)),
  );
  return (text) => entries.get(text.trim()) ?? null;
}
