import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionsFixture, startPetitions } from '../../../../../test/builders/petitions-on-a-database.ts';
import type { CitizenId } from '../../../../kernel/ids.ts';
import { startPetitionSite } from '../petition-site.fixture.ts';

let house: PetitionsFixture;
let site: Awaited<ReturnType<typeof startPetitionSite>>;
const WHY = 'Дети перебегают дорогу в темноте, за год было три наезда.';

beforeAll(async () => {
  house = await startPetitions();
  await house.setClock('2026-11-23T10:00:00+05:00');
  site = await startPetitionSite(house, null);
});
afterAll(async () => {
  await site.close();
  await house.stop();
});

const somebody = (): Promise<CitizenId> =>
  house.run(async (tx) => {
    const account = { channel: 'telegram', externalId: randomUUID(), language: 'en' } as const;
    return (await site.people.meet(tx, account)).id;
  });

const linkFor = (id: CitizenId, to?: string): string => site.links.linkFor(id, new Date('2026-11-23T05:00:00Z'), to);

/** A browser that came by a link out of the chat. */
async function signedIn(id: CitizenId) {
  const browse = site.aBrowser();
  const { searchParams } = new URL(linkFor(id));
  const form = { key: searchParams.get('key') ?? '', to: searchParams.get('to') ?? '' };
  expect((await browse('POST', '/enter', form)).statusCode).toBe(303);
  return browse;
}

const fieldOf = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

async function draft(browse: Awaited<ReturnType<typeof signedIn>>, ask: string) {
  const { body } = await browse('POST', '/petitions/new/whom', { ask, place: 'Алматы' });
  const form = { ask, place: 'Алматы', once: fieldOf(body, 'once'), option: 'kz.city|city|', why: WHY, details: '' };
  const done = await browse('POST', '/petitions/new/draft', form);
  return { body, form, done, address: String(done.headers.location) };
}

describe('the way from the chat to the site', () => {
  it('is a button, not the link itself, and works once', async () => {
    const [id, browse, scanner] = [await somebody(), site.aBrowser(), site.aBrowser()];
    const link = linkFor(id);
    for (const each of [scanner, browse]) expect((await each('GET', link)).body).toContain('I agree, go on');
    expect((await scanner('GET', '/petitions/mine')).body).toContain('There is no password');
    const { searchParams } = new URL(link);
    const form = { key: searchParams.get('key') ?? '', to: '//evil.example' };
    const entered = await browse('POST', '/enter', form);
    expect(entered.headers.location).toBe('/petitions/mine');
    expect((await browse('GET', '/petitions/mine')).body).toContain('You came from your own chat.');
    const stolen = await scanner('POST', '/enter', form);
    expect([stolen.statusCode, stolen.body.includes('used already')]).toEqual([403, true]);
    await browse('POST', '/leave', {});
    expect((await browse('GET', '/petitions/mine')).body).toContain('There is no password');
  });

  it('is closed to a forged or an old key', async () => {
    const browse = site.aBrowser();
    const old = site.links.linkFor(await somebody(), new Date('2026-11-23T04:00:00Z'));
    for (const link of [old, '/enter?key=AAAA']) expect((await browse('GET', link)).statusCode).toBe(403);
  });
});

describe('a petition written on the site', () => {
  it('explains what is barred before anybody is asked who they are, in every language, without a script', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      const { body, statusCode } = await site.app.inject({ url: `/petitions/new?lang=${language}` });
      expect(statusCode).toBe(200);
      expect(body).toMatch(/Конституци|Constitution/);
      expect(body).not.toMatch(/<script| style=|undefined|\[object/);
    }
  });

  it('says at the field what is wrong and keeps what was written', async () => {
    const browse = await signedIn(await somebody());
    const short = await browse('POST', '/petitions/new/whom', { ask: 'Мост', place: 'Алматы' });
    expect([short.statusCode, short.body.includes('at least 10'), short.body.includes('>Мост<')]).toEqual([
      422,
      true,
      true,
    ]);
    const nowhere = await browse('POST', '/petitions/new/whom', { ask: 'Сделать освещённый переход', place: 'Нигде' });
    expect([nowhere.statusCode, nowhere.body.includes('Сделать освещённый переход')]).toEqual([422, true]);
  });

  it('shows who asks the same, proposes the body and why, and keeps one draft however often it is sent', async () => {
    const twin = await house.openPetition({
      text: { ask: 'Отремонтировать мост через Весновку', why: WHY, details: '' },
    });
    const browse = await signedIn(await somebody());
    const { body, form, done, address } = await draft(browse, 'Отремонтировать пешеходный мост через Весновку');
    expect(body).toContain(`/petitions/${twin.code}"`);
    expect(body).toContain('Support that one instead');
    expect(body).toMatch(/This looks like a matter for .*Known by these words: переход/s);
    expect(done.statusCode).toBe(303);
    expect((await browse('POST', '/petitions/new/draft', form)).headers.location).toBe(address);
    const preview = await browse('GET', address);
    expect(preview.body).toContain('Step 3 of 3');
    expect((await browse('GET', '/petitions/mine')).body.match(/\/petitions\/mine\/[a-z2-9]{10}/g)).toHaveLength(1);
  });

  it('is amended, sent, sponsored by its own link, moderated, rejected, appealed: all on the site', async () => {
    const author = await somebody();
    const browse = await signedIn(author);
    const { address } = await draft(browse, 'Поставить лавочки у поликлиники номер пять');
    const code = address.split('/').at(-1) ?? '';
    const amended = { ask: 'Поставить лавочки и навес у поликлиники № 5', why: WHY, details: '' };
    expect((await browse('POST', `${address}/amend`, { ...amended, why: 'мало' })).statusCode).toBe(422);
    await browse('POST', `${address}/amend`, amended);
    await browse('POST', `${address}/submit`, {});
    const sponsors = await browse('GET', address);
    expect(sponsors.body).toMatch(new RegExp(`start&#61;p_${code}_[0-9a-f]{8}`));
    expect((await site.app.inject({ url: '/petitions' })).body).not.toContain('навес');
    for (let at = 0; at < 5; at += 1) {
      const friend = await signedIn(await somebody());
      expect((await friend('GET', `/petitions/${code}`)).body).toContain('>Support<');
      expect((await friend('POST', `/petitions/${code}/support`, {})).body).toContain('is recorded');
      expect((await friend('GET', `/petitions/${code}`)).body).toContain('You support this');
    }
    const petition = await house.run((tx) => house.petitions.findByCode(tx, code));
    expect(petition?.state).toBe('in_moderation');
    if (!petition) return;
    const [first, second] = [randomUUID(), randomUUID()];
    await house.run((tx) =>
      house.petitions.moderation.proposeRejection(tx, petition.id, first, { code: 'no_action', note: '' }),
    );
    await house.run((tx) => house.petitions.moderation.confirmRejection(tx, petition.id, second));
    expect((await browse('GET', address)).body).toContain('You may disagree once');
    await browse('POST', `${address}/appeal`, {});
    expect((await house.run((tx) => house.petitions.findByCode(tx, code)))?.state).toBe('in_moderation');
  });

  it('is nobody else’s to see as a draft or to move', async () => {
    const browse = await signedIn(await somebody());
    const { address } = await draft(browse, 'Открыть вечернюю группу в детском саду');
    const stranger = await signedIn(await somebody());
    for (const path of [address, address.replace('/mine', '')])
      expect((await stranger('GET', path)).statusCode).toBe(404);
    expect((await stranger('POST', `${address}/submit`, {})).statusCode).toBe(404);
    await browse('POST', `${address}/discard`, {});
    expect((await browse('GET', '/petitions/mine')).body).not.toContain('вечернюю группу');
  });

  it('is supported and left again on the site by whoever came from the chat, and by nobody else', async () => {
    const petition = await house.openPetition({
      text: { ask: 'Вернуть автобус номер сорок два', why: WHY, details: '' },
    });
    const nobody = await site.aBrowser()('POST', `/petitions/${petition.code}/support`, {});
    expect([nobody.statusCode, nobody.body.includes('From your own chat')]).toEqual([401, true]);
    const browse = await signedIn(await somebody());
    const path = `/petitions/${petition.code}`;
    await browse('POST', `${path}/support`, {});
    expect((await browse('POST', `${path}/support`, {})).body).toContain('already');
    expect((await browse('POST', `${path}/quiet`, {})).body).toContain('No more news');
    await browse('POST', `${path}/unsupport`, {});
    await house.petitions.worker.tally();
    expect((await house.petitions.view.view({ id: petition.id }))?.counts.support).toBe(6);
  });
});
