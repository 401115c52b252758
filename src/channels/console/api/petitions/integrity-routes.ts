import { z } from 'zod';
import { Refusal } from '../../../../kernel/refusal.ts';
import { SIGNAL_THRESHOLDS } from '../../../../petitions/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, instant } from '../schema-parts.ts';
import { createPetitionPresenter } from './petition-presenter.ts';
import { IntegrityView, PetitionBrief, PetitionParams } from './petition-schemas.ts';
import { moderates, readsPetitions } from './petitions-desk.ts';

const tags = ['petitions'];
const params = PetitionParams;
const WEEK_MS = 7 * 86_400_000;

const Stretch = z.object({
  since: instant,
  until: instant,
  /** Left out: whatever link; null: those who came by none. */
  referrer: z.string().max(64).nullable().optional(),
});

const stretchOf = ({ since, until, referrer }: z.infer<typeof Stretch>) => {
  if (until <= since) throw new Refusal('petition.stretch_empty', {});
  return { since: new Date(since), until: new Date(until), ...(referrer === undefined ? {} : { referrer }) };
};

export const addIntegrityRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, access, present, runCommand } = deps;
  const shown = createPetitionPresenter(deps);

  server.get(
    '/petition-signals',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'Petitions whose support deserves a look, and those of which a part is set apart',
        response: {
          200: z.object({
            waiting: z.array(z.object({ petition: PetitionBrief, count: z.number().int(), newest: instant })),
            held: z.array(z.object({ petition: PetitionBrief, held: z.number().int() })),
          }),
        },
      },
    },
    async () => {
      const [waiting, held] = await Promise.all([petitions.signals.waiting(), petitions.signals.held()]);
      const briefOf = async (id: (typeof held)[number]['petitionId']) => {
        const view = await petitions.view.view({ id });
        return view ? [shown.brief(view.petition)] : [];
      };
      return {
        waiting: (
          await Promise.all(
            waiting.map(async ({ petitionId, count, newest }) =>
              (await briefOf(petitionId)).map((petition) => ({ petition, count, newest: present.iso(newest) })),
            ),
          )
        ).flat(),
        held: (
          await Promise.all(
            held.map(async ({ petitionId, held: count }) =>
              (await briefOf(petitionId)).map((petition) => ({ petition, held: count })),
            ),
          )
        ).flat(),
      };
    },
  );

  server.get(
    '/petitions/:petitionId/integrity',
    {
      config: readsPetitions,
      schema: { tags, summary: 'Signals, hours and sources of its support', params, response: { 200: IntegrityView } },
    },
    async (request) => {
      const view = await petitions.view.view({ id: request.params.petitionId });
      if (!view) throw new Refusal('petition.not_found', {});
      const { id } = view.petition;
      const since = new Date((await clock.now()).getTime() - WEEK_MS);
      const [signals, hours, sources] = await Promise.all([
        petitions.signals.kept(id),
        petitions.signals.hours(id, since),
        petitions.signals.sources(id, since),
      ]);
      const names = await access.namesOf(signals.flatMap(({ lookedBy }) => lookedBy ?? []));
      return {
        petition: shown.brief(view.petition),
        support: view.counts.support,
        held: view.counts.held,
        note: view.integrityNote,
        signals: signals.map(({ kind, hour, count, lookedBy, lookedAt }) => ({
          kind,
          hour: present.iso(hour),
          count,
          lookedBy: lookedBy && (names.get(lookedBy) ?? ''),
          lookedAt: lookedAt && present.iso(lookedAt),
        })),
        hours: hours.map(({ hour, count, fresh, topReferrer }) => ({
          hour: present.iso(hour),
          count,
          fresh,
          topReferrer,
        })),
        sources,
        thresholds: SIGNAL_THRESHOLDS,
        decisions: view.timeline
          .filter(({ type }) => ['held', 'released', 'invalidated'].includes(type))
          .map(({ at, type, facts }) => ({
            at: present.iso(at),
            type,
            count: Number(facts.count ?? 0),
            reason: String(facts.reason ?? ''),
          })),
      };
    },
  );

  server.get(
    '/petitions/:petitionId/stretch',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'How many supports an act would be about',
        params,
        querystring: z.object({ since: instant, until: instant, referrer: z.string().max(64).optional() }),
        response: { 200: z.object({ counted: z.number().int(), held: z.number().int() }) },
      },
    },
    async (request) => petitions.signals.inStretch(request.params.petitionId, stretchOf(request.query)),
  );

  for (const act of ['hold', 'release', 'invalidate'] as const) {
    const summaries = {
      hold: 'Set a stretch of support apart until somebody has looked',
      release: 'Count it again',
      invalidate: 'Strike it out, with a public reason; each leaves its own line in the log',
    };
    server.post(
      `/petitions/:petitionId/${act}`,
      {
        config: moderates,
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
          const count = await petitions.integrity[act](tx, request.params.petitionId, stretchOf(stretch), reason, by);
          await petitions.keptSignals.looked(tx, request.params.petitionId, staff.id);
          return count;
        });
        return { changed };
      },
    );
  }

  server.post(
    '/petitions/:petitionId/signals-looked',
    {
      config: moderates,
      schema: { tags, summary: 'Somebody has looked and leaves it', params, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => petitions.keptSignals.looked(tx, request.params.petitionId, staff.id));
      return { done: true } as const;
    },
  );
};
