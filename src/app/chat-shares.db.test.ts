import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { createIntake, createUpdatesRepository } from '../channels/telegram/index.ts';
import { createNotificationsRepository } from '../notifications/index.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createChatShares } from './chat-shares.ts';

const CHATS = 40;
const log = createLog('silent');
const opened: { database: Database; shares: ReturnType<typeof createChatShares> }[] = [];
const done: { by: string; chat: number; updateId: number }[] = [];
let server: TestDatabase;

beforeAll(async () => {
  server = await createTestDatabase();
});

afterAll(async () => {
  for (const { database, shares } of opened) {
    await shares.end();
    await database.close();
  }
  await server.drop();
});

/** One process with the role `bot`: its own connections, its own share, the same database. */
async function startProcess(by: string) {
  const database = openDatabase(server.url, { maxConnections: 12 });
  const shares = createChatShares(database, log, { serves: true });
  opened.push({ database, shares });
  const notifications = createNotificationsRepository(database.prisma, { onTold: (ids) => shares.told(ids) });
  const intake = createIntake({
    uow: createUnitOfWork(database.prisma, log),
    updates: createUpdatesRepository(database),
    log,
    shares,
    handle: async (_tx, update) =>
      void done.push({ by, chat: update.message?.chat.id ?? 0, updateId: update.update_id }),
    apologise: async () => undefined,
    schedule: (run, ms) => void setTimeout(run, ms),
  });
  const parts: number[] = [];
  const told: string[] = [];
  const tell = async (ids: readonly string[]): Promise<void> => {
    const claimed = await notifications.claim(ids.length, ids, null, shares.parts());
    told.push(...claimed.map(({ id }) => id));
  };
  await shares.begin({
    intake,
    dispatcher: { tell: (ids) => void tell(ids), idle: async () => undefined },
    limiter: { setShare: (part) => void parts.push(part) },
  });
  return { database, shares, intake, notifications, parts, told };
}

const update = (updateId: number, chat: number) =>
  ({
    update_id: updateId,
    message: { message_id: updateId, date: 1, chat: { id: chat, type: 'private', first_name: 'x' }, text: 'x' },
  }) as never;

describe('two processes with the role bot', () => {
  it('carry out each update once, in order, each chat in one of them, and share the rate', async () => {
    const one = await startProcess('one');
    const two = await startProcess('two');
    await one.shares.balance();
    await two.shares.balance();
    expect([one.parts.at(-1), two.parts.at(-1)]).toEqual([0.5, 0.5]);

    // Whoever gets an update from Telegram stores it; whose chat it is carries it out.
    for (let round = 0; round < 5; round += 1)
      await Promise.all(
        Array.from({ length: CHATS }, (_, chat) =>
          (chat + round) % 2
            ? one.intake.accept([update(round * CHATS + chat + 1, 1_000 + chat)])
            : two.intake.accept([update(round * CHATS + chat + 1, 1_000 + chat)]),
        ),
      );
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(CHATS * 5);

    for (const [, ofChat] of Map.groupBy(done, ({ chat }) => chat)) {
      expect(new Set(ofChat.map(({ by }) => by)).size).toBe(1);
      expect(ofChat.map(({ updateId }) => updateId)).toEqual(
        ofChat.map(({ updateId }) => updateId).toSorted((a, b) => a - b),
      );
    }
    expect(new Set(done.map(({ by }) => by))).toEqual(new Set(['one', 'two']));

    // News for a person leaves from the process that serves the chat, whoever told it.
    const uow = createUnitOfWork(one.database.prisma, log);
    await uow.run('people', async (tx) => {
      for (const id of ['a', 'b']) {
        await one.notifications.add(tx, {
          to: { kind: 'operators', id },
          kind: 'x',
          facts: {},
          lane: 'official',
          dedupeKey: id,
        });
      }
    });
    const first = [one, two].find(({ shares }) => shares.held.has(0));
    const other = [one, two].find(({ shares }) => !shares.held.has(0));
    await expect.poll(() => first?.told.length, { timeout: 5_000 }).toBe(2);
    expect(other?.told).toEqual([]);

    // One goes; the other serves all.
    await two.shares.end();
    const aloneAfterBalance = async () => {
      await one.shares.balance();
      return one.shares.isAlone();
    };
    // The other's session ends a moment after it says so.
    await expect.poll(aloneAfterBalance, { timeout: 5_000 }).toBe(true);
    expect(one.parts.at(-1)).toBe(1);
  });
});
