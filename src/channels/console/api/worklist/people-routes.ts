import { z } from 'zod';
import { Day, zoned } from '../../../../kernel/day.ts';
import { StaffId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { ClosingFigures, LeaveView } from './worklist-schemas.ts';

const MEMBERS = ['officer', 'supervisor', 'operator'] as const;

/** Leaves with their substitutes, and what citizens say of the body's answers. */
export const addPeopleRoutes: AddRoutes = (
  server,
  { worklist, worklistRepository, view, access, clock, timezone, runCommand },
) => {
  server.get(
    '/leaves',
    {
      config: { access: { who: 'roles', roles: MEMBERS, scope: 'staff' } },
      schema: {
        tags: ['staff'],
        summary: 'Who is away and who works for them, from today on',
        response: { 200: z.object({ items: z.array(LeaveView) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const team = await access.team(staff, null);
      const today = zoned(await clock.now(), timezone).on;
      const leaves = await worklistRepository.leavesOf(
        team.map(({ id }) => id),
        today,
      );
      const names = await access.namesOf(leaves.flatMap(({ staffId, substituteId }) => [staffId, substituteId]));
      return {
        items: leaves.map((leave) => ({
          ...leave,
          name: names.get(leave.staffId) ?? '',
          substitute: names.get(leave.substituteId) ?? '',
        })),
      };
    },
  );

  server.post(
    '/leaves',
    {
      config: { access: { who: 'roles', roles: MEMBERS, scope: 'staff' } },
      schema: {
        tags: ['staff'],
        summary: 'Say who works for whom during a leave, both days included',
        body: z.object({ staffId: StaffId, substituteId: StaffId, fromOn: Day, untilOn: Day }),
        response: { 200: z.object({ leaveId: z.string() }) },
      },
    },
    async (request) => ({
      leaveId: await runCommand(request, (tx) => worklist.addLeave(tx, principalOf(request).staff, request.body)),
    }),
  );

  server.delete(
    '/leaves/:leaveId',
    {
      config: { access: { who: 'roles', roles: MEMBERS, scope: 'staff' } },
      schema: {
        tags: ['staff'],
        summary: 'End a substitution',
        params: z.object({ leaveId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      await runCommand(request, async (tx) => {
        await worklist.endLeave(tx, principalOf(request).staff, request.params.leaveId);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.get(
    '/closing-figures',
    {
      config: {
        access: {
          who: 'roles',
          roles: ['officer', 'supervisor', 'operator', 'monitor', 'auditor'],
          scope: 'tickets:read',
        },
      },
      schema: {
        tags: ['tickets'],
        summary: 'What citizens say of the answers of the last twelve months: three figures, never one',
        response: { 200: ClosingFigures },
      },
    },
    async (request) => view.closingFigures(principalOf(request).staff.agencyCode),
  );
};
