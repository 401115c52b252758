import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Actor } from '../../../../journal/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Petition } from '../../../../petitions/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { createPetitionPresenter, isTheirs } from './petition-presenter.ts';
import { DutyItem, PetitionBrief, PetitionParams } from './petition-schemas.ts';
import { answersPetitions, moderates, readsPetitions } from './petitions-desk.ts';

const tags = ['petitions'];
const done = { done: true } as const;
const params = PetitionParams;
const Words = z.object({ text: z.string().trim().min(1).max(20_000) });

const actorOf = ({ role, id }: Staff): Actor => ({ kind: role, id });

export const addDutyRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, runCommand } = deps;
  const shown = createPetitionPresenter(deps);

  server.get(
    '/petition-duties',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'What bodies owe because a threshold was crossed',
        querystring: z.object({ state: z.enum(['open', 'met']).default('open') }),
        response: { 200: z.object({ items: z.array(DutyItem), toHandle: z.array(PetitionBrief) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const own = staff.role === 'supervisor' ? { agencyCode: staff.agencyCode } : {};
      const [rows, toHandle] = await Promise.all([
        petitions.desk.duties({ open: request.query.state === 'open', ...own }),
        petitions.desk.toHandle(own.agencyCode),
      ]);
      const today = petitions.terms.today(await clock.now());
      return { items: rows.map((row) => shown.dutyItem(row, today)), toHandle: toHandle.map(shown.brief) };
    },
  );

  server.get(
    '/petitions/waiting',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'How much waits for somebody, by place',
        response: {
          200: z.object({
            moderation: z.number().int(),
            duties: z.number().int(),
            overdue: z.number().int(),
            toHandle: z.number().int(),
            signals: z.number().int(),
          }),
        },
      },
    },
    async () => petitions.desk.waiting(petitions.terms.today(await clock.now())),
  );

  server.post(
    '/petition-duties/:dutyId/register',
    {
      config: answersPetitions,
      schema: {
        tags,
        summary: 'The body has entered it in its register: the term of law begins',
        params: z.object({ dutyId: z.uuid() }),
        body: z.object({ number: z.string().trim().min(1).max(80), on: Day }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.duties.register(tx, request.params.dutyId, request.body, actorOf(staff), (petition) =>
          assertTheirs(staff, petition),
        );
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petition-duties/:dutyId/done',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'A duty that follows from an event is met; how stands on the public page',
        params: z.object({ dutyId: z.uuid() }),
        body: z.object({ note: z.string().trim().min(1).max(1_000) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.duties.perform(tx, request.params.dutyId, request.body.note, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petitions/:petitionId/hearing',
    {
      config: answersPetitions,
      schema: {
        tags,
        summary: 'Announce where and when it is discussed',
        params,
        body: z.object({ on: Day, place: z.string().trim().min(1).max(300) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        assertTheirs(staff, await petitions.findById(tx, request.params.petitionId));
        await petitions.duties.announceHearing(tx, request.params.petitionId, request.body, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  const written = {
    reply: { summary: 'The official reply; it meets every open duty', config: answersPetitions, act: 'reply' },
    'follow-up': { summary: 'What was really done', config: answersPetitions, act: 'followUp' },
    outcome: { summary: 'How a petition that stayed below was handled', config: answersPetitions, act: 'noteOutcome' },
    stop: { summary: 'Stop it, with a public reason', config: moderates, act: 'stop' },
  } as const;
  for (const [path, { summary, config, act }] of Object.entries(written)) {
    server.post(
      `/petitions/:petitionId/${path}`,
      { config, schema: { tags, summary, params, body: Words, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await runCommand(request, async (tx) => {
          assertTheirs(staff, await petitions.findById(tx, request.params.petitionId));
          await petitions.duties[act](tx, request.params.petitionId, request.body.text, actorOf(staff));
          return null;
        });
        return done;
      },
    );
  }
};

function assertTheirs(staff: Staff, petition: Petition): void {
  if (!isTheirs(staff, petition)) throw new Refusal('petition.not_found', {});
}
