import { InlineKeyboard } from 'grammy';
import type { Day } from '../../../../kernel/day.ts';
import { type RoundView, roundStateOn, shuffled, takesProposals, takesVotes } from '../../../../participation/index.ts';
import { FormattedString, fmt, lines } from '../../rich-text.ts';
import type { BotContext, Screen } from '../../turn.ts';
import { VOTE_LIST, voteButton, voteLink } from './vote-buttons.ts';
import type { VoteChatDeps } from './vote-deps.ts';

const MOST_RANKED = 10;
const MOST_ON_BALLOT = 30;
const BUTTONS_A_ROW = 5;

const percent = (share: number): number => Math.round(share * 100);

/** Rounds, results and ballots as one message each. */
export function createVoteScreens({
  votes,
  names,
  publicUrl,
  markOf,
}: Pick<VoteChatDeps, 'votes' | 'names' | 'publicUrl' | 'markOf'>) {
  const words = (ctx: BotContext, { round }: RoundView) => ({
    title: round.title[ctx.turn.citizen.language],
    about: round.about[ctx.turn.citizen.language],
  });

  /** What is set apart, and until when somebody decides: a result that waits says why. */
  function heldLines(ctx: BotContext, { items, heldBallots, heldDueOn }: RoundView, today: Day): string[] {
    if (!heldDueOn) return [];
    const verdicts = items.reduce((sum, { held }) => sum + held, 0);
    const on = names.day(heldDueOn, ctx.turn.citizen.language);
    return [
      ctx.t('votes-site-held', { verdicts, ballots: heldBallots }),
      ctx.t(heldDueOn < today ? 'petition-held-late' : 'petition-held-due', { on }),
    ];
  }

  return {
    async list(ctx: BotContext): Promise<Screen> {
      const rounds = await votes.view.list(['collecting', 'checking', 'voting']);
      const keyboard = new InlineKeyboard();
      const { language } = ctx.turn.citizen;
      if (rounds.length === 0) return { text: ctx.t('votes-list-none') };
      const rows = rounds.map((round, index) => {
        keyboard.text(String(index + 1), voteButton('show', round.id));
        const head = FormattedString.b(`${index + 1}. ${round.title[language]}`);
        return fmt`${head}${'\n'}${ctx.t('votes-state', { state: roundStateOn(round, votes.today(ctx.turn.tx.now)) })} · ${ctx.t('votes-items', { count: round.itemCount })}`;
      });
      return {
        ...lines(FormattedString.b(ctx.t('votes-list', { total: rounds.length })), '\n', ...rows),
        keyboard,
      };
    },

    round(ctx: BotContext, view: RoundView): Screen {
      const { round, items } = view;
      const { language } = ctx.turn.citizen;
      const today = votes.today(ctx.turn.tx.now);
      const { title, about } = words(ctx, view);
      const open = takesVotes(round, today);
      const admitted = items.filter(({ state }) => state === 'admitted').length;
      const keyboard = new InlineKeyboard();
      if (open && admitted > 0) keyboard.text(ctx.t('votes-one-by-one'), voteButton('go', round.id)).row();
      if (open && round.rule.type !== 'none' && admitted > 0)
        keyboard.text(ctx.t('votes-ballot'), voteButton('ballot', round.id)).row();
      if (takesProposals(round, today)) keyboard.text(ctx.t('votes-propose'), voteButton('propose', round.id)).row();
      keyboard.text(ctx.t('votes-results'), voteButton('results', round.id)).row();
      if (open) {
        const url = voteLink(ctx.me.username, round.code, markOf(ctx.turn.citizen.id));
        keyboard
          .url(ctx.t('petition-button-share'), `https://t.me/share/url?${new URLSearchParams({ url, text: title })}`)
          .row();
      }
      keyboard.text(ctx.t('votes-back'), VOTE_LIST);
      const sum = round.budget === null ? null : String(round.budget);
      return {
        ...lines(
          FormattedString.b(title),
          about,
          '\n',
          `${ctx.t('votes-kind', { kind: round.kind })} · ${ctx.t('votes-state', { state: roundStateOn(round, today) })}`,
          sum && ctx.t('votes-budget', { sum: Number(sum), currency: round.currency ?? '' }),
          round.rule.type === 'voices' ? ctx.t('votes-rule-voices', { count: round.rule.count }) : null,
          round.rule.type === 'knapsack' ? ctx.t('votes-rule-knapsack') : null,
          ctx.t('votes-items', { count: admitted }),
          ctx.t('votes-until', { on: names.day(round.voteUntil, language) }),
          ctx.t('votes-fair'),
          ...heldLines(ctx, view, today),
        ),
        keyboard,
      };
    },

    results(ctx: BotContext, view: RoundView): Screen {
      const { round, ranking, items, ballots } = view;
      const { title } = words(ctx, view);
      const keyboard = new InlineKeyboard()
        .url(ctx.t('votes-results'), `${publicUrl}/votes/${round.code}`)
        .row()
        .text(ctx.t('votes-back'), voteButton('show', round.id));
      const safe = publicUrl.startsWith('https:')
        ? keyboard
        : new InlineKeyboard().text(ctx.t('votes-back'), voteButton('show', round.id));
      if (round.kind === 'budget' && round.state !== 'closed')
        return { ...lines(FormattedString.b(title), ctx.t('votes-results-later')), keyboard: safe };
      if (round.kind === 'budget') {
        const voted = items
          .filter(({ votes: count }) => count !== null)
          .toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
          .map(({ title: name, votes: count, state }) => {
            const line = ctx.t('votes-voted', { title: name, votes: count ?? 0 });
            return state === 'chosen' ? `✔ ${line} · ${ctx.t('votes-chosen')}` : line;
          });
        return {
          ...lines(FormattedString.b(title), ctx.t('votes-ballots', { count: ballots }), '\n', ...voted),
          keyboard: safe,
        };
      }
      const rows = ranking.slice(0, MOST_RANKED).map(({ item, share, places }) => {
        const at = places[0] === places[1] ? String(places[0]) : `${places[0]}–${places[1]}`;
        return share === null
          ? ctx.t('votes-unranked', { at, title: item.title })
          : ctx.t('votes-ranked', { at, title: item.title, share: percent(share), exposures: item.exposures });
      });
      return { ...lines(FormattedString.b(title), '\n', ...rows), keyboard: safe };
    },

    /** Every project with its number; a tap takes it in or out, and that is already the vote. */
    ballot(ctx: BotContext, view: RoundView, chosen: readonly string[]): Screen {
      const { round, items } = view;
      const { title } = words(ctx, view);
      const { citizen } = ctx.turn;
      const projects = shuffled(
        round.seed,
        citizen.id,
        items.filter(({ state }) => state === 'admitted'),
      ).slice(0, MOST_ON_BALLOT);
      const currency = round.currency ?? '';
      const spent = projects.filter(({ id }) => chosen.includes(id)).reduce((sum, { cost }) => sum + (cost ?? 0), 0);
      const keyboard = new InlineKeyboard();
      projects.forEach((project, at) => {
        if (at > 0 && at % BUTTONS_A_ROW === 0) keyboard.row();
        const mark = chosen.includes(project.id) ? '☑' : '☐';
        keyboard.text(`${mark} ${at + 1}`, voteButton('toggle', project.id));
      });
      keyboard.row().text(ctx.t('votes-back'), voteButton('show', round.id));
      const rows = projects.map(({ id, title: name, cost }, at) => {
        const mark = chosen.includes(id) ? '☑' : '☐';
        const price = cost === null ? '' : ` · ${ctx.t('votes-cost', { sum: cost, currency })}`;
        return `${mark} ${at + 1}. ${name}${price}`;
      });
      return {
        ...lines(
          FormattedString.b(title),
          ctx.t('votes-ballot-how'),
          '\n',
          ...rows,
          '\n',
          round.rule.type === 'voices'
            ? ctx.t('votes-ballot-left-voices', { left: Math.max(0, round.rule.count - chosen.length) })
            : ctx.t('votes-ballot-left-money', { left: Math.max(0, (round.budget ?? 0) - spent), currency }),
        ),
        keyboard,
      };
    },
  };
}
