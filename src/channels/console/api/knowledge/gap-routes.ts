import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import type { DeskPerson } from '../../../../knowledge/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded, Done, day, LanguageField, named } from '../schema-parts.ts';

const tags = ['knowledge'];
const MOST = 100;
const STATES = ['open', 'assigned', 'published', 'dismissed'] as const;
const params = z.object({ gapId: z.uuid() });
const read = {
  access: { who: 'roles', roles: ['officer', 'supervisor', 'operator', 'monitor', 'auditor'], scope: 'knowledge' },
} as const;
const lead = { access: { who: 'roles', roles: ['supervisor', 'operator'], scope: 'knowledge' } } as const;
const write = { access: { who: 'roles', roles: ['officer', 'supervisor', 'operator'], scope: 'knowledge' } } as const;

const Gap = named(
  'KnowledgeGap',
  z.object({
    id: z.string(),
    label: z.string(),
    state: z.enum(STATES),
    agency: Coded.nullable(),
    dueOn: day.nullable(),
    isLate: z.boolean(),
    sourceId: z.string().nullable(),
    questions: z.number().int(),
    untold: z.number().int(),
    samples: z.array(z.string()),
  }),
);

const Quality = z.object({
  rows: z.array(
    z.object({
      status: z.string(),
      language: LanguageField,
      answers: z.number().int(),
      helpful: z.number().int(),
      unhelpful: z.number().int(),
    }),
  ),
  worst: z.array(
    z.object({ sourceId: z.string(), title: z.string(), helpful: z.number().int(), unhelpful: z.number().int() }),
  ),
});

const personOf = ({ id, role, agencyCode }: Staff): DeskPerson => ({ id, role, agencyCode });
const isOfBody = ({ role }: Staff): boolean => role === 'officer' || role === 'supervisor';

/** What people asked in vain, as tasks; and how answers did. */
export const addGapRoutes: AddRoutes = (server, deps) => {
  const { runCommand } = deps;

  server.get(
    '/knowledge/gaps',
    {
      config: read,
      schema: {
        tags,
        summary: 'Questions without an answer, gathered; body staff see their body’s',
        querystring: z.object({ state: z.enum(STATES).default('open') }),
        response: { 200: z.object({ items: z.array(Gap) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const today = await deps.knowledge.today();
      const agency = isOfBody(staff) ? staff.agencyCode : null;
      const found = await deps.knowledge.view.gaps({ state: request.query.state, agency, limit: MOST });
      return {
        items: found.map((gap) => ({
          ...gap,
          state: gap.state as 'open',
          samples: [...gap.samples],
          agency: gap.agency === null ? null : deps.present.agency(AgencyCode.parse(gap.agency)),
          isLate: gap.state === 'assigned' && gap.dueOn !== null && gap.dueOn < today,
        })),
      };
    },
  );

  server.post(
    '/knowledge/gaps/:gapId/assignment',
    {
      config: lead,
      schema: {
        tags,
        summary: 'A body writes the answer by a day',
        params,
        body: z.object({ agency: AgencyCode, dueOn: Day }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      await runCommand(request, (tx) => deps.knowledge.desk.assignGap(tx, person, request.params.gapId, request.body));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/gaps/:gapId/source',
    {
      config: write,
      schema: {
        tags,
        summary: 'This source answers it; everybody who asked is told once it is approved',
        params,
        body: z.object({ sourceId: z.string().max(120) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      const { sourceId } = request.body;
      await runCommand(request, (tx) => deps.knowledge.desk.answerGap(tx, person, request.params.gapId, sourceId));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/gaps/:gapId/dismissal',
    { config: lead, schema: { tags, summary: 'No matter for an answer', params, response: { 200: Done } } },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      await runCommand(request, (tx) => deps.knowledge.desk.dismissGap(tx, person, request.params.gapId));
      return { done: true } as const;
    },
  );

  server.get(
    '/knowledge/quality',
    {
      config: read,
      schema: {
        tags,
        summary: 'How questions ended, and which sources helped least',
        querystring: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
        response: { 200: Quality },
      },
    },
    async (request) => {
      const until = await deps.clock.now();
      const from = new Date(until.getTime() - request.query.days * 86_400_000);
      const [rows, worst] = await Promise.all([
        deps.knowledge.view.quality(from, new Date(until.getTime() + 1)),
        deps.knowledge.view.worst(from, 20),
      ]);
      return { rows: [...rows], worst: [...worst] };
    },
  );
};
