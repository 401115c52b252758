import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import { Competence } from '../../../../agencies/index.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { CompetenceBody, RoleView } from './admin-schemas.ts';

const tags = ['administration'];
const params = z.object({ agencyCode: AgencyCode });
const edits = { access: { who: 'roles', roles: ['operator'], scope: 'staff' } } as const;
const Row = z.object({ competenceId: z.string() });

/** Who is competent for what, where and when: dated rows, never deleted, so that yesterday's case finds yesterday's body. */
export const addCompetenceRoutes: AddRoutes = (server, deps) => {
  const { agencies, register, directory, present, runCommand, journal } = deps;

  function checked(competence: Competence): Competence {
    if (competence.effectiveUntil !== null && competence.effectiveUntil <= competence.effectiveFrom)
      throw new Refusal('agency.dates_wrong', {});
    if (competence.territoryCode !== null && !directory.territories.get(competence.territoryCode))
      throw new Refusal('agency.territory_wrong', {});
    const role = register.roles().find((one) => one.role === competence.role);
    if (!role) throw new Refusal('competence.role_wrong', {});
    for (const topic of competence.topics ?? [])
      if (!directory.topics.has(topic) || register.roleOf(topic).role !== role.role)
        throw new Refusal('competence.topic_wrong', { topic });
    return competence;
  }

  async function keep(tx: Tx, staff: Staff, competence: Competence): Promise<void> {
    await agencies.saveCompetence(tx, competence);
    const { id, role, topics, territoryCode, ownership, effectiveFrom, effectiveUntil } = competence;
    await journal.append(tx, `agency:${competence.agencyCode}`, {
      type: 'agency.competence_changed',
      actor: { kind: staff.role, id: staff.id },
      facts: {
        competenceId: id,
        role,
        topics: (topics ?? []).join(' '),
        territoryCode,
        ownership,
        effectiveFrom,
        effectiveUntil,
      },
    });
  }

  const rowOf = (id: string, agencyCode: AgencyCode, body: z.infer<typeof CompetenceBody>): Competence =>
    checked(Competence.parse({ ...body, id, agencyCode, topics: body.topics.length > 0 ? body.topics : null }));

  server.get(
    '/admin/competence-roles',
    {
      config: { access: { who: 'roles', roles: ['supervisor', 'operator', 'auditor'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Roles that a body can have, with the topics of each',
        response: { 200: z.object({ items: z.array(RoleView) }) },
      },
    },
    async () => {
      const topicsOf = Map.groupBy(directory.topics, ([code]) => register.roleOf(code).role);
      return {
        items: register.roles().map(({ role, name, level }) => ({
          role,
          name,
          level,
          topics: (topicsOf.get(role) ?? []).map(([code, topicName]) => ({ code, name: topicName })),
        })),
      };
    },
  );

  server.post(
    '/admin/agencies/:agencyCode/competences',
    {
      config: edits,
      schema: { tags, summary: 'Give a body a competence', params, body: CompetenceBody, response: { 200: Row } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode } = request.params;
      if (!(await agencies.get(agencyCode))) throw new Refusal('agency.not_found', { agencyCode });
      const id = register.nextCompetenceId(request.body.role);
      if (id === null) throw new Refusal('competence.role_wrong', {});
      const competence = rowOf(id, agencyCode, request.body);
      await runCommand(request, async (tx) => {
        await keep(tx, staff, competence);
        return null;
      });
      await register.refresh();
      return { competenceId: id };
    },
  );

  server.put(
    '/admin/agencies/:agencyCode/competences/:competenceId',
    {
      config: edits,
      schema: {
        tags,
        summary: 'Change a competence or end it; half-open dates: on the day it ends, its successor is competent',
        params: params.extend({ competenceId: z.string() }),
        body: CompetenceBody,
        response: { 200: Row },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode, competenceId } = request.params;
      const known = register.everyCompetenceOf(agencyCode).find(({ id }) => id === competenceId);
      if (!known || known.role !== request.body.role) throw new Refusal('competence.not_found', {});
      const competence = rowOf(competenceId, agencyCode, request.body);
      await runCommand(request, async (tx) => {
        await keep(tx, staff, competence);
        return null;
      });
      await register.refresh();
      return { competenceId };
    },
  );

  server.get(
    '/admin/competent-bodies',
    {
      config: { access: { who: 'roles', roles: ['supervisor', 'operator', 'auditor'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Who would be competent for a topic at a place on a day',
        querystring: z.object({
          topic: CompetenceBody.shape.topics.element,
          territory: z.string(),
          on: CompetenceBody.shape.effectiveFrom,
        }),
        response: {
          200: z.object({
            items: z.array(
              z.object({ agency: RoleView.shape.topics.element, competenceId: z.string(), isFallback: z.boolean() }),
            ),
          }),
        },
      },
    },
    async ({ query: { topic, territory, on } }) => {
      const unit = CompetenceBody.shape.territoryCode.safeParse(territory);
      if (!directory.topics.has(topic) || !unit.data || !directory.territories.get(unit.data))
        throw new Refusal('agency.territory_wrong', {});
      const found = register.competentBodies(topic, unit.data, on);
      return {
        items:
          found.type === 'bodies'
            ? found.bodies.flatMap(({ agencyCode, competenceId, isFallback }) => {
                const agency = present.agency(agencyCode);
                return agency ? [{ agency, competenceId, isFallback }] : [];
              })
            : [],
      };
    },
  );
};
