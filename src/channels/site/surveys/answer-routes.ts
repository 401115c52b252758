import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import type { CitizenId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { type SurveyTurn, wordsIn } from '../../../surveys/index.ts';
import type { View } from '../layout.ts';
import { answerFromForm, answerPage } from './answer-page.ts';
import type { SurveyPagesDeps } from './survey-pages-deps.ts';

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
const TokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{16,80}$/) });
const OpenParams = z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/) });

/** `/s/<one-time word>` (answering) and `/surveys/open/<code>` (an open link). */
export function addAnswerRoutes(
  scope: FastifyInstance,
  {
    pages,
    surveys,
    uow,
    dayText,
    newToken,
  }: Pick<SurveyPagesDeps, 'pages' | 'surveys' | 'uow' | 'dayText' | 'newToken'>,
): void {
  const { answering, waves } = surveys;

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
