import { Composer, InlineKeyboard } from 'grammy';
import { Refusal } from '../../../kernel/refusal.ts';
import { ITEM_LIMITS, type RoundView, type Verdict } from '../../../participation/index.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import { proposing } from './votes/proposing.ts';
import { readVoteButton, readVotePayload, VOTE_LIST, voteButton } from './votes/vote-buttons.ts';
import type { VoteChatDeps } from './votes/vote-deps.ts';
import { createVoteScreens } from './votes/vote-screens.ts';

export { voteRenderers } from './votes/vote-news.ts';

/** What was judged a moment ago: its reason may still be given. */
interface Before {
  readonly itemId: string;
  readonly verdict: Verdict;
}

/** Ideas one at a time, and ballots, in the chat. */
export function votesFeature(deps: VoteChatDeps): Composer<BotContext> {
  const { votes, citizens } = deps;
  const composer = new Composer<BotContext>();
  const screens = createVoteScreens(deps);
  const form = proposing(deps);

  composer.command('start', async (ctx, next) => {
    const link = readVotePayload(ctx.match);
    if (!link) return next();
    const view = await votes.view.view({ code: link.code });
    if (!view || view.round.state === 'draft') throw new Refusal('round.not_found', {});
    const { tx, citizen } = ctx.turn;
    if (link.referrer) await votes.voting.arrive(tx, view.round.id, citizen.id, link.referrer);
    ctx.show(screens.round(ctx, view));
  });
  composer.command('votes', async (ctx) => ctx.show(await screens.list(ctx)));
  composer.callbackQuery(VOTE_LIST, async (ctx) => {
    ctx.toast();
    ctx.edit(await screens.list(ctx));
  });
  composer.use(form.composer);

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readVoteButton(ctx.callbackQuery.data);
    if (!button) return next();
    const { tx, citizen } = ctx.turn;
    const voter = { id: citizen.id, channel: 'chat' } as const;
    const { verb, id } = button;
    switch (verb) {
      case 'show':
        ctx.toast();
        return ctx.edit(screens.round(ctx, await roundOf(id)));
      case 'results':
        ctx.toast();
        return ctx.edit(screens.results(ctx, await roundOf(id)));
      case 'go':
        await agree(ctx);
        ctx.toast();
        return showNext(ctx, id, null);
      case 'for':
      case 'against':
      case 'skip': {
        await votes.voting.judge(tx, id, voter, verb);
        ctx.toast();
        return showNext(ctx, await form.roundOf(tx, id), { itemId: id, verdict: verb });
      }
      case 'why':
        ctx.toast();
        return form.askReason(ctx, id);
      case 'ballot':
        await agree(ctx);
        ctx.toast();
        return ctx.edit(screens.ballot(ctx, await roundOf(id), (await votes.voting.ballot(tx, id, citizen.id)) ?? []));
      case 'toggle': {
        const roundId = await form.roundOf(tx, id);
        const chosen = await votes.voting.toggle(tx, roundId, citizen.id, id, citizen.territoryCode);
        ctx.toast();
        return ctx.edit(screens.ballot(ctx, await roundOf(roundId), chosen));
      }
      case 'propose':
        await agree(ctx);
        ctx.toast();
        return form.begin(ctx, id);
    }
  });

  async function roundOf(id: string): Promise<RoundView> {
    const view = await votes.view.view({ id });
    if (!view || view.round.state === 'draft') throw new Refusal('round.not_found', {});
    return view;
  }

  /** Pressing the button after reading what happens with the data is the consent; its words are kept. */
  async function agree(ctx: BotContext): Promise<void> {
    if (ctx.turn.citizen.consentVersion) return;
    ctx.turn.citizen = await citizens.consent(ctx.turn.tx, ctx.turn.citizen, {
      purpose: 'processing',
      given: true,
      text: `${ctx.t('consent-text')}\n${ctx.t('consent-details')}`,
      evidence: `telegram update ${ctx.update.update_id}`,
    });
  }

  async function showNext(ctx: BotContext, roundId: string, before: Before | null): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const shown = await votes.voting.next(tx, roundId, { id: citizen.id, channel: 'chat' });
    const keyboard = new InlineKeyboard();
    const offersReason = before !== null && before.verdict !== 'skip';
    if (!shown) {
      if (offersReason) keyboard.text(ctx.t('votes-why'), voteButton('why', before.itemId)).row();
      keyboard.text(ctx.t('votes-results'), voteButton('results', roundId));
      return ctx.edit({ text: ctx.t('votes-seen-all'), keyboard });
    }
    const { item, judged, total } = shown;
    keyboard
      .text(ctx.t('votes-for'), voteButton('for', item.id))
      .text(ctx.t('votes-against'), voteButton('against', item.id))
      .row()
      .text(ctx.t('votes-skip'), voteButton('skip', item.id))
      .row();
    if (offersReason) keyboard.text(ctx.t('votes-why'), voteButton('why', before.itemId)).row();
    keyboard.text(ctx.t('votes-back'), voteButton('show', roundId));
    ctx.edit({
      ...lines(
        ctx.t('votes-progress', { at: judged + 1, total }),
        FormattedString.b(item.title),
        item.body.slice(0, ITEM_LIMITS.body.max),
        item.cost === null ? null : ctx.t('votes-cost', { sum: item.cost, currency: shown.currency ?? '' }),
      ),
      keyboard,
    });
  }

  return composer;
}
