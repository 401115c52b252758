import { z } from 'zod';
import { type Agency, isEffective } from '../../../../agencies/index.ts';
import { type Day, zoned } from '../../../../kernel/day.ts';
import { AgencyCode, newId, UnitId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import { matchesNames } from '../directory-routes.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, Name } from '../schema-parts.ts';
import { AgencyChange, AgencyDetail, AgencyListed, ChainBody, UnitView } from './admin-schemas.ts';

const tags = ['administration'];
const params = z.object({ agencyCode: AgencyCode });
const reads = { access: { who: 'roles', roles: ['supervisor', 'operator', 'auditor'], scope: 'staff' } } as const;
const manages = { access: { who: 'roles', roles: ['supervisor', 'operator'], scope: 'staff' } } as const;
const edits = { access: { who: 'roles', roles: ['operator'], scope: 'staff' } } as const;
const MAX_LISTED = 100;

/** The directory as it is kept: bodies with their dates, units, and the hands their answers go through. */
export const addAgencyAdminRoutes: AddRoutes = (server, deps) => {
  const { agencies, register, directory, answers, access, present, clock, timezone, runCommand, journal } = deps;
  const today = async (): Promise<Day> => zoned(await clock.now(), timezone).on;

  const listed = (agency: Agency, on: Day): z.infer<typeof AgencyListed> => ({
    code: agency.code,
    name: agency.name,
    shortName: agency.shortName,
    place: present.territory(agency.territoryCode)?.name ?? null,
    connection: agency.connection,
    effectiveFrom: agency.effectiveFrom,
    effectiveUntil: agency.effectiveUntil,
    inForce: isEffective(agency, on),
  });

  /** Another body's is not found: what it is arranged like is nobody else's business. */
  async function bodyFor(staff: { role: string; agencyCode: string | null }, code: AgencyCode): Promise<Agency> {
    const agency = await agencies.get(code);
    if (!agency || (staff.role === 'supervisor' && staff.agencyCode !== code))
      throw new Refusal('agency.not_found', { agencyCode: code });
    return agency;
  }

  server.get(
    '/admin/agencies',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Bodies, those of yesterday and tomorrow too',
        querystring: z.object({ q: z.string().trim().max(80).default('') }),
        response: { 200: z.object({ items: z.array(AgencyListed), total: z.number().int() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const on = await today();
      const all = await agencies.list();
      const found = all.filter(
        (agency) =>
          (staff.role !== 'supervisor' || agency.code === staff.agencyCode) &&
          matchesNames(
            request.query.q,
            [agency.name, agency.shortName, present.territory(agency.territoryCode)?.name ?? null],
            agency.code,
          ),
      );
      return { items: found.slice(0, MAX_LISTED).map((agency) => listed(agency, on)), total: found.length };
    },
  );

  server.get(
    '/admin/agencies/:agencyCode',
    { config: reads, schema: { tags, summary: 'One body, whole', params, response: { 200: AgencyDetail } } },
    async (request) => {
      const { staff } = principalOf(request);
      const agency = await bodyFor(staff, request.params.agencyCode);
      const on = await today();
      const [units, chain] = await Promise.all([agencies.unitsOf(agency.code), answers.chainOf(agency.code)]);
      return {
        ...listed(agency, on),
        kind: agency.kind,
        sector: agency.sector,
        territory: present.territory(agency.territoryCode),
        superior: agency.superiorCode && present.agency(agency.superiorCode),
        channelPolicy: agency.channelPolicy,
        confidence: agency.confidence,
        covers: agency.covers,
        units: units.map(({ id, name }) => ({ id, name })),
        competences: register.everyCompetenceOf(agency.code).map((row) => ({
          id: row.id,
          role: row.role,
          roleName: register.roles().find(({ role }) => role === row.role)?.name ?? null,
          topics: (row.topics ?? []).flatMap((topic) => present.topic(topic) ?? []),
          territory: present.territory(row.territoryCode),
          ownership: row.ownership,
          effectiveFrom: row.effectiveFrom,
          effectiveUntil: row.effectiveUntil,
          inForce: isEffective(row, on),
        })),
        chain: {
          approverIds: [...chain.approverIds],
          signatoryIds: [...chain.signatoryIds],
          wantsNumber: chain.wantsNumber,
        },
        mayEdit: staff.role === 'operator',
        mayManage: staff.role !== 'auditor',
      };
    },
  );

  server.put(
    '/admin/agencies/:agencyCode',
    {
      config: edits,
      schema: {
        tags,
        summary: 'Change a body; half-open dates: on the day it ends, its successor is already competent',
        params,
        body: AgencyChange,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { body } = request;
      const agency = await bodyFor(staff, request.params.agencyCode);
      if (body.effectiveUntil !== null && body.effectiveUntil <= body.effectiveFrom)
        throw new Refusal('agency.dates_wrong', {});
      if (body.superiorCode !== null && (body.superiorCode === agency.code || !register.agency(body.superiorCode)))
        throw new Refusal('agency.superior_wrong', {});
      if (body.territoryCode !== null && !directory.territories.get(body.territoryCode))
        throw new Refusal('agency.territory_wrong', {});
      await runCommand(request, async (tx) => {
        await agencies.save(tx, { ...agency, ...body });
        await journal.append(tx, `agency:${agency.code}`, {
          type: 'agency.changed',
          actor: { kind: staff.role, id: staff.id },
          facts: {
            connection: body.connection,
            channelPolicy: body.channelPolicy,
            superiorCode: body.superiorCode,
            effectiveFrom: body.effectiveFrom,
            effectiveUntil: body.effectiveUntil,
          },
        });
        return null;
      });
      await register.refresh();
      return { done: true } as const;
    },
  );

  server.put(
    '/admin/agencies/:agencyCode/chain',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Through whose hands answers go; nobody named: the author sends',
        params,
        body: ChainBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const agency = await bodyFor(staff, request.params.agencyCode);
      const team = await access.team({ agencyCode: agency.code }, null);
      const { approverIds, signatoryIds, wantsNumber } = request.body;
      for (const id of [...approverIds, ...signatoryIds])
        if (!team.some((person) => person.id === id && person.state === 'active'))
          throw new Refusal('staff.not_found', {});
      await runCommand(request, async (tx) => {
        await answers.setChain(tx, staff, { agencyCode: agency.code, approverIds, signatoryIds, wantsNumber });
        await journal.append(tx, `agency:${agency.code}`, {
          type: 'agency.chain_changed',
          actor: { kind: staff.role, id: staff.id },
          facts: { approvers: approverIds.length, signatories: signatoryIds.length, wantsNumber },
        });
        return null;
      });
      return { done: true } as const;
    },
  );

  server.put(
    '/admin/agencies/:agencyCode/units/:unitId',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Add a unit under a new id, or rename one',
        params: params.extend({ unitId: UnitId }),
        body: z.object({ name: Name }),
        response: { 200: UnitView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode, unitId } = request.params;
      const agency = await bodyFor(staff, agencyCode);
      const { name } = request.body;
      await runCommand(request, async (tx) => {
        await agencies.saveUnit(tx, { id: unitId, agencyCode: agency.code, name });
        return null;
      });
      return { id: unitId, name };
    },
  );

  server.post(
    '/admin/agencies/:agencyCode/units',
    {
      config: manages,
      schema: { tags, summary: 'Add a unit', params, body: z.object({ name: Name }), response: { 200: UnitView } },
    },
    async (request) => {
      const agency = await bodyFor(principalOf(request).staff, request.params.agencyCode);
      const { name } = request.body;
      const id = await runCommand(request, async (tx) => {
        const unitId = UnitId.parse(newId(tx.now.getTime()));
        await agencies.saveUnit(tx, { id: unitId, agencyCode: agency.code, name });
        return unitId;
      });
      return { id, name };
    },
  );
};
