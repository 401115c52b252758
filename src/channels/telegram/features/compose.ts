import { Composer, InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import {
  type Appeal,
  type Contribution,
  type Kind,
  looksLikeCaseNumber,
  parseCaseNumber,
  showCaseNumber,
} from '../../../appeals/index.ts';
import type { AppealId } from '../../../kernel/ids.ts';
import { caseButton } from '../callback-data.ts';
import { MAX_FILE_BYTES, readContribution, sourceRefOf } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader, mainMenu } from '../menu.ts';
import type { BotContext } from '../turn.ts';
import { bringCard } from './bring-card.ts';
import { askConsent, languageKeyboard } from './onboarding.ts';
import { openBySecretKeyboard } from './secret-word.ts';

/** Anything a citizen writes that is not a command, a menu button or the answer to a form. */
export function compose(deps: TelegramDeps) {
  const { citizens, drafts, cases, casesView, cards, places, emergencies, findDraft, forms, guessLanguage, t } = deps;
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.on('edited_message', async (ctx) => {
    const message = ctx.editedMessage;
    const { tx, citizen } = ctx.turn;
    const appeal = await drafts.rewrite(tx, sourceRefOf(message), citizen.id, message.text ?? message.caption ?? '');
    if (appeal && appeal.state !== 'draft')
      ctx.show(ctx.t('compose-rewritten', { number: showCaseNumber(appeal.number ?? '') }), message.message_id);
  });

  composer.on('message', async (ctx) => {
    const message = ctx.message;
    if (message.text && readMenu(message.text)) return ctx.show(ctx.t('compose-nothing'));
    if (message.text && /^\/\w+/.test(message.text))
      return ctx.show({ text: `${ctx.t('command-unknown')}\n\n${ctx.t('help')}`, replyKeyboard: mainMenu(ctx.t) });
    const read = readContribution(message, places);
    switch (read.type) {
      case 'nothing':
        return ctx.show(ctx.t('compose-nothing'));
      case 'file_too_big':
        return ctx.show(ctx.t('compose-file-too-big', { limit: Math.floor(MAX_FILE_BYTES / 1_000_000) }));
      case 'contribution':
        await guess(ctx, read.contribution.text);
        warnOfDanger(ctx, read.contribution.text);
        return contribute(ctx, message, read.contribution);
    }
  });

  /** Somebody who writes before choosing a language is answered in the one they write. */
  async function guess(ctx: BotContext, text: string): Promise<void> {
    const { tx, citizen } = ctx.turn;
    if (citizen.settings.languageChosen) return;
    const language = guessLanguage(text);
    if (language && language !== citizen.language)
      ctx.turn.citizen = await citizens.chooseLanguage(tx, citizen, language);
  }

  function warnOfDanger(ctx: BotContext, text: string): void {
    const advice = emergencies.find(text, ctx.turn.citizen.language);
    if (advice) ctx.show(advice);
  }

  async function contribute(ctx: BotContext, message: Message, contribution: Contribution): Promise<void> {
    const { tx, citizen, chatId } = ctx.turn;
    const about = message.reply_to_message
      ? await cards.appealOf(tx, chatId, message.reply_to_message.message_id)
      : null;
    if (about) return addTo(ctx, about, contribution);
    const number = contribution.files.length === 0 ? parseCaseNumber(contribution.text) : null;
    if (number) return showByNumber(ctx, number);
    if (contribution.files.length === 0 && looksLikeCaseNumber(contribution.text))
      return ctx.show(ctx.t('compose-wrong-number'));
    const draft = await findDraft(tx, citizen.id);
    if (draft) return continueDraft(ctx, draft, contribution);
    const asking = await withOpenQuestion(ctx);
    if (asking) return askWhich(ctx, asking, contribution, 'compose-reply-or-new');
    await startDraft(ctx, contribution, null);
  }

  async function addTo(ctx: BotContext, id: AppealId, contribution: Contribution): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const appeal = await drafts.own(tx, id, citizen.id);
    if (appeal.state === 'draft') {
      await drafts.amend(tx, id, citizen.id, contribution, citizen.territoryCode);
      return;
    }
    await cases.add(tx, id, citizen.id, contribution);
    ctx.show(ctx.t('compose-added', { number: showCaseNumber(appeal.number ?? '') }), ctx.message?.message_id);
  }

  /** A photo or a place belongs to the draft that waits; words may be a new matter, so we ask. */
  async function continueDraft(ctx: BotContext, draft: Appeal, contribution: Contribution): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const wordless = contribution.text === '';
    const waitsForWords = draft.title === '';
    const waitsForPlace = draft.routing.record?.type === 'needs_place';
    const place = waitsForPlace && !contribution.place ? places.find(contribution.text, citizen.territoryCode) : null;
    if (wordless || waitsForWords || (place && contribution.text.length < 80)) {
      const completed = place ? { ...contribution, place: { ...place, point: null } } : contribution;
      await drafts.amend(tx, draft.id, citizen.id, completed, citizen.territoryCode);
      return;
    }
    await askWhich(ctx, draft, contribution, 'compose-add-or-new');
  }

  /** The words wait in a form until one of two buttons says where they belong. */
  async function askWhich(
    ctx: BotContext,
    appeal: Appeal,
    contribution: Contribution,
    question: string,
  ): Promise<void> {
    const { tx, owner } = ctx.turn;
    await forms.begin(tx, {
      owner,
      formId: 'pending_words',
      formVersion: 1,
      stepKey: 'choose',
      subjectId: appeal.id,
      answers: { contribution: JSON.parse(JSON.stringify(contribution)) },
    });
    const title = appeal.number ? `№ ${showCaseNumber(appeal.number)} ${appeal.title}` : appeal.title;
    ctx.show({
      text: ctx.t(question, { title }),
      keyboard: new InlineKeyboard()
        .text(ctx.t('button-attach-pending'), caseButton('attach_pending', appeal.id))
        .text(ctx.t('button-new-pending'), caseButton('new_pending', appeal.id)),
    });
  }

  async function startDraft(ctx: BotContext, contribution: Contribution, kind: Kind | null): Promise<void> {
    const { tx, citizen } = ctx.turn;
    await drafts.start(tx, {
      ...contribution,
      citizenId: citizen.id,
      language: citizen.language,
      channel: 'telegram',
      usualTerritory: citizen.territoryCode,
      kind,
    });
    if (!citizen.consentVersion) {
      if (!citizen.settings.languageChosen)
        ctx.show({ text: ctx.t('start-first-words'), keyboard: languageKeyboard() });
      askConsent(ctx);
    }
  }

  async function showByNumber(ctx: BotContext, number: string): Promise<void> {
    const { citizen } = ctx.turn;
    const appeal = await casesView.findByNumber(number);
    if (!appeal || appeal.citizenId !== citizen.id)
      return ctx.show({ text: ctx.t('compose-no-such-number'), keyboard: openBySecretKeyboard(ctx, number) });
    await bringCard(ctx, deps, appeal.id);
  }

  async function withOpenQuestion(ctx: BotContext): Promise<Appeal | null> {
    return cases.findAsking(ctx.turn.tx, ctx.turn.citizen.id);
  }

  composer.use(pendingWords(deps, startDraft));
  return { composer, startDraft };
}

function pendingWords(
  { forms, drafts, cases }: TelegramDeps,
  startDraft: (ctx: BotContext, contribution: Contribution, kind: Kind | null) => Promise<void>,
) {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(/^c:[jJ]:/, async (ctx) => {
    const { tx, owner, citizen } = ctx.turn;
    const session = await forms.current(tx, owner);
    const attach = ctx.callbackQuery.data.startsWith('c:j');
    if (session?.formId !== 'pending_words' || !session.subjectId) return ctx.toast(ctx.t('button-expired'), true);
    const contribution = session.answers['contribution'] as Contribution;
    await forms.end(tx, owner);
    ctx.toast();
    ctx.turn.effects.push({ type: 'delete', messageId: ctx.callbackQuery.message?.message_id ?? 0 });
    if (!attach) return startDraft(ctx, contribution, null);
    const appeal = await drafts.own(tx, session.subjectId as AppealId, citizen.id);
    if (appeal.state === 'draft') await drafts.amend(tx, appeal.id, citizen.id, contribution, citizen.territoryCode);
    else await cases.add(tx, appeal.id, citizen.id, contribution);
  });
  return composer;
}
