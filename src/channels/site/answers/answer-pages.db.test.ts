import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../test/support/console/start-console.ts';
import { createHttpServer } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/log.ts';
import { createSitePages } from '../index.ts';
import { registerAnswerPages } from './register-answer-pages.ts';

let world: TestConsole;
let site: Awaited<ReturnType<typeof createHttpServer>>;

beforeAll(async () => {
  world = await startConsole();
  const { services } = world;
  await services.knowledge.install(true);
  const log = createLog('silent');
  const publicUrl = 'http://localhost';
  site = await createHttpServer({ log, texts: services.texts, publicUrl });
  const pages = createSitePages({ t: services.t, publicUrl, sections: ['answers'] }, log);
  const { archive } = services.knowledge;
  await registerAnswerPages(site as never, { pages, archive, dayText: services.names.day });
  await site.ready();
});
afterAll(async () => {
  await site?.close();
  await world?.stop();
});

const get = async (url: string) => {
  const { statusCode, body } = await site.inject({ method: 'GET', url });
  return { statusCode, body };
};

describe('the archive of answers', () => {
  it('lists what is approved by its bodies, page by page', async () => {
    const { body } = await get('/answers?lang=ru');
    expect(body).toContain('За сколько дней должны ответить на обращение');
    expect(body).toContain('<h2>Генеральная прокуратура</h2>');
    expect(body).toMatch(/page(=|&#61;)1/);
  });

  it('finds as the chat finds, in any of the languages', async () => {
    const { body } = await get(`/answers?lang=kk&q=${encodeURIComponent('балабақшаға кезек')}`);
    expect(body).toContain('/answers/ulgi.kindergarten.queue');
    expect((await get('/answers?lang=ru&q=%22%3E%3Cscript%3E')).body).not.toContain('"><script>');
  });

  it('shows an answer with its owner, day, basis and that its place is fictional, without scripts', async () => {
    const { body } = await get('/answers/ulgi.kindergarten.queue?lang=ru');
    expect(body).toContain('свидетельство о рождении');
    expect(body).toContain('вымышленн');
    expect(body).toContain('Отдел образования города Улги');
    expect(body).toContain('hreflang="kk"');
    expect(body).not.toContain('<script');
  });

  it('shows nothing that nobody approved', async () => {
    const officer = (await world.signIn('officer', 'almaty.roads')).headers;
    const text = { title: 'Тайный черновик', body: 'Никто не видел.', card: null, synonyms: [], references: [] };
    const form = { kind: 'faq', owner: 'almaty.roads', topics: [], validFrom: '2026-01-01', validUntil: null };
    const dates = { reviewOn: '2036-01-01', sourceOn: '2026-01-01', texts: { kk: null, ru: text, en: null } };
    const saved = await world.http.inject({
      method: 'POST',
      url: '/api/v1/knowledge/sources',
      headers: officer,
      payload: { form: { ...form, ...dates }, submit: true },
    });
    expect((await get(`/answers/${saved.json().sourceId}?lang=ru`)).statusCode).toBe(404);
    expect((await get('/answers/no.such?lang=ru')).statusCode).toBe(404);
  });
});
