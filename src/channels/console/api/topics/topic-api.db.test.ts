import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { composeWeeklyBrief } from '../../../../app/weekly-brief.ts';
import { isoWeekday, zoned } from '../../../../kernel/day.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });

let console: TestConsole;
let supervisor: Record<string, string>;
let stranger: Record<string, string>;
let topicId: string;

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

const topics = () => console.participation.surveys.topics;
async function write(text: string, name: string): Promise<void> {
  const { uow, citizens } = console.services;
  await uow.run(`test:${name}:${text}`, async (tx) => {
    const citizen = await citizens.meet(tx, { channel: 'test', externalId: name, language: 'ru' });
    await topics().contribute(tx, topicId, { citizenId: citizen.id, text, language: 'ru' });
  });
}

describe('a topic held open in the chat', () => {
  it('is planned with hours, rules and a promised reply', async () => {
    const { person } = await console.signIn('supervisor', 'almaty.roads');
    const now = Date.now();
    const body = {
      agency: 'almaty.roads',
      title: inAll('Тротуары'),
      question: inAll('Где неудобно ходить?'),
      background: inAll('Ремонт начнётся весной.'),
      rules: inAll('Вежливо, по теме.'),
      opensAt: new Date(now - 60_000).toISOString(),
      closesAt: new Date(now + 3_600_000).toISOString(),
      ownerId: person.id,
      replyDueOn: '2099-01-01',
    };
    const half = { ...body, rules: { ru: 'Вежливо' } };
    expect((await call('POST', '/topic-sessions', supervisor, half)).status).toBe(400);
    expect((await call('POST', '/topic-sessions', stranger, body)).status).toBe(404);
    const planned = await call('POST', '/topic-sessions', supervisor, body);
    topicId = planned.body.topicId;
    expect((await call('GET', '/topic-sessions', supervisor)).body.items).toMatchObject([{ state: 'open' }]);
  });

  it('takes what people write, masked, and shows it after a moderator', async () => {
    await write('На Абая нет тротуара, звоните +7 701 123 45 67', 'aigul');
    await write('Тротуар на Саина перекопан', 'daniyar');
    const page = (await call('GET', `/topic-sessions/${topicId}`, supervisor)).body;
    expect(page.counts).toEqual({ people: 2, contributions: 2, waiting: 2 });
    expect(JSON.stringify(page)).not.toContain('701');
    expect(await topics().contributions(topicId, 'shown')).toEqual([]);
    const [first, second] = page.contributions;
    const moderate = (id: string, body: object, headers = supervisor) =>
      call('POST', `/topic-sessions/${topicId}/contributions/${id}/moderate`, headers, body);
    expect((await moderate(first.id, { state: 'shown', theme: 'Тротуары' })).status).toBe(200);
    expect((await moderate(second.id, { state: 'removed' })).body.code).toBe('topic.reason_needed');
    expect((await moderate(second.id, { state: 'removed', reason: 'не по теме' })).status).toBe(200);
    expect((await moderate(first.id, { state: 'removed', reason: 'x' }, stranger)).status).toBe(404);
    expect(await topics().contributions(topicId, 'shown')).toMatchObject([{ theme: 'Тротуары' }]);
  });

  it('closes by the clock with thanks, then a summary and a reply, each told once to everybody who wrote', async () => {
    const early = await call('POST', `/topic-sessions/${topicId}/summarise`, supervisor, { words: inAll('Услышали') });
    expect(early.body.code).toBe('topic.move_refused');
    const { pool } = console.services.database;
    await pool.query(`update topic_sessions set closes_at = now() - interval '1 minute'`);
    await expect(write('Ещё', 'late')).rejects.toMatchObject({ code: 'topic.not_open' });
    for (let round = 0; round < 2; round += 1) await console.participation.surveys.fielding.tick();
    await call('POST', `/topic-sessions/${topicId}/summarise`, supervisor, { words: inAll('Услышали: нет тротуаров') });
    await call('POST', `/topic-sessions/${topicId}/reply`, supervisor, { words: inAll('Построим в мае') });
    const told = await pool.query<{ stage: string; people: string }>(
      `select facts ->> 'stage' as stage, count(*) as people from notifications where kind = 'topic_news' group by 1 order by 1`,
    );
    expect(told.rows).toEqual([
      { stage: 'reply', people: '2' },
      { stage: 'summary', people: '2' },
      { stage: 'thanks', people: '2' },
    ]);
    expect((await call('GET', `/topic-sessions/${topicId}`, supervisor)).body).toMatchObject({
      topic: { state: 'replied' },
      reply: { ru: 'Построим в мае' },
    });
  });
});

describe('the weekly brief', () => {
  it('names what rises with places and masked quotes, and what was done', async () => {
    for (let index = 0; index < 7; index += 1)
      await console.writeCase({
        text: `Яма на Саина ${index}, мой номер +7 701 123 45 6${index}`,
        agencyCode: 'almaty.roads',
        topicId: 'road.pothole',
        place: { territoryCode: 'almaty' as never },
      });
    const { body } = await call('GET', '/weekly-brief', supervisor);
    expect(body.rising).toMatchObject([
      { topic: { code: 'road.pothole' }, thisWeek: 7, usual: 0, done: { answered: 0, open: 7 } },
    ]);
    expect(body.rising[0].places[0]).toMatchObject({ count: 7 });
    expect(JSON.stringify(body)).not.toContain('701');
    expect((await call('GET', '/weekly-brief', stranger)).body.rising).toEqual([]);
  });

  it('counts what was said in topics together with appeals, and names what was kept', async () => {
    await console.services.database.pool.query(`update topic_contributions set topic_id = 'road.pothole'`);
    const { body } = await call('GET', '/weekly-brief', supervisor);
    expect(body.rising[0]).toMatchObject({ thisWeek: 8, inSessions: 1 });
    expect(body.done).toMatchObject({ kept: [{ kind: 'topic', id: topicId }], owed: 0, late: 0 });
  });

  it('is sent on Monday from nine to every leader once, in numbers only, and not to who said no', async () => {
    const { person, headers } = await console.signIn('supervisor', 'almaty.roads');
    expect((await call('GET', '/weekly-brief', headers)).body.isSentToMe).toBe(true);
    expect((await call('POST', '/weekly-brief/choice', headers, { wants: false })).status).toBe(200);
    const { body } = await call('GET', '/weekly-brief', headers);
    expect(body.isSentToMe).toBe(false);

    const { clock, database, db, timezone, t, names } = console.services;
    const brief = composeWeeklyBrief({ db, t, names, timezone }, console.participation, 'https://dauys.test');
    const sunday = async () => isoWeekday(zoned(await clock.now(), timezone).on) === 7;
    while (!(await sunday())) await clock.advance(86_400_000);
    expect(await brief.round()).toBe(0);
    while (await sunday()) await clock.advance(3_600_000);
    await clock.advance(10 * 3_600_000);
    expect(await brief.round()).toBeGreaterThan(0);
    expect(await brief.round()).toBe(0);
    const { rows } = await database.pool.query<{ recipient_id: string; facts: { until: string } }>(
      `select recipient_id, facts from notifications where kind = 'weekly_brief'`,
    );
    expect(new Set(rows.map(({ recipient_id }) => recipient_id)).size).toBe(rows.length);
    expect(rows.map(({ recipient_id }) => recipient_id)).not.toContain(person.id);
    const text = await brief.text(rows[0]?.facts ?? {}, { agencyCode: null, language: 'ru' });
    expect(text).toMatch(/^Темы недели до /);
    expect(text).toContain(`https://dauys.test/console/topics/rising?until=${rows[0]?.facts.until}`);
    expect(text).not.toContain('Саина');
  });
});
