import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { type Day, zoned } from '../../../../kernel/day.ts';
import { newId } from '../../../../kernel/ids.ts';

type Headers = Record<string, string>;
const ROADS = 'almaty.roads';
const DAYS = 86_400_000;

let console: TestConsole;
let officer: Headers;
let supervisor: Headers;
let operator: Headers;

beforeAll(async () => {
  console = await startConsole();
  officer = (await console.signIn('officer', ROADS)).headers;
  supervisor = (await console.signIn('supervisor', ROADS)).headers;
  operator = (await console.signIn('operator')).headers;
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.body.startsWith('{') ? response.json() : response.body };
}
const today = async (): Promise<Day> => zoned(await console.services.clock.now(), 'Asia/Almaty').on;
const write = (text: string, agencyCode = ROADS) => console.writeCase({ text, agencyCode });

describe('registrations from a file', () => {
  it('are looked at first, then recorded once, and start the term of law', async () => {
    const on = await today();
    const [first, second, foreign] = [
      await write('Яма раз'),
      await write('Яма два'),
      await write('Лампа', 'almaty.energy'),
    ];
    const content = [
      'case;number;date',
      `${first.number};R-1;${on}`,
      `${second.number};R-2;${on}`,
      `${foreign.number};R-3;${on}`,
      `${first.number};R-9;${on}`,
    ].join('\n');
    const trial = await call('POST', '/registrations', officer, { content });
    expect(trial.body).toMatchObject({
      accepted: [{ line: 2 }, { line: 3 }],
      rejected: [
        { line: 4, problem: 'case_unknown' },
        { line: 5, problem: 'case_twice' },
      ],
      registered: 0,
    });
    expect((await call('POST', '/registrations', officer, { content, trial: false })).body.registered).toBe(2);
    const again = await call('POST', '/registrations', officer, { content, trial: false });
    expect(again.body).toMatchObject({ registered: 0 });
    expect(again.body.rejected.slice(0, 2)).toMatchObject([
      { problem: 'registered_already' },
      { problem: 'registered_already' },
    ]);
    const ticket = await console.services.db.ticket.findUniqueOrThrow({ where: { id: first.ticketId } });
    expect(ticket).toMatchObject({ state: 'registered', registrationNumber: 'R-1' });
    expect(ticket.statutoryOn).not.toBeNull();
  });
});

describe('the calendar', () => {
  it('shows what a change would move, and moves it only on confirmation, with a word to the citizen', async () => {
    const { db } = console.services;
    const written = await write('Яма три');
    await call('POST', `/tickets/${written.ticketId}/register`, officer, {
      number: newId().slice(-8),
      on: await today(),
    });
    const before = await db.ticket.findUniqueOrThrow({ where: { id: written.ticketId } });
    const dueOn = before.statutoryOn?.toISOString().slice(0, 10);
    const names = { kk: 'Қосымша демалыс', ru: 'Дополнительный выходной', en: 'Extra day off' };
    const change = { type: 'day', day: { on: dueOn, working: false, kind: 'decree_day_off', name: names } };

    const preview = await call('POST', '/calendar/preview', operator, { change });
    expect(preview.body.count).toBeGreaterThanOrEqual(1);
    expect((await call('GET', '/calendar/history', operator)).body.items).toEqual([]);

    const saved = await call('POST', '/calendar/changes', operator, { change, reason: 'Постановление' });
    expect(saved.body.moved.items.map(({ number }: { number: string }) => number)).toContain(written.number);
    const still = await db.ticket.findUniqueOrThrow({ where: { id: written.ticketId } });
    expect(still.statutoryOn).toEqual(before.statutoryOn);

    const moved = await call('POST', `/calendar/editions/${saved.body.edition}/move`, operator, {});
    expect(moved.body).toMatchObject({ next: null });
    expect(moved.body.moved).toBeGreaterThanOrEqual(1);
    const again = await call('POST', `/calendar/editions/${saved.body.edition}/move`, operator, {});
    expect(again.body).toEqual({ moved: 0, next: null });
    const after = await db.ticket.findUniqueOrThrow({ where: { id: written.ticketId } });
    expect((after.statutoryOn ?? 0) > (before.statutoryOn ?? 0)).toBe(true);
    const told = await db.notification.findMany({ where: { kind: 'case_moved', recipientId: written.citizenId } });
    expect(told).toHaveLength(1);
    const events = await db.clockEvent.findMany({ where: { ticketId: written.ticketId }, orderBy: { seq: 'asc' } });
    expect(events.at(-1)?.type).toBe('superseded_by_calendar');
    expect((await call('GET', '/calendar/history', operator)).body.items).toMatchObject([
      { type: 'day', reason: 'Постановление' },
    ]);
    expect((await call('POST', '/calendar/changes', officer, { change, reason: 'Нет' })).status).toBe(403);
  });

  it('takes a year from a file, after a trial that names every wrong line', async () => {
    const next = Number((await call('GET', '/calendar', operator)).body.coveredUntil.slice(0, 4)) + 1;
    const file = (line: string) => `date,working,kind,name_kk,name_ru,name_en\n${line}`;
    const bring = (content: string, trial: boolean) =>
      call('POST', '/calendar/import', operator, { year: next, content, source: 'Закон 267-II', trial });
    const wrong = await bring(file(`${next}-13-01,no,public,а,а,a`), true);
    expect(wrong.body).toMatchObject({ problems: [{ line: 2 }], edition: null });
    const good = file(`${next}-01-03,no,public,Жаңа жыл,Новый год,New Year`);
    expect((await bring(good, true)).body).toMatchObject({ problems: [], days: 1, edition: null });
    expect((await bring(good, false)).body.edition).not.toBeNull();
    const view = await call('GET', `/calendar?year=${next}`, operator);
    expect(view.body).toMatchObject({ year: next, days: [{ on: `${next}-01-03`, working: false }] });
  });

  it('tells the people of a body with hours of its own in those hours', async () => {
    const { clocks, calendars, uow } = console.services;
    const hours = { opens: '14:00', closes: '22:00', lunch: null };
    const change = { type: 'hours', hours, scope: { type: 'agency', code: ROADS } };
    await call('POST', '/calendar/changes', operator, { change, reason: 'Вечерняя смена' });
    const { ticketId } = await write('Яма вечером');
    const waiting = await console.services.db.duePoint.findFirstOrThrow({
      where: { ticketId, firedAt: null },
      orderBy: { dueAt: 'asc' },
    });
    expect(zoned(waiting.dueAt, 'Asia/Almaty').minuteOfDay).toBe(14 * 60);
    const calendar = calendars.current();
    const on = zoned(waiting.dueAt, calendar.timezone).on;
    const sweepAt = async (hour: number) => {
      const now = new Date(calendar.opensAt(on).getTime() + (hour - 9) * 3_600_000);
      const { result } = await uow.run(`test:${newId()}`, async (tx) => {
        const fired = await clocks.sweep(Object.create(tx, { now: { value: now } }), 1_000);
        return fired.filter((point) => point.ticketId === ticketId).length;
      });
      return result;
    };
    expect(await sweepAt(10)).toBe(0);
    expect(await sweepAt(20)).toBeGreaterThan(0);
  });
});

describe('the compliance report', () => {
  it('is counted from the ledgers, as a page, a table, and in public without small cells', async () => {
    const written = await write('Яма для отчёта');
    await call('POST', `/tickets/${written.ticketId}/register`, officer, {
      number: newId().slice(-8),
      on: await today(),
    });
    await console.services.clock.advance(40 * DAYS);
    const until = await today();
    const report = await call('GET', `/compliance?until=${until}`, supervisor);
    const [row] = report.body.rows;
    expect(report.body.rows).toHaveLength(1);
    expect(row.agency.code).toBe(ROADS);
    expect(row.silent).toBeGreaterThanOrEqual(1);
    expect(row.registeredInTime + row.registeredLate).toBeGreaterThanOrEqual(1);
    const csv = await call('GET', `/compliance.csv?until=${until}&language=ru`, supervisor);
    expect(csv.body).toContain('"Молчание по закону"');
    const open = await call('GET', `/compliance?until=${until}&public=true`, operator);
    expect(open.body.rows.every(({ received }: { received: number }) => received >= 10)).toBe(true);
    expect((await call('GET', '/compliance', officer)).status).toBe(403);
  });
});

describe('the risk of being late', () => {
  it('puts what is late already on top, says why, and filters by stage and band', async () => {
    const fresh = await write('Яма свежая');
    const page = await call('GET', '/risk', supervisor);
    expect(page.body.items[0]).toMatchObject({ band: 'high', percent: 100 });
    const low = await call('GET', '/risk?stage=delivered&band=medium', supervisor);
    expect(low.body.items.map(({ row }: { row: { number: string } }) => row.number)).toContain(fresh.number);
    expect(low.body.items.every(({ stage }: { stage: string }) => stage === 'delivered')).toBe(true);
    expect((await call('GET', '/risk/calibration', supervisor)).body).toMatchObject({ cases: 0 });
  });
});

describe('the rulebook', () => {
  it('shows every country that is shipped, with articles and how sure we are', async () => {
    const own = await call('GET', '/rulebooks/kz?language=kk', officer);
    expect(own.body.codes).toEqual(['br', 'ee', 'gb', 'kr', 'kz', 'sg', 'tw', 'us']);
    const review = own.body.rules.filter(({ id }: { id: string }) => id === 'kz.appk.review');
    expect(review.length).toBeGreaterThan(1);
    expect(review.filter(({ inForce }: { inForce: boolean }) => inForce)).toMatchObject([
      { trust: 'high', silence: 'refusal' },
    ]);
    for (const code of own.body.codes)
      expect((await call('GET', `/rulebooks/${code}?language=en`, officer)).body.rules.length).toBeGreaterThan(0);
    expect((await call('GET', '/rulebooks/xx?language=en', officer)).body).toMatchObject({
      code: 'deadline.jurisdiction_unknown',
    });
  });
});
