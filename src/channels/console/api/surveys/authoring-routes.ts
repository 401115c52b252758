import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { SurveyId } from '../../../../kernel/ids.ts';
import { type SurveyListed, writeQuestionnaire } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { createSurveyRow } from './present-survey.ts';
import { questionnaireOf } from './questionnaire-document.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys, SURVEY_RUNNERS } from './survey-access.ts';
import { QuestionnaireDocument, SurveyMode, SurveyPage, SurveyParams } from './survey-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;

export const addSurveyAuthoringRoutes: AddRoutes = (server, { surveys: desk, access, present, runCommand }) => {
  const { authoring } = desk.surveys;
  const row = createSurveyRow(present);

  async function own(staff: Staff, surveyId: SurveyId): Promise<SurveyListed> {
    const survey = await authoring.head(surveyId);
    assertOwnSurvey(staff, survey.agencyCode);
    return survey;
  }

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
        body: z.object({ revision: z.number().int(), mode: SurveyMode, questionnaire: QuestionnaireDocument }),
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
};
