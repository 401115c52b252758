import { z } from 'zod';
import { zoned } from '../../../../kernel/day.ts';
import { AgencyCode, AppealId, TopicId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, Name } from '../schema-parts.ts';

const tags = ['sealed'];
const QUEUE = 50;

const SealedItem = z
  .object({
    appealId: AppealId,
    number: z.string(),
    kind: z.string(),
    language: z.string(),
    submittedAt: z.string(),
    place: Name.nullable(),
  })
  .meta({ id: 'SealedItem' });

/** Reports of corruption and of people at risk: only a confidant sees them, and every opening is recorded. */
export const addSealedRoutes: AddRoutes = (server, deps) => {
  const { casesView, triage, view, triageAdvice, present, clock, timezone, runCommand } = deps;
  const config = { access: { who: 'roles', roles: ['confidant'], scope: 'triage' } } as const;
  const params = z.object({ appealId: AppealId });

  server.get(
    '/sealed',
    {
      config,
      schema: {
        tags,
        summary: 'Sealed cases that wait, without their words',
        response: { 200: z.object({ items: z.array(SealedItem) }) },
      },
    },
    async () => ({
      items: (await casesView.triage(QUEUE, true)).map((appeal) => ({
        appealId: appeal.id,
        number: appeal.number ?? '',
        kind: appeal.kind,
        language: appeal.language,
        submittedAt: present.iso(appeal.submittedAt ?? appeal.createdAt),
        place: present.territory(appeal.place.territoryCode)?.name ?? null,
      })),
    }),
  );

  server.post(
    '/sealed/:appealId/open',
    {
      config,
      schema: {
        tags,
        summary: 'Read the words of a sealed case; the reading is recorded',
        params,
        body: z.object({}),
        response: {
          200: z.object({
            text: z.string(),
            candidates: z.array(z.object({ code: z.string(), name: Name })),
          }),
        },
      },
    },
    async (request) => {
      const { appealId } = request.params;
      await runCommand(request, async (tx) => {
        await triage.openSealed(tx, appealId, principalOf(request).staff.id);
        return null;
      });
      const appeal = (await casesView.triage(QUEUE, true)).find(({ id }) => id === appealId);
      if (!appeal) throw new Refusal('appeal.not_found', {});
      const today = zoned(await clock.now(), timezone).on;
      return {
        text: await view.statementOf(appealId),
        candidates: triageAdvice.candidates(appeal, today).map(({ agencyCode }) => present.agency(agencyCode)),
      };
    },
  );

  server.post(
    '/sealed/:appealId/route',
    {
      config,
      schema: {
        tags,
        summary: 'Pass it to the head of a body',
        params,
        body: z.object({ agencyCode: AgencyCode, topicId: TopicId.nullable().default(null) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await triage.route(tx, request.params.appealId, staff.id, { ...request.body, as: 'confidant' });
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/sealed/:appealId/unseal',
    {
      config,
      schema: {
        tags,
        summary: 'Nothing in it needs a seal: back to the operators',
        params,
        body: z.object({}),
        response: { 200: Done },
      },
    },
    async (request) => {
      await runCommand(request, async (tx) => {
        await triage.unseal(tx, request.params.appealId, principalOf(request).staff.id);
        return null;
      });
      return { done: true } as const;
    },
  );
};
