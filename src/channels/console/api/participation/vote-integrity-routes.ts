import { z } from 'zod';
import { SIGNAL_KINDS } from '../../../../kernel/crowd-signals.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, instant, named } from '../schema-parts.ts';
import { readsVotes, runsVotes } from './vote-desk.ts';

const tags = ['votes'];
const params = z.object({ roundId: z.uuid() });
const Stretch = z.object({ since: instant, until: instant, referrer: z.string().max(64).optional() });

const VoteIntegrityView = named(
  'VoteIntegrity',
  z.object({
    heldVerdicts: z.number().int(),
    heldBallots: z.number().int(),
    note: z.object({ text: z.string(), at: z.string() }).nullable(),
    signals: z.array(
      z.object({ kind: z.enum(SIGNAL_KINDS), hour: instant, count: z.number().int(), lookedAt: instant.nullable() }),
    ),
    sources: z.array(z.object({ referrer: z.string().nullable(), count: z.number().int() })),
  }),
);

function stretchOf({ since, until, referrer }: z.infer<typeof Stretch>) {
  if (until <= since) throw new Refusal('petition.stretch_empty', {});
  return { since: new Date(since), until: new Date(until), ...(referrer === undefined ? {} : { referrer }) };
}

/** Verdicts and ballots that look like a machine's: seen, set apart, let back in or struck out. */
export const addVoteIntegrityRoutes: AddRoutes = (server, { votes, present, runCommand }) => {
  server.get(
    '/vote-rounds/:roundId/integrity',
    {
      config: readsVotes,
      schema: {
        tags,
        summary: 'Signals of a round, and what is set apart',
        params,
        response: { 200: VoteIntegrityView },
      },
    },
    async (request) => {
      const { roundId } = request.params;
      const view = await votes.view.view({ id: roundId });
      if (!view) throw new Refusal('round.not_found', {});
      const [signals, sources] = await Promise.all([votes.signals.kept(roundId), votes.signals.sources(roundId)]);
      return {
        heldVerdicts: view.items.reduce((sum, { held }) => sum + held, 0),
        heldBallots: view.heldBallots,
        note: view.integrityNote,
        signals: signals.map(({ kind, hour, count, lookedAt }) => ({
          kind,
          hour: present.iso(hour),
          count,
          lookedAt: lookedAt && present.iso(lookedAt),
        })),
        sources,
      };
    },
  );

  server.get(
    '/vote-rounds/:roundId/stretch',
    {
      config: runsVotes,
      schema: {
        tags,
        summary: 'How many verdicts and ballots an act would be about',
        params,
        querystring: Stretch,
        response: { 200: z.object({ counted: z.number().int(), held: z.number().int() }) },
      },
    },
    async (request) => votes.signals.inStretch(request.params.roundId, stretchOf(request.query)),
  );

  const summaries = {
    hold: 'Set a stretch of votes apart until somebody has looked',
    release: 'Count it again',
    invalidate: 'Strike it out, with a public reason',
  };
  for (const act of ['hold', 'release', 'invalidate'] as const)
    server.post(
      `/vote-rounds/:roundId/${act}`,
      {
        config: runsVotes,
        schema: {
          tags,
          summary: summaries[act],
          params,
          body: Stretch.extend({ reason: z.string().trim().min(1).max(1_000) }),
          response: { 200: z.object({ changed: z.number().int() }) },
        },
      },
      async (request) => {
        const { staff } = principalOf(request);
        const { reason, ...stretch } = request.body;
        const changed = await runCommand(request, async (tx) => {
          const by = { kind: 'operator', id: staff.id } as const;
          const count = await votes.integrity[act](tx, request.params.roundId, stretchOf(stretch), reason, by);
          await votes.integrity.looked(tx, request.params.roundId, staff.id);
          return count;
        });
        return { changed };
      },
    );

  server.post(
    '/vote-rounds/:roundId/signals-looked',
    {
      config: runsVotes,
      schema: { tags, summary: 'Somebody has looked and leaves it', params, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => votes.integrity.looked(tx, request.params.roundId, staff.id));
      return { done: true } as const;
    },
  );
};
