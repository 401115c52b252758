import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database/test-database.ts';
import type { CitizenId } from '../../../kernel/ids.ts';
import { createClock } from '../../../platform/db/business-clock.ts';
import { createHttpServer } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/log.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';
import type { QuestionnaireInput, Wave } from '../../../surveys/index.ts';
import { createSitePages } from '../site-pages.ts';
import { registerSurveyPages } from './index.ts';

const words = (text: string) => ({ kk: `${text} kk`, ru: text, en: `${text} en` });
const option = (key: string, label = key) => ({ key, label: words(label) });
const bus: QuestionnaireInput = {
  title: words('Автобусы'),
  intro: words('Два вопроса.'),
  consent: words('Публикуются только числа.'),
  thanks: words('Спасибо за ответы'),
  blocks: [
    {
      key: 'b',
      questions: [
        {
          key: 'late',
          type: 'single',
          required: true,
          other: true,
          text: words('Автобус опаздывает?'),
          options: [option('yes', 'Да'), option('no', 'Нет <b>')],
        },
        {
          key: 'why',
          type: 'multiple',
          text: words('Что мешает?'),
          options: [option('x', 'Тесно'), option('y', 'Холодно')],
        },
        { key: 'order', type: 'ranking', text: words('По порядку'), options: [option('a'), option('b')] },
        { key: 'mark', type: 'scale', text: words('Оценка'), low: words('плохо'), high: words('отлично') },
        { key: 'say', type: 'long_text', text: words('Что ещё?') },
      ],
    },
  ],
};

let test: TestDatabase;
let on: SurveysOnADatabase;
let server: Awaited<ReturnType<typeof createHttpServer>>;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
  const texts = loadTexts();
  const log = createLog('silent' as never, { write: () => undefined } as never);
  server = await createHttpServer({ log, texts, publicUrl: 'http://localhost' });
  await registerSurveyPages(server as never, {
    pages: createSitePages({ t: texts.t, publicUrl: 'http://localhost', sections: ['surveys'] }, log),
    surveys: on.surveys,
    uow: on.uow,
    clock: createClock(on.database.prisma),
    timezone: 'Asia/Almaty',
    agencyName: () => 'Акимат',
    dayText: (day) => day,
    newToken: () => `open-token-${on.next()}-abcdef`,
  });
});
afterAll(async () => {
  await server.close();
  await on.close();
  await test.drop();
});

const get = (url: string) => server.inject({ url, headers: { 'accept-language': 'ru' } });
const post = (url: string, form: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'accept-language': 'ru', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });

async function linkFor(wave: Wave, person: CitizenId, token: string): Promise<string> {
  const turn = await on.inTx((tx) =>
    on.surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'),
  );
  if (turn.type !== 'ask') throw new Error('expected a question');
  await on.inTx((tx) => on.surveys.answering.giveLink(tx, turn.view.sessionId, person, token));
  return `/s/${token}`;
}

describe('answering on a page', () => {
  it('takes the same survey by a one-time link, without script, and the link is then spent', async () => {
    const [person] = await on.people(1, { territory: 'w1' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: bus, audience: { territories: ['w1'] } });
    const url = await linkFor(wave, person, 'one-time-word-0001');

    const first = await get(url);
    expect(first.body).toContain('<legend>Автобус опаздывает?</legend>');
    expect(first.body).toContain('Нет &#60;b&#62;');
    expect(first.body).toContain('1 из 5');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body).not.toContain('<script');
    expect((await post(url, { step: 'late', act: 'next' })).body).toContain('role="alert"');
    expect((await post(url, { step: 'late', act: 'skip' })).body).toContain('нужен ответ, чтобы идти дальше');
    expect((await post(url, { step: 'late', act: 'next', option: 'yes' })).body).toContain('Что мешает?');
    expect((await post(url, { step: 'late', act: 'next', option: 'no' })).body).toContain('Что мешает?');
    expect((await post(url, { step: 'why', act: 'back' })).body).toContain('Автобус опаздывает?');
    await post(url, { step: 'late', act: 'next', other: 'Иногда' });
    await post(url, { step: 'why', act: 'next', option: 'x' });
    expect((await post(url, { step: 'order', act: 'next', 'rank.a': '2', 'rank.b': '1' })).body).toContain('плохо');
    await post(url, { step: 'mark', act: 'next', option: '4' });
    expect((await post(url, { step: 'say', act: 'next', words: 'Чаще' })).body).toContain('Спасибо за ответы');

    expect((await get(url)).statusCode).toBe(410);
    const [said] = await on.said(wave.id);
    expect(said).toMatchObject({
      late: { value: { option: 'other', other: 'Иногда' } },
      order: { value: { order: ['b', 'a'] } },
      mark: { value: { number: 4 } },
      say: { value: { text: 'Чаще' } },
    });
  });

  it('lets strangers in by an open link only where the wave is open', async () => {
    const wave = await on.wave({ questionnaire: bus, audience: { territories: ['nobody'], open: true } });
    const start = await post(`/surveys/open/${wave.openCode}`, {});
    expect(start.statusCode).toBe(303);
    expect((await get(String(start.headers.location))).body).toContain('1 из 5');
    expect((await get('/surveys/open/unknowncode')).statusCode).toBe(404);
  });

  it('says kindly that an unknown link leads nowhere', async () => {
    const { statusCode, body } = await get('/s/0123456789abcdef');
    expect(statusCode).toBe(410);
    expect(body).toContain('ссылка уже использована');
  });
});

describe('results on the site', () => {
  it('show the figure, its interval, n and the honest label; hide small cells in page and table', async () => {
    const people = await on.people(30, { territory: 'w2' });
    const wave = await on.wave({ questionnaire: bus, audience: { territories: ['w2'] } });
    for (const [index, person] of people.entries()) {
      const url = await linkFor(wave, person, `result-word-${String(index).padStart(4, '0')}`);
      await post(url, { step: 'late', act: 'next', option: index < 20 ? 'yes' : 'no' });
      await post(url, { step: 'why', act: 'next', option: index < 2 ? 'x' : 'y' });
      await post(url, { step: 'order', act: 'skip' });
      await post(url, { step: 'mark', act: 'next', option: String(1 + (index % 5)) });
      await post(url, { step: 'say', act: 'skip' });
    }
    expect((await get(`/surveys/${wave.id}`)).statusCode).toBe(404);
    await on.inTx((tx) => on.surveys.waves.close(tx, wave.id, 'author'));
    await on.inTx((tx) => on.surveys.results.publish(tx, wave.id, 'author'));

    const { body } = await get(`/surveys/${wave.id}`);
    expect(body).toContain('Ответов: 30');
    expect(body).toContain('Да: 67 %, от 49 до 81 %');
    expect(body).toContain('Это не выборка из всех жителей');
    expect(body).toContain('Статистической погрешности у такого опроса нет');
    expect(body).toContain('<svg class="chart" role="img"');
    expect(body).toContain('скрыто');
    expect(body).toContain('до 2099-01-01');
    const csv = (await get(`/surveys/${wave.id}/table.csv`)).body;
    expect(csv).toContain('why,Что мешает?,,x,Тесно,,,,,30');
    expect(csv).toContain('late,Автобус опаздывает?,,yes,Да,20,0.666');
    const list = await get('/surveys');
    expect(list.body).toContain('Автобусы');
    expect(list.body).toContain('Ещё не ответили, что изменится: 1, из них с прошедшим сроком: 0');
  });
});
