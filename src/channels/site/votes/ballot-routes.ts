import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { isRefusal } from '../../../kernel/refusal.ts';
import {
  ITEM_LIMITS,
  type Round,
  type RoundView,
  shuffled,
  takesProposals,
  takesVotes,
} from '../../../participation/index.ts';
import { formOf } from '../forms.ts';
import type { Html, Page, View } from '../layout.ts';
import { notice, number } from '../parts.ts';
import { enterPage, readerLine } from '../reader/enter-pages.ts';
import type { Reader } from '../reader/site-readers.ts';
import { refusalWords } from '../refusal-words.ts';
import type { createVoters } from './vote-voters.ts';
import type { VotePagesDeps } from './votes-deps.ts';

const READ = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
const WRITE = { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };

/** Ballots and proposals of whoever the site knows: the same ballot as in the chat, to be changed until the last day. */
export function addBallotRoutes(
  scope: FastifyInstance,
  { pages, votes, uow, clock, readers, botName, hasEid }: VotePagesDeps,
  voters: ReturnType<typeof createVoters>,
  found: (request: FastifyRequest) => Promise<RoundView>,
): void {
  type Go = (reader: Reader, shown: RoundView, view: View) => Promise<FastifyReply>;
  async function known(request: FastifyRequest, reply: FastifyReply, go: Go): Promise<FastifyReply> {
    const shown = await found(request);
    const view = pages.view(request, reply);
    reply.header('cache-control', 'no-store');
    const reader = await readers.of(request);
    if (reader) return go(reader, shown, view);
    const ways = { botName: botName(), hasEid, to: request.url.split('?')[0] ?? `/votes/${shown.round.code}` };
    return pages.send(reply, view, enterPage(view, ways), 401);
  }

  async function showBallot(
    reply: FastifyReply,
    view: View,
    shown: RoundView,
    {
      reader,
      chosen,
      said = null,
      wrong = null,
    }: { reader: Reader; chosen: readonly string[]; said?: string | null; wrong?: string | null },
  ): Promise<FastifyReply> {
    const today = votes.today(await clock.now());
    const page = ballotPage(view, shown, { reader, chosen, said, wrong, isOpen: takesVotes(shown.round, today) });
    return pages.send(reply, view, page, wrong ? 422 : 200);
  }

  scope.get('/votes/:code/ballot', READ, (request, reply) =>
    known(request, reply, async (reader, shown, view) => {
      const { result } = await uow.run(`votes.ballot:${randomUUID()}`, (tx) =>
        votes.voting.ballot(tx, shown.round.id, reader.citizen.id),
      );
      return showBallot(reply, view, shown, { reader, chosen: result ?? [] });
    }),
  );

  scope.post('/votes/:code/ballot', WRITE, (request, reply) =>
    known(request, reply, async (reader, shown, view) => {
      const chosen = [...new Set(formOf(request).getAll('item'))];
      const { voter } = await voters.of(request, reply, shown.round.id);
      const { id, territoryCode } = reader.citizen;
      try {
        await uow.run(`votes.ballot:${randomUUID()}`, async (tx) => {
          if (chosen.length === 0) await votes.voting.takeBallotBack(tx, shown.round.id, id);
          else await votes.voting.vote(tx, shown.round.id, id, chosen, territoryCode, voter.device ?? null);
          return null;
        });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const wrong = refusalWords(view, error);
        return showBallot(reply, view, shown, { reader, chosen, wrong });
      }
      const said = view.t(chosen.length === 0 ? 'votes-site-ballot-empty' : 'votes-site-ballot-kept');
      return showBallot(reply, view, shown, { reader, chosen, said });
    }),
  );

  scope.get('/votes/:code/propose', READ, (request, reply) =>
    known(request, reply, async (reader, { round }, view) =>
      pages.send(reply, view, proposePage(view, round, { reader })),
    ),
  );

  scope.post('/votes/:code/propose', WRITE, (request, reply) =>
    known(request, reply, async (reader, { round }, view) => {
      const form = formOf(request);
      const [title, body] = ['title', 'body'].map((name) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim()) as [
        string,
        string,
      ];
      const { id: citizenId, territoryCode } = reader.citizen;
      try {
        if (!takesProposals(round, votes.today(await clock.now())))
          return pages.send(
            reply,
            view,
            proposePage(view, round, { reader, wrong: view.t('refusal-round-not-collecting') }),
            422,
          );
        await uow.run(`votes.propose:${form.get('once') || randomUUID()}:${citizenId}`, (tx) =>
          votes.items.propose(tx, round.id, {
            citizenId,
            language: view.language,
            title,
            body,
            cost: null,
            territoryCode,
          }),
        );
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const wrong = refusalWords(view, error);
        return pages.send(reply, view, proposePage(view, round, { reader, title, body, wrong }), 422);
      }
      return pages.send(reply, view, {
        title: round.title[view.language],
        section: 'petitions',
        hidden: true,
        trail: [{ href: `/votes/${round.code}`, label: round.title[view.language] }],
        body: notice(html`<p role="status">${view.t('votes-proposed')}</p>`),
      });
    }),
  );
}

interface BallotState {
  readonly reader: Reader;
  readonly chosen: readonly string[];
  readonly said: string | null;
  readonly wrong: string | null;
  readonly isOpen: boolean;
}

/** All projects with their prices, in an order of the reader's own; the server adds up and says what does not fit. */
function ballotPage(
  view: View,
  { round, items }: RoundView,
  { reader, chosen, said, wrong, isOpen }: BallotState,
): Page {
  const { t, language } = view;
  const currency = round.currency ?? '';
  const sum = (amount: number) => number(language, amount);
  const projects = shuffled(
    round.seed,
    reader.citizen.id,
    items.filter(({ state }) => state === 'admitted'),
  );
  const spent = projects.filter(({ id }) => chosen.includes(id)).reduce((total, { cost }) => total + (cost ?? 0), 0);
  const left =
    round.budget !== null && spent > round.budget
      ? ''
      : round.rule.type === 'voices'
        ? t('votes-ballot-left-voices', { left: Math.max(0, round.rule.count - chosen.length) })
        : round.budget === null
          ? ''
          : t('votes-ballot-left-money', { left: sum(Math.max(0, round.budget - spent)), currency });
  const rule =
    round.rule.type === 'voices' ? t('votes-rule-voices', { count: round.rule.count }) : t('votes-rule-knapsack');
  const label = (title: string, body: string, cost: number | null, lang: string): Html =>
    html`<span><strong lang="${lang}">${title}</strong><br><span class="quiet" lang="${lang}">${body}</span>!${cost === null ? '' : html`<br><span>${t('votes-cost', { sum: sum(cost), currency })}</span>`}</span>`;
  return {
    title: t('votes-site-ballot'),
    lead: round.title[language],
    section: 'petitions',
    hidden: true,
    trail: [{ href: `/votes/${round.code}`, label: round.title[language] }],
    body: html`!${readerLine(view, reader)}!${said ? notice(html`<p role="status">${said}</p>`) : ''}!${wrong ? notice(html`<p class="late" role="alert">${wrong}</p>`) : ''}
<p>${rule} ${round.budget === null ? '' : t('votes-budget', { sum: sum(round.budget), currency })}</p>
!${isOpen ? '' : html`<p>${t('refusal-round-not-voting')}</p>`}
<form class="writing" method="post" action="/votes/${round.code}/ballot"><fieldset!${isOpen ? '' : ' disabled'}><legend>${t('votes-site-ballot-choose')}</legend>
<div class="choices">!${projects.map(({ id, title, body, cost, language: lang }) => html`<label><input type="checkbox" name="item" value="${id}"!${chosen.includes(id) ? ' checked' : ''}>!${label(title, body, cost, lang)}</label>`)}</div></fieldset>
<p class="quiet">${left}</p>!${isOpen ? html`<button>${t('votes-site-ballot-send')}</button>` : ''}<p class="quiet">${t('votes-site-ballot-change')}</p></form>`,
  };
}

function proposePage(
  view: View,
  round: Round,
  {
    reader,
    title = '',
    body = '',
    wrong = null,
  }: { reader: Reader; title?: string; body?: string; wrong?: string | null },
): Page {
  const { t, language } = view;
  const field = (name: 'title' | 'body', value: string, rows: number): Html =>
    html`<p><label for="${name}">${t(`votes-propose-${name}`, { limit: ITEM_LIMITS[name].max })}</label>
<textarea id="${name}" name="${name}" rows="${rows}" minlength="${ITEM_LIMITS[name].min}" maxlength="${ITEM_LIMITS[name].max}" required>${value}</textarea></p>`;
  return {
    title: t('votes-propose'),
    lead: round.title[language],
    section: 'petitions',
    hidden: true,
    trail: [{ href: `/votes/${round.code}`, label: round.title[language] }],
    body: html`!${readerLine(view, reader)}!${wrong ? notice(html`<p class="late" role="alert">${wrong}</p>`) : ''}
<form class="writing" method="post" action="/votes/${round.code}/propose"><input type="hidden" name="once" value="${randomUUID()}">
!${field('title', title, 2)}!${field('body', body, 6)}<button>${t('votes-site-propose-send')}</button></form>`,
  };
}
