import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { createClock, type MovableClock } from '../../platform/db/business-clock.ts';
import { type Database, openDatabase } from '../../platform/db/database.ts';
import { createUnitOfWork } from '../../platform/db/unit-of-work.ts';
import { createLog } from '../../platform/log/log.ts';
import { createGroupLimits, type Taken } from './group-limits-repository.ts';

let server: TestDatabase;
let database: Database;
let clock: MovableClock;
let step = 0;

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, { maxConnections: 6 });
  clock = createClock(database.prisma);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});
beforeEach(() => database.prisma.telegramGroupAsk.deleteMany());

/** One process of the bot. */
function aProcess() {
  const limits = createGroupLimits();
  const uow = createUnitOfWork(database.prisma, createLog('silent'));
  return async (groupId: number, personId: number): Promise<Taken> => {
    step += 1;
    const { result } = await uow.run(`group-limits:${step}`, (tx) => limits.take(tx, groupId, personId));
    return result as Taken;
  };
}

it('lets a person ask three times a minute in whatever group, says so once, and then waits', async () => {
  const [one, other] = [aProcess(), aProcess()];
  const taken = [await one(-1, 7), await other(-1, 7), await one(-1, 7), await other(-1, 7), await one(-1, 7)];
  expect(taken).toEqual(['ok', 'ok', 'ok', 'tell', 'silent']);
  expect(await other(-1, 8)).toBe('ok');
  expect(await one(-2, 7)).toBe('silent');
  await clock.advance(60_000);
  expect(await one(-1, 7)).toBe('ok');
});

it('lets a group ask twelve times a minute, whoever asks and whichever process hears it', async () => {
  const [one, other] = [aProcess(), aProcess()];
  const taken = await Promise.all(
    Array.from({ length: 20 }, (_, person) => (person % 2 ? one : other)(-1, 100 + person)),
  );
  const times = (what: Taken): number => taken.filter((each) => each === what).length;
  expect({ ok: times('ok'), tell: times('tell'), silent: times('silent') }).toEqual({ ok: 12, tell: 1, silent: 7 });
  expect(await one(-2, 99)).toBe('ok');
});

it('keeps nobody longer than the next question after their minute', async () => {
  const take = aProcess();
  await take(-1, 7);
  await clock.advance(120_000);
  await take(-2, 8);
  const kept = await database.prisma.telegramGroupAsk.findMany({ orderBy: { key: 'asc' } });
  expect(kept.map(({ key }) => key)).toEqual(['group -2', 'person 8']);
});
