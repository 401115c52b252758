import { z } from 'zod';
import { type DatedSuperior, isEffective } from '../../../../agencies/index.ts';
import { Day, zoned } from '../../../../kernel/day.ts';
import { AgencyCode, StaffId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { SuperiorsView } from './admin-schemas.ts';

const tags = ['administration'];
const params = z.object({ agencyCode: AgencyCode });

/** Who stands over a body from when until when: to whom it passes a complaint about itself. */
export const addSuperiorRoutes: AddRoutes = (server, deps) => {
  const { agencies, register, superiors, superiorOn, present, access, clock, timezone, runCommand, journal } = deps;

  const line = ({ superior, effectiveFrom, effectiveUntil, basis }: Omit<DatedSuperior, 'agency'>) => ({
    superior: superior && present.agency(superior),
    effectiveFrom,
    effectiveUntil,
    basis,
  });

  server.get(
    '/admin/agencies/:agencyCode/superiors',
    {
      config: { access: { who: 'roles', roles: ['supervisor', 'operator', 'auditor'], scope: 'staff' } },
      schema: {
        tags,
        summary:
          'Who stands over the body, with dates and the act that says so; the first row that holds on a day counts',
        params,
        response: { 200: SuperiorsView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode } = request.params;
      const agency = await agencies.get(agencyCode);
      if (!agency || (staff.role === 'supervisor' && staff.agencyCode !== agencyCode))
        throw new Refusal('agency.not_found', { agencyCode });
      const today = zoned(await clock.now(), timezone).on;
      const { edited, shipped } = superiors.of(agencyCode);
      const names = await access.namesOf(edited.flatMap(({ editedBy }) => StaffId.safeParse(editedBy).data ?? []));
      const now = superiorOn(agencyCode, today);
      const dated = [...edited, ...shipped];
      const counts = dated.find((row) => isEffective(row, today));
      const own = {
        superior: agency.superiorCode,
        effectiveFrom: agency.effectiveFrom,
        effectiveUntil: null,
        basis: null,
      };
      return {
        now: now && present.agency(now.code),
        rows: [
          ...edited.map((row) => ({
            ...line(row),
            source: 'operator' as const,
            by: names.get(row.editedBy as StaffId) ?? null,
            counts: row === counts,
          })),
          ...shipped.map((row) => ({ ...line(row), source: 'shipped' as const, by: null, counts: row === counts })),
          { ...line({ ...own, basis: '' }), source: 'directory' as const, by: null, counts: counts === undefined },
        ],
        mayEdit: staff.role === 'operator',
      };
    },
  );

  server.post(
    '/admin/agencies/:agencyCode/superiors',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Say who stands over the body from a day on; half-open, and the newest word on a day holds',
        params,
        body: z.object({
          superiorCode: AgencyCode.nullable(),
          effectiveFrom: Day,
          effectiveUntil: Day.nullable(),
          basis: z.string().trim().min(5).max(500),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode } = request.params;
      const { superiorCode, effectiveFrom, effectiveUntil, basis } = request.body;
      if (!(await agencies.get(agencyCode))) throw new Refusal('agency.not_found', { agencyCode });
      if (effectiveUntil !== null && effectiveUntil <= effectiveFrom) throw new Refusal('agency.dates_wrong', {});
      if (
        superiorCode !== null &&
        (!register.agency(superiorCode) || standsOver(agencyCode, superiorCode, effectiveFrom))
      )
        throw new Refusal('agency.superior_wrong', {});
      await runCommand(request, async (tx) => {
        const row = { agency: agencyCode, superior: superiorCode, effectiveFrom, effectiveUntil, basis };
        await superiors.add(tx, row, staff.id);
        await journal.append(tx, `agency:${agencyCode}`, {
          type: 'agency.superior_changed',
          actor: { kind: staff.role, id: staff.id },
          facts: { superiorCode, effectiveFrom, effectiveUntil, basis },
        });
        return null;
      });
      await superiors.refresh();
      return { done: true } as const;
    },
  );

  /** A body cannot be passed its own complaint back: nobody stands over whoever stands over them. */
  function standsOver(body: AgencyCode, other: AgencyCode, on: Day): boolean {
    const seen = new Set<AgencyCode>();
    for (let next: AgencyCode | null = other; next && !seen.has(next); next = superiorOn(next, on)?.code ?? null) {
      if (next === body) return true;
      seen.add(next);
    }
    return false;
  }
};
