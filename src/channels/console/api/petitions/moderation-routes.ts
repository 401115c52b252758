import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { isIn } from '../../../../petitions/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, day } from '../schema-parts.ts';
import { createPetitionPresenter, isTheirs } from './petition-presenter.ts';
import {
  ModerationItem,
  PetitionBrief,
  PetitionCase,
  PetitionParams,
  PetitionWords,
  RejectionCodeField,
} from './petition-schemas.ts';
import { moderates, readsPetitions } from './petitions-desk.ts';

const tags = ['petitions'];
const done = { done: true } as const;
const params = PetitionParams;
const Note = z.string().trim().max(1_000).default('');

const Load = z.object({
  waiting: z.number().int(),
  near: z.number().int(),
  overdue: z.number().int(),
  oldestDueOn: day.nullable(),
});

export const addModerationRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, runCommand } = deps;
  const shown = createPetitionPresenter(deps);

  server.get(
    '/petitions/moderation',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'Petitions that wait for moderation, the most urgent first',
        response: { 200: z.object({ items: z.array(ModerationItem), load: Load }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const [queue, now] = await Promise.all([petitions.desk.queue(), clock.now()]);
      const load = await petitions.desk.moderationLoad(petitions.terms.today(now));
      const names = await shown.namesOf(queue.flatMap(({ lockedBy, proposal }) => [lockedBy, proposal?.by ?? null]));
      return { items: await Promise.all(queue.map((item) => shown.queueItem(item, staff, names, now))), load };
    },
  );

  server.get(
    '/petitions',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'Find a petition by its words or its code',
        querystring: z.object({ q: z.string().trim().max(80).default('') }),
        response: { 200: z.object({ items: z.array(PetitionBrief) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const own = staff.role === 'supervisor' ? { agencyCode: staff.agencyCode } : {};
      return { items: (await petitions.desk.search({ words: request.query.q, ...own })).map(shown.brief) };
    },
  );

  server.get(
    '/petitions/:petitionId',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'A petition with its duties, readings and history',
        params,
        response: { 200: PetitionCase },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const view = await petitions.view.view({ id: request.params.petitionId });
      if (!view || isIn(['draft'], view.petition.state) || !isTheirs(staff, view.petition))
        throw new Refusal('petition.not_found', {});
      return shown.petitionCase(view, staff, petitions.terms.today(await clock.now()));
    },
  );

  const command = <Body extends z.ZodType>(
    name: string,
    summary: string,
    body: Body,
    work: (
      tx: Tx,
      request: FastifyRequest & { params: z.infer<typeof params>; body: z.infer<Body> },
      by: string,
    ) => Promise<unknown>,
  ): void => {
    server.post(
      `/petitions/:petitionId/${name}`,
      { config: moderates, schema: { tags, summary, params, body, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await runCommand(request, async (tx) => {
          await work(tx, request as never, staff.id);
          return null;
        });
        return done;
      },
    );
  };

  command('check-out', 'Take it for fifteen minutes', z.object({}), (tx, { params: { petitionId } }, by) =>
    petitions.moderation.checkOut(tx, petitionId, by),
  );
  command('let-go', 'Give it back undecided', z.object({}), (tx, { params: { petitionId } }, by) =>
    petitions.moderation.letGo(tx, petitionId, by),
  );
  command(
    'publish',
    'Let it out, as it is or changed with a public note',
    z.object({ text: PetitionWords.optional(), note: Note }),
    (tx, { params: { petitionId }, body: { text, note } }, by) =>
      petitions.moderation.publish(tx, petitionId, by, { note, ...(text ? { text } : {}) }),
  );
  command(
    'propose-rejection',
    'Propose to turn it down; nothing happens until somebody else agrees',
    z.object({ code: RejectionCodeField, note: Note }),
    (tx, { params: { petitionId }, body }, by) => petitions.moderation.proposeRejection(tx, petitionId, by, body),
  );
  command('confirm-rejection', 'Agree to turn it down', z.object({}), (tx, { params: { petitionId } }, by) =>
    petitions.moderation.confirmRejection(tx, petitionId, by),
  );
  command('decline-rejection', 'Disagree with turning it down', z.object({}), (tx, { params: { petitionId } }, by) =>
    petitions.moderation.declineRejection(tx, petitionId, by),
  );
};
