import { Composer, InlineKeyboard } from 'grammy';
import { type Appeal, KINDS, showCaseNumber } from '../../../appeals/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { type CaseButton, caseButton, readCaseButton } from '../callback-data.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext } from '../turn.ts';
import { createCaseScreens } from './case-screens.ts';
import { askPlace } from './place.ts';

/** The buttons under a case card. Each checks anew whose case it is: buttons outlive their moment and can be forged. */
export function caseButtons(deps: TelegramDeps) {
  const { drafts, cases, casesView, cards, citizens, forms, names, dates } = deps;
  const { choicesOf, changeScreen, moreScreen, historyScreen, answerScreen, whyScreen, whyHereScreen } =
    createCaseScreens(deps);
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    if (!button) return next();
    const { tx, citizen } = ctx.turn;
    const appeal = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    const pressed = ctx.callbackQuery.message?.message_id ?? 0;
    const { effects, chatId } = ctx.turn;
    // Not waited for: the commit does, and a failure fails the command.
    cards.adopt(tx, { appealId: appeal.id, citizenId: citizen.id }, chatId, pressed).then(
      (stale) => void effects.push(...stale.map((messageId) => ({ type: 'delete', messageId }) as const)),
      () => undefined,
    );
    await press(ctx, button, appeal);
  });

  async function press(ctx: BotContext, { verb, index }: CaseButton, appeal: Appeal): Promise<void> {
    const { tx, citizen, chatId } = ctx.turn;
    const { id } = appeal;
    switch (verb) {
      case 'join_others':
      case 'send': {
        if (!citizen.consentVersion) return ctx.toast(ctx.t('consent-first'), true);
        const sent = await cases.submit(tx, id, citizen.id);
        if (verb === 'join_others') await deps.joinOthers(tx, id, citizen.id);
        if (sent.place.territoryCode)
          ctx.turn.citizen = await citizens.rememberTerritory(tx, citizen, sent.place.territoryCode);
        return ctx.toast(ctx.t('toast-sent', { number: showCaseNumber(sent.number ?? '') }));
      }
      case 'cancel':
        await drafts.discard(tx, id, citizen.id);
        return ctx.toast();
      case 'change':
        ctx.toast();
        await cards.unsettle(tx, chatId, ctx.callbackQuery?.message?.message_id ?? 0);
        return ctx.edit(changeScreen(ctx, appeal));
      case 'back':
        ctx.toast();
        return ctx.edit(deps.caseCard(await casesView.citizenCase(id, citizen.id), citizen.language));
      case 'choose_kind': {
        const kind = KINDS[index ?? -1];
        if (!kind) return ctx.toast(ctx.t('button-expired'), true);
        await drafts.choose(tx, id, citizen.id, { kind }, citizen.territoryCode);
        return ctx.toast();
      }
      case 'choose_topic': {
        const choice = choicesOf(appeal)[index ?? -1];
        if (!choice) return ctx.toast(ctx.t('button-expired'), true);
        await drafts.choose(
          tx,
          id,
          citizen.id,
          { topicId: choice.topicId, agencyCode: choice.agencyCode },
          citizen.territoryCode,
        );
        return ctx.toast();
      }
      case 'set_place':
        ctx.toast();
        return askPlace(ctx, deps, id);
      case 'add_photo':
        ctx.toast();
        return ctx.show(ctx.t('ask-photo'));
      case 'add':
      case 'reply':
        return askWords(ctx, 'case_addition', id, 'ask-addition');
      case 'dispute':
      case 'unresolved':
        return disputeOf(ctx, id, index);
      case 'external_number':
      case 'resolved':
        await cases.confirm(tx, id, citizen.id, 'resolved');
        return ctx.toast(ctx.t('toast-thanks'));
      case 'partly':
        await cases.confirm(tx, id, citizen.id, 'partly');
        return ctx.toast(ctx.t('toast-partly'));
      case 'wrong_body':
        await cases.contest(tx, id, citizen.id);
        return ctx.toast(ctx.t('toast-wrong-body'));
      case 'withdraw':
        ctx.toast();
        return ctx.show({
          text: ctx.t('withdraw-sure', { number: showCaseNumber(appeal.number ?? '') }),
          keyboard: new InlineKeyboard()
            .text(ctx.t('button-withdraw-sure'), caseButton('withdraw_sure', id))
            .text(ctx.t('button-form-cancel'), 'form:cancel'),
        });
      case 'withdraw_sure':
        await cases.withdraw(tx, id, citizen.id);
        ctx.toast();
        return ctx.edit(ctx.t('toast-withdrawn'));
      case 'history':
        ctx.toast();
        return ctx.show(await historyScreen(ctx, id));
      case 'read_answer':
        ctx.toast();
        return ctx.show(await answerScreen(ctx, id));
      case 'why_date':
      case 'law':
        ctx.toast();
        return ctx.show(await whyScreen(ctx, id, verb === 'law'));
      case 'calendar': {
        ctx.toast();
        const ics = await dates.ics(id, citizen.language);
        if (ics)
          ctx.turn.effects.push({
            type: 'document',
            fileName: `dauys-${appeal.number}.ics`,
            bytes: async () => ics,
            caption: ctx.t('calendar-caption'),
          });
        return;
      }
      case 'why_here':
        ctx.toast();
        return ctx.show(whyHereScreen(ctx, appeal));
      case 'external_text':
      case 'download':
        ctx.toast();
        ctx.turn.effects.push(
          {
            type: 'document',
            fileName: `dauys-${appeal.number}.html`,
            bytes: () => deps.casePage(id, citizen.id, citizen.language),
            caption: ctx.t('download-caption'),
          },
          {
            type: 'document',
            fileName: `dauys-${appeal.number}.json`,
            bytes: () => deps.exportCase(id, citizen.id),
            caption: ctx.t('download-data-caption'),
          },
        );
        return;
      case 'hearing_agree':
      case 'hearing_object':
      case 'hearing_attend':
      case 'complain_silence':
      case 'complain_file':
      case 'complain_wait':
      case 'go_to_court':
      case 'remind':
        // The terms' own composer takes them before us.
        return;
      case 'more':
        ctx.toast();
        return ctx.show(moreScreen(ctx, appeal));
      case 'on_behalf':
      case 'relation':
      case 'basis':
      case 'set_secret':
      case 'give_details':
      case 'as_message':
      case 'external_answered':
      case 'attach_pending':
      case 'new_pending':
        return ctx.toast(ctx.t('button-expired'), true);
    }
  }

  /** With several bodies' answers, first which of them: only that body has to look again. */
  async function disputeOf(ctx: BotContext, id: AppealId, index: number | null): Promise<void> {
    const { citizen } = ctx.turn;
    const { answers } = await casesView.citizenCase(id, citizen.id);
    if (answers.length < 2) return askWords(ctx, 'case_dispute', id, 'ask-dispute');
    const chosen = index === null ? undefined : answers[index];
    if (chosen) return askWords(ctx, 'case_dispute', id, 'ask-dispute', { ticketId: chosen.ticket.id });
    if (index === answers.length) return askWords(ctx, 'case_dispute', id, 'ask-dispute');
    const keyboard = new InlineKeyboard();
    for (const [at, { ticket }] of answers.entries())
      keyboard
        .text(names.agency(ticket.agencyCode, citizen.language).slice(0, 60), caseButton('dispute', id, at))
        .row();
    keyboard.text(ctx.t('button-dispute-all'), caseButton('dispute', id, answers.length));
    ctx.toast();
    ctx.show({ text: ctx.t('ask-dispute-which'), keyboard });
  }

  async function askWords(
    ctx: BotContext,
    formId: string,
    subjectId: AppealId,
    question: string,
    answers: Record<string, string> = {},
  ): Promise<void> {
    const { tx, owner } = ctx.turn;
    await forms.begin(tx, { owner, formId, formVersion: 1, stepKey: 'words', subjectId, answers });
    ctx.toast();
    ctx.show({
      text: ctx.t(question),
      keyboard: new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  }

  return composer;
}
