import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createDispatcher } from './dispatcher.ts';
import type { DeliveryOutcome } from './notification.ts';
import { createNotificationsRepository, type NotificationsRepository } from './notifications-repository.ts';

const DELIVERED: DeliveryOutcome = { type: 'delivered', channel: 'telegram' };
const NO_REPLY: DeliveryOutcome = { type: 'unknown', problem: 'no reply' };

let server: TestDatabase;
let database: Database;
let uow: UnitOfWork;
let notifications: NotificationsRepository;

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, { maxConnections: 6 });
  uow = createUnitOfWork(database.prisma, createLog('silent'));
  notifications = createNotificationsRepository(database.prisma);
});
beforeEach(() => database.pool.query('delete from notifications'));
afterAll(async () => {
  await database.close();
  await server.drop();
});

let sequence = 0;
async function waits(recipient: string): Promise<void> {
  sequence += 1;
  const dedupeKey = `test:${sequence}`;
  const to = { kind: 'chat' as const, id: recipient };
  await uow.run(dedupeKey, (tx) =>
    notifications.add(tx, { to, kind: 'news', facts: {}, lane: 'conversation', dedupeKey }),
  );
}
const stateOf = async (recipient: string): Promise<string> =>
  (await database.pool.query('select state from notifications where recipient_id = $1', [recipient])).rows[0]?.state;
const leaseEnds = () =>
  database.pool.query(
    "update notifications set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'",
  );

/** A channel that answers at once, but to these people only when it is told to. */
function aChannel(...silent: readonly string[]) {
  const attempts: string[] = [];
  const answer = Promise.withResolvers<DeliveryOutcome>();
  const dispatcher = createDispatcher({
    notifications,
    onError: (error) => {
      throw error;
    },
    deliver: async ({ recipient: { id } }) => {
      attempts.push(id);
      return silent.includes(id) ? answer.promise : DELIVERED;
    },
  });
  return { dispatcher, attempts, answer: answer.resolve };
}

it('lets nobody wait for a recipient from whom nothing comes back', async () => {
  const { dispatcher, attempts, answer } = aChannel('silent');
  await waits('silent');
  expect(await dispatcher.sweep()).toBe(1);
  await waits('other');
  expect(await dispatcher.sweep()).toBe(1);
  expect(await stateOf('other')).toBe('delivered');
  expect(await stateOf('silent')).toBe('sending');
  expect(attempts).toEqual(['silent', 'other']);
  answer(DELIVERED);
  await dispatcher.idle();
  expect(await stateOf('silent')).toBe('delivered');
});

it('does not send again what is still on its way when its lease ends', async () => {
  const { dispatcher, attempts, answer } = aChannel('slow');
  await waits('slow');
  await dispatcher.sweep();
  await leaseEnds();
  await dispatcher.sweep();
  answer({ type: 'later', afterMs: 60_000, problem: 'too many requests' });
  await dispatcher.idle();
  expect(attempts).toEqual(['slow']);
  expect(await stateOf('slow')).toBe('pending');
});

it('keeps what another process has delivered, whatever the slow one says afterwards', async () => {
  await waits('both');
  const [slow] = await notifications.claim(1);
  await leaseEnds();
  const [quick] = await notifications.claim(1);
  if (!slow || !quick) throw new Error('nothing claimed');
  expect(quick.uncertain).toBe(true);

  await notifications.settle(slow, NO_REPLY);
  expect(await stateOf('both')).toBe('sending');
  await notifications.settle(quick, DELIVERED);
  await notifications.settle(slow, { type: 'refused', channel: 'telegram', problem: 'chat not found' });
  expect(await stateOf('both')).toBe('delivered');
});

it('believes a slow process that it has delivered', async () => {
  await waits('late');
  const [slow] = await notifications.claim(1);
  await leaseEnds();
  await notifications.claim(1);
  if (!slow) throw new Error('nothing claimed');
  await notifications.settle(slow, DELIVERED);
  expect(await stateOf('late')).toBe('delivered');
});

it('carries out all that one command told, once each', async () => {
  const { dispatcher, attempts } = aChannel();
  for (const id of ['a', 'b', 'c']) await waits(id);
  const { rows } = await database.pool.query('select id from notifications');
  for (const { id } of rows) dispatcher.tell([id]);
  await expect.poll(() => stateOf('c'), { timeout: 10_000 }).toBe('delivered');
  await expect.poll(() => [...attempts].sort(), { timeout: 10_000 }).toEqual(['a', 'b', 'c']);
  await dispatcher.sweep();
  expect(attempts).toHaveLength(3);
});
