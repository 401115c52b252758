import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';

const ROADS = 'almaty.roads';
type Headers = Record<string, string>;

let console: TestConsole;
let supervisor: Headers;
let operator: Headers;

beforeAll(async () => {
  console = await startConsole();
  supervisor = (await console.signIn('supervisor', ROADS)).headers;
  operator = (await console.signIn('operator')).headers;
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

const changeOf = (body: Record<string, unknown>, changes: object) => ({
  name: body['name'],
  shortName: body['shortName'],
  connection: body['connection'],
  channelPolicy: body['channelPolicy'],
  superiorCode: (body['superior'] as { code: string } | null)?.code ?? null,
  territoryCode: (body['territory'] as { code: string } | null)?.code ?? null,
  effectiveFrom: body['effectiveFrom'],
  effectiveUntil: body['effectiveUntil'],
  ...changes,
});

describe('the directory', () => {
  it('is changed by an operator from a day on, and takes effect without a restart', async () => {
    const before = (await call('GET', `/admin/agencies/${ROADS}`, operator)).body;
    expect(before).toMatchObject({ code: ROADS, inForce: true, mayEdit: true });
    const name = { kk: 'Жол басқармасы', ru: 'Управление дорог', en: 'Roads department' };
    const url = `/admin/agencies/${ROADS}`;
    expect((await call('PUT', url, operator, changeOf(before, { shortName: name }))).status).toBe(200);
    expect(console.services.register.agency(ROADS as never)?.shortName.ru).toBe('Управление дорог');
    const wrong = changeOf(before, { effectiveFrom: '2026-01-02', effectiveUntil: '2026-01-01' });
    expect((await call('PUT', url, operator, wrong)).body.code).toBe('agency.dates_wrong');
    expect((await call('PUT', url, operator, changeOf(before, { superiorCode: ROADS }))).body.code).toBe(
      'agency.superior_wrong',
    );
  });

  it('shows a supervisor the own body and no other', async () => {
    const { items } = (await call('GET', '/admin/agencies', supervisor)).body;
    expect(items.map(({ code }: { code: string }) => code)).toEqual([ROADS]);
    expect((await call('GET', '/admin/agencies/almaty.energy', supervisor)).status).toBe(404);
    const found = (await call('GET', '/admin/agencies?q=энерг', operator)).body;
    expect(found.items.length).toBeGreaterThan(0);
  });

  it('has units, and officers work in them', async () => {
    const name = { kk: 'Шұңқыр бөлімі', ru: 'Отдел ям', en: 'Pothole unit' };
    const { id } = (await call('POST', `/admin/agencies/${ROADS}/units`, supervisor, { name })).body;
    const officer = console.people.find(({ agencyCode, role }) => agencyCode === ROADS && role === 'officer');
    const change = { role: 'officer', unitIds: [id] };
    expect((await call('PUT', `/staff/${officer?.id}`, supervisor, change)).status).toBe(200);
    const { items } = (await call('GET', '/staff', supervisor)).body;
    expect(items.find((one: { id: string }) => one.id === officer?.id).unitIds).toEqual([id]);
    const promoted = await call('PUT', `/staff/${officer?.id}`, supervisor, { role: 'operator', unitIds: [] });
    expect(promoted.body.code).toBe('staff.agency_mismatch');
    const other = (await console.signIn('supervisor', 'almaty.energy')).headers;
    expect((await call('PUT', `/staff/${officer?.id}`, other, change)).status).toBe(404);
  });

  it('says through whose hands answers go; only people of the body can hold them', async () => {
    const mine = console.people.find(({ agencyCode, role }) => agencyCode === ROADS && role === 'supervisor');
    const foreign = console.people.find(({ agencyCode }) => agencyCode === 'almaty.energy');
    const url = `/admin/agencies/${ROADS}/chain`;
    const chain = { approverIds: [], signatoryIds: [mine?.id], wantsNumber: true };
    expect((await call('PUT', url, supervisor, { ...chain, signatoryIds: [foreign?.id] })).status).toBe(404);
    expect((await call('PUT', url, supervisor, chain)).status).toBe(200);
    expect((await call('GET', `/admin/agencies/${ROADS}`, supervisor)).body.chain).toEqual(chain);
  });
});

describe('sessions of others', () => {
  it('are seen and ended by whoever manages the person, and by nobody else', async () => {
    const { person, headers } = await console.signIn('officer', ROADS);
    const url = `/staff/${person.id}/sessions`;
    const { items } = (await call('GET', url, supervisor)).body;
    expect(items.length).toBeGreaterThan(0);
    const foreign = (await console.signIn('supervisor', 'almaty.energy')).headers;
    expect((await call('GET', url, foreign)).status).toBe(404);
    expect((await call('GET', url, headers)).status).toBe(403);
    for (const { id } of items) {
      expect((await call('DELETE', `${url}/${id}`, foreign)).status).toBe(404);
      expect((await call('DELETE', `${url}/${id}`, supervisor)).status).toBe(200);
    }
    expect((await call('GET', '/session', headers)).status).toBe(401);
    const written = await console.services.journal.read(`staff:${person.id}`);
    expect(written.filter(({ type }) => type === 'staff.session_revoked')).toHaveLength(items.length);
  });
});

describe('competences', () => {
  const url = `/admin/agencies/${ROADS}/competences`;
  const place = '751110000';
  const whose = async (on: string): Promise<string[]> =>
    (await call('GET', `/admin/competent-bodies?topic=eco.water&territory=${place}&on=${on}`, operator)).body.items.map(
      ({ agency }: { agency: { code: string } }) => agency.code,
    );

  it('are given and ended by dates, and routing follows from the day on', async () => {
    const { items: roles } = (await call('GET', '/admin/competence-roles', operator)).body;
    const lights = roles.find(({ topics }: { topics: { code: string }[] }) =>
      topics.some(({ code }) => code === 'eco.water'),
    );
    const before = await whose('2027-01-10');
    expect(before).not.toContain(ROADS);
    const row = {
      role: lights.role,
      topics: ['eco.water'],
      territoryCode: place,
      ownership: 'any',
      effectiveFrom: '2027-01-01',
      effectiveUntil: null,
    };
    expect((await call('POST', url, supervisor, row)).status).toBe(403);
    const { competenceId } = (await call('POST', url, operator, row)).body;
    expect(await whose('2026-12-31')).not.toContain(ROADS);
    expect(await whose('2027-01-10')).toContain(ROADS);

    const ended = { ...row, effectiveUntil: '2027-02-01' };
    expect((await call('PUT', `${url}/${competenceId}`, operator, ended)).status).toBe(200);
    expect(await whose('2027-02-01')).toEqual(before);
    const { competences } = (await call('GET', `/admin/agencies/${ROADS}`, operator)).body;
    expect(competences.find(({ id }: { id: string }) => id === competenceId)).toMatchObject({
      topics: [{ code: 'eco.water' }],
      effectiveUntil: '2027-02-01',
      inForce: false,
    });
  });

  it('of another role’s topic, an unknown place or wrong dates are refused', async () => {
    const row = {
      role: 'road',
      topics: [],
      territoryCode: null,
      ownership: 'any',
      effectiveFrom: '2027-01-01',
      effectiveUntil: null,
    };
    const { items: roles } = (await call('GET', '/admin/competence-roles', operator)).body;
    const [one, other] = roles.filter(({ topics }: { topics: unknown[] }) => topics.length > 0);
    const wrong = async (changes: object) =>
      (await call('POST', url, operator, { ...row, role: one.role, ...changes })).body.code;
    expect(await wrong({ role: 'nobody knows' })).toBe('competence.role_wrong');
    expect(await wrong({ topics: [other.topics[0].code] })).toBe('competence.topic_wrong');
    expect(await wrong({ territoryCode: '999999999' })).toBe('agency.territory_wrong');
    expect(await wrong({ effectiveUntil: '2026-01-01' })).toBe('agency.dates_wrong');
  });
});

describe('categories', () => {
  it('show the service promise and are asked for a photo by an operator only', async () => {
    const pothole = async () =>
      (await call('GET', '/admin/categories', supervisor)).body.items.find(
        ({ topic }: { topic: { code: string } }) => topic.code === 'road.pothole',
      );
    expect(await pothole()).toMatchObject({ promise: { value: 3, unit: 'working_days' }, wantsProof: false });
    expect((await call('PUT', '/admin/categories/road.pothole', supervisor, { wantsProof: true })).status).toBe(403);
    expect((await call('PUT', '/admin/categories/road.pothole', operator, { wantsProof: true })).status).toBe(200);
    expect(await pothole()).toMatchObject({ wantsProof: true });
  });
});
