import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GrammyError, HttpError } from 'grammy';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { createNotedSends } from './noted-sends.ts';

let database: TestDatabase;
let client: pg.Client;
let telegram: Server;
let apiRoot: string;
let said: { path: string; body: unknown }[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('create table shown (message_id int primary key, chat text)');
  telegram = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as { chat_id: number };
      said.push({ path: request.url ?? '', body });
      response.end(
        JSON.stringify(
          body.chat_id < 0
            ? { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }
            : { ok: true, result: { message_id: 700 + said.length } },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => telegram.listen(0, '127.0.0.1', resolve));
  apiRoot = `http://127.0.0.1:${(telegram.address() as AddressInfo).port}/root`;
});
afterAll(async () => {
  telegram.close();
  await client.end();
  await database.drop();
});

const note = (chat: string) => ({
  name: 'note',
  text: 'insert into shown (message_id, chat) values ($1::int, $2::text)',
  values: [chat],
});

describe('a message that is sent with its note', () => {
  it('is noted when its sender hears of it, many at once too', async () => {
    said = [];
    const sends = createNotedSends({ apiRoot, token: '1:x', databaseUrl: database.url });
    const sent = await Promise.all(
      Array.from({ length: 40 }, (_, chat) => sends.send({ chat_id: chat, text: 'сәлем' }, note(`${chat}`))),
    );
    const { rows } = await client.query('select message_id from shown order by message_id');
    expect(rows.map(({ message_id }) => message_id)).toEqual(sent.map(({ message_id }) => message_id).sort());
    expect(sent.every(({ isNoted }) => isNoted)).toBe(true);
    expect(said[0]).toEqual({ path: '/root/bot1:x/sendMessage', body: { chat_id: 0, text: 'сәлем' } });
    await sends.close();
  });

  it('that Telegram refuses fails as any other call, and nothing is noted', async () => {
    const sends = createNotedSends({ apiRoot, token: '1:x', databaseUrl: database.url });
    const refused = await sends.send({ chat_id: -1 }, note('blocked')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GrammyError);
    expect(refused).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
    expect((await client.query("select 1 from shown where chat = 'blocked'")).rowCount).toBe(0);
    await sends.close();
  });

  it('that could not be noted says so to its sender', async () => {
    const sends = createNotedSends({ apiRoot, token: '1:x', databaseUrl: database.url });
    const wrong = { ...note('x'), text: 'insert into nowhere values ($1, $2)' };
    expect(await sends.send({ chat_id: 1 }, wrong)).toMatchObject({ isNoted: false });
    await sends.close();
  });

  it('that never left is told apart from one whose fate is unknown', async () => {
    const sends = createNotedSends({ apiRoot: 'http://127.0.0.1:9', token: '1:x', databaseUrl: database.url });
    const unreached = await sends.send({ chat_id: 1 }, note('x')).catch((error: unknown) => error);
    expect(unreached).toBeInstanceOf(HttpError);
    expect((unreached as HttpError).error).toMatchObject({ code: 'ECONNREFUSED' });
    const stopped = sends.send({ chat_id: 1 }, note('x')).catch((error: unknown) => error);
    await sends.close();
    expect(await stopped).toBeInstanceOf(HttpError);
  });
});
