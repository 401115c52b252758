import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Actor } from '../../../../journal/index.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { type Round, type RoundView, wilson } from '../../../../participation/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { readsVotes, runsVotes } from './vote-desk.ts';
import { NewRoundBody, RoundCase, RoundRow } from './vote-schemas.ts';

const tags = ['votes'];
const done = { done: true } as const;
const RoundParams = z.object({ roundId: z.uuid() });
const actorOf = ({ role, id }: Staff): Actor => ({ kind: role, id });

export const addVoteRoutes: AddRoutes = (server, deps) => {
  const { votes, petitions, present, runCommand, publicUrl } = deps;

  const row = (round: Round, items: number): z.infer<typeof RoundRow> => ({
    id: round.id,
    code: round.code,
    kind: round.kind,
    state: round.state,
    title: round.title,
    place: present.territory(round.territoryCode),
    rule: { type: round.rule.type, count: round.rule.type === 'voices' ? round.rule.count : null },
    budget: round.budget,
    currency: round.currency,
    collectUntil: round.collectUntil,
    voteFrom: round.voteFrom,
    voteUntil: round.voteUntil,
    items,
  });

  function entriesOf({ items, ranking }: RoundView): z.infer<typeof RoundCase>['entries'] {
    return items.map((item) => {
      const ranked = ranking.find((one) => one.item.id === item.id);
      return {
        id: item.id,
        number: item.number,
        kind: item.kind,
        state: item.state,
        language: item.language,
        title: item.title,
        body: item.body,
        cost: item.cost,
        place: present.territory(item.territoryCode),
        petitionCode: item.petitionCode,
        refusal: item.refusal,
        exposures: item.exposures,
        inFavour: item.inFavour,
        against: item.against,
        skipped: item.skipped,
        share: ranked?.share ?? null,
        ...wilson(item.inFavour, item.exposures),
        places: ranked ? [...ranked.places] : [],
        votes: item.votes,
        progress: item.progress.map(({ stage, note, at }) => ({ stage, note, at: present.iso(at) })),
      };
    });
  }

  server.get(
    '/vote-rounds',
    {
      config: readsVotes,
      schema: {
        tags,
        summary: 'Votes and budgets, newest first',
        response: { 200: z.object({ items: z.array(RoundRow), currency: z.string().nullable() }) },
      },
    },
    async () => ({
      items: (await votes.view.list()).map(({ itemCount, ...round }) => row(round, itemCount)),
      currency: votes.currency,
    }),
  );

  server.post(
    '/vote-rounds',
    {
      config: runsVotes,
      schema: { tags, summary: 'Prepare a round', body: NewRoundBody, response: { 200: z.object({ id: z.string() }) } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const currency = request.body.kind === 'budget' ? votes.currency : null;
      const id = await runCommand(
        request,
        async (tx) => (await votes.rounds.create(tx, { ...request.body, currency }, actorOf(staff))).id,
      );
      return { id };
    },
  );

  server.get(
    '/vote-rounds/:roundId',
    {
      config: readsVotes,
      schema: {
        tags,
        summary: 'A round with its items, the ranking and the result',
        params: RoundParams,
        response: { 200: RoundCase },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const view = await votes.view.view({ id: request.params.roundId });
      if (!view) throw new Refusal('round.not_found', {});
      const { round, items, ballots } = view;
      const territories = round.state === 'closed' ? await votes.view.byTerritory(round.id) : [];
      return {
        ...row(round, items.length),
        about: round.about,
        seed: round.seed,
        ballots,
        entries: entriesOf(view),
        commands: staff.role === 'operator' ? commandsOf(round) : [],
        page: `${publicUrl}/votes/${round.code}`,
        territories: territories.map(({ territoryCode, ballots: count }) => ({
          place: present.territory(territoryCode),
          ballots: count,
        })),
      };
    },
  );

  const roundCommands: Readonly<Record<string, { summary: string; run: RunRound }>> = {
    open: { summary: 'Open it', run: (tx, id, by) => votes.rounds.open(tx, id, by) },
    'end-collecting': {
      summary: 'Take no more proposals',
      run: (tx, id, by) => votes.rounds.endCollecting(tx, id, by),
    },
    'start-voting': { summary: 'Begin the vote', run: (tx, id, by) => votes.rounds.startVoting(tx, id, by) },
    close: { summary: 'End the vote and count', run: (tx, id, by) => votes.rounds.close(tx, id, by) },
  };
  for (const [path, { summary, run }] of Object.entries(roundCommands))
    server.post(
      `/vote-rounds/:roundId/${path}`,
      { config: runsVotes, schema: { tags, summary, params: RoundParams, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await runCommand(request, async (tx) => {
          await run(tx, request.params.roundId, actorOf(staff));
          return null;
        });
        return done;
      },
    );

  server.post(
    '/vote-rounds/:roundId/stop',
    {
      config: runsVotes,
      schema: {
        tags,
        summary: 'Stop it, with a reason',
        params: RoundParams,
        body: z.object({ reason: z.string().trim().min(3).max(500) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await votes.rounds.stop(tx, request.params.roundId, request.body.reason, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  server.post(
    '/vote-rounds/:roundId/petitions',
    {
      config: runsVotes,
      schema: {
        tags,
        summary: 'Let an open petition be judged among the ideas',
        params: RoundParams,
        body: z.object({ code: z.string().regex(/^[a-z2-9]{10}$/) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        const petition = await petitions.findByCode(tx, request.body.code);
        if (!petition?.published) throw new Refusal('petition.not_found', {});
        const { code, language, published, territoryCode } = petition;
        const words = { code, language, title: published.ask, body: published.why, territoryCode };
        await votes.items.addPetition(tx, request.params.roundId, words, actorOf(staff));
        return null;
      });
      return done;
    },
  );
};

type RunRound = (tx: Tx, id: string, by: Actor) => Promise<Round>;

function commandsOf({ kind, state }: Round): z.infer<typeof RoundCase>['commands'] {
  switch (state) {
    case 'draft':
      return ['open', 'stop'];
    case 'collecting':
      return ['end-collecting', 'stop'];
    case 'checking':
      return ['start-voting', 'stop'];
    case 'voting':
      return kind === 'ideas' ? ['close', 'add-petition', 'stop'] : ['close', 'stop'];
    default:
      return [];
  }
}
