import type { FastifyInstance } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import { type Day, zoned } from '../../../kernel/day.ts';
import { isDutyOverdue, wordsIn } from '../../../surveys/index.ts';
import { plain } from '../parts.ts';
import { addAnswerRoutes } from './answer-routes.ts';
import { mapPage } from './map-page.ts';
import { resultsCsv, resultsPage } from './results-page.ts';
import type { SurveyPagesDeps } from './survey-pages-deps.ts';
import { topicList, topicPage } from './topic-page.ts';

const READ = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const WaveParams = z.object({ waveId: z.uuid() });

/** `/surveys` (results and duties for everybody), topics and opinion maps; and the pages where people answer. */
export async function registerSurveyPages(app: FastifyInstance, deps: SurveyPagesDeps): Promise<void> {
  const { pages, surveys, clock, timezone, agencyName, dayText } = deps;
  const { results } = surveys;
  const today = async (): Promise<Day> => zoned(await clock.now(), timezone).on;

  await pages.register(app, async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 65_536 },
      (_request, body, done) => {
        done(null, new URLSearchParams(String(body)));
      },
    );

    scope.get('/surveys', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const [published, duties, on, topics] = await Promise.all([
        results.listPublished(),
        results.duties(),
        today(),
        surveys.maps.list(),
      ]);
      const sessions = await surveys.topics.list(null);
      const open = duties.filter(({ doneAt }) => doneAt === null);
      const dutyOf = new Map(duties.map((duty) => [duty.waveId, duty]));
      const state = (waveId: string): string => {
        const duty = dutyOf.get(waveId);
        if (!duty) return '';
        if (duty.doneAt)
          return view.t('survey-site-duty-done', { day: dayText(zoned(duty.doneAt, timezone).on, view.language) });
        return view.t(isDutyOverdue(duty, on) ? 'survey-site-duty-late' : 'survey-site-duty-open', {
          day: dayText(duty.dueOn, view.language),
        });
      };
      return pages.send(reply, view, {
        title: view.t('site-section-surveys'),
        lead: view.t('survey-site-lead'),
        section: 'surveys',
        body: html`<h2>${view.t('survey-site-duties')}</h2>
<p>${view.t('survey-site-duties-count', { open: open.length, late: open.filter((duty) => isDutyOverdue(duty, on)).length })}</p>
!${topicList(view, sessions, { now: await clock.now(), timezone, dayText, agencyName })}
<h2>${view.t('survey-site-results')}</h2>
!${
          published.length === 0
            ? html`<p>${view.t('survey-site-none')}</p>`
            : html`<ul class="rows">!${published.map(
                ({
                  waveId,
                  results: found,
                  agencyCode,
                }) => html`<li><a href="/surveys/${waveId}">${wordsIn(found.title, view.language)}</a>
<span class="quiet">!${plain(`${agencyName(agencyCode, view.language)} · ${view.t('survey-site-n', { n: found.n })} · ${state(waveId)}`)}</span></li>`,
              )}</ul>`
        }
!${
          topics.length === 0
            ? ''
            : html`<h2>${view.t('survey-site-maps')}</h2><ul class="rows">!${topics.map(
                ({ id, title, agencyCode }) =>
                  html`<li><a href="/surveys/maps/${id}">${wordsIn(title, view.language)}</a><span class="quiet">${agencyName(agencyCode, view.language)}</span></li>`,
              )}</ul>`
        }`,
      });
    });

    scope.get('/topics/:topicId', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { topicId } = z.object({ topicId: z.uuid() }).parse(request.params);
      const topic = await surveys.topics.get(topicId);
      const [counts, voices, now] = await Promise.all([
        surveys.topics.counts(topicId),
        surveys.topics.contributions(topicId, 'shown', 100),
        clock.now(),
      ]);
      const agency = agencyName(topic.agencyCode, view.language);
      return pages.send(reply, view, topicPage(view, { topic, agency, counts, voices, now, timezone, dayText }));
    });

    scope.get('/surveys/maps/:mapId', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { mapId } = z.object({ mapId: z.uuid() }).parse(request.params);
      return pages.send(reply, view, mapPage(view, await surveys.maps.publicMap(mapId)));
    });

    scope.get('/surveys/:waveId', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { waveId } = WaveParams.parse(request.params);
      const found = await results.published(waveId);
      const [duty, polls, on] = await Promise.all([results.dutyOf(waveId), surveys.groupPolls.ofWave(waveId), today()]);
      const agency = agencyName(found.agencyCode, view.language);
      return pages.send(
        reply,
        view,
        resultsPage(view, {
          waveId,
          agency,
          results: found.results,
          duty,
          polls,
          today: on,
          dayText,
          t: pages.frame.t,
        }),
      );
    });

    scope.get('/surveys/:waveId/table.csv', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const { language } = pages.view(request, reply);
      const { waveId } = WaveParams.parse(request.params);
      const { results: found } = await results.published(waveId);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="survey-${waveId}.csv"`)
        .serializer(String)
        .send(resultsCsv(found, language));
    });

    addAnswerRoutes(scope, deps);
  });
}
