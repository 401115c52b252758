import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { drawChart, EXPORT_FORMATS, type ExportFormat, statementText, wordsIn } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { reportPage } from './report-page.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys } from './survey-access.ts';
import { WaveParams } from './survey-schemas.ts';

const tags = ['surveys'];
const InLanguage = z.object({ language: LanguageField.default('ru') });
/** Files of a wave: data for those who run it, pictures and a report for all who may read. */
export const addSurveyDownloadRoutes: AddRoutes = (server, { t, surveys: desk, runCommand }) => {
  const { authoring, waves, results } = desk.surveys;

  async function own(staff: Staff, waveId: string): Promise<void> {
    assertOwnSurvey(staff, (await authoring.head((await waves.get(waveId)).surveyId)).agencyCode);
  }

  server.get(
    '/survey-waves/:waveId/export/:format',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Rows in which nobody can be found, once a wave is over: CSV, XLSX, SPSS syntax, JSON, codebooks',
        params: WaveParams.extend({ format: z.enum(EXPORT_FORMATS) }),
        querystring: InLanguage,
      },
    },
    async (request, reply) => {
      const { staff } = principalOf(request);
      const { format, waveId } = request.params;
      await own(staff, waveId);
      const file = await results.exportFile(waveId, format as ExportFormat, request.query.language);
      await runCommand(request, async (tx) => {
        await results.noteExport(tx, waveId, { by: staff.id, format: format as ExportFormat });
        return null;
      });
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('cache-control', 'private, no-store')
        .send(typeof file.body === 'string' ? file.body : Buffer.from(file.body));
    },
  );

  async function chartOf(waveId: string, key: string, language: Language): Promise<string | null> {
    const found = await results.results(waveId);
    const question = found.questions.find((one) => one.key === key);
    if (!question) throw new Refusal('survey.not_found');
    return drawChart(question, language, {
      title: wordsIn(question.text, language),
      notes: [
        t(language, 'survey-site-question-n', { answered: question.answered, skipped: question.skipped }),
        ...statementText(t, language, found.statement, desk.dayText).slice(0, 2),
      ],
      footer: `Дауыс · ${wordsIn(found.title, language)}`,
    });
  }

  server.get(
    '/survey-waves/:waveId/charts/:file',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'A question as a picture: `<question>.svg` or `<question>.png`',
        params: WaveParams.extend({ file: z.string().regex(/^[a-z][a-z0-9_]{0,39}\.(svg|png)$/) }),
        querystring: InLanguage,
      },
    },
    async (request, reply) => {
      const { waveId, file } = request.params;
      await own(principalOf(request).staff, waveId);
      const [key = '', format] = file.split('.');
      const svg = await chartOf(waveId, key, request.query.language);
      if (svg === null) throw new Refusal('survey.group_too_small');
      return reply
        .header('content-disposition', `attachment; filename="${file}"`)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .type(format === 'png' ? 'image/png' : 'image/svg+xml')
        .send(format === 'png' ? Buffer.from(desk.renderPng(svg)) : svg);
    },
  );

  server.get(
    '/survey-waves/:waveId/report',
    {
      config: readsSurveys,
      schema: { tags, summary: 'The whole as one page to be printed', params: WaveParams, querystring: InLanguage },
    },
    async (request, reply) => {
      const { waveId } = request.params;
      const { language } = request.query;
      await own(principalOf(request).staff, waveId);
      const found = await results.results(waveId);
      const charts = new Map(
        await Promise.all(found.questions.map(async ({ key }) => [key, await chartOf(waveId, key, language)] as const)),
      );
      const page = reportPage(found, {
        t: (word, args) => t(language, word, args),
        language,
        statement: statementText(t, language, found.statement, desk.dayText),
        charts,
      });
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals")
        .send(page);
    },
  );
};
