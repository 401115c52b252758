import { z } from 'zod';
import { Day } from '../../../../kernel/day.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { PAUSABLE_ACTS } from '../../../../petitions/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { createPetitionPresenter } from './petition-presenter.ts';
import { PauseItem, ProfileItem } from './petition-schemas.ts';
import { moderates, readsPetitions } from './petitions-desk.ts';

const tags = ['petitions'];
const done = { done: true } as const;

/** The election-period switch: which acts rest, for which rules, from when until when, and who decided. */
export const addPauseRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, present, runCommand } = deps;
  const shown = createPetitionPresenter(deps);

  server.get(
    '/petition-pauses',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'Decisions that some acts rest, and what the rules themselves stop before elections',
        response: { 200: z.object({ items: z.array(PauseItem), profiles: z.array(ProfileItem) }) },
      },
    },
    async () => {
      const rows = await petitions.desk.pauses();
      const [names, today] = [
        await shown.namesOf(rows.map(({ decidedBy }) => decidedBy)),
        petitions.terms.today(await clock.now()),
      ];
      return {
        items: rows.map(({ profileId, decidedBy, at, liftedAt, ...pause }) => ({
          ...pause,
          stops: [...pause.stops],
          profile: { code: profileId, name: petitions.profiles.get(profileId).name },
          by: names.get(decidedBy) ?? '',
          at: present.iso(at),
          liftedAt: liftedAt && present.iso(liftedAt),
          inForce: liftedAt === null && pause.from <= today && today <= pause.until,
        })),
        profiles: petitions.profiles.all.map(({ id, name, active, binding, election }) => ({
          id,
          name,
          active,
          binding,
          electionStops: election.stops,
          electionPeriods: election.periods,
          electionNote: election.note,
        })),
      };
    },
  );

  server.post(
    '/petition-pauses',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'Let acts rest for a time',
        body: z.object({
          profileId: z.string(),
          stops: z.array(z.enum(PAUSABLE_ACTS)).min(1),
          from: Day,
          until: Day,
          reason: z.string().trim().min(3).max(500),
        }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { profileId, from, until } = request.body;
      petitions.profiles.get(profileId);
      if (until < from) throw new Refusal('petition.stretch_empty', {});
      const id = await runCommand(request, (tx) => petitions.pauses.add(tx, { ...request.body, decidedBy: staff.id }));
      return { id };
    },
  );

  server.post(
    '/petition-pauses/:pauseId/lift',
    {
      config: moderates,
      schema: { tags, summary: 'Let them go on', params: z.object({ pauseId: z.uuid() }), response: { 200: Done } },
    },
    async (request) => {
      await runCommand(request, async (tx) => {
        if (!(await petitions.pauses.lift(tx, request.params.pauseId)))
          throw new Refusal('petition.pause_not_found', {});
        return null;
      });
      return done;
    },
  );
};
