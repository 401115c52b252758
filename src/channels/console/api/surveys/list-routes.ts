import { z } from 'zod';
import { zoned } from '../../../../kernel/day.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { estimateSeconds, isDutyOverdue, questionsOf, readQuestionnaire } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded } from '../schema-parts.ts';
import { createSurveyRow } from './present-survey.ts';
import { questionnaireOf, starterOf } from './questionnaire-document.ts';
import { assertOwnSurvey, bodiesOf, readsSurveys, runsSurveys } from './survey-access.ts';
import { QuestionnaireDocument, SurveyMode, SurveyRow, SurveyWords } from './survey-schemas.ts';

const tags = ['surveys'];
/** What a closed wave owes: what was heard, and what changes. */
const DutyRow = z.object({
  waveId: z.string(),
  title: SurveyWords,
  agency: Coded,
  owner: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
});

/** All surveys of a body, and the ways a new one begins: an empty page, a template, a file. */
export const addSurveyListRoutes: AddRoutes = (
  server,
  { t, surveys: desk, access, present, runCommand, clock, timezone },
) => {
  const { authoring } = desk.surveys;
  const row = createSurveyRow(present);

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
        body: z.object({ agency: AgencyCode, mode: SurveyMode, questionnaire: QuestionnaireDocument.optional() }),
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
