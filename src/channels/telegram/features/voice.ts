import { Composer, InlineKeyboard } from 'grammy';
import type { Contribution } from '../../../appeals/index.ts';
import type { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext, Effect, Screen } from '../turn.ts';

/** A machine that understands speech; where it stands is named to the citizen before anything is sent there. */
export interface Listener {
  readonly host: string;
  /** What is said stays in the country, so it is not asked about each time. */
  readonly inCountry: boolean;
  /** Words of a recording by its Telegram file; null when it could not be fetched or understood. */
  listen(fileId: string): Promise<string | null>;
}

interface Deps extends TelegramDeps {
  readonly uow: UnitOfWork;
  /** Null: nobody but people listens. */
  readonly listener: Listener | null;
  readonly runEffects: (chatId: number, effects: readonly Effect[]) => Promise<void>;
}

const FORM = { formId: 'voice', formVersion: 1, subjectId: null, keepMs: 30 * 60_000 } as const;

/**
 * A voice message. Audio cannot be masked, so it goes to a machine in the country, or to another only when the citizen says
 * so for this one message, which is recorded as a consent. What the machine heard is read back, to be sent or put right.
 * Otherwise it is kept as it is and heard by people.
 */
export function voiceFeature(deps: Deps) {
  const { t, forms, drafts, places, uow, listener, runEffects, citizens } = deps;
  const composer = new Composer<BotContext>();

  composer.on('message:voice', async (ctx, next) => {
    const { tx, owner, citizen } = ctx.turn;
    const read = readContribution(ctx.message, places);
    const isFree = (await forms.current(tx, owner)) === null && !ctx.message.reply_to_message;
    if (!listener || !isFree || !citizen.consentVersion || read.type !== 'contribution') {
      ctx.show(ctx.t('voice-kept'), ctx.message.message_id);
      return next();
    }
    const fileId = read.contribution.files[0]?.channelRef;
    if (listener.inCountry && fileId) {
      await forms.begin(tx, { ...FORM, owner, stepKey: 'listening', answers: kept(read.contribution) });
      ctx.show(ctx.t('voice-listening'), ctx.message.message_id);
      tx.afterCommit(() => void readBack(ctx.turn.chatId, owner, fileId, read.contribution, citizen.language));
      return;
    }
    await forms.begin(tx, { ...FORM, owner, stepKey: 'consent', answers: kept(read.contribution) });
    ctx.show({
      text: ctx.t('voice-consent', { host: listener.host }),
      keyboard: new InlineKeyboard().text(ctx.t('voice-listen'), 'v:y').row().text(ctx.t('voice-people'), 'v:p'),
    });
  });

  composer.callbackQuery('v:y', async (ctx) => {
    const { tx, owner, chatId, citizen } = ctx.turn;
    const contribution = await contributionAt(ctx, 'consent');
    const fileId = contribution?.files[0]?.channelRef;
    if (!listener || !contribution || !fileId) return ctx.toast(ctx.t('button-expired'), true);
    ctx.turn.citizen = await citizens.consent(tx, citizen, {
      purpose: 'voice_model',
      given: true,
      text: ctx.t('voice-consent', { host: listener.host }),
      evidence: `telegram update ${ctx.update.update_id}, recording ${fileId}`,
    });
    await forms.advance(tx, owner, { stepKey: 'listening', answers: kept(contribution) });
    ctx.toast();
    ctx.edit(ctx.t('voice-listening'));
    tx.afterCommit(() => void readBack(chatId, owner, fileId, contribution, citizen.language));
  });

  composer.callbackQuery('v:p', async (ctx) => {
    const contribution = (await contributionAt(ctx, 'consent')) ?? (await contributionAt(ctx, 'check'));
    if (!contribution) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    ctx.edit(ctx.t('voice-kept'));
    await file(ctx, { ...contribution, text: '' });
  });

  composer.callbackQuery('v:s', async (ctx) => {
    const contribution = await contributionAt(ctx, 'check');
    if (!contribution?.text) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    await file(ctx, contribution);
  });

  composer.callbackQuery('v:f', async (ctx) => {
    const contribution = await contributionAt(ctx, 'check');
    if (!contribution) return ctx.toast(ctx.t('button-expired'), true);
    await forms.advance(ctx.turn.tx, ctx.turn.owner, { stepKey: 'fix', answers: kept(contribution) });
    ctx.toast();
    ctx.show(ctx.t('voice-fix'));
  });

  composer.on('message:text', async (ctx, next) => {
    const contribution = ctx.message.text.startsWith('/') ? null : await contributionAt(ctx, 'fix');
    return contribution ? file(ctx, { ...contribution, text: ctx.message.text }) : next();
  });

  async function readBack(
    chatId: number,
    owner: string,
    fileId: string,
    contribution: Contribution,
    language: 'kk' | 'ru' | 'en',
  ): Promise<void> {
    const text = (await listener?.listen(fileId).catch(() => null)) ?? null;
    const { result } = await uow.run(`voice:heard:${owner}:${fileId}`, async (tx) => {
      const session = await forms.current(tx, owner);
      if (session?.formId !== FORM.formId || session.stepKey !== 'listening') return false;
      await forms.advance(tx, owner, { stepKey: 'check', answers: kept({ ...contribution, text: text ?? '' }) });
      return true;
    });
    if (!result) return;
    const people = new InlineKeyboard().text(t(language, 'voice-people'), 'v:p');
    const screen: Screen = text
      ? {
          text: t(language, 'voice-heard', { text }),
          keyboard: new InlineKeyboard()
            .text(t(language, 'voice-send'), 'v:s')
            .text(t(language, 'voice-correct'), 'v:f')
            .row()
            .text(t(language, 'voice-people'), 'v:p'),
        }
      : { text: t(language, 'voice-not-heard'), keyboard: people };
    await runEffects(chatId, [{ type: 'show', screen }]);
  }

  async function contributionAt(ctx: BotContext, step: string): Promise<Contribution | null> {
    const session = await forms.current(ctx.turn.tx, ctx.turn.owner);
    const isHere = session?.formId === FORM.formId && session.stepKey === step;
    return isHere ? ((session.answers['contribution'] as Contribution | undefined) ?? null) : null;
  }

  async function file(ctx: BotContext, contribution: Contribution): Promise<void> {
    const { tx, owner, citizen } = ctx.turn;
    await forms.end(tx, owner);
    await drafts.start(tx, {
      ...contribution,
      citizenId: citizen.id,
      language: citizen.language,
      channel: 'telegram',
      usualTerritory: citizen.territoryCode,
      kind: null,
    });
  }

  return composer;
}

const kept = (contribution: Contribution) => ({ contribution: JSON.parse(JSON.stringify(contribution)) as unknown });
