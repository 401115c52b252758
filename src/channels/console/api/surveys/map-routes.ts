import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { OpinionTopic } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded, Done, instant, LanguageField, named } from '../schema-parts.ts';
import { assertOwnSurvey, bodiesOf, readsSurveys, runsSurveys, SURVEY_RUNNERS } from './survey-access.ts';
import { SurveyWords } from './survey-schemas.ts';

const tags = ['opinion maps'];
const done = { done: true } as const;
const params = z.object({ mapId: z.uuid() });
const OneStatement = z.object({ words: z.string().trim().min(5).max(280), language: LanguageField });

const MapRow = named(
  'OpinionMap',
  z.object({
    id: z.string(),
    agency: Coded,
    title: SurveyWords,
    question: SurveyWords,
    state: z.enum(['open', 'closed']),
    closesAt: instant,
  }),
);
const StatementView = z.object({
  id: z.string(),
  words: z.string(),
  language: z.string(),
  state: z.enum(['proposed', 'open', 'removed']),
  reason: z.string().nullable(),
});
const Said = z.object({ words: z.string(), language: z.string() });
const MapPage = named(
  'OpinionMapPage',
  z.object({
    map: MapRow,
    statements: z.array(StatementView),
    people: z.number(),
    votes: z.number(),
    groups: z.array(
      z.object({ size: z.number(), typical: z.array(z.object({ said: Said, side: z.enum(['agree', 'disagree']) })) }),
    ),
    uniting: z.array(z.object({ said: Said, agree: z.array(z.number()), seen: z.number() })),
    chatLink: z.string().nullable(),
    publicLink: z.string(),
    mayRun: z.boolean(),
  }),
);

/** Opinion maps: begin, moderate statements, see what unites. */
export const addOpinionMapRoutes: AddRoutes = (server, { surveys: desk, present, runCommand, publicUrl }) => {
  const { maps } = desk.surveys;

  const row = ({ agencyCode, closesAt, code: _code, ...topic }: OpinionTopic) => ({
    ...topic,
    agency: present.agency(agencyCode as AgencyCode),
    closesAt: present.iso(closesAt),
  });

  async function own(staff: Staff, mapId: string): Promise<OpinionTopic> {
    const topic = await maps.get(mapId);
    assertOwnSurvey(staff, topic.agencyCode);
    return topic;
  }

  server.get(
    '/opinion-maps',
    {
      config: readsSurveys,
      schema: { tags, summary: 'Opinion maps of one’s body', response: { 200: z.object({ items: z.array(MapRow) }) } },
    },
    async (request) => {
      const bodies = bodiesOf(principalOf(request).staff);
      const found = (await maps.list()).filter(({ agencyCode }) => bodies === null || bodies.includes(agencyCode));
      return { items: found.map(row) };
    },
  );

  server.post(
    '/opinion-maps',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Open a conversation in statements',
        body: z.object({
          agency: AgencyCode,
          title: SurveyWords,
          question: SurveyWords,
          closesAt: instant,
          statements: z.array(OneStatement).min(3).max(60),
        }),
        response: { 200: z.object({ mapId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agency, closesAt, ...topic } = request.body;
      assertOwnSurvey(staff, agency);
      return runCommand(request, async (tx) => ({
        mapId: (await maps.create(tx, { ...topic, agencyCode: agency, closesAt: new Date(closesAt), by: staff.id })).id,
      }));
    },
  );

  server.get(
    '/opinion-maps/:mapId',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'A map: statements to moderate and what has come out',
        params,
        response: { 200: MapPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const topic = await own(staff, request.params.mapId);
      const [statements, drawn] = await Promise.all([maps.statements(topic.id), maps.publicMap(topic.id)]);
      const bot = desk.botName();
      return {
        map: row(topic),
        statements: statements.map(({ mapId: _map, ordinal: _ordinal, ...statement }) => statement),
        people: drawn.people,
        votes: drawn.votes,
        groups: drawn.groups.map(({ size, typical }) => ({
          size,
          typical: typical.map(({ statement, side }) => ({ said: statement, side })),
        })),
        uniting: drawn.uniting
          .slice(0, 30)
          .map(({ statement, agree, seen }) => ({ said: statement, agree: [...agree], seen })),
        chatLink: bot && `https://t.me/${bot}?start=om_${topic.code}`,
        publicLink: `${publicUrl}/surveys/maps/${topic.id}`,
        mayRun: (SURVEY_RUNNERS as readonly string[]).includes(staff.role),
      };
    },
  );

  server.post(
    '/opinion-maps/:mapId/statements',
    {
      config: runsSurveys,
      schema: { tags, summary: 'Add a statement of the house', params, body: OneStatement, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.mapId);
      await runCommand(request, async (tx) => {
        await maps.seed(tx, request.params.mapId, request.body, staff.id);
        return null;
      });
      return done;
    },
  );

  server.post(
    '/opinion-maps/:mapId/statements/:statementId/moderate',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Let a citizen’s statement in, or keep it out with a reason',
        params: params.extend({ statementId: z.uuid() }),
        body: z.object({
          state: z.enum(['open', 'removed']),
          reason: z.string().trim().min(1).max(300).nullable().default(null),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { mapId, statementId } = request.params;
      await own(staff, mapId);
      if (!(await maps.statements(mapId)).some(({ id }) => id === statementId))
        throw new Refusal('survey.statement_not_found');
      await runCommand(request, async (tx) => {
        await maps.moderate(tx, statementId, { ...request.body, by: staff.id });
        return null;
      });
      await maps.redraw(mapId);
      return done;
    },
  );

  server.post(
    '/opinion-maps/:mapId/close',
    { config: runsSurveys, schema: { tags, summary: 'End the conversation', params, response: { 200: Done } } },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.mapId);
      await runCommand(request, async (tx) => {
        await maps.close(tx, request.params.mapId, staff.id);
        return null;
      });
      return done;
    },
  );
};
