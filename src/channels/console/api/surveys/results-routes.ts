import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { DatedMargins, questionsOf, type SurveyListed, statementText } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, day, LanguageField } from '../schema-parts.ts';
import { CrossTable, ResultsPage } from './results-schemas.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys, SURVEY_RUNNERS } from './survey-access.ts';
import { SurveyWords, WaveParams } from './survey-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;
const Variable = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What the answers say, how far they may be trusted, and what comes of them. */
export const addSurveyResultsRoutes: AddRoutes = (server, { t, surveys: desk, access, present, runCommand }) => {
  const { authoring, waves, results } = desk.surveys;

  async function own(staff: Staff, waveId: string): Promise<SurveyListed> {
    const survey = await authoring.head((await waves.get(waveId)).surveyId);
    assertOwnSurvey(staff, survey.agencyCode);
    return survey;
  }

  server.get(
    '/survey-waves/:waveId/results',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Results of a wave; small groups are hidden for staff too',
        params: WaveParams,
        querystring: z.object({
          variable: Variable.optional(),
          category: z.string().max(80).optional(),
          language: LanguageField.default('ru'),
        }),
        response: { 200: ResultsPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { waveId } = request.params;
      const { variable, category, language } = request.query;
      const survey = await own(staff, waveId);
      const filter = variable && category !== undefined ? { variable, category } : undefined;
      const [found, overview, progress, { questionnaire, submissions }] = await Promise.all([
        results.results(waveId, filter),
        results.overview(waveId),
        waves.progress(waveId),
        results.load(waveId),
      ]);
      const { wave } = overview;
      const duty = wave.closedAt ? await results.dutyOf(waveId) : null;
      const names = await access.namesOf(duty ? [duty.ownerId] : []);
      const texts = new Map(questionsOf(questionnaire).map(({ key, text }) => [key, text]));
      // While it runs the figures lag behind the people.
      const counted = submissions.filter(({ isComplete }) => isComplete).length;
      const finished = Math.max(counted, progress.responses['finished'] ?? 0);
      return {
        waveId,
        surveyId: survey.id,
        number: wave.number,
        state: wave.state,
        isLive: wave.state === 'fielding' || wave.state === 'paused',
        maySeePersons: wave.mode === 'confidential' && staff.agencyCode === survey.agencyCode,
        title: found.title,
        n: found.n,
        minCell: wave.minCell,
        statement: statementText(t, language, found.statement, desk.dayText),
        isSample: found.statement.basis === 'sample' && !wave.audience.open,
        funnel: {
          asked: Object.values(progress.contact.counts).reduce((sum, count) => sum + count, 0),
          delivered: progress.contact.counts.delivered ?? 0,
          started: (progress.responses['started'] ?? 0) + finished + (progress.responses['screened'] ?? 0),
          finished,
          screened: progress.responses['screened'] ?? 0,
          partial: submissions.length - counted,
        },
        responseRate: progress.responseRate,
        weighting: found.statement.weighting,
        questions: structuredClone(found.questions) as z.infer<typeof ResultsPage>['questions'],
        variables: structuredClone(overview.variables) as z.infer<typeof ResultsPage>['variables'],
        durations: overview.durations,
        leftAt: overview.leftAt.map(({ step, people }) => ({
          step,
          text: texts.get(step.split('.')[0] ?? '') ?? {},
          people,
        })),
        wordings: structuredClone(overview.wordings) as z.infer<typeof ResultsPage>['wordings'],
        openQuestions: overview.openQuestions.map(({ key, text }) => ({ key, text })),
        duty: duty && {
          owner: names.get(duty.ownerId) ?? '',
          dueOn: duty.dueOn,
          doneAt: duty.doneAt && present.iso(duty.doneAt),
          findings: duty.findings,
          changes: duty.changes,
        },
        hasRows: overview.hasRows,
        mayRun: (SURVEY_RUNNERS as readonly string[]).includes(staff.role),
      };
    },
  );

  server.get(
    '/survey-waves/:waveId/cross',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Two variables against each other, with a test and hidden small cells',
        params: WaveParams,
        querystring: z.object({ row: Variable, column: Variable }),
        response: { 200: CrossTable },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.waveId);
      const { row, column } = request.query;
      const found = await results.cross(request.params.waveId, row, column);
      return structuredClone(found) as z.infer<typeof CrossTable>;
    },
  );

  server.put(
    '/survey-waves/:waveId/margins',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Weight the answers to known totals of the population',
        params: WaveParams,
        body: z.object({
          on: day,
          source: z.string().trim().min(1).max(300),
          totals: z.record(Variable, z.record(z.string().max(80), z.number().positive())),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { waveId } = request.params;
      await own(staff, waveId);
      if ((await waves.get(waveId)).state === 'published') throw new Refusal('survey.published_already');
      const margins = DatedMargins.parse(request.body);
      await runCommand(request, async (tx) => {
        await waves.setMargins(tx, waveId, margins);
        return null;
      });
      return done;
    },
  );

  server.post(
    '/survey-waves/:waveId/publish',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Publish a snapshot for everybody and tell those who took part',
        params: WaveParams,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.waveId);
      await runCommand(request, async (tx) => {
        await results.publish(tx, request.params.waveId, staff.id);
        return null;
      });
      return done;
    },
  );

  const ThreeWords = SurveyWords.refine(
    (words) => ['kk', 'ru', 'en'].every((one) => words[one as 'kk']?.trim()),
    'in all languages',
  );
  server.post(
    '/survey-waves/:waveId/duty',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Say what was heard and what changes; everybody who took part is told',
        params: WaveParams,
        body: z.object({ findings: ThreeWords, changes: ThreeWords }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.waveId);
      await runCommand(request, async (tx) => {
        await results.fulfilDuty(tx, request.params.waveId, { ...request.body, by: staff.id });
        return null;
      });
      return done;
    },
  );
};
