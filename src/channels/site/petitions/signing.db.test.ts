import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionsFixture, startPetitions } from '../../../../test/builders/petitions-on-a-database.ts';
import type { Petition } from '../../../petitions/index.ts';
import { CLIENT, type Eid, startEid } from './eid-server.fixture.ts';
import { createOpenIdProvider } from './open-id-provider.ts';
import { PUBLIC_URL, startPetitionSite } from './petition-site.fixture.ts';

const CALLBACK = `${PUBLIC_URL}/petitions/eid/callback`;
let house: PetitionsFixture;
let eid: Eid;
let site: Awaited<ReturnType<typeof startPetitionSite>>;
let petition: Petition;

const providerOf = ({ issuer }: Eid) =>
  createOpenIdProvider({
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    callback: CALLBACK,
    now: () => new Date(),
  });

beforeAll(async () => {
  house = await startPetitions();
  eid = await startEid(CALLBACK);
  site = await startPetitionSite(house, providerOf(eid));
  petition = await house.openPetition();
});
afterAll(async () => {
  await site.close();
  await eid.stop();
  await house.stop();
});

const aBrowser = () => site.aBrowser();
const signPath = () => `/petitions/${petition.code}/sign`;
const signatures = async () => {
  await house.petitions.worker.tally();
  return (await house.petitions.view.view({ id: petition.id }))?.counts.signatures;
};

async function proven(browse: ReturnType<typeof aBrowser>, account: string): Promise<string> {
  const left = await browse('GET', signPath());
  expect(left.statusCode).toBe(302);
  return eid.walk(String(left.headers.location), account);
}

describe('signing with an eID', () => {
  it('is recorded by one button after the proof, not by the proof itself, and gives a receipt', async () => {
    const browse = aBrowser();
    const back = await browse('GET', await proven(browse, 'aigul'));
    expect(back.body).toContain('One step is left');
    expect(await signatures()).toBe(0);
    const done = await browse('POST', signPath());
    expect(done.body).toContain('Your signature is recorded');
    expect(done.body).toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
    expect(await signatures()).toBe(1);
    const again = await browse('POST', signPath());
    expect([again.statusCode, await signatures()]).toEqual([403, 1]);
  });

  it('counts two accounts of one person once', async () => {
    const browse = aBrowser();
    await browse('GET', await proven(browse, 'aigul-work'));
    expect((await browse('POST', signPath())).body).toContain('not counted twice');
    expect(await signatures()).toBe(1);
  });

  it('counts two persons in one browser twice', async () => {
    const browse = aBrowser();
    for (const account of ['aigul', 'bolat']) {
      await browse('GET', await proven(browse, account));
      await browse('POST', signPath());
    }
    expect(await signatures()).toBe(2);
  });

  it('takes a proof only from the browser that asked for it, and only once', async () => {
    const [mine, thief] = [aBrowser(), aBrowser()];
    const returned = await proven(mine, 'child');
    expect((await thief('GET', returned)).statusCode).toBe(422);
    expect((await mine('GET', returned)).statusCode).toBe(200);
    expect((await mine('GET', returned)).statusCode).toBe(422);
    const other = await proven(thief, 'child');
    await thief('GET', signPath());
    expect((await thief('GET', other)).statusCode).toBe(403);
    expect(await signatures()).toBe(2);
  });

  it('is told from wanting only to be known here: one account per person, and a button before it', async () => {
    const browse = aBrowser();
    const left = await browse('GET', '/petitions/eid/enter?to=/petitions/mine');
    const asked = await browse('GET', await eid.walk(String(left.headers.location), 'aigul'));
    expect(asked.body).toContain('I agree, go on');
    expect((await browse('GET', '/petitions/mine')).body).toContain('Sign in');
    const back = await browse('POST', '/petitions/eid/enter', {});
    expect([back.statusCode, back.headers.location]).toEqual([303, '/petitions/mine']);
    expect((await browse('GET', '/petitions/mine')).body).toContain('You came with an eID.');
    const other = aBrowser();
    const again = await other('GET', '/petitions/eid/enter?to=https://evil.example/');
    await other('GET', await eid.walk(String(again.headers.location), 'aigul-work'));
    expect((await other('POST', '/petitions/eid/enter', {})).headers.location).toBe('/petitions/mine');
    const { rows } = await house.db.pool.query(`select citizen_id from citizen_accounts where channel = 'eid'`);
    expect(rows).toHaveLength(1);
    expect(await signatures()).toBe(2);
  });

  it('is not done by a POST without a proof', async () => {
    expect((await aBrowser()('POST', signPath())).statusCode).toBe(403);
    expect(await signatures()).toBe(2);
  });
});

describe('a proof of the eID', () => {
  const begun = async () => {
    const provider = providerOf(eid);
    const { address, pending } = await provider.begin();
    return { provider, pending, returned: new URL(await eid.walk(address, 'bolat')) };
  };

  it('says who it is, by whom, and how old', async () => {
    const { provider, pending, returned } = await begun();
    expect(await provider.finish(returned, pending)).toEqual({
      nationalId: '850505300456',
      issuer: eid.issuer,
      age: expect.any(Number),
    });
  });

  it('is nothing when its code is used a second time', async () => {
    const { provider, pending, returned } = await begun();
    await provider.finish(returned, pending);
    await expect(provider.finish(returned, pending)).rejects.toThrow();
  });

  it('is nothing with another nonce, another state or another verifier', async () => {
    for (const wrong of [
      { nonce: 'another' },
      { state: 'another' },
      { verifier: 'another-verifier-of-at-least-forty-three-characters' },
    ]) {
      const { provider, pending, returned } = await begun();
      await expect(provider.finish(returned, { ...pending, ...wrong })).rejects.toThrow();
    }
  });

  it('is nothing when its token has expired', async () => {
    const late = await startEid(CALLBACK, { idTokenSeconds: -120 });
    const provider = providerOf(late);
    const { address, pending } = await provider.begin();
    const returned = new URL(await late.walk(address, 'bolat'));
    await expect(provider.finish(returned, pending)).rejects.toThrow(/expir|exp|timestamp/i);
    await late.stop();
  });
});
