import { Composer, InlineKeyboard } from 'grammy';
import { Language } from '../../../kernel/language.ts';
import type { TelegramDeps } from '../deps.ts';
import { mainMenu } from '../menu.ts';
import { lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';

const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function languageKeyboard(prefix = 'lang'): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const language of Language.options) keyboard.text(LANGUAGE_NAMES[language], `${prefix}:${language}`);
  return keyboard;
}

/** First greeting, language, consent: one question at a time, and a case already written waits for its author. */
export function onboarding({ t, citizens, findDraft, notifications }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.command('start', async (ctx, next) => {
    // A link that leads somewhere (`p_…` to a petition) shows that first; a greeting would be in the way.
    if (/^[a-z]+_/.test(ctx.match)) return next();
    if (!ctx.turn.citizen.settings.languageChosen)
      return ctx.show({ text: t(ctx.turn.citizen.language, 'start-language'), keyboard: languageKeyboard() });
    await greet(ctx);
  });

  composer.callbackQuery(/^lang:(kk|ru|en)$/, async (ctx) => {
    const language = Language.parse(ctx.match[1]);
    const first = !ctx.turn.citizen.settings.languageChosen;
    ctx.turn.citizen = await citizens.chooseLanguage(ctx.turn.tx, ctx.turn.citizen, language);
    ctx.toast();
    ctx.edit(LANGUAGE_NAMES[language]);
    ctx.turn.effects.push({ type: 'commands', language });
    if (first) await greet(ctx);
    else ctx.show({ text: ctx.t('settings-language-changed'), replyKeyboard: mainMenu(ctx.t) });
  });

  composer.callbackQuery('consent:details', (ctx) => {
    ctx.toast();
    ctx.show(ctx.t('consent-details'));
  });

  composer.callbackQuery(/^consent:(yes|no)$/, async (ctx) => {
    const given = ctx.match[1] === 'yes';
    const { tx, citizen } = ctx.turn;
    ctx.turn.citizen = await citizens.consent(tx, citizen, {
      purpose: 'processing',
      given,
      text: `${ctx.t('consent-text')}\n${ctx.t('consent-details')}`,
      evidence: `telegram update ${ctx.update.update_id}`,
    });
    ctx.toast();
    ctx.edit(ctx.t(given ? 'consent-given' : 'consent-refused'));
    const draft = given ? await findDraft(tx, citizen.id) : null;
    if (draft) {
      await notifications.add(tx, {
        to: { kind: 'citizen', id: citizen.id },
        kind: 'case_card',
        facts: { appealId: draft.id },
        lane: 'conversation',
        dedupeKey: `card:${draft.id}:${tx.key}`,
      });
    }
    ctx.show({ text: ctx.t(given ? 'menu-ready' : 'menu-anonymous'), replyKeyboard: mainMenu(ctx.t) });
  });

  async function greet(ctx: BotContext): Promise<void> {
    ctx.show({ ...lines(ctx.t('start-hello'), ctx.t('start-how')), replyKeyboard: mainMenu(ctx.t) });
    if (!ctx.turn.citizen.consentVersion) askConsent(ctx);
  }

  return composer;
}

/** The elements of the law in one short text, the details one tap away. */
export function askConsent(ctx: BotContext): void {
  ctx.show({
    text: ctx.t('consent-text'),
    keyboard: new InlineKeyboard()
      .text(ctx.t('consent-yes'), 'consent:yes')
      .text(ctx.t('consent-no'), 'consent:no')
      .row()
      .text(ctx.t('consent-more'), 'consent:details'),
  });
}
