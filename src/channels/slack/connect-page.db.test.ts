import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { type Staff, staffName } from '../../access/index.ts';
import { createConnectLinks } from './connect-link.ts';
import { registerConnectPage } from './connect-page.ts';

describe('connecting a Slack account once, behind the console’s sign-in', () => {
  let world: OfficerWorld;
  let server: FastifyInstance;
  let person: Staff;
  let signedIn = false;
  let now = new Date('2026-11-23T05:00:00Z');
  let link = '';

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    person = await world.addStaff({ givenName: 'Дмитрий', email: 'd@example.org' });
    const links = createConnectLinks({
      secret: 'x'.repeat(32),
      publicUrl: 'https://dauys.example',
      realNow: () => now,
    });
    link = links.make('T1:U1', 'dmitriy <script>').replace('https://dauys.example', '');
    server = fastify();
    registerConnectPage(server, {
      ...world.services,
      ...world.room,
      links,
      defaultLanguage: 'ru',
      authenticate: async () =>
        signedIn ? { id: person.id, name: staffName(person), language: person.language } : null,
    });
    await server.ready();
  });
  afterAll(async () => {
    await server.close();
    await world.stop();
  });

  const post = (url: string) =>
    server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    });

  it('asks to sign in first, then asks whether it is oneself, then binds', async () => {
    expect((await server.inject(link)).statusCode).toBe(401);
    expect((await post(link)).statusCode).toBe(401);
    signedIn = true;
    const page = await server.inject(link);
    expect(page.body).toContain('это вы, Дмитрий Орлов?');
    expect(page.body).not.toContain('<script>');
    expect(await world.room.directory.byExternal('slack', 'T1:U1')).toBeNull();
    expect((await post(link)).statusCode).toBe(200);
    expect(await world.room.directory.byExternal('slack', 'T1:U1')).toMatchObject({ id: person.id });
  });

  it('refuses a link that was changed, and one that is half an hour old', async () => {
    signedIn = true;
    expect((await post(link.replace('token=e', 'token=f'))).statusCode).toBe(410);
    now = new Date(now.getTime() + 31 * 60_000);
    expect((await post(link)).statusCode).toBe(410);
  });
});
