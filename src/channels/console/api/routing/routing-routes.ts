import { z } from 'zod';
import { AgencyCode, TopicId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, Name } from '../schema-parts.ts';

const tags = ['routing'];
const READERS = ['operator', 'auditor', 'monitor'] as const;
const DAY_MS = 86_400_000;

const Row = z.object({
  name: z.string(),
  label: Name.nullable(),
  sent: z.number().int(),
  toBody: z.number().int(),
  firstTimeRight: z.number().int(),
  redirected: z.number().int(),
  changed: z.number().int(),
  triaged: z.number().int(),
  secondsToConfirm: z.number().nullable(),
});
const Quality = z
  .object({
    days: z.number().int(),
    total: Row,
    languages: z.array(Row),
    bodies: z.array(Row),
    confusions: z.array(
      z.object({
        kind: z.enum(['topic', 'body']),
        said: z.string(),
        saidLabel: Name.nullable(),
        meant: z.string(),
        meantLabel: Name.nullable(),
        count: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'RoutingQuality' });

const Comparison = z.object({
  messages: z.number().int(),
  rightBefore: z.number().int(),
  rightAfter: z.number().int(),
  lost: z.number().int(),
  won: z.number().int(),
  luck: z.number(),
  verdict: z.enum(['better', 'same', 'worse']),
});
const Model = z
  .object({
    version: z.number().int(),
    state: z.enum(['current', 'candidate', 'retired', 'refused']),
    trainedAt: z.string(),
    byNight: z.boolean(),
    examples: z.number().int(),
    excluded: z.array(
      z.object({
        labelledBy: z.string(),
        target: z.string(),
        targetLabel: Name.nullable(),
        count: z.number().int(),
      }),
    ),
    figures: z.record(z.string(), Comparison),
    promotedAt: z.string().nullable(),
  })
  .meta({ id: 'RoutingModelVersion' });

/** How the routing fares, and which trained version routes. */
export const addRoutingRoutes: AddRoutes = (server, { routing, directory, present, clock }) => {
  const nameOfBody = (code: string) => directory.agency(AgencyCode.parse(code))?.name ?? null;
  const nameOfTopic = (id: string) => directory.topics.get(TopicId.parse(id)) ?? null;

  server.get(
    '/routing/quality',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'triage' } },
      schema: {
        tags,
        summary: 'First-time-right share, redirects, abstentions and confusions of real cases',
        querystring: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
        response: { 200: Quality },
      },
    },
    async (request) => {
      const { days } = request.query;
      await routing.learner.collect();
      const quality = await routing.quality.since(new Date((await clock.now()).getTime() - days * DAY_MS));
      return {
        days,
        total: { ...quality.total, label: null },
        languages: quality.languages.map((row) => ({ ...row, label: null })),
        bodies: quality.bodies.map((row) => ({ ...row, label: nameOfBody(row.name) })),
        confusions: quality.confusions.map((one) => {
          const name = one.kind === 'topic' ? nameOfTopic : nameOfBody;
          return { ...one, saidLabel: name(one.said), meantLabel: name(one.meant) };
        }),
      };
    },
  );

  server.get(
    '/routing/models',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'triage' } },
      schema: {
        tags,
        summary: 'Versions of the trained model, newest first, with what each was compared on',
        response: { 200: z.object({ training: z.boolean(), items: z.array(Model) }) },
      },
    },
    async () => ({
      training: routing.learner.isRunning(),
      items: (await routing.models.list()).map((model) => ({
        version: model.version,
        state: model.state,
        trainedAt: present.iso(model.trainedAt),
        byNight: model.trainedBy === null,
        examples: model.examples,
        excluded: model.excluded.map(({ labelledBy, target, count }) => ({
          labelledBy,
          target,
          targetLabel: directory.agency(target as AgencyCode)?.name ?? null,
          count,
        })),
        figures: { ...model.figures },
        promotedAt: model.promotedAt && present.iso(model.promotedAt),
      })),
    }),
  );

  server.post(
    '/routing/models',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'triage' } },
      schema: {
        tags,
        summary: 'Train a candidate on everything people decided; it takes a minute or two',
        body: z.object({}),
        response: { 202: Done },
      },
    },
    async (request, reply) => {
      const { staff } = principalOf(request);
      void routing.learner
        .train(staff.id)
        .catch((error: unknown) => request.log.error({ err: error }, 'training of the routing model failed'));
      return reply.code(202).send({ done: true });
    },
  );

  server.post(
    '/routing/models/:version/promote',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'triage' } },
      schema: {
        tags,
        summary: 'Route with this version from now on; 0 is the one that was shipped',
        params: z.object({ version: z.coerce.number().int().min(0) }),
        body: z.object({}),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { version } = request.params;
      await routing.learner.promote(version === 0 ? null : version, principalOf(request).staff.id);
      return { done: true } as const;
    },
  );
};
