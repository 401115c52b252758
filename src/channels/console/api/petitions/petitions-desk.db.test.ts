import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { CitizenId, TerritoryCode } from '../../../../kernel/ids.ts';

let console: TestConsole;
type SignedIn = Awaited<ReturnType<TestConsole['signIn']>>;
let first: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  console = await startConsole();
  first = await console.signIn('operator');
  second = await console.signIn('operator', null, 1);
});
afterAll(() => console.stop());

const ALMATY = TerritoryCode.parse('750000000');
const petitions = () => console.participation.petitions;
const aCitizenId = () => CitizenId.parse(randomUUID());
const run = async <Result>(work: Parameters<typeof console.services.uow.run<Result>>[1]): Promise<Result> =>
  (await console.services.uow.run(randomUUID(), work)).result;

async function ask(who: SignedIn, method: 'GET' | 'POST', url: string, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...who.headers, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { payload: JSON.stringify(payload ?? {}) } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}

/** A petition of the city that has its sponsors. */
async function aWaitingPetition(
  profileId = 'kz.city',
  authorityKey = 'city',
  askText = 'Сделать освещённый переход у школы № 159',
) {
  const citizenId = aCitizenId();
  const draft = await run((tx) =>
    petitions().authoring.draft(tx, {
      citizenId,
      language: 'ru',
      profileId,
      authorityKey,
      agencyCode: 'almaty.akimat' as never,
      territoryCode: ALMATY,
      text: { ask: askText, why: 'Дети перебегают дорогу в темноте, за год было три наезда.', details: '' },
    }),
  );
  await run((tx) => petitions().authoring.submit(tx, draft.id, citizenId));
  const { sponsors } = petitions().profiles.get(profileId);
  for (let at = 0; at < sponsors.count; at += 1) await support(draft.id);
  return { id: draft.id, code: draft.code, citizenId };
}
const support = (petitionId: Awaited<ReturnType<typeof aWaitingPetition>>['id'], referrer: string | null = null) =>
  run((tx) =>
    petitions().support.support(tx, { petitionId, citizenId: aCitizenId(), tier: 'account', source: 'chat', referrer }),
  );
async function anOpenPetition(profileId?: string, authorityKey?: string) {
  const petition = await aWaitingPetition(profileId, authorityKey);
  await ask(first, 'POST', `/petitions/${petition.id}/publish`);
  await petitions().worker.tally();
  return petition;
}
const queued = async (who: SignedIn, id: string) =>
  (await ask(who, 'GET', '/petitions/moderation')).body.items.find((item: { id: string }) => item.id === id);

describe('moderation in the console', () => {
  it('shows what waits with its term, and gives it to one person at a time', async () => {
    const { id } = await aWaitingPetition();
    const item = await queued(first, id);
    expect(item).toMatchObject({ state: 'in_moderation', sponsors: 5, near: false, heldBy: null, mayDecide: true });
    expect(item.due.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await ask(first, 'POST', `/petitions/${id}/check-out`)).status).toBe(200);
    expect((await queued(first, id)).heldBy).toMatchObject({ own: true });
    expect((await queued(second, id)).heldBy).toMatchObject({ own: false });
    const refused = await ask(second, 'POST', `/petitions/${id}/publish`);
    expect(refused.body.code).toBe('petition.held_by_another');
    await ask(first, 'POST', `/petitions/${id}/let-go`);
    expect((await ask(second, 'POST', `/petitions/${id}/publish`)).status).toBe(200);
  });

  it('publishes a changed text only with a public note, and keeps what was asked', async () => {
    const { id } = await aWaitingPetition();
    const text = { ask: 'Сделать переход у школы № 159', why: 'Дети перебегают дорогу в темноте.', details: '' };
    const silent = await ask(first, 'POST', `/petitions/${id}/publish`, { text });
    expect(silent.body.code).toBe('petition.change_without_note');
    await ask(first, 'POST', `/petitions/${id}/publish`, { text, note: 'Число наездов не подтверждено.' });
    const { body } = await ask(first, 'GET', `/petitions/${id}`);
    expect([body.original.ask, body.published.ask]).toEqual(['Сделать освещённый переход у школы № 159', text.ask]);
  });

  it('turns down with two pairs of eyes, and lets others hear the objection', async () => {
    const { id, citizenId } = await aWaitingPetition();
    const reason = { code: 'no_action', note: 'Непонятно, где именно.' };
    expect((await ask(first, 'POST', `/petitions/${id}/propose-rejection`, reason)).status).toBe(200);
    expect((await queued(second, id)).proposal).toMatchObject({ code: 'no_action', by: { own: false } });
    expect((await ask(first, 'POST', `/petitions/${id}/confirm-rejection`)).body.code).toBe(
      'petition.needs_second_person',
    );
    expect((await ask(second, 'POST', `/petitions/${id}/confirm-rejection`)).status).toBe(200);
    await run((tx) => petitions().authoring.appeal(tx, id, citizenId));
    expect(await queued(first, id)).toMatchObject({
      appealed: true,
      mayDecide: false,
      earlierRejection: { code: 'no_action' },
    });
    expect((await ask(first, 'POST', `/petitions/${id}/publish`)).body.code).toBe('petition.needs_other_eyes');
    const third = await run((tx) => petitions().moderation.publish(tx, id, randomUUID()));
    expect(third.state).toBe('open');
  });
});

describe('duties in the console', () => {
  const today = async () => petitions().terms.today(await console.services.clock.now());

  it('a reading of the portal creates a duty that stays in the register until the reply', async () => {
    const { id, code } = await anOpenPetition('kz.state', 'region_akimat');
    const url = 'https://epetition.kz/petition/17';
    expect((await ask(first, 'GET', `/petitions/${id}`)).body.commands).toContain('posting');
    expect((await ask(first, 'POST', `/petitions/${id}/posting`, { on: await today(), url })).status).toBe(200);
    expect((await ask(first, 'GET', `/petitions/${id}`)).body.commands).not.toContain('posting');
    const wrong = await ask(first, 'POST', '/petition-readings/import', {
      csv: `code,count,read_on,url\n${code},abc,2026-11-22,${url}\n`,
    });
    expect(wrong.body).toMatchObject({ recorded: 0, problems: [{ line: 2, problem: 'count' }] });
    const csv = `code;count;read_on;url\n${code};100;${await today()};${url}\n${code};60000;${await today()};${url}\n`;
    expect((await ask(first, 'POST', '/petition-readings/import', { csv })).body).toMatchObject({
      recorded: 2,
      known: 0,
    });
    expect((await ask(first, 'POST', '/petition-readings/import', { csv })).body).toMatchObject({
      recorded: 0,
      known: 2,
    });

    const open = (await ask(first, 'GET', '/petition-duties')).body.items;
    const mine = open.filter((item: { petition: { id: string } }) => item.petition.id === id);
    const duty = mine.find((item: { counter: string | null }) => item.counter !== null);
    const step = mine.find((item: { rule: string | null }) => item.rule === 'kz.petition.media_notice');
    const told = { note: 'Разослано в три редакции.' };
    expect((await ask(first, 'POST', `/petition-duties/${step.id}/done`, told)).status).toBe(200);
    expect((await ask(first, 'POST', `/petition-duties/${step.id}/done`, told)).status).toBe(422);
    expect(duty).toMatchObject({ waitsForRegister: true, due: null, rule: 'kz.petition.review_local' });
    const akimat = await console.signIn('supervisor', 'almaty.akimat');
    const other = await console.signIn('supervisor', 'almaty.roads');
    const registration = { number: 'П-17', on: await today() };
    expect((await ask(other, 'POST', `/petition-duties/${duty.id}/register`, registration)).status).toBe(404);
    expect((await ask(akimat, 'POST', `/petition-duties/${duty.id}/register`, registration)).status).toBe(200);
    const [running] = (await ask(akimat, 'GET', '/petition-duties')).body.items;
    expect(running).toMatchObject({ registrationNumber: 'П-17', due: { passed: false } });
    const name = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' };
    const dayOff = { on: running.due.on, working: false, kind: 'decree_day_off', name };
    const { body: preview } = await ask(first, 'POST', '/calendar/preview', {
      change: { type: 'day', day: dayOff, scope: { type: 'country' } },
    });
    const moved = preview.duties.find(({ dutyId }: { dutyId: string }) => dutyId === duty.id);
    expect(moved).toMatchObject({ petitionId: id, before: { statutoryOn: running.due.on } });
    expect(moved.after.statutoryOn > running.due.on).toBe(true);
    expect(preview.count).toBe(preview.items.length + preview.duties.length);

    expect((await ask(akimat, 'GET', `/petitions/${id}`)).body.commands).toEqual(['hearing', 'reply']);
    expect((await ask(akimat, 'POST', `/petitions/${id}/hearing`, { on: await today(), place: 'зал 2' })).status).toBe(
      200,
    );
    expect((await ask(other, 'POST', `/petitions/${id}/reply`, { text: 'Не наше.' })).status).toBe(404);
    expect((await ask(akimat, 'POST', `/petitions/${id}/reply`, { text: 'Построим до 1 сентября.' })).status).toBe(200);
    expect((await ask(akimat, 'GET', '/petition-duties')).body.items).toEqual([]);
    expect((await ask(akimat, 'GET', '/petition-duties?state=met')).body.items).toHaveLength(1);
    expect((await ask(akimat, 'POST', `/petitions/${id}/follow-up`, { text: 'Построен.' })).status).toBe(200);
  });

  it('an election lets acts rest and be lifted', async () => {
    const on = await today();
    const { body } = await ask(first, 'POST', '/petition-pauses', {
      profileId: 'kz.city',
      stops: ['publish'],
      from: on,
      until: on,
      reason: 'Выборы в маслихат',
    });
    const waiting = await aWaitingPetition();
    expect((await ask(first, 'POST', `/petitions/${waiting.id}/publish`)).body.code).toBe('petition.paused');
    expect((await ask(first, 'GET', '/petition-pauses')).body.items[0]).toMatchObject({
      inForce: true,
      stops: ['publish'],
    });
    expect((await ask(first, 'POST', `/petition-pauses/${body.id}/lift`)).status).toBe(200);
    expect((await ask(first, 'POST', `/petition-pauses/${body.id}/lift`)).body.code).toBe('petition.pause_not_found');
    expect((await ask(first, 'POST', `/petitions/${waiting.id}/publish`)).status).toBe(200);
  });
});

describe('integrity in the console', () => {
  it('brings a wave by one link to the desk, sets it apart, and strikes it out with a public reason', async () => {
    const { id } = await anOpenPetition();
    for (let at = 0; at < 40; at += 1) await support(id, 'one-link');
    await petitions().worker.tally();
    await petitions().worker.watch();
    const { waiting } = (await ask(first, 'GET', '/petition-signals')).body;
    expect(waiting.find((row: { petition: { id: string } }) => row.petition.id === id).count).toBeGreaterThan(0);
    const seen = (await ask(first, 'GET', `/petitions/${id}/integrity`)).body;
    expect(seen.signals.map(({ kind }: { kind: string }) => kind)).toContain('one_referrer');
    expect(seen.sources[0]).toMatchObject({ referrer: 'one-link', count: 40 });

    const now = (await console.services.clock.now()).getTime();
    const stretch = {
      since: new Date(now - 3_600_000).toISOString(),
      until: new Date(now + 60_000).toISOString(),
      referrer: 'one-link',
    };
    const query = new URLSearchParams(stretch).toString();
    expect((await ask(first, 'GET', `/petitions/${id}/stretch?${query}`)).body).toEqual({ counted: 40, held: 0 });
    expect(
      (await ask(first, 'POST', `/petitions/${id}/hold`, { ...stretch, reason: 'Одна ссылка.' })).body.changed,
    ).toBe(40);
    await petitions().worker.tally();
    const held = (await ask(first, 'GET', `/petitions/${id}/integrity`)).body;
    expect([held.held, held.support, held.signals.every((one: { lookedAt: unknown }) => one.lookedAt)]).toEqual([
      40,
      6,
      true,
    ]);
    expect(
      (await ask(first, 'POST', `/petitions/${id}/invalidate`, { ...stretch, reason: 'Накрутка.' })).body.changed,
    ).toBe(40);
    await petitions().worker.tally();
    const after = (await ask(first, 'GET', `/petitions/${id}/integrity`)).body;
    expect(after.note.text).toBe('Накрутка.');
    expect(after.decisions.map(({ type, count }: { type: string; count: number }) => [type, count])).toEqual([
      ['held', 40],
      ['invalidated', 40],
    ]);
  });
});
