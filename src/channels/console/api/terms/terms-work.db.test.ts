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
    const day = { on: dueOn, working: false, kind: 'decree_day_off', name: names };
    const change = { type: 'day', day, scope: { type: 'country' } };

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

  it('of a territory moves the cases of its bodies only, names its own day as the reason, and can be given up', async () => {
    const { db } = console.services;
    const registered = async (text: string, agencyCode: string) => {
      const { ticketId } = await write(text, agencyCode);
      const somebody = { id: newId(), role: 'officer', agencyCode, unitIds: [] } as never;
      const command = { number: newId().slice(-8), on: await today() };
      await console.services.uow.run(newId(), (tx) =>
        console.services.tickets.register(tx, ticketId, somebody, command),
      );
      return ticketId as string;
    };
    const here = await registered('Яма в городе со своим днём', ROADS);
    const elsewhere = await registered('Яма в другом городе', 'astana.akimat');
    const dateOf = async (id: string) =>
      (await db.ticket.findUniqueOrThrow({ where: { id } })).statutoryOn?.toISOString().slice(0, 10);
    const before = await dateOf(here);
    expect(await dateOf(elsewhere)).toBe(before);

    const scope = { type: 'territory', code: '750000000' };
    const name = { kk: 'Қала күні', ru: 'День города', en: 'City day' };
    const change = { type: 'day', day: { on: before, working: false, kind: 'decree_day_off', name }, scope };
    const preview = await call('POST', '/calendar/preview', operator, { change });
    const ids = preview.body.items.map(({ ticketId }: { ticketId: string }) => ticketId);
    expect(ids).toContain(here);
    expect(ids).not.toContain(elsewhere);
    const unknown = { ...change, scope: { type: 'territory', code: 'nowhere' } };
    const refused = await call('POST', '/calendar/changes', operator, { change: unknown, reason: 'Ошибка' });
    expect(refused.body).toMatchObject({ code: 'deadline.calendar_place_unknown' });

    const { edition } = (await call('POST', '/calendar/changes', operator, { change, reason: 'Решение акимата' })).body;
    expect(await dateOf(here)).toBe(before);
    const fresh = await registered('Яма после решения', ROADS);
    expect((await dateOf(fresh)) ?? '').not.toBe(before);
    for (let after: string | null = null; ; ) {
      const { body } = await call('POST', `/calendar/editions/${edition}/move`, operator, { after });
      after = body.next;
      if (after === null) break;
    }
    expect((await dateOf(here)) ?? '').not.toBe(before);
    expect(await dateOf(elsewhere)).toBe(before);
    const why = (await call('GET', `/tickets/${here}/dates?language=ru`, officer)).body;
    const ics = await call('GET', `/tickets/${here}/dates.ics?language=ru`, officer);
    expect(ics.body).toContain(`DTSTART;VALUE=DATE:${(await dateOf(here))?.replaceAll('-', '')}`);
    expect(ics.body).toContain('SUMMARY:Срок ответа по №');
    expect(why.statutory.steps.join(' ')).toMatch(/День города — только здесь: .*Алматы/);

    const year = before?.slice(0, 4);
    const onPage = async (query: string) =>
      (await call('GET', `/calendar?year=${year}&${query}`, officer)).body.days.find(
        ({ on }: { on: string }) => on === before,
      );
    expect(await onPage('territory=750000000')).toMatchObject({
      of: { code: '750000000' },
      instead: { working: true },
    });
    expect(await onPage(`agency=${ROADS}`)).toMatchObject({ of: { code: '750000000' }, instead: null });
    expect(await onPage('')).toBeUndefined();
    const [latest] = (await call('GET', '/calendar/history', operator)).body.items;
    expect(latest).toMatchObject({ edition, scope: { code: '750000000' }, reason: 'Решение акимата' });

    const back = { type: 'inherited', on: before, scope };
    await call('POST', '/calendar/changes', operator, { change: back, reason: 'Решение отменено' });
    expect(await onPage('territory=750000000')).toBeUndefined();
  });

  it('of a territory takes a year from a file, and a time zone of its own', async () => {
    const scope = { type: 'territory', code: '710000000' };
    const { year } = (await call('GET', '/calendar', operator)).body;
    const content = `date,working,kind,name_kk,name_ru,name_en\n${year}-02-02,no,decree_day_off,Қала күні,День города,City day`;
    const file = { content, source: 'Решение маслихата', trial: false, scope };
    const far = await call('POST', '/calendar/import', operator, { ...file, trial: true, year: 2090 });
    expect(far.body).toMatchObject({ problems: [{ line: 2 }] });
    expect((await call('POST', '/calendar/import', operator, { ...file, year })).body.edition).not.toBeNull();
    const zone = { type: 'timezone', timezone: 'Asia/Vladivostok', scope };
    const nowhere = await call('POST', '/calendar/changes', operator, {
      change: { ...zone, timezone: 'Asia/Nowhere' },
      reason: 'Опечатка',
    });
    expect(nowhere.body).toMatchObject({ code: 'deadline.timezone_unknown' });
    await call('POST', '/calendar/changes', operator, { change: zone, reason: 'Далеко на востоке' });
    const { body } = await call('GET', `/calendar?year=${year}&agency=astana.akimat`, operator);
    expect(body).toMatchObject({ timezone: 'Asia/Vladivostok', own: { timezone: false } });
    expect(body.days.map(({ on }: { on: string }) => on)).toContain(`${year}-02-02`);
    expect((await call('GET', `/calendar?year=${year}&agency=${ROADS}`, operator)).body.timezone).toBe('Asia/Almaty');

    const { clocks, calendars } = console.services;
    const evening = calendars.current('astana.akimat').closesAt(await today());
    expect(clocks.dayAt('astana.akimat', new Date(evening.getTime() + 8 * 3_600_000)) > (await today())).toBe(true);
    expect((await call('POST', '/calendar/changes', officer, { change: zone, reason: 'Нет прав' })).status).toBe(403);
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
