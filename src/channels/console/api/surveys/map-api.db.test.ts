import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });

let console: TestConsole;
let supervisor: Record<string, string>;
let stranger: Record<string, string>;

const call = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: unknown) => {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
  return { status: response.statusCode, body: response.json() };
};

beforeAll(async () => {
  console = await startConsole();
  supervisor = (await console.signIn('supervisor', 'almaty.roads')).headers;
  stranger = (await console.signIn('supervisor', 'almaty.energy')).headers;
});
afterAll(() => console.stop());

describe('an opinion map in the console', () => {
  it('is begun with statements of the house, takes a citizen’s after a moderator, and shows what unites', async () => {
    const body = {
      agency: 'almaty.roads',
      title: inAll('Скорость'),
      question: inAll('Как ограничивать скорость?'),
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
      statements: ['У школ 30', 'Камеры важнее знаков', 'Штрафы поднять'].map((words) => ({ words, language: 'ru' })),
    };
    const { mapId } = (await call('POST', '/opinion-maps', supervisor, body)).body;
    expect((await call('GET', '/opinion-maps', stranger)).body.items).toEqual([]);
    expect((await call('GET', `/opinion-maps/${mapId}`, stranger)).status).toBe(404);

    const { uow, citizens } = console.services;
    const { maps } = console.participation.surveys;
    const statements = (await call('GET', `/opinion-maps/${mapId}`, supervisor)).body.statements;
    for (let index = 0; index < 12; index += 1)
      await uow.run(`test:vote:${index}`, async (tx) => {
        const citizen = await citizens.meet(tx, { channel: 'test', externalId: `m${index}`, language: 'ru' });
        await maps.vote(tx, statements[0].id, citizen.id, 1);
        await maps.vote(tx, statements[1].id, citizen.id, index % 2 ? 1 : -1);
        if (index === 0) await maps.propose(tx, mapId, citizen.id, 'Велодорожки на Абая', 'ru');
      });

    const waiting = (await call('GET', `/opinion-maps/${mapId}`, supervisor)).body.statements.find(
      ({ state }: { state: string }) => state === 'proposed',
    );
    const moderate = (headers: Record<string, string>, payload: object) =>
      call('POST', `/opinion-maps/${mapId}/statements/${waiting.id}/moderate`, headers, payload);
    expect((await moderate(stranger, { state: 'open' })).status).toBe(404);
    expect((await moderate(supervisor, { state: 'removed' })).body.code).toBe('survey.reason_needed');
    expect((await moderate(supervisor, { state: 'open' })).status).toBe(200);

    const page = (await call('GET', `/opinion-maps/${mapId}`, supervisor)).body;
    expect(page).toMatchObject({ people: 12, votes: 24 });
    expect(page.uniting[0].said.words).toBe('У школ 30');
    expect((await call('POST', `/opinion-maps/${mapId}/close`, supervisor)).status).toBe(200);
    expect((await call('GET', `/opinion-maps/${mapId}`, supervisor)).body.map.state).toBe('closed');
  });
});
