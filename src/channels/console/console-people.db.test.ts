import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsTo, type Headers } from '../../../test/support/console/api-calls.ts';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';

const ROADS = 'almaty.roads';

let console: TestConsole;
let officer: Headers;
let operator: Headers;

beforeAll(async () => {
  console = await startConsole();
  officer = (await console.signIn('officer', ROADS)).headers;
  operator = (await console.signIn('operator')).headers;
});
afterAll(() => console.stop());

const { call, get, post } = callsTo(() => console);

const aCase = (text = 'Яма на Саина') => console.writeCase({ text, agencyCode: ROADS });

describe('the service’s own people', () => {
  it('route what nobody could place, with candidates from topic and place', async () => {
    const { appealId } = await console.writeCase({
      text: 'Тротуар разбит',
      topicId: 'road.surface',
      place: { territoryCode: '751110000' as never },
    });
    const { body } = await get('/triage', operator);
    const item = body.items.find((one: { appealId: string }) => one.appealId === appealId);
    expect(item.candidates[0]).toMatchObject({
      agency: { code: ROADS },
      topic: { code: 'road.surface' },
      connected: true,
    });
    const sent = await post(`/triage/${appealId}/route`, operator, { agencyCode: ROADS, topicId: 'road.surface' });
    expect(sent.status).toBe(200);
    const again = await post(`/triage/${appealId}/route`, operator, { agencyCode: ROADS, topicId: null });
    expect(again).toMatchObject({ status: 409, body: { code: 'appeal.move_refused' } });
  });

  it('find bodies by any part of their names in any language', async () => {
    const codesFor = async (q: string) =>
      (await get(`/agencies?q=${encodeURIComponent(q)}`, operator)).body.items.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codesFor('мобильн')).toContain(ROADS);
    expect(await codesFor('Қалалық мобильділік')).toContain(ROADS);
    expect(await codesFor('urban mob')).toContain(ROADS);
    expect(await codesFor('нет такого')).toEqual([]);
    const astana = (await console.signIn('officer', 'astana.roads')).headers;
    const [nearest] = (await get(`/agencies?q=${encodeURIComponent('жилищной инспекции')}`, astana)).body.items;
    expect(nearest.code).toBe('astana.housing');
  });

  it('let a parked message be tried again', async () => {
    await console.services.database.pool.query(
      "insert into telegram_updates (update_id, chat_key, body, state, error_code, attempts, received_at) values (77, 'c', '{}', 'parked', '7F3', 4, now())",
    );
    expect((await get('/parked-updates', operator)).body.items).toMatchObject([{ updateId: 77, errorCode: '7F3' }]);
    expect((await post('/parked-updates/77/release', operator)).status).toBe(200);
    expect((await post('/parked-updates/77/release', operator)).body.code).toBe('update.not_found');
  });
});

describe('machines', () => {
  it('act for their person within their scopes', async () => {
    const made = await post('/tokens', officer, { name: 'register', scopes: ['tickets:read'], days: 30 });
    const bearer = { authorization: `Bearer ${made.body.token}` };
    const { ticketId } = await aCase();
    expect((await get(`/tickets/${ticketId}`, bearer)).status).toBe(200);
    expect((await post(`/tickets/${ticketId}/take`, bearer)).body.code).toBe('session.not_allowed');
    expect((await get('/sessions', bearer)).status).toBe(403);
    await call('DELETE', `/tokens/${made.body.id}`, officer);
    expect((await get(`/tickets/${ticketId}`, bearer)).status).toBe(401);
  });

  it('page through an inbox without missing or repeating', async () => {
    for (let count = 0; count < 7; count += 1) await aCase(`Обращение ${count}`);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/tickets?limit=3${cursor ? `&cursor=${cursor}` : ''}`, officer);
      seen.push(...body.items.map(({ ticketId }: { ticketId: string }) => ticketId));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    const { body: counts } = await get('/tickets/counts', officer);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(counts.open);
  });
});
