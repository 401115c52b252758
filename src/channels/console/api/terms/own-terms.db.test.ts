import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { createRiskRound } from '../../../../journeys/estimate-risk.ts';
import { createTermWatch } from '../../../../journeys/watch-terms.ts';
import { zoned } from '../../../../kernel/day.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';

type Headers = Record<string, string>;
const ROADS = 'almaty.roads';
const DAYS = 86_400_000;

let console: TestConsole;
const who = new Map<string, { headers: Headers; id: string }>();

beforeAll(async () => {
  console = await startConsole();
  for (const [role, body] of [
    ['officer', ROADS],
    ['supervisor', ROADS],
    ['supervisor', 'almaty.akimat'],
    ['operator', null],
    ['monitor', null],
  ] as const) {
    const { headers, person } = await console.signIn(role, body);
    who.set(`${role} ${body}`, { headers, id: person.id });
  }
});
afterAll(() => console.stop());

const as = (name: string): Headers => who.get(name)?.headers ?? {};
const idOf = (name: string): string => who.get(name)?.id ?? '';
const OFFICER = `officer ${ROADS}`;
const HEAD = `supervisor ${ROADS}`;

async function call(method: 'GET' | 'POST' | 'PUT', url: string, name: string, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers: as(name),
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}
const inTx = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  (await console.services.uow.run(`test:${newId()}`, work)).result;
const today = async () => zoned(await console.services.clock.now(), 'Asia/Almaty').on;

async function registered(text: string) {
  const written = await console.writeCase({ text, agencyCode: ROADS });
  await call('POST', `/tickets/${written.ticketId}/take`, OFFICER, {});
  const command = { number: newId().slice(-8), on: await today() };
  expect((await call('POST', `/tickets/${written.ticketId}/register`, OFFICER, command)).status).toBe(200);
  return written;
}

async function answered(text: string) {
  const written = await registered(text);
  const boundary = 'a-line-nobody-writes';
  const fields = { text: 'Яму засыпали.', language: 'ru', outcome: 'explained' };
  const part = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1/tickets/${written.ticketId}/answer`,
    headers: { ...as(OFFICER), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${Object.entries(fields).map(part).join('')}--${boundary}--\r\n`,
  });
  expect(response.statusCode).toBe(200);
  return written;
}

/** A minute after offices open on the next working day: at any other hour they might close in between. */
async function nextMorning(): Promise<void> {
  const { calendars, clock } = console.services;
  const calendar = calendars.current();
  const opens = calendar.opensAt(calendar.addWorkingDays(await today(), 1));
  await clock.advance(opens.getTime() - (await clock.now()).getTime() + 60_000);
}

const ticketOf = async (ticketId: string) => (await call('GET', `/tickets/${ticketId}`, HEAD)).body.ticket;

describe('who decides an extension', () => {
  it('is somebody of the body whose post the law names, and nobody whom a form merely names', async () => {
    const { ticketId } = await registered('Яма на улице Жандосова');
    const offer = (await call('GET', `/tickets/${ticketId}/extension`, HEAD)).body;
    expect(offer.deciders).toEqual([{ id: idOf(HEAD), name: expect.any(String), post: 'head' }]);
    const extend = (decidedBy: string) =>
      call('POST', `/tickets/${ticketId}/extend`, HEAD, { until: offer.earliest, reason: 'Экспертиза', decidedBy });

    for (const nobody of ['Министр', '', 'deputy_head', idOf(OFFICER), idOf('supervisor almaty.akimat')])
      expect((await extend(nobody)).body, nobody).toMatchObject({ code: 'deadline.extension_not_authorised' });
    expect((await call('POST', `/tickets/${ticketId}/extend`, OFFICER, {})).status).toBe(403);

    const post = { role: 'officer', unitIds: [], post: 'deputy_head' };
    expect((await call('PUT', `/staff/${idOf(OFFICER)}`, HEAD, post)).status).toBe(200);
    expect((await extend('deputy_head')).status).toBe(200);
    await call('PUT', `/staff/${idOf(OFFICER)}`, HEAD, { ...post, post: null });

    const { body } = await call('GET', `/tickets/${ticketId}/dates?language=ru`, HEAD);
    const signed = body.statutory.steps.find((step: string) => step.startsWith('Срок продлён'));
    expect(signed).toContain('заместитель руководителя, Асель Нұрланқызы');
  });
});

describe('a disputed answer', () => {
  it('gets a term of the service for a second look, while the date of law stays where it was', async () => {
    const { services } = console;
    await nextMorning();
    const { appealId, citizenId, ticketId } = await answered('Яма на улице Гагарина');
    const before = await ticketOf(ticketId);
    const dispute = () => inTx((tx) => services.cases.dispute(tx, appealId as never, citizenId as never, nothing));
    await dispute();
    const after = await ticketOf(ticketId);
    expect(after.statutory.on).toBe(before.statutory.on);
    expect(after.promised.on).toBe(before.promised.on);
    const calendar = services.calendars.current();
    expect(after.review).toMatchObject({ on: calendar.addWorkingDays(await today(), 5), passed: false });
    const { body } = await call('GET', `/tickets/${ticketId}/dates?language=ru`, HEAD);
    expect(body.review.label).toMatch(/^Руководитель ещё раз смотрит ответ: до /);
    expect(body.review.steps[0]).toBe('Обещание сервиса: 5 рабочих дней.');

    const rows = (await call('GET', '/tickets?view=disputed&stage=review', HEAD)).body.items;
    expect(rows.find((row: { ticketId: string }) => row.ticketId === ticketId).due.on).toBe(after.review.on);

    const watch = createTermWatch({ ...services, now: () => new Date() });
    await services.clock.advance(12 * DAYS);
    await nextMorning();
    while (await watch());
    const told = await services.db.notification.findMany({ where: { kind: 'case_review_overdue' } });
    expect(told.map(({ facts }) => facts)).toContainEqual({ appealId, ticketId });
    expect((await ticketOf(ticketId)).review.passed).toBe(true);
    const view = await services.casesView.citizenCase(appealId, citizenId as never);
    expect(view).toMatchObject({ statutoryOverdue: false, promiseBroken: false });
  });
});

const nothing = { text: 'Яма на месте', files: [], sourceRef: null, place: null } as never;

describe('the inbox', () => {
  it('is narrowed to a stage and to a risk', async () => {
    // The estimate needs a history, however short.
    await answered('Яма на улице Шевченко');
    const fresh = await console.writeCase({ text: 'Яма на улице Розыбакиева', agencyCode: ROADS });
    const running = await registered('Яма на улице Ауэзова');
    const heard = await registered('Жалуюсь на решение управления: отказали незаконно');
    await call('POST', `/tickets/${heard.ticketId}/hear`, OFFICER, { text: 'Намерены отказать.', language: 'ru' });
    const list = async (query: string) =>
      (await call('GET', `/tickets?limit=100&${query}`, HEAD)).body.items as {
        ticketId: string;
        risk: string | null;
      }[];
    const idsOf = async (query: string) => (await list(query)).map(({ ticketId }) => ticketId);

    expect(await idsOf('stage=delivered')).toContain(fresh.ticketId);
    expect(await idsOf('stage=delivered')).not.toContain(running.ticketId);
    expect(await idsOf('stage=registered')).toContain(running.ticketId);
    expect(await idsOf('stage=registered')).not.toContain(heard.ticketId);
    expect(await idsOf('stage=hearing')).toContain(heard.ticketId);

    await createRiskRound(console.services)();
    const all = await list('view=open');
    for (const risk of ['low', 'medium', 'high']) {
      const wanted = all.filter((row) => row.risk === risk).map(({ ticketId }) => ticketId);
      expect((await idsOf(`risk=${risk}`)).toSorted(), risk).toEqual(wanted.toSorted());
    }
    expect(all.some(({ risk }) => risk !== null)).toBe(true);
  });

  it('says of what is late that it is late, not how likely', async () => {
    const late = await registered('Яма на улице Байзакова');
    await console.services.clock.advance(40 * DAYS);
    const { items } = (await call('GET', '/risk', HEAD)).body;
    const item = items.find(({ row }: { row: { ticketId: string } }) => row.ticketId === late.ticketId);
    expect(item.overdue).toBe('law');
  });
});

describe('a morning with very much to tell', () => {
  it('is one digest for each receiver, with three workers at it', async () => {
    const { services } = console;
    const { ticketId } = await registered('Яма на улице Тимирязева');
    await nextMorning();
    const watch = () => createTermWatch({ ...services, now: () => new Date() });
    while (await watch()());
    const now = await services.clock.now();
    await services.db.$executeRaw`
      insert into due_points (id, ticket_id, step, clock, receiver, due_on, due_at, agency_code)
      select gen_random_uuid(), ${ticketId}::uuid, 'step_' || n, 'statutory', 'head', ${now}::date, ${now}::timestamptz, ${ROADS}
      from generate_series(1, 1200) n`;
    const digests = () => services.db.notification.count({ where: { kind: 'term_digest', recipientId: ROADS } });
    const before = await digests();
    const rounds = await Promise.all([watch()(), watch()(), watch()()]);
    expect(rounds).toEqual([false, false, false]);
    expect((await digests()) - before).toBe(1);
    const left = await services.db.duePoint.count({ where: { ticketId, firedAt: null, dueAt: { lte: now } } });
    expect(left).toBe(0);
  });
});

describe('the superior body', () => {
  it('is dated: an operator names another from a day on, and complaints go there from that day', async () => {
    const operator = 'operator null';
    const url = `/admin/agencies/${ROADS}/superiors`;
    expect((await call('GET', url, HEAD)).body).toMatchObject({ now: { code: 'almaty.akimat' }, mayEdit: false });
    const row = { superiorCode: 'government', effectiveFrom: await today(), effectiveUntil: null, basis: 'Указ № 1' };
    expect((await call('POST', url, HEAD, row)).status).toBe(403);
    const ring = await call('POST', '/admin/agencies/almaty.akimat/superiors', operator, {
      ...row,
      superiorCode: ROADS,
    });
    expect(ring.body).toMatchObject({ code: 'agency.superior_wrong' });
    expect((await call('POST', url, operator, row)).status).toBe(200);
    const after = (await call('GET', url, operator)).body;
    expect(after.now).toMatchObject({ code: 'government' });
    expect(after.rows[0]).toMatchObject({ basis: 'Указ № 1', source: 'operator', counts: true });
    const { addressees } = console.services;
    expect(addressees.superiorOn(ROADS as never, await today())).toBe('government');
    expect(addressees.superiorOn(ROADS as never, '2026-01-01' as never)).toBe('almaty.akimat');
    const back = { ...row, superiorCode: 'almaty.akimat', basis: 'Указ № 2' };
    expect((await call('POST', url, operator, back)).status).toBe(200);
    expect((await call('GET', url, operator)).body.now).toMatchObject({ code: 'almaty.akimat' });
  });

  it('is known for every body of the directory that owes an administrative procedure', async () => {
    const { directory, superiorOn } = console.services;
    const on = await today();
    const independent = ['government', 'central', 'commission', 'maslikhat'];
    const alone = directory.agencies.filter(
      ({ code, kind, sector, effectiveUntil }) =>
        sector === 'public' && effectiveUntil === null && !independent.includes(kind) && superiorOn(code, on) === null,
    );
    expect(alone.map(({ code }) => code)).toEqual([]);
    expect(superiorOn('gov4c' as never, '2024-01-10' as never)?.code).toBe('mdai');
    expect(superiorOn('gov4c' as never, on)?.code).toBe('maidd');
  });
});

describe('a promise', () => {
  it('that an operator changes holds for whoever comes after; whoever came before keeps theirs', async () => {
    const { services } = console;
    const operator = 'operator null';
    const before = await console.writeCase({
      text: 'Яма на дороге у школы',
      agencyCode: ROADS,
      topicId: 'road.pothole',
    });
    const promised = (await ticketOf(before.ticketId)).promised.on;
    await services.clock.advance(1_000);
    const change = { length: { value: 9, unit: 'working_days' }, reason: 'Зимой дольше' };
    expect((await call('PUT', '/admin/promises/road.pothole', HEAD, change)).status).toBe(403);
    expect((await call('PUT', '/admin/promises/road.pothole', operator, change)).status).toBe(200);
    await services.clock.advance(1_000);
    const after = await console.writeCase({
      text: 'Яма на дороге у рынка',
      agencyCode: ROADS,
      topicId: 'road.pothole',
    });
    expect((await ticketOf(after.ticketId)).promised.on > promised).toBe(true);
    await call('POST', `/tickets/${before.ticketId}/register`, OFFICER, { number: 'К-7', on: await today() });
    expect((await ticketOf(before.ticketId)).promised.on).toBe(promised);

    const { body } = await call('GET', '/admin/promises', HEAD);
    expect(body.history[0]).toMatchObject({
      topic: { code: 'road.pothole' },
      length: change.length,
      reason: 'Зимой дольше',
    });
    const general = await call('PUT', '/admin/promises/default', operator, { length: null, reason: 'Так нельзя' });
    expect(general.body).toMatchObject({ code: 'promise.general_needed' });
  });
});
