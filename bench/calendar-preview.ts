/**
 * What a change of the calendar would move among 100,000 open cases: a day that most of them still wait through, a day
 * that only a few reach, and a day after all of them.
 *
 *   node bench/calendar-preview.ts [--json] [--cases N]
 */
import { loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import {
  createCalendarsRepository,
  createClockEventsRepository,
  createClocksService,
  createDuePointsRepository,
  loadJurisdiction,
} from '../src/deadlines/index.ts';
import { day } from '../src/kernel/day.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { withBenchDatabase } from './support/bench-database.ts';

const NOW = '2026-11-23T06:00:00Z';
/** Two thirds are registered on the day after they came; they came over the last forty days, some at every hour. */
const LEDGERS = `
  insert into clock_heads (ticket_id, seq, is_open, beyond_calendar, counts_from, counts_until)
  select md5('ticket' || n)::uuid, case when n % 3 = 0 then 2 else 3 end, true, false, at::date, at::date + 24
  from (select n, $2::timestamptz - (n % 40) * interval '1 day' as at from generate_series(1, $1::int) n) cases`;
const EVENTS = `
  with cases as (
    select md5('ticket' || n)::uuid as ticket_id, n, $2::timestamptz - (n % 40) * interval '1 day' - (n % 86400) * interval '1 second' as at
    from generate_series(1, $1::int) n
  )
  insert into clock_events (ticket_id, seq, id, at, type, body, recorded_at)
  select ticket_id, 1, md5('received' || n)::uuid, at, 'received',
    jsonb_build_object('procedure', 'application', 'topic', (array['road.pothole', 'light.street', 'school.places', 'road.snow'])[n % 4 + 1], 'calendar', null, 'redirects', 0, 'complainedOf', null), at
  from cases
  union all
  select ticket_id, 2, md5('delivered' || n)::uuid, at, 'delivered', jsonb_build_object('agency', 'body.' || n % 200), at from cases
  union all
  select ticket_id, 3, md5('registered' || n)::uuid, at + interval '1 day', 'registered',
    jsonb_build_object('number', 'N-' || n, 'on', (at + interval '1 day')::date), at from cases where n % 3 > 0`;

const DAYS = [
  ['a day that most cases still wait through', '2026-11-26'],
  ['a day that few cases reach', '2026-12-11'],
  ['a day after every case', '2027-03-02'],
] as const;

export function benchCalendarPreview({ cases = 100_000 } = {}) {
  return withBenchDatabase(async ({ url }) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(LEDGERS, [cases, NOW]);
    await client.query(EVENTS, [cases, NOW]);
    await client.query('vacuum analyze clock_heads, clock_events');
    await client.end();
    const database = openDatabase(url, { maxConnections: 4 });
    const db = database.prisma;
    const law = loadJurisdiction('kz');
    const calendars = createCalendarsRepository(db, law.calendarData);
    const clocks = createClocksService({
      rulebook: law.rulebook,
      calendars,
      ledger: createClockEventsRepository(db),
      duePoints: createDuePointsRepository(),
    });
    const name = { kk: 'x', ru: 'x', en: 'x' };
    const rows = [];
    for (const [what, on] of DAYS) {
      const change = { type: 'day', day: { on: day(on), working: false, kind: 'decree_day_off', name } } as const;
      const begun = performance.now();
      const moved = await clocks.casesMovedBy({ scope: { type: 'country' }, change });
      rows.push({ what, on, moved: moved.length, seconds: Number(((performance.now() - begun) / 1000).toFixed(2)) });
    }
    await database.close();
    return { bench: 'calendar-preview', cases, load: loadavg()[0], rows };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--cases');
  const report = await benchCalendarPreview(at > 0 ? { cases: Number(process.argv[at + 1]) } : {});
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else console.table(report.rows);
}
