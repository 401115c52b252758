import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import { createClock } from '../platform/db/business-clock.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createFiguresReadModel } from './figures-read-model.ts';
import { createFiguresRepository } from './figures-repository.ts';
import { createPublicCasesReadModel } from './public-cases-read-model.ts';
import { createFiguresRefresh, type RefreshFigures } from './refresh-figures.ts';

const ZONE = 'Asia/Almaty';

interface Sample {
  agency?: string;
  topic?: string | null;
  place?: string | null;
  sensitive?: boolean;
  state?: string;
  procedure?: string;
  delivered?: Day;
  registered?: Day | null;
  statutory?: Day | null;
  promised?: Day | null;
  answered?: Day | null;
  resolution?: string | null;
  disputed?: boolean;
  number?: string;
}

let testDatabase: TestDatabase;
let database: Database;
let refresh: RefreshFigures;
let today: Day;

const noon = (on: Day) => `${on}T12:00:00+05:00`;
const query = (text: string, values: unknown[] = []) => database.pool.query(text, values);

async function journal(appealId: string, minutesAgo = 60): Promise<void> {
  await query(
    `insert into journal_entries (stream_id, seq, at, type, actor_kind, facts, digest, hash)
     select $1, coalesce(max(seq), 0) + 1, business_now() - $2 * interval '1 minute', 'test', 'system', '{}', '', '' from journal_entries where stream_id = $1`,
    [`appeal:${appealId}`, minutesAgo],
  );
}

async function add(sample: Sample = {}): Promise<{ appealId: string; ticketId: string }> {
  const appealId = newId();
  const ticketId = newId();
  const delivered = sample.delivered ?? addDays(today, -20);
  await query(
    `insert into appeals (id, number, citizen_id, state, kind, language, topic_id, territory_code, channel, sensitive, resolution, created_at, submitted_at)
     values ($1, $2, $1, 'with_agency', 'problem', 'ru', $3, $4, 'telegram', $5, $6, $7, $7)`,
    [
      appealId,
      sample.number ?? null,
      sample.topic === undefined ? 'road.pothole' : sample.topic,
      sample.place === undefined ? '751110000' : sample.place,
      sample.sensitive ?? false,
      sample.resolution ?? null,
      noon(delivered),
    ],
  );
  await query(
    `insert into tickets (id, appeal_id, agency_code, state, procedure, registered_on, statutory_on, promised_on, delivered_at, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ticketId,
      appealId,
      sample.agency ?? 'almaty.roads',
      sample.state ?? 'registered',
      sample.procedure ?? 'message',
      sample.registered ?? null,
      sample.statutory ?? null,
      sample.promised ?? null,
      noon(delivered),
      sample.answered ? noon(sample.answered) : null,
    ],
  );
  const events = [
    ...(sample.answered ? [{ type: 'answered', at: noon(sample.answered) }] : []),
    ...(sample.disputed ? [{ type: 'disputed', at: noon(today) }] : []),
  ];
  for (const [seq, { type, at }] of events.entries()) {
    await query(
      "insert into clock_events (ticket_id, seq, id, at, type, body, recorded_at) values ($1, $2, $3, $4, $5, '{}', $4)",
      [ticketId, seq, newId(), at, type],
    );
  }
  await journal(appealId);
  return { appealId, ticketId };
}

const many = async (count: number, sample: Sample): Promise<void> => {
  for (let index = 0; index < count; index += 1) await add(sample);
};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
  const clock = createClock(database.prisma);
  today = (await clock.now()).toISOString().slice(0, 10) as Day;
  refresh = createFiguresRefresh({
    figures: createFiguresRepository(database.prisma),
    uow: createUnitOfWork(database.prisma, createLog('silent')),
    clock,
    timezone: ZONE,
    registrationDueOn: (_, at) => day(at.toISOString().slice(0, 10)),
    regionOf: (code) => `${code.slice(0, 2)}0000000`,
    batch: 7,
  });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});
beforeEach(async () => {
  await createClock(database.prisma).reset();
  await query(
    'truncate appeals, tickets, thread_entries, files, clock_events, journal_entries, figure_facts, figure_cells, figure_waits cascade',
  );
  await query('update figure_state set watermark = null, as_of = null');
});

const figures = async (agency: string) =>
  (await createFiguresReadModel(database.prisma).snapshot()).group('agency', agency).figures;

describe('public figures', () => {
  it('tell answers in time by law and by promise apart, and never count silence as a yes', async () => {
    const delivered = addDays(today, -30);
    const base = {
      delivered,
      registered: delivered,
      statutory: addDays(delivered, 21),
      promised: addDays(delivered, 5),
    };
    await many(12, { ...base, state: 'closed', answered: addDays(delivered, 10), resolution: 'resolved' });
    await many(6, { ...base, state: 'answered', answered: addDays(delivered, 25) });
    await many(5, { ...base, state: 'registered' });

    await refresh();

    expect(await figures('almaty.roads')).toMatchObject({
      counts: {
        received: 23,
        registeredInTime: 23,
        lawInTime: 12,
        lawLate: 6,
        lawOverdue: 5,
        promiseInTime: 0,
        promiseLate: 18,
        promiseOverdue: 5,
      },
      said: { resolved: 12, silent: 6 },
      medianWaitDays: 10,
    });
  });

  it('publish a body that does not register', async () => {
    const delivered = addDays(today, -10);
    await many(8, { delivered, registered: addDays(delivered, 3) });
    await many(7, { delivered, state: 'delivered', registered: null });

    await refresh();

    expect((await figures('almaty.roads'))?.counts).toMatchObject({
      registeredInTime: 0,
      registeredLate: 8,
      unregisteredLate: 7,
    });
  });

  it('owe nothing for what was passed on or withdrawn', async () => {
    const delivered = addDays(today, -40);
    await many(10, { delivered, statutory: addDays(delivered, 10), state: 'redirected' });
    await many(2, { delivered, statutory: addDays(delivered, 10), state: 'withdrawn' });

    await refresh();

    expect((await figures('almaty.roads'))?.counts).toMatchObject({
      received: 12,
      passedOn: 10,
      withdrawn: 2,
      lawOverdue: 0,
    });
  });

  it('read only what changed, and come out as if all had been read', async () => {
    const delivered = addDays(today, -15);
    await many(20, { delivered, registered: delivered, statutory: addDays(today, 3) });
    expect(await refresh()).toMatchObject({ tickets: 20, rebuilt: true });
    const { appealId, ticketId } = await add({ delivered, registered: delivered, statutory: addDays(today, 3) });
    await query("update tickets set state = 'answered', answered_at = $2 where id = $1", [ticketId, noon(today)]);
    await journal(appealId, 0);

    expect(await refresh()).toMatchObject({ tickets: 1, months: 1, rebuilt: false });
    const incremental = await figures('almaty.roads');
    await query('update figure_state set watermark = null');
    await refresh();

    expect(incremental?.counts).toMatchObject({ received: 21, lawInTime: 1 });
    expect(await figures('almaty.roads')).toEqual(incremental);
  });

  it('grow late with the days, without any event', async () => {
    const delivered = addDays(today, -3);
    await many(11, { delivered, registered: delivered, statutory: addDays(today, 2) });
    await refresh();
    expect((await figures('almaty.roads'))?.counts.lawOverdue).toBe(0);

    await createClock(database.prisma).advance(4 * 86_400_000);
    await refresh();

    expect((await figures('almaty.roads'))?.counts.lawOverdue).toBe(11);
  });

  it('write nothing when nothing happened', async () => {
    await many(10, {});
    await refresh();
    const keys = async () => (await query('select count(*) from command_keys')).rows[0];
    const before = await keys();

    expect(await refresh()).toEqual({ tickets: 0, months: 0, rebuilt: false });
    expect(await keys()).toEqual(before);
  });

  it('come out the same when two processes refresh at once', async () => {
    const delivered = addDays(today, -15);
    await many(30, { delivered, registered: delivered, statutory: addDays(today, -2) });

    await Promise.all([refresh(), refresh(), refresh()]);

    expect((await figures('almaty.roads'))?.counts).toMatchObject({
      received: 30,
      registeredInTime: 30,
      lawOverdue: 30,
    });
  });

  it('rebuild after the clock went back', async () => {
    await many(10, {});
    await createClock(database.prisma).advance(40 * 86_400_000);
    await refresh();
    await createClock(database.prisma).reset();

    expect(await refresh()).toMatchObject({ rebuilt: true, tickets: 10 });
  });

  it('keep a sealed case out of topics and places', async () => {
    await many(15, { sensitive: true });
    await many(10, {});

    await refresh();

    const shown = await createFiguresReadModel(database.prisma).snapshot();
    expect(shown.group('agency', 'almaty.roads').figures?.counts.received).toBe(25);
    expect(shown.group('topic', 'road.pothole').figures?.counts.received).toBe(10);
    expect(shown.group('region', '750000000').figures?.counts.received).toBe(10);
    expect(shown.overview?.counts.received).toBe(25);
  });

  it('count a first answer, not the one after a dispute', async () => {
    const delivered = addDays(today, -60);
    await many(10, {
      delivered,
      registered: delivered,
      statutory: addDays(delivered, 15),
      answered: addDays(delivered, 10),
      disputed: true,
      state: 'answered',
    });
    await query('update tickets set answered_at = now()');

    await refresh();

    expect(await figures('almaty.roads')).toMatchObject({
      counts: { lawInTime: 10, lawLate: 0 },
      said: { disputed: 10, unresolved: 10, silent: 0 },
    });
  });
});

describe('a case by its number', () => {
  it('shows state, dates and body, and nothing of a case that was not sent', async () => {
    const cases = createPublicCasesReadModel({ db: database.prisma, timezone: ZONE });
    await add({ number: '4729183', delivered: today, promised: addDays(today, 21) });

    expect(await cases.find('4729183')).toMatchObject({
      state: 'with_agency',
      tickets: [{ agencyCode: 'almaty.roads', promisedOn: addDays(today, 21), deliveredOn: today }],
    });
    expect(Object.keys((await cases.find('4729183')) ?? {})).not.toContain('title');
    expect(await cases.find('0000000')).toBeNull();
  });

  it('does not name the body of a sealed case', async () => {
    const cases = createPublicCasesReadModel({ db: database.prisma, timezone: ZONE });
    await add({ number: '4729184', sensitive: true });

    expect((await cases.find('4729184'))?.tickets[0]?.agencyCode).toBeNull();
  });
});
