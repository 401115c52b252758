import { Composer, InlineKeyboard } from 'grammy';
import type { PetitionId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Petition, PetitionView } from '../../../petitions/index.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import { petitionButton, petitionLink, readPetitionButton, readPetitionPayload } from './petitions/petition-buttons.ts';
import { createPetitionCard } from './petitions/petition-card.ts';
import type { PetitionChatDeps } from './petitions/petition-chat-deps.ts';
import { petitionLists } from './petitions/petition-lists.ts';
import { starting } from './petitions/starting.ts';

export { createPetitionRenderers } from './petitions/news.ts';
export type { PetitionChatDeps } from './petitions/petition-chat-deps.ts';
export { petitionSharing } from './petitions/sharing.ts';
export { createSupportCrowd } from './petitions/support-crowd.ts';

/** Petitions in the chat: find, read, support with two taps, start one, follow it. */
export function petitionsFeature(deps: PetitionChatDeps): Composer<BotContext> {
  const { petitions, citizens, tierOf, names } = deps;
  const { card } = createPetitionCard(deps);
  const composer = new Composer<BotContext>();
  const form = starting(deps);

  composer.command('start', async (ctx, next) => {
    const link = readPetitionPayload(ctx.match);
    if (!link) return next();
    const view = await petitions.view.view({ code: link.code });
    if (!view || view.petition.state === 'draft') return ctx.show(ctx.t('petition-not-found'));
    await show(ctx, view, { referrer: link.referrer });
  });
  composer.use(petitionLists(deps));
  composer.use(form.composer);

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readPetitionButton(ctx.callbackQuery.data);
    if (!button) return next();
    const { tx, citizen } = ctx.turn;
    const { id, referrer } = button;
    switch (button.verb) {
      case 'show':
        ctx.toast();
        return show(ctx, await visible(ctx, id), { inPlace: true });
      case 'ask_support':
        ctx.toast();
        return askSupport(ctx, await visible(ctx, id), referrer);
      case 'support':
        return support(ctx, await visible(ctx, id), referrer);
      case 'withdraw': {
        const done = await petitions.support.withdraw(tx, id, citizen.id);
        ctx.toast(ctx.t(done ? 'petition-withdraw-done' : 'petition-withdraw-nothing'), true);
        return show(ctx, await visible(ctx, id), { inPlace: true, supports: false, delta: done ? -1 : 0 });
      }
      case 'quiet':
      case 'loud':
        await petitions.support.setNotify(tx, id, citizen.id, button.verb === 'loud');
        return ctx.toast(ctx.t(button.verb === 'loud' ? 'petition-news-on' : 'petition-news-off'), true);
      case 'read': {
        ctx.toast();
        const { text } = await visible(ctx, id);
        return ctx.show(
          text
            ? lines(FormattedString.b(text.ask), text.why, text.details && '\n', text.details)
            : ctx.t('petition-not-found'),
        );
      }
      case 'picture': {
        ctx.toast();
        const view = await visible(ctx, id);
        const link = petitionLink(ctx.me.username, view.petition.code, petitions.keys.referrer(citizen.id));
        const caption = `${ctx.t('petition-share-text', { ask: view.text?.ask ?? '' })}\n${link}`;
        return void ctx.turn.effects.push({
          type: 'photo',
          fileName: `${view.petition.code}.png`,
          bytes: () => deps.picture(view, citizen.language),
          caption,
        });
      }
      case 'reply': {
        ctx.toast();
        const { reply } = await visible(ctx, id);
        return ctx.show(String(reply?.facts['text'] ?? ctx.t('petition-not-found')));
      }
      case 'submit':
        ctx.toast();
        return submitted(ctx, await petitions.authoring.submit(tx, id, citizen.id));
      case 'rewrite':
        await petitions.authoring.withdraw(tx, id, citizen.id);
        ctx.toast();
        return form.begin(ctx);
      case 'discard':
        await petitions.authoring.withdraw(tx, id, citizen.id);
        ctx.toast();
        return ctx.edit(ctx.t('form-cancelled'));
      case 'appeal': {
        const { moderationDueOn } = await petitions.authoring.appeal(tx, id, citizen.id);
        ctx.toast();
        return ctx.edit(
          ctx.t('petition-appealed', { on: moderationDueOn ? names.day(moderationDueOn, citizen.language) : '—' }),
        );
      }
      case 'ask_withdraw_own':
        ctx.toast();
        return ctx.show({
          text: ctx.t('petition-withdraw-own-sure'),
          keyboard: new InlineKeyboard().text(ctx.t('petition-withdraw-own-yes'), petitionButton('withdraw_own', id)),
        });
      case 'withdraw_own':
        await petitions.authoring.withdraw(tx, id, citizen.id);
        ctx.toast();
        return ctx.edit(ctx.t('petition-withdrawn-own'));
    }
  });

  /** A draft is its author's; everything else opens for whoever has its link. */
  async function visible(ctx: BotContext, id: PetitionId): Promise<PetitionView> {
    const view = await petitions.view.view({ id });
    const isOwn = view?.petition.citizenId === ctx.turn.citizen.id;
    if (!view || (view.petition.state === 'draft' && !isOwn)) throw new Refusal('petition.not_found', {});
    return view;
  }

  async function show(
    ctx: BotContext,
    view: PetitionView,
    {
      inPlace = false,
      supports,
      delta = 0,
      receipt = null,
      referrer = null,
    }: {
      inPlace?: boolean;
      supports?: boolean;
      delta?: number;
      receipt?: string | null;
      referrer?: string | null;
    } = {},
  ): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const [mine, support] = await Promise.all([
      petitions.support.find(tx, view.petition.id, citizen.id),
      petitions.view.supportNow(view.petition.id),
    ]);
    // What this turn does is not in the view yet: it shows what was committed before.
    const counts = { ...view.counts, support: Math.max(0, support + delta) };
    const screen = card({ ...view, counts }, tx.now, {
      language: citizen.language,
      supports: supports ?? (mine?.state === 'counted' || mine?.state === 'held'),
      notify: mine?.notify ?? true,
      isAuthor: view.petition.citizenId === citizen.id,
      receipt,
      botUsername: ctx.me.username,
      referrer,
      ownReferrer: petitions.keys.referrer(citizen.id),
    });
    if (inPlace) ctx.edit(screen);
    else ctx.show(screen);
  }

  /** The first tap: what it means, and the consent where there is none yet, in one message. */
  function askSupport(ctx: BotContext, { petition, text }: PetitionView, referrer: string | null): void {
    const isKnown = ctx.turn.citizen.consentVersion !== null;
    const consent = isKnown ? [] : ['\n', ctx.t('petition-support-consent'), '\n', ctx.t('consent-text')];
    ctx.edit({
      ...lines(ctx.t('petition-support-sure', { ask: text?.ask ?? '' }), ...consent),
      keyboard: new InlineKeyboard()
        .text(ctx.t('petition-support-yes'), petitionButton('support', petition.id, referrer))
        .row()
        .text(ctx.t('petition-support-no'), petitionButton('show', petition.id)),
    });
  }

  /** The second tap. */
  async function support(ctx: BotContext, view: PetitionView, referrer: string | null): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const { id, state } = view.petition;
    if (!citizen.consentVersion) {
      ctx.turn.citizen = await citizens.consent(tx, citizen, {
        purpose: 'processing',
        given: true,
        text: [ctx.t('petition-support-consent'), ctx.t('consent-text'), ctx.t('consent-details')].join('\n'),
        evidence: `telegram update ${ctx.update.update_id}`,
      });
    }
    const outcome = await petitions.support.support(tx, {
      petitionId: id,
      citizenId: citizen.id,
      tier: await tierOf(citizen.id),
      source: state === 'gathering_sponsors' ? 'sponsor' : 'chat',
      referrer,
    });
    const isNew = outcome.type === 'supported';
    ctx.toast(ctx.t(isNew ? 'petition-support-done' : 'petition-support-already'));
    await show(ctx, view, { inPlace: true, supports: true, delta: isNew ? 1 : 0, receipt: outcome.receipt });
  }

  function submitted(ctx: BotContext, petition: Petition): void {
    const { language } = ctx.turn.citizen;
    if (petition.state === 'in_moderation') {
      const on = petition.moderationDueOn ? names.day(petition.moderationDueOn, language) : '—';
      ctx.edit(ctx.t('petition-sent-moderation', { on }));
      return;
    }
    const link = petitionLink(ctx.me.username, petition.code, petitions.keys.referrer(petition.citizenId));
    const words = encodeURIComponent(ctx.t('petition-share-text', { ask: petition.original.ask }));
    ctx.edit({
      text: ctx.t('petition-sent-sponsors', { link }),
      keyboard: new InlineKeyboard()
        .url(ctx.t('petition-button-share'), `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${words}`)
        .row()
        .text(ctx.t('petition-button-page'), petitionButton('show', petition.id)),
    });
  }

  return composer;
}
