import { z } from 'zod';
import { isEffective } from '../../../../agencies/index.ts';
import { Day, zoned } from '../../../../kernel/day.ts';
import { StaffId, TerritoryCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { assertFits, type Territory, type TerritoryEdit, TerritoryLevel } from '../../../../territories/index.ts';
import { principalOf } from '../access-decision.ts';
import { matchesNames } from '../directory-routes.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded, Done, day, instant, Name, named } from '../schema-parts.ts';

const tags = ['administration'];
const params = z.object({ territoryCode: TerritoryCode });
const reads = { access: { who: 'roles', roles: ['supervisor', 'operator', 'auditor'], scope: 'staff' } } as const;
const edits = { access: { who: 'roles', roles: ['operator'], scope: 'staff' } } as const;
const MAX_LISTED = 100;

const words = z.string().trim().min(1).max(120);
const TerritoryBody = z.object({
  parentCode: TerritoryCode.nullable(),
  level: TerritoryLevel,
  name: z.object({ kk: words, ru: words, en: words }),
  point: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
  basis: z.string().trim().min(5).max(500),
});
const NewTerritory = TerritoryBody.extend({
  /** As the classifier has it. */
  code: z
    .string()
    .regex(/^[A-Za-z0-9._-]{2,20}$/)
    .pipe(TerritoryCode),
});

const TerritoryListed = named(
  'TerritoryListed',
  z.object({
    code: z.string(),
    name: Name,
    level: TerritoryLevel,
    /** Where it lies, the nearest unit first. */
    within: z.array(Coded),
    ended: z.boolean(),
  }),
);
const TerritoryDetail = named(
  'TerritoryDetail',
  TerritoryListed.extend({
    point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
    children: z.array(TerritoryListed),
    /** Who is competent for it by a row of its own; whoever serves a larger unit serves it too. */
    bodies: z.array(
      z.object({
        agency: Coded,
        role: Name.nullable(),
        effectiveFrom: day,
        effectiveUntil: day.nullable(),
        inForce: z.boolean(),
      }),
    ),
    /** What operators said, newest first. */
    history: z.array(
      z.object({
        name: Name,
        parent: Coded.nullable(),
        level: TerritoryLevel,
        effectiveFrom: day,
        effectiveUntil: day.nullable(),
        basis: z.string(),
        by: z.string().nullable(),
        at: instant,
      }),
    ),
    mayEdit: z.boolean(),
  }),
);

/** Territories as operators keep them beside the classifier: added, renamed, moved and ended by dates, never deleted. */
export const addTerritoryRoutes: AddRoutes = (server, deps) => {
  const { territories, territoryEdits, register, present, access, clock, timezone, runCommand, journal } = deps;

  const listed = ({ code, name, level }: Territory): z.infer<typeof TerritoryListed> => ({
    code,
    name,
    level,
    within: territories.tree
      .lineage(code)
      .slice(1)
      .map((outer) => ({ code: outer.code, name: outer.name })),
    ended: territories.hasEnded(code),
  });

  async function keep(request: Parameters<typeof runCommand>[0], edit: TerritoryEdit): Promise<void> {
    const { staff } = principalOf(request);
    assertFits(edit, territories.tree);
    await runCommand(request, async (tx) => {
      await territoryEdits.add(tx, edit, staff.id);
      await journal.append(tx, `territory:${edit.code}`, {
        type: 'territory.changed',
        actor: { kind: staff.role, id: staff.id },
        facts: {
          parentCode: edit.parentCode,
          level: edit.level,
          name: edit.name.ru,
          effectiveFrom: edit.effectiveFrom,
          effectiveUntil: edit.effectiveUntil,
          basis: edit.basis,
        },
      });
      return null;
    });
    await territories.refresh();
    await register.refresh();
  }

  server.get(
    '/admin/territories',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Territories by any part of their names; without words, the largest ones',
        querystring: z.object({ q: z.string().trim().max(80).default('') }),
        response: { 200: z.object({ items: z.array(TerritoryListed), total: z.number().int() }) },
      },
    },
    async ({ query: { q } }) => {
      const found =
        q === ''
          ? territories.tree.roots
          : territories.tree.all.filter(({ code, name }) => matchesNames(q, [name], code));
      return { items: found.slice(0, MAX_LISTED).map(listed), total: found.length };
    },
  );

  server.get(
    '/admin/territories/:territoryCode',
    { config: reads, schema: { tags, summary: 'One territory, whole', params, response: { 200: TerritoryDetail } } },
    async (request) => {
      const { territoryCode: code } = request.params;
      const history = territories.edits().filter((edit) => edit.code === code);
      const unit = territories.tree.get(code) ?? history[0];
      if (!unit) throw new Refusal('territory.not_found', { code });
      const today = zoned(await clock.now(), timezone).on;
      const names = await access.namesOf(history.flatMap(({ editedBy }) => StaffId.safeParse(editedBy).data ?? []));
      return {
        ...listed({ kind: '', ...unit }),
        point: unit.point,
        children: territories.tree.childrenOf(code).map(listed),
        bodies: register.everyCompetenceAt(code).map((row) => ({
          agency: present.agency(row.agencyCode),
          role: register.roles().find(({ role }) => role === row.role)?.name ?? null,
          effectiveFrom: row.effectiveFrom,
          effectiveUntil: row.effectiveUntil,
          inForce: isEffective(row, today),
        })),
        history: history.map((edit) => ({
          name: edit.name,
          parent: present.territory(edit.parentCode),
          level: edit.level,
          effectiveFrom: edit.effectiveFrom,
          effectiveUntil: edit.effectiveUntil,
          basis: edit.basis,
          by: names.get(edit.editedBy as StaffId) ?? null,
          at: present.iso(edit.at),
        })),
        mayEdit: principalOf(request).staff.role === 'operator',
      };
    },
  );

  server.post(
    '/admin/territories',
    {
      config: edits,
      schema: {
        tags,
        summary: 'Add a territory from a day on; messages find it by its names from then',
        body: NewTerritory,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { code } = request.body;
      if (territories.tree.get(code) || territories.edits().some((edit) => edit.code === code))
        throw new Refusal('territory.code_taken', { code });
      await keep(request, request.body);
      return { done: true } as const;
    },
  );

  server.put(
    '/admin/territories/:territoryCode',
    {
      config: edits,
      schema: {
        tags,
        summary: 'Rename, move or end a territory from a day on; its former names are still found',
        params,
        body: TerritoryBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { territoryCode: code } = request.params;
      if (!territories.tree.get(code) && !territories.edits().some((edit) => edit.code === code))
        throw new Refusal('territory.not_found', { code });
      await keep(request, { ...request.body, code });
      return { done: true } as const;
    },
  );
};
