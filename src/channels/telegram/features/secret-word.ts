import { Composer, InlineKeyboard } from 'grammy';
import { CaseNumber, showCaseNumber } from '../../../appeals/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { readCaseButton } from '../callback-data.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

const SET = 'secret_word';
const OPEN = 'open_case';

/** A case outlives its account: a word set here opens it from another chat by its number. */
export function secretWord({ forms, drafts, caseAccess, notices }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    if (button?.verb !== 'set_secret') return next();
    const { tx, citizen } = ctx.turn;
    const { id } = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    await ask(ctx, SET, id, 'secret-ask');
  });

  composer.callbackQuery(/^secret:(\d{7,10})$/, (ctx) => ask(ctx, OPEN, ctx.match[1] ?? '', 'secret-ask-open'));

  /** The account a case left says that this was somebody else. */
  composer.callbackQuery(/^moved:no:(\d{7,10})$/, async (ctx) => {
    const { tx, citizen } = ctx.turn;
    await notices.add(tx, { kind: 'case_taken', facts: { number: ctx.match[1] ?? '' }, citizenId: citizen.id });
    ctx.toast();
    ctx.edit(ctx.t('moved-reported'));
  });

  async function ask(ctx: BotContext, formId: string, subjectId: string, question: string): Promise<void> {
    const { tx, owner } = ctx.turn;
    await forms.begin(tx, { owner, formId, formVersion: 1, stepKey: 'word', subjectId, keepMs: 3_600_000 });
    ctx.toast();
    ctx.show({
      text: ctx.t(question),
      keyboard: new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  }

  const words: Record<string, WordsHandler> = {
    [SET]: async (ctx, session) => {
      const { tx, citizen, owner } = ctx.turn;
      const text = ctx.message?.text;
      if (!text) return ctx.show(ctx.t('secret-ask'));
      hide(ctx);
      await caseAccess.setSecretWord(tx, AppealId.parse(session.subjectId), citizen.id, text);
      await forms.end(tx, owner);
      ctx.show(ctx.t('secret-saved'));
    },

    [OPEN]: async (ctx, session) => {
      const { tx, citizen, owner } = ctx.turn;
      const text = ctx.message?.text;
      if (!text) return ctx.show(ctx.t('secret-ask-open'));
      const number = CaseNumber.safeParse(session.subjectId).data ?? '';
      const appeal = await caseAccess.open(tx, citizen.id, number, text);
      await forms.end(tx, owner);
      hide(ctx);
      if (appeal) return ctx.show(ctx.t('secret-opened', { number: showCaseNumber(number) }));
      ctx.show({
        text: ctx.t('secret-not-opened'),
        keyboard: new InlineKeyboard().text(ctx.t('button-try-again'), `secret:${session.subjectId}`),
      });
    },
  };

  /** The word must not stay in the chat for the next one who holds the phone. */
  const hide = (ctx: BotContext): void => {
    if (ctx.message) ctx.turn.effects.push({ type: 'delete', messageId: ctx.message.message_id });
  };

  return { composer, words };
}

/** Beside "you have no such case": the same button whether or not somebody else has one. */
export const openBySecretKeyboard = (ctx: BotContext, number: string): InlineKeyboard =>
  new InlineKeyboard().text(ctx.t('button-open-by-secret'), `secret:${number}`);
