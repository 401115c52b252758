import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { type Day, zoned } from '../../../kernel/day.ts';
import type { CitizenId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Tx, UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { isDutyOverdue, type Surveys, type SurveyTurn, wordsIn } from '../../../surveys/index.ts';
import type { View } from '../layout.ts';
import { plain } from '../parts.ts';
import type { SitePages } from '../site-pages.ts';
import { answerFromForm, answerPage } from './answer-page.ts';
import { mapPage } from './map-page.ts';
import { resultsCsv, resultsPage } from './results-page.ts';
import { topicList, topicPage } from './topic-page.ts';

export interface SurveyPagesDeps {
  readonly pages: SitePages;
  readonly surveys: Surveys;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly agencyName: (code: string, language: Language) => string;
  readonly dayText: (day: Day, language: Language) => string;
  readonly newToken: () => string;
}

const READ = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const WRITE = { rateLimit: { max: 60, timeWindow: '1 minute' } };
/** By link, not by address: a school or a service desk shares one address. */
const ANSWER = {
  rateLimit: {
    max: 60,
    timeWindow: '1 minute',
    keyGenerator: ({ params }: { params: unknown }) => TokenParams.safeParse(params).data?.token ?? '',
  },
};
const WaveParams = z.object({ waveId: z.uuid() });
const TokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{16,80}$/) });

/** `/surveys` (results and duties for everybody), `/s/<one-time word>` (answering), `/surveys/open/<code>` (an open link). */
export async function registerSurveyPages(
  app: FastifyInstance,
  { pages, surveys, uow, clock, timezone, agencyName, dayText, newToken }: SurveyPagesDeps,
): Promise<void> {
  const { answering, results, waves } = surveys;
  const today = async (): Promise<Day> => zoned(await clock.now(), timezone).on;

  async function inTx<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const found: Result[] = [];
    await uow.run(`web:survey:${randomUUID()}`, async (tx) => {
      found[0] = await work(tx);
    });
    return found[0] as Result;
  }

  /** Refusals on this page are news for the person, not errors. */
  async function answered(
    reply: FastifyReply,
    view: View,
    work: () => Promise<SurveyTurn | null>,
  ): Promise<FastifyReply> {
    reply.header('cache-control', 'no-store');
    try {
      const turn = await work();
      if (turn?.type === 'ask') return pages.send(reply, view, answerPage(view, turn));
      if (turn) {
        const words =
          turn.type === 'screened' ? view.t('survey-screened') : wordsIn(turn.questionnaire.thanks, view.language);
        const next =
          turn.type === 'screened'
            ? ''
            : view.t('survey-thanks-next', { day: dayText(turn.wave.dutyDueOn, view.language) });
        return pages.send(reply, view, {
          title: view.t('survey-site-thanks'),
          hidden: true,
          body: html`<p class="lead">${words}</p><p>${next}</p>`,
        });
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    return pages.send(
      reply,
      view,
      { title: view.t('survey-site-gone-title'), hidden: true, body: html`<p>${view.t('survey-site-gone')}</p>` },
      410,
    );
  }

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

    const OpenParams = z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/) });
    scope.get('/surveys/open/:code', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const wave = await waves.byOpenCode(OpenParams.parse(request.params).code);
      if (!wave) return pages.notFound(request, reply);
      const { questionnaire } = await surveys.questionnaireOf(wave.id);
      return pages.send(reply, view, {
        title: wordsIn(questionnaire.title, view.language),
        hidden: true,
        lead: wordsIn(questionnaire.intro, view.language),
        body: html`<p>${wave.mode === 'anonymous' ? view.t('survey-anonymous') : ''}</p><p>${wordsIn(questionnaire.consent, view.language)}</p>
<form class="survey" method="post" action="${view.address}"><button>${view.t('survey-button-start')}</button></form>`,
      });
    });
    scope.post('/surveys/open/:code', { schema: { hide: true }, config: WRITE }, async (request, reply) => {
      const view = pages.view(request, reply);
      const wave = await waves.byOpenCode(OpenParams.parse(request.params).code);
      if (!wave) return pages.notFound(request, reply);
      const token = newToken();
      await inTx((tx) => answering.beginUnknown(tx, wave.id, view.language, token));
      return reply.redirect(`/s/${token}`, 303);
    });

    scope.get('/s/:token', { schema: { hide: true }, config: READ }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { token } = TokenParams.parse(request.params);
      return answered(reply, view, () =>
        inTx(async (tx) => {
          const found = await answering.byToken(tx, token);
          return found && answering.view(tx, found.sessionId, found.citizenId);
        }),
      );
    });

    scope.post('/s/:token', { schema: { hide: true }, config: ANSWER }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { token } = TokenParams.parse(request.params);
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      return answered(reply, view, () =>
        inTx(async (tx) => {
          const found = await answering.byToken(tx, token);
          return found && act(tx, found.sessionId, found.citizenId, form);
        }),
      );
    });
  });

  async function act(
    tx: Tx,
    sessionId: string,
    citizenId: CitizenId | null,
    form: URLSearchParams,
  ): Promise<SurveyTurn> {
    const step = form.get('step') ?? '';
    switch (form.get('act')) {
      case 'back':
        return answering.back(tx, sessionId, citizenId, step);
      case 'skip':
        return answering.skip(tx, sessionId, citizenId, step);
      case 'decline':
        return answering.decline(tx, sessionId, citizenId, step);
      default: {
        const turn = await answering.view(tx, sessionId, citizenId);
        if (turn.type !== 'ask' || turn.view.stepKey !== step) return turn;
        const answer = answerFromForm(turn.view, form);
        const [pressed] = form.getAll('option');
        if (answer && 'words' in answer) return answering.write(tx, sessionId, citizenId, step, answer.words);
        if (answer) return answering.give(tx, sessionId, citizenId, step, answer);
        if (turn.view.expects === 'one' && pressed !== undefined)
          return answering.choose(tx, sessionId, citizenId, step, pressed);
        return { ...turn, wrong: { reason: 'too_few', facts: { atLeast: 1 } } };
      }
    }
  }
}
