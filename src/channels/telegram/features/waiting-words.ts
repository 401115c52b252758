import { Composer } from 'grammy';
import type { FormSession } from '../../../forms/index.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader, mainMenu } from '../menu.ts';
import type { BotContext } from '../turn.ts';

export type WordsHandler = (ctx: BotContext, session: FormSession) => Promise<void>;

/**
 * Forms that wait for words: what the person writes next belongs to them, unless it is a command, a menu button, or an
 * answer to another case. Then the person has moved on, and the form ends.
 */
export function waitingWords(
  { forms, cards, t }: Pick<TelegramDeps, 'forms' | 'cards' | 't'>,
  handlers: Readonly<Record<string, WordsHandler>>,
) {
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);
  const cancelWords = new Set(LANGUAGES.map((language) => t(language, 'button-form-cancel')));

  composer.callbackQuery('form:cancel', async (ctx) => {
    await forms.end(ctx.turn.tx, ctx.turn.owner);
    ctx.toast();
    ctx.edit(ctx.t('form-cancelled'));
  });

  composer.on('message', async (ctx, next) => {
    const { tx, owner, chatId } = ctx.turn;
    const session = await forms.current(tx, owner);
    const handle = session && handlers[session.formId];
    if (!handle) return next();
    const text = ctx.message.text ?? '';
    if (cancelWords.has(text)) {
      await forms.end(tx, owner);
      return ctx.show({ text: ctx.t('form-cancelled'), replyKeyboard: mainMenu(ctx.t) });
    }
    const about = ctx.message.reply_to_message
      ? await cards.appealOf(tx, chatId, ctx.message.reply_to_message.message_id)
      : null;
    if (text.startsWith('/') || readMenu(text) || (about && about !== session.subjectId)) {
      await forms.end(tx, owner);
      return next();
    }
    return handle(ctx, session);
  });

  return composer;
}
