import { z } from 'zod';
import { type Outcome, TEMPLATE_VARIABLES } from '../../../../appeals/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { TemplateBody, TemplateView } from './answer-schemas.ts';

const tags = ['templates'];
const params = z.object({ templateId: z.uuid() });
const writes = {
  access: { who: 'roles', roles: ['officer', 'supervisor', 'operator'], scope: 'tickets:write' },
} as const;
const decides = { access: { who: 'roles', roles: ['supervisor', 'operator'], scope: 'tickets:write' } } as const;

/** Words a body uses again: proposed by anybody of it, approved before use. */
export const addTemplateRoutes: AddRoutes = (server, { templates, access, present, runCommand }) => {
  server.get(
    '/templates',
    {
      config: {
        access: { who: 'roles', roles: ['officer', 'supervisor', 'operator', 'auditor'], scope: 'tickets:read' },
      },
      schema: {
        tags,
        summary: 'Templates with usage and what citizens said of the answers',
        response: { 200: z.object({ items: z.array(TemplateView), variables: z.array(z.enum(TEMPLATE_VARIABLES)) }) },
      },
    },
    async (request) => {
      const all = await templates.list(principalOf(request).staff);
      const names = await access.namesOf(
        all.flatMap(({ createdBy, decidedBy }) => [createdBy, decidedBy ?? []].flat()),
      );
      return {
        variables: [...TEMPLATE_VARIABLES],
        items: all.map(({ agencyCode, createdBy, decidedBy, figures, revision: _revision, outcome, ...rest }) => ({
          ...rest,
          outcome: outcome as Outcome | null,
          agency: agencyCode && present.agency(agencyCode),
          createdBy: names.get(createdBy) ?? '',
          decidedBy: decidedBy && (names.get(decidedBy) ?? ''),
          ...(figures ?? { uses: 0, resolved: 0, partly: 0, unresolved: 0, disputed: 0 }),
        })),
      };
    },
  );

  server.post(
    '/templates',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Propose a template; it can be used once somebody approved it',
        body: TemplateBody,
        response: { 200: z.object({ templateId: z.string() }) },
      },
    },
    async (request) => ({
      templateId: await runCommand(request, (tx) => templates.propose(tx, principalOf(request).staff, request.body)),
    }),
  );

  server.put(
    '/templates/:templateId',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Change the words; the approval is asked for again',
        params,
        body: TemplateBody.omit({ agencyCode: true }),
        response: { 200: Done },
      },
    },
    async (request) => {
      await runCommand(request, async (tx) => {
        await templates.change(tx, principalOf(request).staff, request.params.templateId, request.body);
        return null;
      });
      return { done: true } as const;
    },
  );

  for (const [act, state] of [
    ['approve', 'approved'],
    ['retire', 'retired'],
  ] as const)
    server.post(
      `/templates/:templateId/${act}`,
      {
        config: decides,
        schema: {
          tags,
          summary: act === 'approve' ? 'Approve exactly these words' : 'Take out of use',
          params,
          response: { 200: Done },
        },
      },
      async (request) => {
        await runCommand(request, async (tx) => {
          await templates.decide(tx, principalOf(request).staff, request.params.templateId, state);
          return null;
        });
        return { done: true } as const;
      },
    );
};
