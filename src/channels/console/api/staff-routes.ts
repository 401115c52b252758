import { z } from 'zod';
import { createSecretToken, NewStaff, POSTS, STAFF_ROLES, type StaffRole } from '../../../access/index.ts';
import { AgencyCode, StaffId, UnitId } from '../../../kernel/ids.ts';
import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { SessionView, StaffView } from './schemas.ts';

const tags = ['staff'];
const MANAGERS: readonly StaffRole[] = ['supervisor', 'operator'];
const WithLink = z.object({ staffId: z.string(), link: z.string() });

export const addStaffRoutes: AddRoutes = (server, { access, view, present, runCommand, publicUrl }) => {
  const linkOf = (token: string): string => `${publicUrl}/console/sign-in#${token}`;
  const params = z.object({ staffId: StaffId });
  const manage = { access: { who: 'roles', roles: MANAGERS, scope: 'staff' } } as const;

  server.get(
    '/staff',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor', 'operator', 'auditor'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Colleagues and how much each carries',
        querystring: z.object({ agency: AgencyCode.optional() }),
        response: { 200: z.object({ items: z.array(StaffView) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const team = await access.team(staff, request.query.agency ?? null);
      const workload = await view.workload(staff.agencyCode ?? request.query.agency ?? null);
      return { items: team.map((person) => present.staffView(person, workload.get(person.id) ?? 0)) };
    },
  );

  server.post(
    '/staff',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Invite somebody; the link is shown once and is good once',
        body: NewStaff,
        response: { 200: WithLink },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const token = createSecretToken('di');
      const staffId = await runCommand(request, async (tx) => (await access.invite(tx, staff, request.body, token)).id);
      return { staffId, link: linkOf(token) };
    },
  );

  server.get(
    '/staff/:staffId/sessions',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Where somebody is signed in, for whoever manages them',
        params,
        response: { 200: z.object({ items: z.array(SessionView) }) },
      },
    },
    async (request) => {
      const { staff, sessionId } = principalOf(request);
      const sessions = await access.sessionsOfManaged(staff, request.params.staffId);
      return { items: sessions.map((session) => present.session(session, sessionId)) };
    },
  );

  server.delete(
    '/staff/:staffId/sessions/:sessionId',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Sign somebody out elsewhere; journaled',
        params: params.extend({ sessionId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { staffId, sessionId } = request.params;
      await runCommand(request, async (tx) => {
        await access.revokeSessionOfManaged(tx, staff, staffId, sessionId);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/staff/:staffId/link',
    {
      config: manage,
      schema: { tags, summary: 'A new way in for somebody known', params, response: { 200: WithLink } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const token = createSecretToken('di');
      await runCommand(request, (tx) => access.renewLink(tx, staff, request.params.staffId, token));
      return { staffId: request.params.staffId, link: linkOf(token) };
    },
  );

  server.put(
    '/staff/:staffId',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Give somebody another role, other units or another post',
        params,
        body: z.object({
          role: z.enum(STAFF_ROLES),
          unitIds: z.array(UnitId).max(20),
          post: z.enum(POSTS).nullable().default(null),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await access.change(tx, staff, request.params.staffId, request.body);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/staff/:staffId/deactivate',
    { config: manage, schema: { tags, summary: 'Close every door at once', params, response: { 200: Done } } },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await access.deactivate(tx, staff, request.params.staffId);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/staff/:staffId/reactivate',
    { config: manage, schema: { tags, summary: 'Let somebody back in', params, response: { 200: Done } } },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await access.reactivate(tx, staff, request.params.staffId);
        return null;
      });
      return { done: true } as const;
    },
  );
};
