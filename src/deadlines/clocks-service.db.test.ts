import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { day } from '../kernel/day.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import type { SpecialDay } from './calendar-data.ts';
import { type CalendarsRepository, createCalendarsRepository } from './calendars-repository.ts';
import { createClockEventsRepository } from './clock-events-repository.ts';
import { type ClockEntry, type ClocksService, createClocksService } from './clocks-service.ts';
import { createDuePointsRepository, type FiredPoint } from './due-points-repository.ts';
import { loadJurisdiction } from './load-rulebook.ts';

let database: TestDatabase;
let db: Database;
let unitOfWork: UnitOfWork;
let calendars: CalendarsRepository;
let clocks: ClocksService;
const { rulebook, calendarData } = loadJurisdiction('kz');

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { maxConnections: 8 });
  unitOfWork = createUnitOfWork(db.prisma, createLog('silent'));
  ({ calendars, clocks } = startProcess());
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

/** A process of its own: services share nothing but the database. */
function startProcess() {
  const calendars = createCalendarsRepository(db.prisma, calendarData);
  const ledger = createClockEventsRepository(db.prisma);
  const clocks = createClocksService({ rulebook, calendars, ledger, duePoints: createDuePointsRepository() });
  return { calendars, clocks };
}

/** The business clock stands at this moment for one transaction. */
async function at<Result>(moment: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const now = new Date(moment);
  const { result } = await unitOfWork.run(randomUUID(), (tx) => work(Object.create(tx, { now: { value: now } })));
  return result;
}

const subject = (ticketId: string) => ({
  ticketId,
  agencyCode: 'almaty.roads',
  procedure: 'message',
  topicId: 'road.surface',
});
const record = (ticketId: string, moment: string, entry: ClockEntry) =>
  at(moment, (tx) => clocks.record(tx, subject(ticketId), entry));

/** No hearing, no disputed answer. */
const NOTHING_WAITS = { reviewOn: null, hearingUntil: null };

describe('the ledger of a ticket', () => {
  it('begins with the receipt and gives both dates as they arise', async () => {
    const id = randomUUID();
    expect(await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' })).toEqual({
      promisedOn: '2026-12-14',
      statutoryOn: null,
      registrationDueAt: new Date('2026-11-23T18:30:00+05:00'),
      ...NOTHING_WAITS,
    });
    const registered = { type: 'registered', number: 'Ж-1', on: day('2026-11-24') } as const;
    expect(await record(id, '2026-11-24T10:00:00+05:00', registered)).toEqual({
      promisedOn: '2026-12-14',
      statutoryOn: '2026-12-15',
      registrationDueAt: null,
      ...NOTHING_WAITS,
    });
    expect((await clocks.history(id)).map(({ type }) => type)).toEqual([
      'received',
      'proposed',
      'delivered',
      'registered',
    ]);
    expect(await clocks.clock(id)).toMatchObject({ statutoryOn: '2026-12-15', agency: 'almaty.roads' });
  });

  it('keeps the promise of the first receipt when another body goes on, and counts the law from arrival', async () => {
    const id = randomUUID();
    const passedOn = { ...subject(id), receivedAt: new Date('2026-11-23T10:00:00+05:00'), redirects: 1 };
    await at('2026-11-26T10:00:00+05:00', (tx) => clocks.record(tx, passedOn, { type: 'delivered' }));
    const registered = { type: 'registered', number: '7', on: day('2026-11-27') } as const;
    expect(await record(id, '2026-11-27T10:00:00+05:00', registered)).toMatchObject({
      promisedOn: '2026-12-14',
      statutoryOn: '2026-12-18',
    });
  });

  it('refuses what the law does not allow and leaves no trace', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    const extended = {
      type: 'extended',
      decisionOn: day('2026-11-24'),
      until: day('2026-12-30'),
      by: 'head',
      reason: 'x',
    } as const;
    await expect(record(id, '2026-11-24T10:00:00+05:00', extended)).rejects.toMatchObject({
      code: 'deadline.not_registered',
    });
    expect(await clocks.history(id)).toHaveLength(3);
  });

  it('keeps questions and their answers, moves no date by them, and takes no answer to what was never asked', async () => {
    const id = randomUUID();
    const before = await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    expect(await record(id, '2026-11-23T10:30:00+05:00', { type: 'clarified' })).toEqual(before);
    await record(id, '2026-11-23T11:00:00+05:00', { type: 'clarification_asked' });
    expect(await record(id, '2026-11-25T11:00:00+05:00', { type: 'clarified' })).toEqual(before);
    const types = (await clocks.history(id)).map(({ type }) => type);
    expect(types).toEqual(['received', 'proposed', 'delivered', 'clarification_asked', 'clarified']);
  });

  it('cannot be rewritten, not even by hand', async () => {
    await expect(db.pool.query(`update clock_events set type = 'answered'`)).rejects.toThrow('append-only');
    await expect(db.pool.query('delete from clock_events')).rejects.toThrow('append-only');
  });
});

describe('the sweeper', () => {
  const sweepAt = (moment: string) => at(moment, (tx) => clocks.sweep(tx, 1000));
  const ours = (points: readonly FiredPoint[], id: string) =>
    points.filter(({ ticketId }) => ticketId === id).map(({ step, clock, receiver }) => `${clock} ${step} ${receiver}`);

  it('tells each thing once, in working hours only, and what piled up with the next opening', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    expect(ours(await sweepAt('2026-11-24T08:59:00+05:00'), id)).toEqual([]);
    expect(ours(await sweepAt('2026-11-24T09:00:00+05:00'), id).sort()).toEqual([
      'registration registration_overdue officer',
      'registration registration_overdue supervisor',
    ]);
    expect(ours(await sweepAt('2026-11-24T09:01:00+05:00'), id)).toEqual([]);
    expect(ours(await sweepAt('2026-11-28T12:00:00+05:00'), id)).toEqual([]);
    expect(ours(await sweepAt('2026-11-30T09:00:00+05:00'), id)).toHaveLength(2);
  });

  it('keeps for the next morning what is already past when it is recorded, and puts nothing off that waits', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    await sweepAt('2026-12-04T09:00:00+05:00');
    // Half of the term of law has passed before anybody wrote the number down.
    await record(id, '2026-12-04T11:00:00+05:00', { type: 'registered', number: '1', on: day('2026-11-23') });
    const late = 'statutory half_time officer';
    expect(ours(await sweepAt('2026-12-04T11:01:00+05:00'), id)).toEqual([]);
    await record(id, '2026-12-07T10:00:00+05:00', { type: 'clarification_asked' });
    expect(ours(await sweepAt('2026-12-07T10:01:00+05:00'), id)).toContain(late);
    expect(ours(await sweepAt('2026-12-08T09:00:00+05:00'), id)).not.toContain(late);
  });

  it('forgets what was answered', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    await record(id, '2026-11-23T15:00:00+05:00', { type: 'answered' });
    expect(ours(await sweepAt('2027-02-01T10:00:00+05:00'), id)).toEqual([]);
  });

  it('does not repeat a warning when the ledger goes on, but warns again when the date has moved', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    await record(id, '2026-11-23T11:00:00+05:00', { type: 'registered', number: '1', on: day('2026-11-23') });
    const half = (points: readonly FiredPoint[]) => ours(points, id).filter((line) => line.includes('half_time'));
    expect(half(await sweepAt('2026-12-02T10:00:00+05:00'))).toHaveLength(2);
    const until = day('2027-01-29');
    const extended = { type: 'extended', decisionOn: day('2026-12-03'), until, by: 'head', reason: 'x' } as const;
    await record(id, '2026-12-03T10:00:00+05:00', extended);
    expect(half(await sweepAt('2026-12-04T10:00:00+05:00'))).toEqual([]);
    expect(half(await sweepAt('2027-01-05T10:00:00+05:00'))).toEqual(['statutory half_time officer']);
  });

  it('shares the work between processes: nothing is missing, nothing twice, and a crash gives it back', async () => {
    const ids: string[] = Array.from({ length: 40 }, () => randomUUID());
    await at('2026-11-23T10:00:00+05:00', async (tx) => {
      for (const id of ids) await clocks.record(tx, subject(id), { type: 'delivered' });
    });
    const processes = [clocks, startProcess().clocks, startProcess().clocks];
    const told: string[] = [];
    const work = async (from: typeof clocks, crashes: number) => {
      for (let round = 0, empty = 0; empty < 2; round += 1) {
        const points = await at('2026-11-24T10:00:00+05:00', async (tx) => {
          const taken = await from.sweep(tx, 7);
          if (round < crashes) throw new Error('killed before the commit');
          return taken;
        }).catch(() => null);
        if (points?.length === 0) empty += 1;
        for (const { ticketId, receiver } of points ?? []) told.push(`${ticketId} ${receiver}`);
      }
    };
    await Promise.all(processes.map((from, index) => work(from, index)));
    const expected = ids.flatMap((id) => [`${id} officer`, `${id} supervisor`]);
    expect(told.filter((line) => ids.includes(line.slice(0, 36))).sort()).toEqual(expected.sort());
  });
});

describe('a calendar changed after the fact', () => {
  const name = { kk: 'жаңа демалыс', ru: 'новый выходной', en: 'a new day off' };
  const inCountry = (special: SpecialDay) =>
    ({ scope: { type: 'country' }, change: { type: 'day', day: special } }) as const;

  it('moves an open case only once that is confirmed, and is known to every process', async () => {
    const id = randomUUID();
    await record(id, '2026-11-23T10:00:00+05:00', { type: 'delivered' });
    await record(id, '2026-11-23T11:00:00+05:00', { type: 'registered', number: '1', on: day('2026-11-23') });
    const { edition } = await at('2026-11-24T10:00:00+05:00', (tx) =>
      calendars.edit(tx, {
        ...inCountry({ on: day('2026-12-10'), working: false, kind: 'decree_day_off', name }),
        reason: 'decree',
        by: 'op',
      }),
    );
    expect((await clocks.clock(id)).statutoryOn).toBe('2026-12-14');
    expect(calendars.newest).toBe(edition);

    const moved = (await clocks.casesMovedBy(edition, 3)).find(({ ticketId }) => ticketId === id);
    expect(moved).toMatchObject({ before: { statutoryOn: '2026-12-14' }, after: { statutoryOn: '2026-12-15' } });

    const other = startProcess().clocks;
    await at('2026-11-24T11:00:00+05:00', (tx) => other.moveToCalendar(tx, id, edition));
    expect(await clocks.clock(id)).toMatchObject({ statutoryOn: '2026-12-15', promisedOn: '2026-12-15' });
    expect((await calendars.history()).at(-1)).toMatchObject({
      change: { type: 'day', day: { on: '2026-12-10' } },
      editedBy: 'op',
    });
  });

  it('moves no date of a case whose answer is disputed', async () => {
    const id = randomUUID();
    await record(id, '2026-11-25T10:00:00+05:00', { type: 'delivered' });
    const registered = { type: 'registered', number: 'Ж-9', on: day('2026-11-25') } as const;
    await record(id, '2026-11-25T11:00:00+05:00', registered);
    await record(id, '2026-11-27T10:00:00+05:00', { type: 'answered' });
    const before = await clocks.clock(id);
    const disputed = await record(id, '2026-11-28T10:00:00+05:00', { type: 'disputed' });
    expect(disputed).toMatchObject({ statutoryOn: before.statutoryOn, promisedOn: before.promisedOn });
    expect(disputed.reviewOn).toBe('2026-12-07');
    const change = inCountry({ on: day('2026-12-02'), working: false, kind: 'decree_day_off', name });
    expect((await clocks.casesMovedBy(change)).map(({ ticketId }) => ticketId)).not.toContain(id);
  });

  it('holds at once for cases that begin later', async () => {
    const id = randomUUID();
    expect(await record(id, '2026-11-25T10:00:00+05:00', { type: 'delivered' })).toMatchObject({
      promisedOn: '2026-12-18',
    });
  });

  it('gives a case that waited for next year its dates when the year is brought in', async () => {
    const id = randomUUID();
    const late = await record(id, '2027-12-20T10:00:00+05:00', { type: 'delivered' });
    expect(late.promisedOn).toBeNull();
    const days = [{ on: day('2028-01-03'), working: false, kind: 'transferred', name } as const];
    const year = { jurisdiction: 'kz', year: 2028, coverage: 'full', trust: 'medium', source: 'decree', days } as const;
    const { edition } = await at('2027-12-21T10:00:00+05:00', (tx) =>
      calendars.importYear(tx, { ...year, days: [...days] }, 'op'),
    );
    const moved = (await clocks.casesMovedBy(edition)).find(({ ticketId }) => ticketId === id);
    expect(moved).toMatchObject({ before: { promisedOn: null }, after: { promisedOn: '2028-01-11' } });
    await at('2027-12-21T11:00:00+05:00', (tx) => clocks.moveToCalendar(tx, id, edition));
    expect(await clocks.clock(id)).toMatchObject({ promisedOn: '2028-01-11', beyondCalendar: false });
  });

  it('refuses a year that leaves a gap', async () => {
    const year = { jurisdiction: 'kz', year: 2031, coverage: 'full', trust: 'low', source: 'x', days: [] } as const;
    await expect(
      at('2027-12-21T10:00:00+05:00', (tx) => calendars.importYear(tx, { ...year, days: [] }, 'op')),
    ).rejects.toMatchObject({ code: 'deadline.calendar_year_refused' });
  });

  it('refuses a day in a year that has no calendar', async () => {
    const far = inCountry({ on: day('2030-01-03'), working: false, kind: 'public', name });
    const change = { ...far, reason: 'x', by: 'op' };
    await expect(at('2026-11-25T10:00:00+05:00', (tx) => calendars.edit(tx, change))).rejects.toMatchObject({
      code: 'deadline.calendar_not_covered',
    });
  });
});
