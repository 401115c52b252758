import { z } from 'zod';
import { SIGNAL_KINDS } from '../../../../kernel/crowd-signals.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { AddRoutes } from '../routes.ts';
import { Due, instant, named } from '../schema-parts.ts';
import { addStretchRoutes } from '../stretch-routes.ts';
import { readsVotes, runsVotes } from './vote-desk.ts';

const tags = ['votes'];
const params = z.object({ roundId: z.uuid() });
const VoteIntegrityView = named(
  'VoteIntegrity',
  z.object({
    heldVerdicts: z.number().int(),
    heldBallots: z.number().int(),
    /** Until when somebody decides about what is held; the result waits for it. */
    heldDue: Due.nullable(),
    note: z.object({ text: z.string(), at: z.string() }).nullable(),
    signals: z.array(
      z.object({ kind: z.enum(SIGNAL_KINDS), hour: instant, count: z.number().int(), lookedAt: instant.nullable() }),
    ),
    sources: z.array(z.object({ referrer: z.string().nullable(), count: z.number().int() })),
  }),
);

/** Verdicts and ballots that look like a machine's: seen, set apart, let back in or struck out. */
export const addVoteIntegrityRoutes: AddRoutes = (server, deps) => {
  const { votes, present, clock } = deps;
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
        heldDue: present.due(view.heldDueOn, votes.today(await clock.now())),
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

  addStretchRoutes(server, deps, {
    path: '/vote-rounds/:roundId',
    params,
    idOf: (asked) => params.parse(asked).roundId,
    tags,
    access: runsVotes,
    what: 'verdicts and ballots',
    sizeOf: (id, stretch) => votes.signals.inStretch(id, stretch),
    integrity: () => votes.integrity,
    looked: (tx, id, by) => votes.integrity.looked(tx, id, by),
  });
};
