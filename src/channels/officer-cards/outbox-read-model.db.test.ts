import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { type Database, openDatabase } from '../../platform/db/database.ts';
import { createOutboxReader } from './outbox-read-model.ts';

let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url, { maxConnections: 2 });
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

it('a send that failed just after it could not be called back is under way, until it is called back', async () => {
  const outbox = createOutboxReader(db.prisma);
  const key = `agency-channel:${randomUUID()}`;
  await db.pool.query(
    `insert into notifications (id, recipient_kind, recipient_id, kind, facts, lane, dedupe_key, state, due_at, created_at)
     values ($1, 'agency_channel', $2, 'ticket_delivered', '{}', 1, $3, 'sending', now(), now())`,
    [randomUUID(), randomUUID(), key],
  );
  await outbox.drop([key]);
  expect(await outbox.isUnderWay([key])).toBe(true);
  await db.pool.query(`update notifications set state = 'pending' where dedupe_key = $1`, [key]);
  expect([await outbox.reached([key]), await outbox.isUnderWay([key])]).toEqual([false, true]);
  await outbox.drop([key]);
  expect(await outbox.isUnderWay([key])).toBe(false);
});
