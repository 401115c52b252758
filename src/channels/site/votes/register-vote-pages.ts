import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RoundView } from '../../../participation/index.ts';
import { readForms } from '../forms.ts';
import { toCsv } from '../open-data/csv.ts';
import { addBallotRoutes } from './ballot-routes.ts';
import { addJudgingRoutes } from './judging-routes.ts';
import { roundPage, roundsPage } from './vote-pages.ts';
import { createVoters } from './vote-voters.ts';
import type { VotePagesDeps } from './votes-deps.ts';

const READ = { schema: { hide: true }, config: { rateLimit: { max: 300, timeWindow: '1 minute' } } };
const Code = z.object({ code: z.string().regex(/^[a-z2-9]{10}$/) });

const COLUMNS = [
  'number',
  'kind',
  'state',
  'title',
  'cost',
  'exposures',
  'for',
  'against',
  'skipped',
  'share',
  'wilson_low',
  'wilson_high',
  'browser_exposures',
  'browser_for',
  'browser_against',
  'browser_skipped',
  'held',
  'votes',
] as const;

/** `/votes`: rounds, one item at a time by a form, results and exposures as data. */
export async function registerVotePages(app: FastifyInstance, deps: VotePagesDeps): Promise<void> {
  const { pages, votes, names, clock, readers, botName } = deps;
  const voters = createVoters(deps);

  async function found(request: FastifyRequest): Promise<RoundView> {
    const code = Code.safeParse(request.params);
    const view = code.success ? await votes.view.view({ code: code.data.code }) : null;
    if (!view || view.round.state === 'draft') throw new Refusal('round.not_found', {});
    return view;
  }

  /** What budgets count stays closed until the end, as data too. */
  const rowsOf = ({ items, ranking, round }: RoundView) => {
    const isHidden = round.kind === 'budget' && round.state !== 'closed';
    return items
      .filter(({ state }) => !['proposed', 'withdrawn'].includes(state))
      .map((item) => {
        const ranked = ranking.find((one) => one.item.id === item.id);
        const open = <Value>(value: Value): Value | null => (isHidden ? null : value);
        return [
          item.number,
          item.kind,
          item.state,
          item.title,
          item.cost,
          item.exposures,
          open(item.inFavour),
          open(item.against),
          open(item.skipped),
          open(ranked?.share ?? null),
          open(ranked?.low ?? null),
          open(ranked?.high ?? null),
          item.browsers.exposures,
          open(item.browsers.inFavour),
          open(item.browsers.against),
          open(item.browsers.skipped),
          item.held,
          item.votes,
        ];
      });
  };

  await pages.register(app, async (scope) => {
    scope.get('/votes', READ, async (request, reply) => {
      const view = pages.view(request, reply);
      const [open, closed] = await Promise.all([
        votes.view.list(['collecting', 'checking', 'voting']),
        votes.view.list(['closed', 'stopped']),
      ]);
      return pages.send(reply, view, roundsPage(view, open, closed, names, votes.today(await clock.now())));
    });

    scope.get('/votes/:code', READ, async (request, reply) => {
      const shown = await found(request);
      const view = pages.view(request, reply);
      const territories = shown.round.state === 'closed' ? await votes.view.byTerritory(shown.round.id) : [];
      const today = votes.today(await clock.now());
      const reader = await readers.of(request);
      const territoryVotes =
        shown.round.state === 'closed' ? await votes.view.itemVotesByTerritory(shown.round.id) : [];
      const around = {
        names,
        today,
        botName: botName(),
        territories,
        territoryVotes,
        reasons: await votes.view.oneReasonEach(shown.round.id),
        known: reader,
        reader: reader?.citizen.id ?? voters.browserOf(request) ?? randomUUID(),
      };
      reply.header('cache-control', 'no-store');
      return pages.send(reply, view, roundPage(view, shown, around));
    });

    scope.get('/votes/:code.json', READ, async (request, reply) => {
      const shown = await found(request);
      const { code, kind, state, title, seed, rule, budget, currency, voteUntil } = shown.round;
      const { heldBallots, heldDueOn: heldDecisionDueOn } = shown;
      const items = rowsOf(shown).map((row) => Object.fromEntries(row.map((value, at) => [COLUMNS[at], value])));
      const territories = state === 'closed' ? await votes.view.itemVotesByTerritory(shown.round.id) : [];
      return reply
        .type('application/json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .send(
          JSON.stringify({
            ...{ code, kind, state, title, seed, rule, budget, currency, voteUntil },
            ...{ heldBallots, heldDecisionDueOn, items, territories },
          }),
        );
    });
    scope.get('/votes/:code.csv', READ, async (request, reply) => {
      const shown = await found(request);
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('access-control-allow-origin', '*')
        .send(toCsv(COLUMNS, rowsOf(shown)));
    });

    readForms(scope);
    addJudgingRoutes(scope, deps, voters, found);
    addBallotRoutes(scope, deps, voters, found);
  });
}
