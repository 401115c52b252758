import { z } from 'zod';
import { Answer, previewAnswer, previewSurvey, previewWords, reviewQuestionnaire } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, LanguageField } from '../schema-parts.ts';
import { questionnaireOf } from './questionnaire-document.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys } from './survey-access.ts';
import { PreviewStep, QuestionnaireDocument, SurveyParams, SurveyReview } from './survey-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;
const Answers = z.record(z.string(), Answer);

/** What helps while writing: review, the pane that plays a chat, colleagues' remarks. */
export const addSurveyDraftRoutes: AddRoutes = (server, { surveys: desk, runCommand }) => {
  const { authoring } = desk.surveys;

  server.post(
    '/survey-drafts/review',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'What is incomplete, what reads badly, and how long it takes; nothing is stored',
        body: z.object({ questionnaire: QuestionnaireDocument }),
        response: { 200: SurveyReview },
      },
    },
    async (request) => {
      const { problems, warnings, seconds } = reviewQuestionnaire(questionnaireOf(request.body.questionnaire));
      return { problems: [...problems], warnings: [...warnings], seconds: { ...seconds } };
    },
  );

  server.post(
    '/survey-drafts/preview',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'The next question a respondent would see after these answers; nothing is stored',
        body: z.object({
          questionnaire: QuestionnaireDocument,
          language: LanguageField,
          answers: z.record(z.string(), z.unknown()),
          seed: z.string().max(80).default('preview'),
          /** An answer to the current question, or words typed below it. */
          answer: z.record(z.string(), z.unknown()).optional(),
          words: z.string().max(4_000).optional(),
        }),
        response: { 200: PreviewStep },
      },
    },
    async (request) => {
      const { language, seed, words } = request.body;
      const questionnaire = questionnaireOf(request.body.questionnaire);
      const read = Answers.safeParse(request.body.answers);
      let answers = read.success ? read.data : {};
      let wrong: string | null = null;
      const given = Answer.safeParse(request.body.answer);
      const turn = given.success
        ? previewAnswer(questionnaire, { answers, language, seed }, given.data)
        : words === undefined
          ? null
          : previewWords(questionnaire, { answers, language, seed }, words);
      if (turn?.type === 'taken') answers = { ...turn.answers };
      if (turn?.type === 'wrong') wrong = turn.reason;
      const next = previewSurvey(questionnaire, { answers, language, seed });
      if (next.type === 'finished') return { answers, wrong, finished: true, view: null };
      const { total100, options, ...view } = next.view;
      return { answers, wrong, finished: false, view: { ...view, sharesOf: total100, options: [...options] } };
    },
  );

  server.post(
    '/surveys/:surveyId/remarks',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Say what one noticed while trying the survey out',
        params: SurveyParams,
        body: z.object({ questionKey: z.string().max(40).nullable(), words: z.string().trim().min(1).max(1_000) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      assertOwnSurvey(staff, (await authoring.head(request.params.surveyId)).agencyCode);
      const words = desk.mask(request.body.words);
      await runCommand(request, async (tx) => {
        await authoring.remark(tx, request.params.surveyId, { ...request.body, words, by: staff.id });
        return null;
      });
      return done;
    },
  );

  server.post(
    '/surveys/:surveyId/remarks/:remarkId/settle',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'A colleague’s remark has been dealt with',
        params: SurveyParams.extend({ remarkId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { surveyId, remarkId } = request.params;
      assertOwnSurvey(staff, (await authoring.head(surveyId)).agencyCode);
      await runCommand(request, async (tx) => {
        await authoring.settleRemark(tx, surveyId, remarkId);
        return null;
      });
      return done;
    },
  );
};
