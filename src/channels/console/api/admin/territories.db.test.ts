import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { Day } from '../../../../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../../../../kernel/ids.ts';

const ROADS = AgencyCode.parse('almaty.roads');
const CITY = TerritoryCode.parse('750000000');
const NEW = TerritoryCode.parse('759900000');
type Headers = Record<string, string>;

const DISTRICT = {
  code: NEW,
  parentCode: CITY,
  level: 'city_district',
  name: { kk: 'Қарлығаш ауданы', ru: 'Карлыгашский район', en: 'Karlygash district' },
  point: { lat: 43.2, lon: 76.9 },
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
  basis: 'Постановление о новом районе',
};

let console: TestConsole;
let supervisor: Headers;
let operator: Headers;

beforeAll(async () => {
  console = await startConsole();
  supervisor = (await console.signIn('supervisor', ROADS)).headers;
  operator = (await console.signIn('operator')).headers;
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST' | 'PUT', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1/admin${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

/** Where the place step of a message would put these words. */
function placeOf(words: string): string | null {
  const { place } = console.services.gazetteer.readAddress(words);
  return place.type === 'found' ? place.mention.code : null;
}

describe('a territory', () => {
  it('is added by an operator under its parent, and messages find it by its names at once', async () => {
    expect(placeOf('Алматы, Қарлығаш ауданы, Абай көшесі 10')).not.toBe(NEW);
    expect((await call('POST', '/territories', supervisor, DISTRICT)).status).toBe(403);
    expect((await call('POST', '/territories', operator, DISTRICT)).status).toBe(200);
    for (const words of [
      'Алматы, Қарлығаш ауданы, Абай көшесі 10',
      'Алматы, Карлыгашский район, ул. Абая 10',
      'Almaty, Karlygash district',
    ])
      expect(placeOf(words), words).toBe(NEW);
    const { body } = await call('GET', '/territories?q=Карлыгашский район', supervisor);
    expect(body.items).toMatchObject([{ code: NEW, level: 'city_district', within: [{ code: CITY }], ended: false }]);
    expect((await call('POST', '/territories', operator, DISTRICT)).body.code).toBe('territory.code_taken');
  });

  it('is served by a body from a day on, and what lies in it goes there', async () => {
    const { items } = (await call('GET', '/competence-roles', operator)).body;
    const role = items.find(({ topics }: { topics: { code: string }[] }) =>
      topics.some(({ code }) => code === 'waste.collection'),
    );
    const row = {
      role: role.role,
      topics: ['waste.collection'],
      territoryCode: NEW,
      ownership: 'any',
      effectiveFrom: '2027-01-01',
      effectiveUntil: null,
    };
    expect((await call('POST', `/agencies/${ROADS}/competences`, operator, row)).status).toBe(200);
    const whose = (on: string) => {
      const found = console.services.register.competentBodies(TopicId.parse('waste.collection'), NEW, Day.parse(on));
      return found.type === 'bodies' ? found.bodies.map(({ agencyCode }) => agencyCode) : [];
    };
    expect(whose('2026-12-31')).not.toContain(ROADS);
    expect(whose('2027-01-01')).toContain(ROADS);
    const { body } = await call('GET', `/territories/${NEW}`, operator);
    expect(body.bodies).toMatchObject([{ agency: { code: ROADS }, effectiveFrom: '2027-01-01', inForce: false }]);
  });

  it('takes another name from its day on, is found by the former one too, and the history keeps both', async () => {
    const renamed = {
      ...DISTRICT,
      name: { kk: 'Самұрық ауданы', ru: 'Самрукский район', en: 'Samruk district' },
      basis: 'Постановление о переименовании',
    };
    expect(
      (await call('PUT', `/territories/${NEW}`, operator, { ...renamed, effectiveFrom: '2099-01-01' })).status,
    ).toBe(200);
    expect(placeOf('Алматы, Самрукский район')).not.toBe(NEW);
    expect((await call('PUT', `/territories/${NEW}`, operator, renamed)).status).toBe(200);
    expect(placeOf('Алматы, Самрукский район')).toBe(NEW);
    expect(placeOf('Алматы, Карлыгашский район')).toBe(NEW);
    expect(console.services.names.territory(NEW, 'kk')).toContain('Самұрық');
    const { history } = (await call('GET', `/territories/${NEW}`, supervisor)).body;
    expect(
      history.map(({ name, effectiveFrom }: { name: { ru: string }; effectiveFrom: string }) => [
        name.ru,
        effectiveFrom,
      ]),
    ).toEqual([
      ['Самрукский район', '2026-01-01'],
      ['Самрукский район', '2099-01-01'],
      ['Карлыгашский район', '2026-01-01'],
    ]);
    expect(history[0].by).toBeTruthy();
  });

  it('ends by a date: new words do not find it, old cases still name it, and nothing is deleted', async () => {
    const ended = { ...DISTRICT, effectiveFrom: '2026-01-01', effectiveUntil: '2026-02-01', basis: 'Район упразднён' };
    expect((await call('PUT', `/territories/${NEW}`, operator, ended)).status).toBe(200);
    expect(placeOf('Алматы, Карлыгашский район, ул. Абая 10')).not.toBe(NEW);
    expect(console.services.names.territory(NEW, 'ru')).toContain('Карлыгашский район');
    expect((await call('GET', `/territories/${NEW}`, operator)).body).toMatchObject({ ended: true });
    await expect(console.services.db.territoryEdit.deleteMany()).rejects.toThrow();
  });

  it('cannot lie in itself, in a smaller one or nowhere', async () => {
    const wrong = async (changes: object) =>
      (await call('POST', '/territories', operator, { ...DISTRICT, code: '759900001', ...changes })).body.code;
    expect(await wrong({ parentCode: null })).toBe('territory.parent_wrong');
    expect(await wrong({ parentCode: '000000000' })).toBe('territory.parent_wrong');
    expect(await wrong({ level: 'region' })).toBe('territory.parent_wrong');
    expect(await wrong({ effectiveUntil: '2026-01-01' })).toBe('agency.dates_wrong');
    expect((await call('PUT', '/territories/000000000', operator, DISTRICT)).status).toBe(404);
    const inItself = { ...DISTRICT, parentCode: NEW };
    expect((await call('PUT', `/territories/${NEW}`, operator, inItself)).body.code).toBe('territory.parent_wrong');
  });
});
