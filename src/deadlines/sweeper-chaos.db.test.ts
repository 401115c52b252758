import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { addDays, day, zoned } from '../kernel/day.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork, prismaOf } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createCalendarsRepository } from './calendars-repository.ts';
import { createClockEventsRepository } from './clock-events-repository.ts';
import { createClocksService } from './clocks-service.ts';
import { createDuePointsRepository } from './due-points-repository.ts';
import { escalationPoints } from './escalation.ts';
import { loadJurisdiction } from './load-rulebook.ts';

const TICKETS = 40;
const SEED = 20261122;
let database: TestDatabase;
let db: Database;
let unitOfWork: UnitOfWork;
const { rulebook, calendarData, calendar } = loadJurisdiction('kz');

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { maxConnections: 8 });
  unitOfWork = createUnitOfWork(db.prisma, createLog('silent'));
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

function createRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function startWorker() {
  const calendars = createCalendarsRepository(db.prisma, calendarData);
  const ledger = createClockEventsRepository(db.prisma);
  return createClocksService({ rulebook, calendars, ledger, duePoints: createDuePointsRepository() });
}

async function at<Result>(now: Date, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { result } = await unitOfWork.run(randomUUID(), (tx) => work(Object.create(tx, { now: { value: now } })));
  return result;
}

it('three workers, jumps of the clock and kills at any moment: nothing is missing, nothing comes twice', async () => {
  const random = createRandom(SEED);
  const workers = [startWorker(), startWorker(), startWorker()];
  const [first] = workers;
  const expected: string[] = [];
  const line = (ticketId: string, { step, clock, receiver, dueOn }: Record<string, unknown>) =>
    `${ticketId} ${step} ${clock} ${receiver} ${dueOn}`;

  for (let index = 0; index < TICKETS; index += 1) {
    const ticketId = randomUUID();
    const on = addDays(day('2026-11-02'), random(14));
    const receivedAt = new Date(calendar.nextWorkingInstant(calendar.opensAt(on)).getTime() + random(3) * 3_600_000);
    const subject = { ticketId, agencyCode: 'a', procedure: 'message', topicId: null };
    await at(receivedAt, async (tx) => first?.record(tx, subject, { type: 'delivered' }));
    if (random(2) === 0) {
      const registeredOn = zoned(receivedAt, calendar.timezone).on;
      await at(receivedAt, async (tx) =>
        first?.record(tx, subject, { type: 'registered', number: `${index}`, on: registeredOn }),
      );
    }
    const clock = await first?.clock(ticketId);
    for (const point of clock ? escalationPoints(clock, calendar, rulebook.escalation) : []) {
      expected.push(line(ticketId, { ...point }));
    }
  }

  const told: string[] = [];
  let failures = 0;
  let kills = 0;
  const isDone = async () => {
    const { rows } = await db.pool.query('select 1 from due_points where fired_at is null limit 1');
    return rows.length === 0;
  };
  for (let now = new Date('2026-11-02T03:00:00Z'); !(await isDone()); ) {
    now = new Date(now.getTime() + (1 + random(30)) * 86_400_000 + random(24) * 3_600_000);
    await Promise.all(
      workers.map(async (worker) => {
        for (let round = 0; round < 12; round += 1) {
          const [limit, end] = [1 + random(40), random(6)];
          const points = await at(now, async (tx) => {
            const taken = await worker.sweep(tx, limit);
            if (end === 0) throw new Error('the process failed before the commit');
            // As kill -9 and a lost network do: the server loses the connection in the middle of the work.
            if (end === 1) await prismaOf(tx).$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
            return taken;
          }).catch(() => null);
          if (points === null && end === 0) failures += 1;
          if (points === null && end === 1) kills += 1;
          for (const { ticketId, ...point } of points ?? []) told.push(line(ticketId, { ...point }));
        }
      }),
    );
  }
  expect(failures).toBeGreaterThan(5);
  expect(kills).toBeGreaterThan(5);
  expect(told.length).toBeGreaterThan(TICKETS * 10);
  expect(told.sort()).toEqual(expected.sort());
});
