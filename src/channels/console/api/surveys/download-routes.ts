import { html } from 'ghtml';
import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { drawChart, EXPORT_FORMATS, type ExportFormat, statementText, wordsIn } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys } from './survey-access.ts';
import { WaveParams } from './survey-schemas.ts';

const tags = ['surveys'];
const InLanguage = z.object({ language: LanguageField.default('ru') });
const PRINT = `body{font:15px/1.45 'Noto Sans',system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1a1f24}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .4rem;break-after:avoid}svg{width:100%;height:auto;border:1px solid #d9dde1;border-radius:8px}
.notice{padding:.75rem 1rem;background:#e2f0ef;border-radius:8px}section{break-inside:avoid}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #d9dde1;padding:.3rem;text-align:left}td+td,th+th{text-align:right}
@media print{body{margin:0;max-width:none}}`;

/** Files of a wave: data for those who run it, pictures and a report for all who may read. */
export const addSurveyDownloadRoutes: AddRoutes = (server, { t, surveys: desk }) => {
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
        summary: 'Rows without people: CSV, XLSX, SPSS syntax, JSON, codebooks',
        params: WaveParams.extend({ format: z.enum(EXPORT_FORMATS) }),
        querystring: InLanguage,
      },
    },
    async (request, reply) => {
      await own(principalOf(request).staff, request.params.waveId);
      const { format, waveId } = request.params;
      const file = await results.exportFile(waveId, format as ExportFormat, request.query.language);
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
      const parts = await Promise.all(
        found.questions.map(async (question) => ({
          name: wordsIn(question.text, language),
          line: t(language, 'survey-site-question-n', { answered: question.answered, skipped: question.skipped }),
          chart: await chartOf(waveId, question.key, language),
        })),
      );
      const title = wordsIn(found.title, language);
      const page = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>!${PRINT}</style></head><body>
<h1>${title}</h1><p>${t(language, 'survey-site-n', { n: found.n })}</p>
<div class="notice">!${statementText(t, language, found.statement, desk.dayText).map((line) => html`<p>${line}</p>`)}</div>
!${parts.map(({ name, line, chart }) => html`<section><h2>${name}</h2>!${chart ?? html`<p>${line}</p>`}</section>`)}
<p>${t(language, 'survey-site-hidden-why')}</p></body></html>`;
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals")
        .send(page);
    },
  );
};
