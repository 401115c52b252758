import { z } from 'zod';
import { Refusal } from '../../../../kernel/refusal.ts';
import { SIGNAL_THRESHOLDS } from '../../../../petitions/index.ts';
import type { AddRoutes } from '../routes.ts';
import { Due, instant } from '../schema-parts.ts';
import { addStretchRoutes } from '../stretch-routes.ts';
import { createPetitionPresenter } from './petition-presenter.ts';
import { IntegrityView, PetitionBrief, PetitionParams } from './petition-schemas.ts';
import { moderates, readsPetitions } from './petitions-desk.ts';

const tags = ['petitions'];
const params = PetitionParams;
const WEEK_MS = 7 * 86_400_000;

export const addIntegrityRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, access, present } = deps;
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
            held: z.array(z.object({ petition: PetitionBrief, held: z.number().int(), due: Due.nullable() })),
          }),
        },
      },
    },
    async () => {
      const [waiting, held] = await Promise.all([petitions.signals.waiting(), petitions.signals.held()]);
      const today = petitions.terms.today(await clock.now());
      const viewOf = async (id: (typeof held)[number]['petitionId']) => {
        const view = await petitions.view.view({ id });
        return view ? [view] : [];
      };
      return {
        waiting: (
          await Promise.all(
            waiting.map(async ({ petitionId, count, newest }) =>
              (
                await viewOf(petitionId)
              ).map(({ petition }) => ({
                petition: shown.brief(petition),
                count,
                newest: present.iso(newest),
              })),
            ),
          )
        ).flat(),
        held: (
          await Promise.all(
            held.map(async ({ petitionId, held: count }) =>
              (
                await viewOf(petitionId)
              ).map(({ petition, heldDueOn }) => ({
                petition: shown.brief(petition),
                held: count,
                due: present.due(heldDueOn, today),
              })),
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
      const now = await clock.now();
      const since = new Date(now.getTime() - WEEK_MS);
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
        heldDue: present.due(view.heldDueOn, petitions.terms.today(now)),
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
          .filter(({ type }) => ['held', 'released', 'invalidated', 'held_overdue'].includes(type))
          .map(({ at, type, facts }) => ({
            at: present.iso(at),
            type,
            count: Number(facts.count ?? 0),
            reason: String(facts.reason ?? ''),
          })),
      };
    },
  );

  addStretchRoutes(server, deps, {
    path: '/petitions/:petitionId',
    params,
    idOf: (asked) => params.parse(asked).petitionId,
    tags,
    access: moderates,
    what: 'supports',
    sizeOf: (id, stretch) => petitions.signals.inStretch(id, stretch),
    integrity: () => petitions.integrity,
    looked: (tx, id, by) => petitions.keptSignals.looked(tx, id, by),
  });
};
