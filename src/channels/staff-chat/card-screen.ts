import { InlineKeyboard } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { OfficerCard } from '../officer-cards/index.ts';
import { cardButton, OUTCOME_CHOICES, type PreviewChoice, previewButton, templateButton } from './staff-buttons.ts';

const MAX_TEXT = 4_096;

export interface StaffScreen {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly keyboard: InlineKeyboard | null;
}

export const cutText = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`;

export const plainScreen = (text: string): StaffScreen => ({ text: cutText(text), entities: [], keyboard: null });

/** The card in a staff chat: entities instead of markup, so that a citizen's words stay words. */
export function cardScreen(card: OfficerCard): StaffScreen {
  const keyboard = new InlineKeyboard();
  card.buttons.forEach(({ verb, label }, index) => {
    if (index > 0 && index % 2 === 0) keyboard.row();
    keyboard.text(label, cardButton(verb, card.ticketId));
  });
  keyboard.row().url(card.open.label, card.open.url);
  const text = cutText([card.title, ...card.lines, ...(card.excerpt ? ['', card.excerpt] : [])].join('\n'));
  return { text, entities: [{ type: 'bold', offset: 0, length: card.title.length }], keyboard };
}

const MAX_TEMPLATES = 6;

/** What to write, and the body's approved words to begin with. */
export function promptScreen(
  text: string,
  ticketId: string,
  templates: readonly { readonly name: string }[],
): StaffScreen {
  const keyboard = new InlineKeyboard();
  templates.slice(0, MAX_TEMPLATES).forEach(({ name }, nth) => {
    keyboard.text(name, templateButton(nth, ticketId)).row();
  });
  return { text: cutText(text), entities: [], keyboard: templates.length > 0 ? keyboard : null };
}

export function previewScreen(
  t: Translate,
  language: Language,
  { words, pendingId, withOutcome }: { words: string; pendingId: string; withOutcome: boolean },
): StaffScreen {
  const keyboard = new InlineKeyboard();
  const choices: readonly PreviewChoice[] = withOutcome ? OUTCOME_CHOICES : ['send'];
  choices.forEach((choice, index) => {
    if (index > 0 && index % 2 === 0) keyboard.row();
    const label =
      choice === 'send' ? t(language, 'officers-button-send') : t(language, 'officers-outcome', { outcome: choice });
    keyboard.text(label, previewButton(choice, pendingId));
  });
  keyboard.row().text(t(language, 'officers-button-cancel'), previewButton('cancel', pendingId));
  return { text: cutText(words), entities: [], keyboard };
}
