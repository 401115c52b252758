import { Composer, InlineKeyboard } from 'grammy';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { ITEM_LIMITS } from '../../../../participation/index.ts';
import type { BotContext } from '../../turn.ts';
import { voteButton } from './vote-buttons.ts';
import type { VoteChatDeps } from './vote-deps.ts';

const PROPOSAL = 'vote_proposal';
const REASON = 'vote_reason';

/** What is written in words: a proposal in two steps, a reason in one. */
export function proposing({ votes, forms }: VoteChatDeps) {
  const composer = new Composer<BotContext>();
  const cancel = (ctx: BotContext) => new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel');

  composer.on('message:text', async (ctx, next) => {
    const session = await forms.current(ctx.turn.tx, ctx.turn.owner);
    if (session?.formId === REASON) return takeReason(ctx, String(session.answers['itemId'] ?? ''));
    if (session?.formId !== PROPOSAL) return next();
    const roundId = String(session.answers['roundId'] ?? '');
    const text = ctx.message.text.trim();
    const part = session.stepKey === 'title' ? 'title' : 'body';
    const { min, max } = ITEM_LIMITS[part];
    if (text.length < min) return ctx.show(ctx.t('refusal-round-text-too-short', { limit: min }));
    if (text.length > max) return ctx.show(ctx.t('refusal-round-text-too-long', { limit: max }));
    const { tx, owner, citizen } = ctx.turn;
    if (part === 'title') {
      await forms.advance(tx, owner, { stepKey: 'body', answers: { roundId, title: text } });
      return ctx.show({ text: ctx.t('votes-propose-body', { limit: ITEM_LIMITS.body.max }), keyboard: cancel(ctx) });
    }
    await forms.end(tx, owner);
    await votes.items.propose(tx, roundId, {
      citizenId: citizen.id,
      language: citizen.language,
      title: String(session.answers['title'] ?? ''),
      body: text,
      cost: null,
      territoryCode: citizen.territoryCode,
    });
    ctx.show({
      text: ctx.t('votes-proposed'),
      keyboard: new InlineKeyboard().text(ctx.t('votes-next'), voteButton('show', roundId)),
    });
  });

  async function takeReason(ctx: BotContext, itemId: string): Promise<void> {
    const { tx, owner, citizen } = ctx.turn;
    const { min, max } = ITEM_LIMITS.reason;
    const text = ctx.message?.text?.trim() ?? '';
    if (text.length < min) return ctx.show(ctx.t('refusal-round-text-too-short', { limit: min }));
    if (text.length > max) return ctx.show(ctx.t('refusal-round-text-too-long', { limit: max }));
    await forms.end(tx, owner);
    await votes.voting.reason(tx, itemId, { id: citizen.id, channel: 'chat' }, text);
    const roundId = await votes.voting.roundOf(tx, itemId);
    ctx.show({
      text: ctx.t('votes-why-done'),
      keyboard: new InlineKeyboard().text(ctx.t('votes-next'), voteButton('go', roundId)),
    });
  }

  return {
    composer,
    roundOf: (tx: Tx, itemId: string): Promise<string> => votes.voting.roundOf(tx, itemId),

    async begin(ctx: BotContext, roundId: string): Promise<void> {
      const { tx, owner } = ctx.turn;
      const answers = { roundId };
      await forms.begin(tx, { owner, formId: PROPOSAL, formVersion: 1, stepKey: 'title', subjectId: null, answers });
      ctx.show({ text: ctx.t('votes-propose-title', { limit: ITEM_LIMITS.title.max }), keyboard: cancel(ctx) });
    },

    async askReason(ctx: BotContext, itemId: string): Promise<void> {
      const { tx, owner } = ctx.turn;
      const answers = { itemId };
      const title = await votes.voting.titleOf(tx, itemId);
      await forms.begin(tx, { owner, formId: REASON, formVersion: 1, stepKey: 'reason', subjectId: null, answers });
      ctx.show({ text: ctx.t('votes-why-ask', { title, limit: ITEM_LIMITS.reason.max }), keyboard: cancel(ctx) });
    },
  };
}
