import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { compose, type Services } from '../../app/compose.ts';
import { prepareDatabase } from '../../app/database.ts';
import { readJurisdiction } from '../../app/jurisdiction.ts';
import { readSecrets } from '../../app/secrets.ts';
import { createHttpServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log/log.ts';
import { createOpen311Repository, registerOpen311 } from './index.ts';
import { childNames, readXml, textOf } from './read-xml.fixture.ts';

const KEY = 'test-client-key-1';
const OTHER_KEY = 'test-client-key-2';
const SECRET_WORDS = 'Tree fell on my fence, call me: Aigerim, +7 701 234 56 78';
const filing = {
  api_key: KEY,
  service_code: 'road.pothole',
  lat: '43.238123',
  long: '76.945678',
  description: SECRET_WORDS,
};

let testDatabase: TestDatabase;
let services: Services;
let dataDir: string;
let app: Awaited<ReturnType<typeof createHttpServer>>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'dauys-open311-'));
  const jurisdiction = readJurisdiction('kz');
  const log = createLog('silent');
  services = await compose({
    database: await prepareDatabase(testDatabase.url, jurisdiction, log, 5),
    log,
    secrets: readSecrets({ secret: undefined, dataKeys: undefined }, dataDir),
    jurisdiction,
    timezone: 'Asia/Almaty',
    dataDir,
    onTold: () => undefined,
  });
  app = await createHttpServer({ log, texts: services.texts, publicUrl: 'http://localhost' });
  const clients = new Map([
    [KEY, { id: 'city-app' }],
    [OTHER_KEY, { id: 'other-app' }],
  ]);
  await registerOpen311(app as never, {
    ...services,
    clients: { find: async (key) => clients.get(key) ?? null },
    requests: createOpen311Repository(services.db),
    calendar: () => services.calendars.current(),
    promises: () => services.law.rulebook.promises,
    topicNames: jurisdiction.topicNames,
    publicUrl: 'http://localhost',
    jurisdictionId: jurisdiction.code,
    portalUrl: jurisdiction.statePortal.url,
    isTest: true,
    contact: 'http://localhost/real-bot',
  });
});
afterAll(async () => {
  await app?.close();
  await services?.database.close();
  await testDatabase?.drop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

const get = (path: string) => app.inject({ url: `/open311/v2${path}`, headers: { 'accept-language': 'en' } });
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/open311/v2${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
const fileOne = async (changes: Record<string, string> = {}): Promise<string> =>
  (await post('/requests.json', { ...filing, description: `${SECRET_WORDS} ${Math.random()}`, ...changes })).json()[0]
    .service_request_id;

const REQUEST_FIELDS = [
  'service_request_id',
  'status',
  'status_notes',
  'service_name',
  'service_code',
  'description',
  'agency_responsible',
  'service_notice',
  'requested_datetime',
  'updated_datetime',
  'expected_datetime',
  'address',
  'address_id',
  'zipcode',
  'lat',
  'long',
  'media_url',
];

describe('GeoReport v2 discovery and services', () => {
  it('describes its endpoint in both formats', async () => {
    const json = (await get('/discovery.json')).json();
    expect(Object.keys(json)).toEqual(['changeset', 'contact', 'key_service', 'endpoints']);
    expect(json.endpoints[0]).toMatchObject({
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: 'http://localhost/open311/v2',
      type: 'test',
      formats: ['text/xml', 'application/json'],
    });
    const response = await get('/discovery.xml');
    expect(response.headers['content-type']).toBe('text/xml; charset=utf-8');
    const root = readXml(response.body);
    expect([root.name, childNames(root)]).toEqual(['discovery', ['changeset', 'contact', 'key_service', 'endpoints']]);
    expect(childNames(root.children[3]?.children[0])).toEqual(['specification', 'url', 'changeset', 'type', 'formats']);
  });

  it('lists topics as services in the language asked for, the same in JSON and XML', async () => {
    const json = (await get('/services.json')).json();
    const root = readXml((await get('/services.xml')).body);
    expect(json).toHaveLength(services.jurisdiction.topicNames.size);
    expect([root.name, root.children.length]).toEqual(['services', json.length]);
    expect(childNames(root.children[0])).toEqual([
      'service_code',
      'service_name',
      'description',
      'metadata',
      'type',
      'keywords',
      'group',
    ]);
    const pothole = json.find((each: { service_code: string }) => each.service_code === 'road.pothole');
    expect(pothole).toMatchObject({ service_name: 'Pothole', metadata: true, type: 'realtime', group: 'Roads' });
    expect((await get('/services.json?locale=kk')).json()[0].service_name).toBe('Жолдағы шұңқыр');
  });

  it('defines a service whose code holds a dot', async () => {
    const json = (await get('/services/road.pothole.json')).json();
    expect(json.service_code).toBe('road.pothole');
    expect(Object.keys(json.attributes[0])).toEqual([
      'variable',
      'code',
      'datatype',
      'required',
      'datatype_description',
      'order',
      'description',
      'values',
    ]);
    const root = readXml((await get('/services/road.pothole.xml')).body);
    expect(childNames(root)).toEqual(['service_code', 'attributes']);
    expect(childNames(root.children[1]?.children[0])).toEqual(Object.keys(json.attributes[0]));
    expect(childNames(root.children[1]?.children[0]?.children[7]?.children[0])).toEqual(['key', 'name']);
  });
});

describe('filing through GeoReport v2', () => {
  it('makes a real case with number, body, promised date and clock', async () => {
    const response = await post('/requests.json', filing);
    expect(response.statusCode).toBe(200);
    const [{ service_request_id, service_notice, account_id }] = response.json();
    expect(service_request_id).toMatch(/^\d{7}$/);
    expect(service_notice).toMatch(/^Promised by .+\. .+/);
    expect(account_id).toBeNull();

    const row = await services.db.appeal.findUnique({ where: { number: service_request_id } });
    expect(row).toMatchObject({ channel: 'open311', topicId: 'road.pothole', state: 'with_agency' });
    const ticket = await services.db.ticket.findFirst({ where: { appealId: row?.id ?? '' } });
    expect(ticket?.promisedOn).not.toBeNull();
    const entry = await services.db.threadEntry.findFirst({ where: { appealId: row?.id ?? '' } });
    expect(entry?.maskedText).not.toContain('234 56 78');
  });

  it('answers the same request to a repeat, also to two at once, and to a repeat by key', async () => {
    const form = { ...filing, description: 'the same words' };
    const numbers = (
      await Promise.all([post('/requests.json', form), post('/requests.json', form), post('/requests.xml', form)])
    ).map(({ body }) => /\d{7}/.exec(body)?.[0]);
    expect(new Set(numbers).size).toBe(1);
    const key = { 'idempotency-key': 'abc' };
    const first = (await post('/requests.json', form, key)).json()[0].service_request_id;
    expect((await post('/requests.json', { ...form, description: 'changed' }, key)).json()[0].service_request_id).toBe(
      first,
    );
    expect((await post('/requests.json', { ...form, api_key: OTHER_KEY })).json()[0].service_request_id).not.toBe(
      numbers[0],
    );
  });

  it('takes the same words again after a day: the hole may be back', async () => {
    const form = { ...filing, description: 'a hole that comes back' };
    const first = (await post('/requests.json', form)).json()[0].service_request_id;
    await services.clock.advance(25 * 3_600_000);
    expect((await post('/requests.json', form)).json()[0].service_request_id).not.toBe(first);
    await services.clock.reset();
  });

  it('seals name, mail and phone, and keeps no device id', async () => {
    const number = await fileOne({
      first_name: 'Айгерім',
      last_name: 'Сәрсен',
      email: 'A@Example.org',
      phone: '+7 701 234 56 78',
      device_id: 'device-77',
    });
    const row = await services.db.appeal.findUnique({ where: { number } });
    const details = await services.citizens.readDetails(row?.citizenId as never);
    expect(details).toMatchObject({ name: 'Сәрсен Айгерім', email: 'a@example.org' });
    const accounts = await services.db.citizenAccount.findMany({ where: { citizenId: row?.citizenId ?? '' } });
    expect(JSON.stringify(accounts)).not.toContain('device-77');
    expect(await services.db.consent.count({ where: { citizenId: row?.citizenId ?? '' } })).toBe(1);
  });

  it.each([
    [{ api_key: '' }, 403, 'api_key was not provided'],
    [{ api_key: 'wrong-wrong-wrong' }, 403, 'api_key is not valid'],
    [{ jurisdiction_id: 'chicago' }, 404, 'jurisdiction_id provided was not found'],
    [{ service_code: '' }, 400, 'service_code was not provided'],
    [{ service_code: 'road.nothing' }, 404, 'service_code provided was not found'],
    [{ lat: '', long: '' }, 400, 'a location was not provided: lat and long, address_string or address_id'],
    [{ email: 'nobody' }, 400, 'email is not valid'],
  ])('refuses %j with the same error in JSON and XML, and leaves nothing', async (changes, code, description) => {
    const before = await services.db.appeal.count();
    const json = await post('/requests.json', { ...filing, ...changes });
    expect([json.statusCode, json.json()]).toEqual([code, [{ code, description }]]);
    const xml = await post('/requests.xml', { ...filing, ...changes });
    const root = readXml(xml.body);
    expect([
      xml.statusCode,
      root.name,
      childNames(root),
      textOf(root.children[0], 'code'),
      textOf(root.children[0], 'description'),
    ]).toEqual([code, 'errors', ['error'], String(code), description]);
    expect(await services.db.appeal.count()).toBe(before);
  });
});

describe('reading through GeoReport v2', () => {
  it('shows every field of the specification and never the words, the person or the door', async () => {
    const number = await fileOne({ first_name: 'Айгерім', last_name: 'Сәрсен', address_string: 'Abay 10, flat 5' });
    const responses = await Promise.all([
      get(`/requests/${number}.json`),
      get(`/requests/${number}.xml`),
      get('/requests.json'),
      get(`/servicerequestupdates.json?service_request_id=${number}`),
    ]);
    for (const { statusCode, body } of responses) {
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/fence|Aigerim|Айгерім|Сәрсен|flat 5|234 56|test-client|city-app|43\.2381/);
    }
    const [request] = responses[0].json();
    expect(Object.keys(request)).toEqual(REQUEST_FIELDS);
    expect(childNames(readXml(responses[1].body).children[0])).toEqual(REQUEST_FIELDS);
    expect(request).toMatchObject({
      status: 'open',
      service_name: 'Pothole',
      description: null,
      lat: 43.238,
      long: 76.946,
    });
    expect(request.expected_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+05:00$/);
    expect(request.agency_responsible).not.toBeNull();
    expect(request.address).toContain('Almaty');
  });

  it('finds several numbers at once and refuses an unknown one', async () => {
    const [first, second] = [await fileOne(), await fileOne()];
    const many = (await get(`/requests.json?service_request_id=${first},${second},0000000`)).json();
    expect(new Set(many.map((each: { service_request_id: string }) => each.service_request_id))).toEqual(
      new Set([first, second]),
    );
    expect([(await get('/requests/1234567.json')).statusCode, (await get('/requests/1234567.json')).json()]).toEqual([
      404,
      [{ code: 404, description: 'service_request_id was not found' }],
    ]);
    expect((await get('/requests.json?service_request_id=0000000')).json()).toEqual([]);
  });

  it('filters by service, state and time', async () => {
    const number = await fileOne({ service_code: 'light.street' });
    const ids = async (query: string) =>
      (await get(`/requests.json?${query}`))
        .json()
        .map((each: { service_request_id: string }) => each.service_request_id);
    expect(await ids('service_code=light.street')).toEqual([number]);
    expect(await ids('service_code=light.street&status=closed')).toEqual([]);
    expect(await ids('service_code=light.street&end_date=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await ids('page_size=1')).length).toBe(1);
    expect((await get('/requests.json?start_date=2020-01-01&end_date=2021-01-01')).statusCode).toBe(400);
  });

  it('keeps an answered request open until the person speaks', async () => {
    const number = await fileOne();
    const row = await services.db.appeal.findUnique({ where: { number } });
    const status = async () => (await get(`/requests/${number}.json`)).json()[0].status;
    await services.db.appeal.update({ where: { number }, data: { state: 'answered' } });
    expect(await status()).toBe('open');
    await services.uow.run(
      `confirm ${number}`,
      async (tx) => void (await services.cases.confirm(tx, row?.id as never, row?.citizenId as never, 'resolved')),
    );
    expect(await status()).toBe('closed');
  });

  it('shows nothing that came another way, and nothing sealed', async () => {
    const number = await fileOne();
    await services.db.appeal.update({ where: { number }, data: { sensitive: true } });
    expect((await get(`/requests/${number}.json`)).statusCode).toBe(404);
    const chat = await services.uow.run('a chat case', async (tx) => {
      const citizen = await services.citizens.meet(tx, { channel: 'telegram', externalId: '1', language: 'ru' });
      const draft = await services.drafts.start(tx, {
        citizenId: citizen.id,
        language: 'ru',
        channel: 'telegram',
        usualTerritory: null,
        text: 'Яма на Абая 10, Алматы',
        files: [],
        place: null,
        sourceRef: null,
      });
      return (await services.cases.submit(tx, draft.id, citizen.id)).number;
    });
    expect((await get(`/requests/${chat.result}.json`)).statusCode).toBe(404);
  });

  it('resolves a token, and refuses one it never gave', async () => {
    const number = await fileOne();
    const row = await services.db.appeal.findUnique({ where: { number } });
    expect((await get(`/tokens/${row?.id}.json`)).json()).toEqual([{ service_request_id: number, token: row?.id }]);
    expect((await get('/tokens/unknown.xml')).statusCode).toBe(404);
  });

  it('tells what happened step by step, and takes more words from the client that filed', async () => {
    const number = await fileOne();
    const updates = (await get(`/servicerequestupdates.json?service_request_id=${number}`)).json();
    expect(updates.map((each: { description: string }) => each.description.split(':')[0])).toEqual([
      'The request was sent.',
      'Delivered to',
    ]);
    const form = { api_key: KEY, service_request_id: number, description: 'It is deeper now' };
    const [first, again] = [
      await post('/servicerequestupdates.json', form),
      await post('/servicerequestupdates.xml', form),
    ];
    expect([first.statusCode, textOf(readXml(again.body).children[0], 'update_id')]).toEqual([
      200,
      first.json()[0].update_id,
    ]);
    const row = await services.db.appeal.findUnique({ where: { number } });
    expect(await services.db.threadEntry.count({ where: { appealId: row?.id ?? '', kind: 'addition' } })).toBe(1);
    expect((await post('/servicerequestupdates.json', { ...form, api_key: OTHER_KEY })).statusCode).toBe(404);
  });

  it('answers unknown resources in the format asked for', async () => {
    expect((await get('/nothing.json')).json()).toEqual([
      { code: 404, description: 'there is no such resource; see discovery.json' },
    ]);
    expect(readXml((await get('/nothing.xml')).body).name).toBe('errors');
  });
});
