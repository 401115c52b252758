import { Composer, InlineKeyboard } from 'grammy';
import { z } from 'zod';
import type { FormSession } from '../../../../forms/index.ts';
import { TerritoryCode } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type AddresseeOption, barredHints, TEXT_LIMITS } from '../../../../petitions/index.ts';
import { lines } from '../../rich-text.ts';
import type { BotContext, Screen } from '../../turn.ts';
import { askConsent } from '../onboarding.ts';
import { petitionButton } from './petition-buttons.ts';
import type { PetitionChatDeps } from './petition-chat-deps.ts';

const FORM = 'petition_new';

/** What a half-written petition remembers between messages. */
const Answers = z.object({
  ask: z.string().default(''),
  territory: TerritoryCode.nullable().default(null),
  option: z.number().int().nonnegative().nullable().default(null),
});
type Answers = z.infer<typeof Answers>;

/** A guided form: what you ask, of whom, why. Each step says how much fits, and what is already there. */
export function starting(deps: PetitionChatDeps) {
  const { petitions, suggestAddressees, siteLink, forms, places, citizens, names } = deps;
  const composer = new Composer<BotContext>();
  const cancel = (ctx: BotContext) => new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel');

  composer.callbackQuery('pn:new', async (ctx) => {
    ctx.toast();
    if (!ctx.turn.citizen.consentVersion) return askConsent(ctx);
    await begin(ctx);
  });

  composer.callbackQuery('pn:other', async (ctx) => {
    ctx.toast();
    const session = await current(ctx);
    if (!session) return ctx.toast(ctx.t('button-expired'), true);
    await afterAsk(ctx, session.answers);
  });

  composer.callbackQuery(/^pn:to:(\d{1,2})$/, async (ctx) => {
    const session = await current(ctx);
    const option = session && optionsFor(ctx, session.answers).options[Number(ctx.match[1])];
    if (!session || !option) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    await advance(ctx, 'why', { ...session.answers, option: Number(ctx.match[1]) });
    const profile = petitions.profiles.get(option.profileId);
    const hints = barredHints(session.answers.ask, profile.barredSubjects);
    const { language } = ctx.turn.citizen;
    ctx.show({
      ...lines(
        hints.length > 0
          ? ctx.t('petition-new-barred', { subjects: hints.map(({ name }) => name[language]).join('; ') })
          : null,
        ctx.t('petition-new-why', { limit: TEXT_LIMITS.why.max }),
      ),
      keyboard: cancel(ctx),
    });
  });

  composer.on('message:text', async (ctx, next) => {
    const session = await current(ctx);
    if (!session) return next();
    const text = ctx.message.text.trim();
    switch (session.stepKey) {
      case 'ask':
        return takeAsk(ctx, session.answers, text);
      case 'place':
        return takePlace(ctx, session.answers, text);
      case 'why':
        return takeWhy(ctx, session.answers, text);
      default:
        return next();
    }
  });

  const toOf = ({ agencyCode, name }: AddresseeOption, language: Language): string =>
    agencyCode ? names.agency(agencyCode, language) : name[language];

  /** The same form on the site, for those who rather write there. */
  async function offerSite(ctx: BotContext): Promise<void> {
    const { citizen, tx } = ctx.turn;
    ctx.show(ctx.t('petition-site-link', { link: siteLink(citizen.id, tx.now) }));
  }
  composer.command('start', async (ctx, next) => (ctx.match === 'site' ? offerSite(ctx) : next()));
  composer.command('site', offerSite);
  composer.callbackQuery('pn:site', async (ctx) => {
    ctx.toast();
    await offerSite(ctx);
  });

  async function begin(ctx: BotContext): Promise<void> {
    const { tx, owner, citizen } = ctx.turn;
    const answers = { territory: citizen.territoryCode };
    await forms.begin(tx, { owner, formId: FORM, formVersion: 1, stepKey: 'ask', subjectId: null, answers });
    const keyboard = new InlineKeyboard()
      .text(ctx.t('petition-button-site'), 'pn:site')
      .row()
      .text(ctx.t('button-form-cancel'), 'form:cancel');
    ctx.show({ text: ctx.t('petition-new-ask', { limit: TEXT_LIMITS.ask.max }), keyboard });
  }

  async function current(ctx: BotContext): Promise<{ stepKey: string; answers: Answers } | null> {
    const session: FormSession | null = await forms.current(ctx.turn.tx, ctx.turn.owner);
    return session?.formId === FORM ? { stepKey: session.stepKey, answers: Answers.parse(session.answers) } : null;
  }

  const advance = (ctx: BotContext, stepKey: string, answers: Answers): Promise<void> =>
    forms.advance(ctx.turn.tx, ctx.turn.owner, { stepKey, answers });

  const optionsFor = (ctx: BotContext, { ask, territory }: Answers) =>
    suggestAddressees(ask, territory, petitions.terms.today(ctx.turn.tx.now));

  async function takeAsk(ctx: BotContext, answers: Answers, text: string): Promise<void> {
    const { min, max } = TEXT_LIMITS.ask;
    if (text.length < min) return ctx.show(ctx.t('refusal-petition-text-too-short', { limit: min }));
    if (text.length > max) return ctx.show(ctx.t('refusal-petition-text-too-long', { limit: max }));
    const similar = await petitions.view.similar(text);
    if (similar.length === 0) return afterAsk(ctx, { ...answers, ask: text });
    await advance(ctx, 'similar', { ...answers, ask: text });
    const keyboard = new InlineKeyboard();
    for (const item of similar) keyboard.text(item.ask.slice(0, 60), petitionButton('show', item.id)).row();
    keyboard.text(ctx.t('petition-new-similar-other'), 'pn:other');
    ctx.show({ text: ctx.t('petition-new-similar'), keyboard });
  }

  async function afterAsk(ctx: BotContext, answers: Answers): Promise<void> {
    if (answers.territory) return askWhom(ctx, answers);
    await advance(ctx, 'place', answers);
    ctx.show({ text: ctx.t('petition-new-place'), keyboard: cancel(ctx) });
  }

  async function takePlace(ctx: BotContext, answers: Answers, text: string): Promise<void> {
    const found = places.find(text, ctx.turn.citizen.territoryCode);
    if (!found) return ctx.show(ctx.t('place-not-found'));
    ctx.turn.citizen = await citizens.rememberTerritory(ctx.turn.tx, ctx.turn.citizen, found.territoryCode);
    await askWhom(ctx, { ...answers, territory: found.territoryCode });
  }

  async function askWhom(ctx: BotContext, answers: Answers): Promise<void> {
    const { options, proposed, words } = optionsFor(ctx, answers);
    if (options.length === 0) {
      await forms.end(ctx.turn.tx, ctx.turn.owner);
      return ctx.show(ctx.t('petition-new-nobody'));
    }
    await advance(ctx, 'whom', answers);
    const { language } = ctx.turn.citizen;
    const keyboard = new InlineKeyboard();
    options.forEach((option, at) => {
      const profile = petitions.profiles.get(option.profileId).name[language];
      keyboard.text(ctx.t('petition-new-option', { to: toOf(option, language), profile }), `pn:to:${at}`).row();
    });
    keyboard.text(ctx.t('button-form-cancel'), 'form:cancel');
    const first = proposed > 0 ? options[0] : undefined;
    ctx.show({
      ...lines(
        first ? ctx.t('writing-proposed', { to: toOf(first, language) }) : null,
        first && words.length > 0 ? ctx.t('writing-proposed-words', { words: words.join(', ') }) : null,
        ctx.t('petition-new-whom'),
      ),
      keyboard,
    });
  }

  async function takeWhy(ctx: BotContext, answers: Answers, text: string): Promise<void> {
    const { min, max } = TEXT_LIMITS.why;
    if (text.length < min) return ctx.show(ctx.t('refusal-petition-text-too-short', { limit: min }));
    if (text.length > max) return ctx.show(ctx.t('refusal-petition-text-too-long', { limit: max }));
    const option = answers.option === null ? undefined : optionsFor(ctx, answers).options[answers.option];
    const { tx, owner, citizen } = ctx.turn;
    await forms.end(tx, owner);
    if (!option) return ctx.show(ctx.t('button-expired'));
    const { profileId, authorityKey, agencyCode, territoryCode } = option;
    const draft = await petitions.authoring.draft(tx, {
      citizenId: citizen.id,
      language: citizen.language,
      profileId,
      authorityKey,
      agencyCode,
      territoryCode,
      text: { ask: answers.ask, why: text, details: '' },
    });
    ctx.show(previewScreen(ctx, option, draft.original, draft.id));
  }

  function previewScreen(
    ctx: BotContext,
    option: AddresseeOption,
    text: { ask: string; why: string },
    id: Parameters<typeof petitionButton>[1],
  ): Screen {
    const { language } = ctx.turn.citizen;
    const { sponsors, statePortal } = petitions.profiles.get(option.profileId);
    const goals = option.thresholds.map(({ counter, required }) =>
      counter === 'legal_reading'
        ? ctx.t('petition-new-goal-legal', { required, portal: statePortal?.name ?? '' })
        : ctx.t(`petition-new-goal-${counter}`, { required }),
    );
    return {
      ...lines(
        ctx.t('petition-new-preview'),
        '\n',
        text.ask,
        text.why,
        ctx.t('petition-to', { to: toOf(option, language) }),
        '\n',
        ...goals,
        sponsors.count > 0
          ? ctx.t('petition-new-next', { required: sponsors.count })
          : ctx.t('petition-new-next-direct'),
      ),
      keyboard: new InlineKeyboard()
        .text(ctx.t('petition-button-submit'), petitionButton('submit', id))
        .row()
        .text(ctx.t('petition-button-rewrite'), petitionButton('rewrite', id))
        .text(ctx.t('button-cancel'), petitionButton('discard', id)),
    };
  }

  return { composer, begin };
}
