import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { createShares, PARTS, partOf, partOfSql } from './shares.ts';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await createTestDatabase({ empty: true });
  database = openDatabase(server.url, { maxConnections: 8 });
});

afterAll(async () => {
  await database.close();
  await server.drop();
});

const size = ({ held }: { held: ReadonlySet<number> }) => held.size;

describe('parts', () => {
  it('all belong to a process that is alone', async () => {
    const alone = createShares({ pool: database.pool });
    await alone.balance();

    expect(alone.isAlone()).toBe(true);
    await alone.end();
  });

  it('are shared out between two, each part to one, after what is under way is done', async () => {
    const done = Promise.withResolvers<void>();
    const shares: number[] = [];
    const first = createShares({
      pool: database.pool,
      drained: () => done.promise,
      onShare: ({ size }) => shares.push(size),
    });
    const second = createShares({ pool: database.pool });
    await first.balance();
    await second.balance();
    expect([size(first), size(second)]).toEqual([PARTS, 0]);

    const giving = first.balance();
    await expect.poll(() => size(first)).toBe(PARTS / 2);
    await second.balance();
    expect(size(second), 'nothing is free before the first is done with it').toBe(0);
    done.resolve();
    await giving;
    await second.balance();

    expect([...first.held, ...second.held].sort((a, b) => a - b)).toEqual(Array.from({ length: PARTS }, (_, at) => at));
    expect(shares).toEqual([PARTS, PARTS / 2]);
    await Promise.all([first.end(), second.end()]);
  });

  it('of a process that dies are free at once', async () => {
    const other = openDatabase(server.url, { maxConnections: 2 });
    const dying = createShares({ pool: other.pool });
    const survivor = createShares({ pool: database.pool });
    await dying.balance();
    await survivor.balance();
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7301 and pid <> pg_backend_pid()",
    );
    await expect.poll(() => size(dying)).toBe(0);
    await survivor.balance();

    expect(survivor.isAlone()).toBe(true);
    await survivor.end();
    await other.close();
  });

  it('are news for their owner only by name', async () => {
    const heard: string[] = [];
    const one = createShares({
      pool: database.pool,
      listen: ['outbox_told'],
      onNews: (channel, payload) => heard.push(`${channel} ${payload}`),
    });
    await one.balance();
    await one.tell('outbox_told', 'a,b');

    await expect.poll(() => heard).toEqual(['outbox_told a,b']);
    await one.end();
  });

  it.each(['chat:12345678901', 'chat:-1001234567890', '77', 'user:15', 'chat:'])(
    'are counted alike here and in the database: %s',
    async (key) => {
      const { rows } = await database.pool.query(`select ${partOfSql('$1::text')} as part`, [key]);

      expect(rows[0].part).toBe(partOf(key));
    },
  );
});
