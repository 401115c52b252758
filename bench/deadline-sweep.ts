import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { createDuePointsRepository } from '../src/deadlines/index.ts';
import type { Tx } from '../src/kernel/unit-of-work.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { createUnitOfWork } from '../src/platform/db/unit-of-work.ts';
import { createLog } from '../src/platform/log/log.ts';
import { withBenchDatabase } from './support/bench-database.ts';

const OPEN = 100_000;
const POINTS_PER_TICKET = 8;
const DUE = 1000;
const NOW = new Date('2026-12-01T04:00:00Z');
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Points that wait: one ticket in a hundred has one that is due, all others lie ahead. */
const OPEN_POINTS = `
  insert into due_points (id, ticket_id, step, clock, receiver, due_on, due_at)
  select gen_random_uuid(), ticket, 'step_' || step, 'statutory', 'officer', $1::date + step,
    case when step = 0 and number <= ${DUE} then $1::timestamptz - number * interval '1 second'
      else $1::timestamptz + (step + 1) * interval '1 day' + (number % 5000) * interval '1 second' end
  from (select gen_random_uuid() as ticket, number from generate_series(1, ${OPEN}) as number) as tickets
  cross join generate_series(0, ${POINTS_PER_TICKET - 1}) as step`;

const CLOSED_POINTS = `
  insert into due_points (id, ticket_id, step, clock, receiver, due_on, due_at, fired_at)
  select gen_random_uuid(), ticket, 'step_' || step, 'statutory', 'officer', $1::date - 30,
    $1::timestamptz - interval '30 days', $1::timestamptz - interval '30 days'
  from (select gen_random_uuid() as ticket from generate_series(1, $2::int)) as tickets
  cross join generate_series(0, 2) as step`;

/** Sweeps everything due in one transaction and puts it back for the next round. */
async function measure(url: string, rounds: number) {
  const db = openDatabase(url, { maxConnections: 4 });
  const unitOfWork = createUnitOfWork(db.prisma, createLog('silent'));
  const duePoints = createDuePointsRepository();
  const elapsed: number[] = [];
  let found = 0;
  for (let round = -1; round < rounds; round += 1) {
    const begun = performance.now();
    const { result } = await unitOfWork.run(`bench:${url}:${performance.now()}`, async (tx: Tx) => {
      return (await duePoints.take(tx, NOW, DUE * 2)).length;
    });
    if (round >= 0) elapsed.push(performance.now() - begun);
    found = result;
    await db.pool.query('update due_points set fired_at = null where fired_at = $1', [NOW]);
    await db.pool.query('vacuum due_points');
  }
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const before = new Date('2026-01-01T00:00:00Z');
    await unitOfWork.run(
      `idle:${url}:${performance.now()}`,
      async (tx: Tx) => (await duePoints.take(tx, before, DUE)).length,
    );
    idle.push(performance.now() - begun);
  }
  const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers off, costs off, summary off, timing off)
     select id from due_points where fired_at is null and due_at <= '${NOW.toISOString()}'
     order by due_at, id limit ${DUE} for update skip locked`,
  );
  await db.close();
  return {
    found,
    sweepMs: round1(median(elapsed)),
    idleMs: round1(median(idle)),
    plan: rows.map((row) => row['QUERY PLAN']),
  };
}

const round1 = (value: number) => Number(value.toFixed(1));

export function benchDeadlineSweep({ closed = 1_000_000, rounds = 5 } = {}) {
  return withBenchDatabase(async ({ url }) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(OPEN_POINTS, [NOW.toISOString()]);
    await client.query('vacuum analyze due_points');
    const openOnly = await measure(url, rounds);
    await client.query(CLOSED_POINTS, [NOW.toISOString(), closed]);
    await client.query('vacuum analyze due_points');
    const besideClosed = await measure(url, rounds);
    await client.end();
    return {
      bench: 'deadline-sweep',
      rounds,
      openTickets: OPEN,
      due: DUE,
      closedTickets: closed,
      openOnly,
      besideClosed,
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const option = (name: string, fallback: number) => {
    const at = process.argv.indexOf(name);
    return at > 0 ? Number(process.argv[at + 1]) : fallback;
  };
  const report = await benchDeadlineSweep({ closed: option('--closed', 1_000_000), rounds: option('--rounds', 5) });
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else {
    for (const [name, { found, sweepMs, idleMs, plan }] of [
      [`${OPEN} open tickets`, report.openOnly],
      [`and ${report.closedTickets} closed`, report.besideClosed],
    ] as const) {
      console.log(`${name}: ${found} due points taken in ${sweepMs} ms, nothing due in ${idleMs} ms`);
      console.log(plan.map((line) => `    ${line}`).join('\n'));
    }
  }
}
