import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import type { CitizenPosition } from '../../../../appeals/index.ts';
import { createTermWatch } from '../../../../journeys/watch-terms.ts';
import { zoned } from '../../../../kernel/day.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';

type Headers = Record<string, string>;
const ROADS = 'almaty.roads';
const DAYS = 86_400_000;

let console: TestConsole;
const who = new Map<string, Headers>();

beforeAll(async () => {
  console = await startConsole();
  for (const [role, body] of [
    ['officer', ROADS],
    ['supervisor', ROADS],
    ['officer', 'almaty.energy'],
    ['supervisor', 'almaty.akimat'],
    ['operator', null],
  ] as const)
    who.set(`${role} ${body}`, (await console.signIn(role, body)).headers);
});
afterAll(() => console.stop());

const as = (name: string): Headers => who.get(name) ?? {};
const officer = () => as(`officer ${ROADS}`);

async function call(method: 'GET' | 'POST', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}
const inTx = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  (await console.services.uow.run(`test:${newId()}`, work)).result;
const today = async () => zoned(await console.services.clock.now(), 'Asia/Almaty').on;

async function registered(text: string) {
  const written = await console.writeCase({ text, agencyCode: ROADS });
  const command = { number: newId().slice(-8), on: await today() };
  await call('POST', `/tickets/${written.ticketId}/take`, officer(), {});
  const { status } = await call('POST', `/tickets/${written.ticketId}/register`, officer(), command);
  expect(status).toBe(200);
  return written;
}

async function answer(ticketId: string, headers: Headers, outcome: string) {
  const boundary = 'a-line-nobody-writes';
  const fields = { text: 'Принято решение по существу.', language: 'ru', outcome };
  const part = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1/tickets/${ticketId}/answer`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${Object.entries(fields).map(part).join('')}--${boundary}--\r\n`,
  });
  return { status: response.statusCode, body: response.json() };
}

describe('a hearing before the act', () => {
  const COMPLAINT = 'Жалуюсь на решение управления: мне незаконно отказали в согласовании';
  const state = (appealId: string, citizenId: string, position: CitizenPosition) =>
    inTx((tx) => console.services.hearings.state(tx, appealId as never, citizenId as never, position, null));

  it('tells the citizen what is intended, and lets nobody decide before the days of the law', async () => {
    const { ticketId, appealId, citizenId } = await registered(COMPLAINT);
    const before = await call('GET', `/tickets/${ticketId}/hearing`, officer());
    expect(before.body).toMatchObject({ sentOn: null, position: null, isLate: false });

    const words = { text: 'Намерены отказать: участок занят.', language: 'ru' };
    expect((await call('POST', `/tickets/${ticketId}/hear`, officer(), words)).status).toBe(200);
    expect((await answer(ticketId, officer(), 'refused')).body).toMatchObject({ code: 'ticket.act_before_hearing' });

    const view = await console.services.casesView.citizenCase(appealId, citizenId as never);
    expect(view.commands).toEqual(expect.arrayContaining(['hearing_agree', 'hearing_object', 'hearing_attend']));
    await state(appealId, citizenId, 'objects');
    const after = await call('GET', `/tickets/${ticketId}/hearing`, officer());
    expect(after.body).toMatchObject({ position: 'objects' });
    expect(after.body.objectionDueOn < after.body.earliestActOn).toBe(true);

    await console.services.clock.advance(9 * DAYS);
    await expect(state(appealId, citizenId, 'agrees')).rejects.toMatchObject({ code: 'ticket.hearing_over' });
    expect((await answer(ticketId, officer(), 'refused')).status).toBe(200);
  });

  it('hears whoever asked to be heard, and records it', async () => {
    const { ticketId, appealId, citizenId } = await registered(COMPLAINT);
    const words = { text: 'Намерены отказать.', language: 'ru' };
    await call('POST', `/tickets/${ticketId}/hear`, officer(), words);
    await state(appealId, citizenId, 'wants_hearing');
    await console.services.clock.advance(9 * DAYS);
    expect((await answer(ticketId, officer(), 'refused')).body).toMatchObject({ code: 'ticket.citizen_not_heard' });
    const record = { text: 'Гражданин принёс план участка.', language: 'ru' };
    expect((await call('POST', `/tickets/${ticketId}/heard`, officer(), record)).status).toBe(200);
    expect((await answer(ticketId, officer(), 'done')).status).toBe(200);
  });

  it('is not offered in the simplified procedure', async () => {
    const { ticketId } = await registered('Яма на улице Саина, глубокая');
    const { body } = await call('GET', `/tickets/${ticketId}`, officer());
    expect(body.commands).not.toContain('hear');
    const words = { text: 'Намерены.', language: 'ru' };
    const refused = await call('POST', `/tickets/${ticketId}/hear`, officer(), words);
    expect(refused.body).toMatchObject({ code: 'ticket.no_hearing' });
  });
});

describe('a case that bodies pass on to and fro', () => {
  it('comes to triage at the second bounce, with a term of its own and the whole chain', async () => {
    const { appealId, ticketId, citizenId } = await console.writeCase({ text: 'Яма у столба', agencyCode: ROADS });
    const redirect = (id: string, headers: Headers, to: string, reason: string) =>
      call('POST', `/tickets/${id}/redirect`, headers, { to, reason });
    await redirect(ticketId, officer(), 'almaty.energy', 'Столб не наш');
    const second = await console.services.db.ticket.findFirstOrThrow({
      where: { appealId, agencyCode: 'almaty.energy' },
    });
    const bounced = await redirect(second.id, as('officer almaty.energy'), 'almaty.housing', 'Яма не наша');
    expect(bounced.status).toBe(200);

    const operator = as('operator null');
    const item = (await call('GET', '/triage', operator)).body.items.find(
      (one: { appealId: string }) => one.appealId === appealId,
    );
    expect(item.earlier).toMatchObject([
      { agency: { code: ROADS }, reason: 'Столб не наш' },
      { agency: { code: 'almaty.energy' }, reason: 'Яма не наша' },
    ]);
    expect(item.decideBy).toMatchObject({ passed: false });
    const waiting = () =>
      console.services.db.duePoint.findMany({
        where: { ticketId: appealId, firedAt: null },
        orderBy: { dueAt: 'asc' },
      });
    expect((await waiting()).map(({ step }) => step)).toEqual(['triage_due', 'triage_overdue']);

    const route = (reason: string | null) =>
      call('POST', `/triage/${appealId}/route`, operator, { agencyCode: ROADS, topicId: null, reason });
    expect((await route(null)).body).toMatchObject({ code: 'triage.reason_missing' });
    expect((await route('Яма на проезжей части: дороги')).status).toBe(200);
    expect(await waiting()).toEqual([]);
    const view = await console.services.casesView.citizenCase(appealId, citizenId as never);
    expect(view.entries.at(-1)).toMatchObject({
      maskedText: 'Яма на проезжей части: дороги',
      details: { notice: 'triage_decided' },
    });
  });
});

describe('a complaint about silence', () => {
  it('is prepared after the date of law, passed up, and never decided by whoever was silent', async () => {
    const { complaints, reminders, clock, casesView, db } = console.services;
    const { appealId, citizenId, ticketId } = await registered('Яма на улице Толе би');
    const mine = [appealId, citizenId as never] as const;
    await expect(inTx((tx) => complaints.prepare(tx, ...mine))).rejects.toMatchObject({ code: 'appeal.no_silence' });
    await expect(inTx((tx) => reminders.remind(tx, ...mine))).rejects.toMatchObject({ code: 'appeal.not_late' });

    await clock.advance(32 * DAYS);
    expect((await casesView.citizenCase(...mine)).commands).toEqual(
      expect.arrayContaining(['complain_silence', 'remind']),
    );
    await inTx((tx) => reminders.remind(tx, ...mine));
    await expect(inTx((tx) => reminders.remind(tx, ...mine))).rejects.toMatchObject({ code: 'appeal.reminded_lately' });
    const prepared = await inTx((tx) => complaints.prepare(tx, ...mine));
    expect(prepared.superior).toBe('almaty.akimat');
    expect(prepared.silence).toMatchObject({
      forwardWithin: { value: 3, unit: 'working_days' },
      answerWithin: { value: 20, unit: 'working_days' },
    });

    const filed = await inTx((tx) => complaints.file(tx, ...mine, { text: 'Жалоба на бездействие' }));
    await expect(inTx((tx) => complaints.file(tx, ...mine, { text: 'Ещё раз' }))).rejects.toMatchObject({
      code: 'appeal.complained_already',
    });
    const first = await casesView.citizenCase(...mine);
    expect(first.links.complaints).toMatchObject([{ number: filed.number, ofTicketId: ticketId }]);
    expect(first.commands).not.toContain('complain_silence');
    const second = await casesView.citizenCase(filed.id, citizenId as never);
    expect(second.links.about).toMatchObject({ number: first.appeal.number, ofAgencyCode: ROADS });

    const own = await db.ticket.findFirstOrThrow({ where: { appealId: filed.id } });
    const asSilent = await call('GET', `/tickets/${own.id}`, officer());
    expect(asSilent.body.commands).toContain('forward');
    for (const command of ['take', 'answer', 'redirect', 'hear']) expect(asSilent.body.commands).not.toContain(command);
    expect((await call('POST', `/tickets/${own.id}/take`, officer(), {})).body).toMatchObject({
      code: 'ticket.complained_of',
    });
    const head = as(`supervisor ${ROADS}`);
    const silent = (await console.signIn('officer', ROADS)).person.id;
    expect((await call('POST', `/tickets/${own.id}/assign`, head, { to: silent, unitId: null })).body).toMatchObject({
      code: 'ticket.complained_of',
    });
    const registration = { number: 'Ж-1', on: await today() };
    await call('POST', `/tickets/${own.id}/register`, head, registration);
    expect((await answer(own.id, head, 'explained')).body).toMatchObject({ code: 'ticket.must_forward' });

    const duty = await call('GET', `/tickets/${own.id}/complaint`, head);
    expect(duty.body.forward).toMatchObject({ passed: false, to: { code: 'almaty.akimat' } });
    expect((await call('POST', `/tickets/${own.id}/forward`, head, { note: 'С делом' })).status).toBe(200);
    const above = await db.ticket.findFirstOrThrow({ where: { appealId: filed.id, agencyCode: 'almaty.akimat' } });
    expect(above.procedure).toBe('complaint');
    const superior = as('supervisor almaty.akimat');
    await call('POST', `/tickets/${above.id}/register`, superior, { ...registration, number: 'А-1' });
    expect((await answer(above.id, superior, 'explained')).status).toBe(200);
  });
});

describe('whoever had a hand in the first case', () => {
  it('never decides the complaint about it, though another holds it by now; they may still pass it up', async () => {
    const { complaints, clock, db } = console.services;
    const head = as(`supervisor ${ROADS}`);
    const { appealId, citizenId, ticketId } = await console.writeCase({ text: 'Яма у парка', agencyCode: ROADS });
    await call('POST', `/tickets/${ticketId}/take`, head, {});
    const clerk = (await console.signIn('officer', ROADS)).person.id;
    await call('POST', `/tickets/${ticketId}/assign`, head, { to: clerk, unitId: null });
    await call('POST', `/tickets/${ticketId}/register`, officer(), { number: 'Р-1', on: await today() });
    await clock.advance(32 * DAYS);
    const filed = await inTx((tx) => complaints.file(tx, appealId, citizenId as never, { text: 'Жалоба' }));
    const own = await db.ticket.findFirstOrThrow({ where: { appealId: filed.id } });
    for (const name of [head, officer()]) {
      const { commands } = (await call('GET', `/tickets/${own.id}`, name)).body;
      expect(commands).toContain('forward');
      expect(commands).not.toContain('take');
      expect((await call('POST', `/tickets/${own.id}/take`, name, {})).body).toMatchObject({
        code: 'ticket.complained_of',
      });
    }
    expect((await call('POST', `/tickets/${own.id}/forward`, officer(), { note: '' })).status).toBe(200);
  });
});

describe('what passes unheard', () => {
  it('is told once: the operator of a case in triage, the officer of a hearing, the citizen of a complaint not passed up', async () => {
    const { services } = console;
    const { clock, calendars, complaints, db } = services;
    const watch = createTermWatch({ ...services, now: () => new Date() });
    const sweep = async (): Promise<void> => {
      // The morning of the next working day: at any other hour the offices might close in between.
      const at = await clock.now();
      const calendar = calendars.current();
      const morning = calendar.opensAt(calendar.addWorkingDays(zoned(at, calendar.timezone).on, 1));
      await clock.advance(morning.getTime() - at.getTime() + 60_000);
      while (await watch());
    };
    await sweep();
    const told = async (kind: string) => db.notification.findMany({ where: { kind } });
    const before = { triage: (await told('triage_term')).length, forward: (await told('case_forward_overdue')).length };

    const waiting = await console.writeCase({ text: 'Неясно чьё' });
    const heard = await registered('Жалуюсь на решение управления об отказе в ремонте');
    await call('POST', `/tickets/${heard.ticketId}/hear`, officer(), { text: 'Намерены отказать.', language: 'ru' });
    const silent = await registered('Яма на улице Сейфуллина');
    await clock.advance(32 * DAYS);
    await sweep();
    const mine = [silent.appealId, silent.citizenId as never] as const;
    const filed = await inTx((tx) => complaints.file(tx, ...mine, { text: 'Жалоба на бездействие' }));
    await clock.advance(14 * DAYS);
    await sweep();

    const triage = (await told('triage_term')).flatMap(({ facts }) =>
      (facts as { points: { appealId: string }[] }).points.map(({ appealId }) => appealId),
    );
    expect(triage.length).toBeGreaterThan(before.triage);
    expect(triage.filter((id) => id === waiting.appealId)).toHaveLength(2);
    const forward = await told('case_forward_overdue');
    expect(forward.length).toBe(before.forward + 1);
    expect(forward.at(-1)?.facts).toMatchObject({ appealId: filed.id });
    const digests = (await told('term_digest')).flatMap(
      ({ facts }) => (facts as { points: { ticketId: string; clock: string }[] }).points,
    );
    expect(
      digests.filter(({ clock: name, ticketId }) => name === 'hearing' && ticketId === heard.ticketId),
    ).toHaveLength(1);
    await sweep();
    expect((await told('case_forward_overdue')).length).toBe(forward.length);
  });
});
