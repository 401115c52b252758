import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import { zoned } from '../../../../kernel/day.ts';
import { AgencyCode, type SurveyId } from '../../../../kernel/ids.ts';
import { LANGUAGES } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import {
  estimateSeconds,
  isDutyOverdue,
  Questionnaire,
  questionsOf,
  readQuestionnaire,
  type SurveyListed,
  writeQuestionnaire,
} from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded, Done } from '../schema-parts.ts';
import { assertOwnSurvey, bodiesOf, readsSurveys, runsSurveys, SURVEY_RUNNERS } from './survey-access.ts';
import { QuestionnaireDocument, SurveyPage, SurveyParams, SurveyRow, SurveyWords } from './survey-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;
/** What a closed wave owes: what was heard, and what changes. */
const DutyRow = z.object({
  waveId: z.string(),
  title: SurveyWords,
  agency: Coded,
  owner: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
});
const Mode = z.enum(['anonymous', 'confidential']);

/** What a newcomer finds on an empty page. */
function starterOf(t: Translate): Questionnaire {
  const said = (key: string) => Object.fromEntries(LANGUAGES.map((language) => [language, t(language, key)]));
  return Questionnaire.parse({
    title: {},
    intro: said('survey-starter-intro'),
    consent: said('survey-starter-consent'),
    thanks: said('survey-starter-thanks'),
    blocks: [
      {
        key: 'main',
        questions: [
          {
            key: 'q1',
            type: 'single',
            text: {},
            options: [
              { key: 'a', label: {} },
              { key: 'b', label: {} },
            ],
          },
        ],
      },
    ],
  });
}

/** Says where a document is not a questionnaire. */
export function questionnaireOf(document: unknown): Questionnaire {
  const read = Questionnaire.safeParse(document);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Refusal('survey.source_wrong', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

export const addSurveyAuthoringRoutes: AddRoutes = (
  server,
  { t, surveys: desk, access, present, runCommand, clock, timezone },
) => {
  const { authoring } = desk.surveys;

  async function own(staff: Staff, surveyId: SurveyId): Promise<SurveyListed> {
    const survey = await authoring.head(surveyId);
    assertOwnSurvey(staff, survey.agencyCode);
    return survey;
  }

  const row = (
    { createdBy, agencyCode, createdAt, waves, ...survey }: SurveyListed,
    names: ReadonlyMap<string, string>,
  ) => ({
    ...survey,
    agency: present.agency(agencyCode as AgencyCode),
    author: names.get(createdBy) ?? '',
    createdAt: present.iso(createdAt),
    waves: waves.map((wave) => ({ ...wave, closesAt: present.iso(wave.closesAt) })),
  });

  server.get(
    '/surveys',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Surveys of one’s own body, newest first',
        response: { 200: z.object({ items: z.array(SurveyRow), duties: z.array(DutyRow) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const items = await authoring.list(bodiesOf(staff));
      const today = zoned(await clock.now(), timezone).on;
      const bodies = bodiesOf(staff);
      const open = (await desk.surveys.results.duties()).filter(
        ({ doneAt, agencyCode }) => doneAt === null && (bodies === null || bodies.includes(agencyCode)),
      );
      const names = await access.namesOf([
        ...items.map(({ createdBy }) => createdBy),
        ...open.map(({ ownerId }) => ownerId),
      ]);
      return {
        items: items.map((survey) => row(survey, names)),
        duties: open.map((duty) => ({
          waveId: duty.waveId,
          title: items.find(({ waves }) => waves.some(({ id }) => id === duty.waveId))?.title ?? {},
          agency: present.agency(duty.agencyCode as AgencyCode),
          owner: names.get(duty.ownerId) ?? '',
          dueOn: duty.dueOn,
          isLate: isDutyOverdue(duty, today),
        })),
      };
    },
  );

  server.get(
    '/survey-templates',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Ready questionnaires to begin with',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                name: z.string(),
                title: SurveyWords,
                questions: z.number().int(),
                seconds: z.number(),
                questionnaire: QuestionnaireDocument,
              }),
            ),
          }),
        },
      },
    },
    async () => ({
      items: desk.templates.map(({ name, questionnaire }) => ({
        name,
        title: questionnaire.title,
        questions: questionsOf(questionnaire).length,
        seconds: estimateSeconds(questionnaire, 'ru'),
        questionnaire,
      })),
    }),
  );

  server.post(
    '/surveys',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Begin a survey',
        /** Without a questionnaire: one empty question, and an introduction, a consent and thanks that fit most. */
        body: z.object({ agency: AgencyCode, mode: Mode, questionnaire: QuestionnaireDocument.optional() }),
        response: { 200: z.object({ surveyId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agency, mode, questionnaire } = request.body;
      assertOwnSurvey(staff, agency);
      const asked = questionnaire ? questionnaireOf(questionnaire) : starterOf(t);
      return runCommand(request, async (tx) => ({
        surveyId: (await authoring.create(tx, { agencyCode: agency, mode, questionnaire: asked, by: staff.id })).id,
      }));
    },
  );

  server.get(
    '/surveys/:surveyId',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'A survey with its latest version, what is wrong with it, and what colleagues noticed',
        params: SurveyParams,
        response: { 200: SurveyPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { surveyId } = request.params;
      const survey = await own(staff, surveyId);
      const [{ version, review }, versions, remarks] = await Promise.all([
        authoring.read(surveyId),
        authoring.versions(surveyId),
        authoring.remarks(surveyId),
      ]);
      const names = await access.namesOf([
        survey.createdBy,
        ...versions.flatMap(({ authorId, approverId }) => [authorId, ...(approverId ? [approverId] : [])]),
        ...remarks.map(({ authorId }) => authorId),
      ]);
      return {
        survey: row(survey, names),
        version: version.number,
        versionState: version.state,
        questionnaire: version.questionnaire,
        review: {
          ...review,
          problems: [...review.problems],
          warnings: [...review.warnings],
          seconds: { ...review.seconds },
        },
        versions: versions.map(({ authorId, approverId, createdAt, decidedAt, ...one }) => ({
          ...one,
          author: names.get(authorId) ?? '',
          approver: approverId && (names.get(approverId) ?? ''),
          createdAt: present.iso(createdAt),
          decidedAt: decidedAt && present.iso(decidedAt),
        })),
        remarks: remarks.map(({ authorId, createdAt, settledAt, versionNumber, ...remark }) => ({
          ...remark,
          version: versionNumber,
          author: names.get(authorId) ?? '',
          createdAt: present.iso(createdAt),
          settled: settledAt !== null,
        })),
        isAuthor: version.authorId === staff.id,
        mayRun: (SURVEY_RUNNERS as readonly string[]).includes(staff.role),
      };
    },
  );

  server.put(
    '/surveys/:surveyId',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Save the draft; the first change after an approval begins the next version',
        params: SurveyParams,
        body: z.object({ revision: z.number().int(), mode: Mode, questionnaire: QuestionnaireDocument }),
        response: { 200: z.object({ revision: z.number().int() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { revision, mode, questionnaire } = request.body;
      await own(staff, request.params.surveyId);
      const asked = questionnaireOf(questionnaire);
      return runCommand(request, async (tx) => ({
        revision: (
          await authoring.edit(tx, request.params.surveyId, { questionnaire: asked, mode, by: staff.id, revision })
        ).revision,
      }));
    },
  );

  const MOVES = {
    submit: 'Ask a second person to approve',
    approve: 'Approve what somebody else wrote',
    archive: 'Put away',
  } as const;
  for (const [move, summary] of Object.entries(MOVES) as [keyof typeof MOVES, string][])
    server.post(
      `/surveys/:surveyId/${move}`,
      { config: runsSurveys, schema: { tags, summary, params: SurveyParams, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await own(staff, request.params.surveyId);
        await runCommand(request, async (tx) => {
          await authoring[move](tx, request.params.surveyId, staff.id);
          return null;
        });
        return done;
      },
    );

  server.post(
    '/surveys/:surveyId/send-back',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Send back to the author with a reason',
        params: SurveyParams,
        body: z.object({ note: z.string().trim().min(1).max(2_000) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.surveyId);
      await runCommand(request, async (tx) => {
        await authoring.sendBack(tx, request.params.surveyId, staff.id, request.body.note);
        return null;
      });
      return done;
    },
  );

  server.get(
    '/surveys/:surveyId/versions/:number/source',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'A version as a file for version control',
        params: SurveyParams.extend({ number: z.coerce.number().int().min(1) }),
        querystring: z.object({ format: z.enum(['yaml', 'json']).default('yaml') }),
      },
    },
    async (request, reply) => {
      const { staff } = principalOf(request);
      const { surveyId, number } = request.params;
      const { format } = request.query;
      await own(staff, surveyId);
      const { questionnaire } = await authoring.version(surveyId, number);
      return reply
        .type(format === 'yaml' ? 'application/yaml; charset=utf-8' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="survey-${surveyId.slice(0, 8)}-v${number}.${format}"`)
        .send(format === 'yaml' ? writeQuestionnaire(questionnaire) : JSON.stringify(questionnaire, null, 2));
    },
  );

  server.post(
    '/survey-drafts/import',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Read a YAML or JSON file into the editor; nothing is stored',
        body: z.object({ source: z.string().max(400_000) }),
        response: { 200: z.object({ questionnaire: QuestionnaireDocument }) },
      },
    },
    async (request) => ({ questionnaire: readQuestionnaire(request.body.source) }),
  );
};
