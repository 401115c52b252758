import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { createClock, type MovableClock } from '../../platform/db/business-clock.ts';
import { type Database, openDatabase } from '../../platform/db/database.ts';
import { createUnitOfWork } from '../../platform/db/unit-of-work.ts';
import { createLog } from '../../platform/log/log.ts';
import { createIntake } from './intake.ts';
import { createUpdatesRepository, MAX_ATTEMPTS } from './updates-repository.ts';

const CHAT = 5_001;
let server: TestDatabase;
let database: Database;
let clock: MovableClock;

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, { maxConnections: 6 });
  clock = createClock(database.prisma);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const said = (updateId: number, text: string, chat = CHAT): Update =>
  ({
    update_id: updateId,
    message: { message_id: updateId, date: 1, chat: { id: chat, type: 'private', first_name: 'x' }, text },
  }) as never;

/** An intake whose handler fails at some words for as long as we want. */
function anIntake() {
  const log: string[] = [];
  const done: string[] = [];
  const apologies: string[] = [];
  const failing = new Set<string>();
  const later: (() => void)[] = [];
  const updates = createUpdatesRepository(database);
  const intake = createIntake({
    uow: createUnitOfWork(database.prisma, createLog('silent')),
    updates,
    log: createLog('error', { write: (line) => log.push(line) }),
    handle: async (_tx, update) => {
      const text = update.message?.text ?? '';
      if (failing.has(text)) throw new TypeError(`a bug met ${text}`);
      done.push(text);
    },
    apologise: async ({ chatKey }, code) => void apologies.push(`${chatKey} ${code}`),
    schedule: (run) => void later.push(run),
  });
  return {
    intake,
    updates,
    log,
    done,
    apologies,
    failing,
    /** The pause before the next attempt is over. */
    async waitOut(): Promise<void> {
      await clock.advance(60_000);
      for (const run of later.splice(0)) run();
      await intake.idle();
    },
  };
}

describe('an update that fails', () => {
  it('is tried a bounded number of times, then parked with an apology and a code an operator finds', async () => {
    const { intake, updates, done, apologies, failing, log, waitOut } = anIntake();
    failing.add('bad');
    await intake.accept([said(1_000_001, 'bad'), said(1_000_002, 'after it')]);
    await intake.idle();

    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      expect([apologies, done, await updates.parked(10)]).toEqual([[], [], []]);
      await waitOut();
    }

    const [parked] = await updates.parked(10);
    expect(parked).toMatchObject({ updateId: 1_000_001 });
    expect(apologies).toEqual([`chat:${CHAT} ${parked?.errorCode}`]);
    expect(parked?.errorCode).toMatch(/^[0-9A-Z]{3,5}$/);
    expect(log.filter((line) => line.includes(`"code":"${parked?.errorCode}"`))).toHaveLength(MAX_ATTEMPTS);
    expect(log.join()).toContain('a bug met bad');
    // What came after it was held back by its order, and goes on once it is parked.
    expect(done).toEqual(['after it']);
  });

  it('is carried out once the cause is gone and an operator lets it be tried again', async () => {
    const { intake, updates, done, failing, waitOut } = anIntake();
    failing.add('later');
    await intake.accept([said(1_000_010, 'later', 5_002)]);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) await waitOut();
    expect((await updates.parked(10)).map(({ updateId }) => updateId)).toContain(1_000_010);

    failing.clear();
    expect(await updates.release(1_000_010)).toBe(true);
    expect(await updates.release(1_000_010)).toBe(false);
    await intake.sweep();
    await intake.idle();
    expect(done).toEqual(['later']);
    await intake.accept([said(1_000_010, 'later', 5_002)]);
    await intake.idle();
    expect(done).toEqual(['later']);
  });

  it('holds up nobody in another chat', async () => {
    const { intake, done, failing } = anIntake();
    failing.add('bad');
    await intake.accept([said(1_000_020, 'bad', 5_003), said(1_000_021, 'fine', 5_004)]);
    await intake.idle();
    expect(done).toEqual(['fine']);
  });
});

describe('updates of one chat', () => {
  it('are carried out in their order however they arrive, and each once', async () => {
    const { intake, done } = anIntake();
    await Promise.all([
      intake.accept([said(1_000_033, 'three', 5_005), said(1_000_031, 'one', 5_005)]),
      intake.accept([said(1_000_032, 'two', 5_005), said(1_000_031, 'one', 5_005)]),
    ]);
    await intake.idle();
    expect(done).toEqual(['one', 'two', 'three']);
  });
});
