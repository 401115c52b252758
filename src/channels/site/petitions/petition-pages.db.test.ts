import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCitizenId,
  type PetitionsFixture,
  startPetitions,
} from '../../../../test/builders/petitions-on-a-database.ts';
import type { Petition } from '../../../petitions/index.ts';
import { startPetitionSite } from './petition-site.fixture.ts';

let house: PetitionsFixture;
let site: Awaited<ReturnType<typeof startPetitionSite>>;
let petition: Petition;
let receipt: string;

beforeAll(async () => {
  house = await startPetitions();
  await house.setClock('2026-11-23T10:00:00+05:00');
  site = await startPetitionSite(house, null);
  petition = await house.openPetition({
    text: { ask: '<b>Переход</b> у школы № 159', why: 'Дети & родители\n\nждут.', details: '' },
  });
  ({ receipt } = await house.supportAs(petition.id, aCitizenId()));
  await house.run((tx) =>
    house.petitions.signatures.sign(tx, petition.id, { nationalId: '900101300123', issuer: 'eid', age: 30 }),
  );
});
afterAll(async () => {
  await site.close();
  await house.stop();
});

const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });

describe('a petition on the site', () => {
  it.each(['kk', 'ru', 'en'])(
    'reads in %s without a script, with both counts side by side and never added',
    async (language) => {
      await house.petitions.worker.tally();
      for (const path of [
        '/petitions',
        '/petitions?q=переход',
        `/petitions/${petition.code}`,
        '/petitions/log',
        '/petitions/decisions',
      ]) {
        const { statusCode, body } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        expect([path, statusCode]).toEqual([path, 200]);
        expect(body.match(/<h1>/g)).toHaveLength(1);
        expect(body).not.toMatch(/<script| style=|undefined|\[object|NaN/);
        expect(body).not.toContain('<b>Переход');
      }
      const { body } = await get(`/petitions/${petition.code}?lang=${language}`);
      const count = {
        ru: 'Поддержали в чате: 7 из 300',
        kk: 'Чатта қолдағандар: 7, керегі 300',
        en: 'Supported in the chat: 7 of 300',
      };
      expect(body).toContain(count[language as 'ru']);
      expect(body).toMatch(/: 1(, керегі| из| of) 500/);
      expect(body).not.toMatch(/\b8\b (из|of)/);
    },
  );

  it('gives everything as data, and nobody’s name', async () => {
    const json = (await get(`/petitions/${petition.code}.json`)).json();
    expect(json).toMatchObject({
      code: petition.code,
      state: 'open',
      counts: { support: 7, supportHeld: 0, verifiedSignatures: 1, legalReading: null },
    });
    expect(JSON.stringify(json)).not.toContain(petition.citizenId);
    expect((await get(`/petitions/${petition.code}.csv`)).body).toBe('on,support\r\n2026-11-23,7\r\n');
    expect((await get(`/petitions/${petition.code}.atom`)).body).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect((await get('/petitions/feed.atom')).body).toContain('&#60;b&#62;Переход');
    expect((await get('/open-data/petitions.csv')).body.split('\r\n')).toHaveLength(3);
    expect((await get('/open-data/petitions.json')).json().rows[0]).toMatchObject({
      code: petition.code,
      support: 7,
      verified_signatures: 1,
    });
    const { headers } = await get('/open-data/petitions.json');
    expect((await get('/open-data/petitions.json', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
  });

  it('has a picture to send on, with its progress and the way back', async () => {
    const card = await get(`/petitions/${petition.code}/card.svg?lang=ru`);
    expect(card.headers['content-type']).toContain('image/svg+xml');
    expect(card.body).toContain('Поддержали в чате: 7 из 300');
    expect(card.body).not.toContain('<b>');
    const png = await get(`/petitions/${petition.code}/card.png?lang=kk`);
    expect(png.headers['content-type']).toBe('image/png');
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect([png.rawPayload.readUInt32BE(16), png.rawPayload.readUInt32BE(20)]).toEqual([1_200, 630]);
    expect((await get(`/petitions/${petition.code}?lang=ru`)).body).toContain(
      `property="og:image" content="http://localhost:3999/petitions/${petition.code}/card.png?lang&#61;ru"`,
    );
    const qr = await get(`/petitions/${petition.code}/qr.png`);
    expect(qr.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  });

  it('stands in other people’s pages without a script, and on paper', async () => {
    const widget = await get(`/petitions/${petition.code}/widget?lang=ru`);
    expect(widget.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(widget.headers['x-frame-options']).toBeUndefined();
    expect(widget.body).toContain('Поддержали в чате: 7 из 300');
    expect(widget.body).not.toMatch(/<script|set-cookie/);
    const page = await get(`/petitions/${petition.code}?lang=ru`);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.body).toContain(`/petitions/${petition.code}/widget`);
    expect((await get(`/petitions/${petition.code}/sheet?lang=ru`)).body).toContain('qr.png');
  });

  it('lies on a map of the regions, and the map leads to its region', async () => {
    const { body } = await get('/petitions?lang=ru');
    expect(body).toContain('<path fill-opacity="1"');
    expect(body).toContain(`/petitions?territory=${petition.territoryCode}`);
    expect((await get(`/petitions?territory=${petition.territoryCode}&lang=en`)).body).toContain('Found: 1');
    expect((await get('/petitions?territory=100000000&lang=en')).body).toContain('Found: 0');
  });

  it('is found by its words and not by others', async () => {
    expect((await get('/petitions?q=переход&lang=en')).body).toContain('Found: 1');
    expect((await get('/petitions?q=бассейн&lang=en')).body).toContain('Found: 0');
  });

  it('does not exist as a draft, with a wrong code or as data before it is public', async () => {
    const citizenId = aCitizenId();
    const draft = await house.run((tx) =>
      house.petitions.authoring.draft(tx, {
        citizenId,
        language: 'ru',
        profileId: 'kz.city',
        authorityKey: 'city',
        agencyCode: null,
        territoryCode: petition.territoryCode,
        text: petition.original,
      }),
    );
    for (const path of [`/petitions/${draft.code}`, '/petitions/aaaaaaaaaa', '/petitions/x', '/petitions/../etc'])
      expect([path, (await get(path, { accept: 'text/html' })).statusCode]).toEqual([path, 404]);
    await house.run((tx) => house.petitions.authoring.submit(tx, draft.id, citizenId));
    const gathering = await get(`/petitions/${draft.code}?lang=ru`);
    expect(gathering.statusCode).toBe(200);
    expect(gathering.body).toContain('noindex');
    expect((await get(`/petitions/${draft.code}.json`)).statusCode).toBe(404);
    expect((await get('/petitions?lang=en')).body).toContain('Found: 1');
  });
});

describe('the log on the site', () => {
  it('lets a supporter check the code of their record against a signed head', async () => {
    const check = async (code: string) => (await get(`/petitions/log?lang=en&code=${encodeURIComponent(code)}`)).body;
    expect(await check(receipt)).toContain('The signed root follows within an hour');
    await house.petitions.worker.publishHead(0);
    expect(await check(receipt)).toContain('The proof agrees with the signed root');
    expect(await check('0000-0000-0000-0000')).toContain('no such code');
    expect(await check('<script>')).toContain('no such code');
    const late = await house.supportAs(petition.id, aCitizenId());
    expect(await check(late.receipt)).toContain('joins the log within a minute');
  });

  it('gives out what a stranger needs to check it all: lines, heads, keys, proofs', async () => {
    const { heads } = (await get('/petitions/log/heads.json')).json();
    const { lines } = (await get('/petitions/log/lines.json?from=0&limit=3')).json();
    const { keys } = (await get('/petitions/log/keys.json')).json();
    expect(heads[0].keyId).toBe(keys[0].keyId);
    expect(lines).toHaveLength(3);
    expect((await get(`/petitions/log/proof.json?index=0&size=${heads[0].size}`)).json().proof.length).toBeGreaterThan(
      1,
    );
    expect((await get('/petitions/log/proof.json?index=0&size=999999')).statusCode).toBe(404);
  });
});
