import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import {
  type CasesReadModel,
  createCasesReadModel,
  INBOX_STAGES,
  type InboxView,
  type Officer,
} from '../src/appeals/index.ts';
import { createConsoleReadModel } from '../src/channels/console/api/console-read-model.ts';
import { RISK_BANDS } from '../src/deadlines/index.ts';
import type { AgencyCode, CitizenId, StaffId, UnitId } from '../src/kernel/ids.ts';
import { type Db, openDatabase, withRaw } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { rawMethods } from '../src/platform/db/statement.ts';
import { type BenchDatabase, startBenchDatabase } from './support/bench-database.ts';
import { fillTickets, OPEN_TICKETS } from './support/fill-tickets.ts';

/**
 * What officers, citizens and operators look up in lists, among many tickets: the plan of each query that the product
 * sends, at 100,000 open tickets and again with a million beside them. `--write FILE` keeps the plans.
 * `--small URL --big URL` uses databases that are filled already.
 */
const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
    small: { type: 'string' },
    big: { type: 'string' },
    rounds: { type: 'string', default: '7' },
  },
  strict: false,
});
const TICKETS = Number(values.tickets);
const ROUNDS = Number(values.rounds);
const LIMIT_MS = 20;
const STEP = 100_000;
const MIGRATIONS = join(import.meta.dirname, '../prisma/migrations');

interface Plan {
  readonly 'Execution Time': number;
  readonly 'Planning Time': number;
  readonly text: string;
}

/** Every raw statement is explained before it is answered. */
function explaining(pool: pg.Pool, heard: (plan: Plan) => void) {
  return rawMethods(async ({ name: _named, types, ...statement }) => {
    const explained = { ...statement, text: `explain (analyze, buffers) ${statement.text}` };
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(explained as pg.QueryConfig);
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    const time = (what: string) => Number(new RegExp(`${what} Time: ([\\d.]+)`).exec(text)?.[1] ?? 0);
    heard({ 'Execution Time': time('Execution'), 'Planning Time': time('Planning'), text });
    return pool.query({ ...statement, types } as pg.QueryConfig);
  });
}

type Question = readonly [
  name: string,
  ask: (cases: CasesReadModel, desk: ReturnType<typeof createConsoleReadModel>) => Promise<unknown>,
];

async function questionsOn(pool: pg.Pool): Promise<Question[]> {
  const { rows } = await pool.query<{ agency_code: AgencyCode; officer_id: StaffId; unit_id: UnitId }>(
    `select agency_code, (array_agg(officer_id) filter (where officer_id is not null))[1] as officer_id, (array_agg(unit_id))[1] as unit_id
     from tickets where state = 'registered' group by 1 order by count(*) desc limit 1`,
  );
  const [busiest] = rows;
  if (!busiest) throw new Error('no tickets');
  const { rows: people } = await pool.query<{ citizen_id: CitizenId }>(
    'select citizen_id from appeals group by 1 order by count(*) desc limit 1',
  );
  const citizen = people[0]?.citizen_id as CitizenId;
  const at = (role: Officer['role'], more: Partial<Officer> = {}): Officer =>
    ({
      id: busiest.officer_id,
      role,
      agencyCode: busiest.agency_code,
      unitIds: [],
      language: 'ru',
      ...more,
    }) as Officer;
  const supervisor = at('supervisor');
  const operator = at('operator', { agencyCode: null });
  const page =
    (officer: Officer, view: InboxView, filter = {}) =>
    (cases: CasesReadModel) =>
      cases.inbox(officer, { view, filter, limit: 25 });
  const views: InboxView[] = [
    'open',
    'mine',
    'unassigned',
    'not_registered',
    'due_soon',
    'overdue',
    'disputed',
    'in_my_hand',
    'mentioned',
    'watched',
    'answered',
    'closed',
  ];
  return [
    ...views.map((view): Question => [`inbox of the busiest body: ${view}`, page(supervisor, view)]),
    ['inbox of the busiest body: one unit', page(at('officer', { unitIds: [busiest.unit_id] }), 'open')],
    ['inbox of the busiest body: one officer', page(supervisor, 'open', { officerId: busiest.officer_id })],
    ['inbox of the busiest body: one kind and language', page(supervisor, 'open', { kind: 'idea', language: 'en' })],
    ['inbox of the busiest body: one topic', page(supervisor, 'open', { topic: 'light.street' })],
    ['inbox of the busiest body: urgent', page(supervisor, 'open', { urgent: true })],
    ['inbox of the busiest body: older than 30 days', page(supervisor, 'open', { olderThanDays: 30 })],
    ...INBOX_STAGES.map(
      (stage): Question => [`inbox of the busiest body: stage ${stage}`, page(supervisor, 'open', { stage })],
    ),
    ...RISK_BANDS.map(
      (risk): Question => [`inbox of the busiest body: ${risk} risk`, page(supervisor, 'open', { risk })],
    ),
    ['inbox of the busiest body: overdue and of high risk', page(supervisor, 'overdue', { risk: 'high' })],
    ['inbox of all bodies: stage hearing', page(operator, 'open', { stage: 'hearing' })],
    ['inbox of all bodies: high risk', page(operator, 'open', { risk: 'high' })],
    ['inbox of all bodies: open', page(operator, 'open')],
    ['inbox of all bodies: overdue', page(operator, 'overdue')],
    ['inbox of all bodies: disputed', page(operator, 'disputed')],
    ['inbox of all bodies: closed', page(operator, 'closed')],
    ['counts of the busiest body', (cases) => cases.counts(supervisor)],
    ['my cases (/my)', (cases) => cases.casesOf(citizen, { offset: 0, limit: 5 })],
    ['triage', (cases) => cases.triage(25)],
    ['by number', (cases) => cases.findByNumber('000000777')],
    [
      'search: rare word',
      (_cases, desk) => desk.search({ agencyCode: busiest.agency_code, text: 'редкость777', limit: 50 }),
    ],
    [
      'search: two words',
      (_cases, desk) => desk.search({ agencyCode: busiest.agency_code, text: 'фонари редкость780', limit: 50 }),
    ],
    [
      'search: common word',
      (_cases, desk) => desk.search({ agencyCode: busiest.agency_code, text: 'фонари', limit: 50 }),
    ],
    [
      'search: register number',
      (_cases, desk) => desk.search({ agencyCode: busiest.agency_code, text: 'Ж-77', limit: 50 }),
    ],
  ];
}

async function measure(url: string): Promise<Map<string, Plan>> {
  await migrate(url, MIGRATIONS);
  const database = openDatabase(url, { maxConnections: 6 });
  const plans: Plan[] = [];
  const db = withRaw(
    database.prisma,
    explaining(database.pool, (plan) => void plans.push(plan)),
  ) as Db;
  const clock = { now: async () => new Date('2026-12-01T06:00:00Z') };
  const cases = createCasesReadModel({
    db,
    clock,
    timezone: 'Asia/Almaty',
    thread: {},
    terms: {},
    complaints: {},
  } as never);
  const desk = createConsoleReadModel(db);
  const worst = new Map<string, Plan>();
  for (const [name, ask] of await questionsOn(database.pool)) {
    const rounds: Plan[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      plans.length = 0;
      await ask(cases, desk).catch(() => undefined);
      const slowest = plans.toSorted((a, b) => b['Execution Time'] - a['Execution Time'])[0];
      if (slowest) rounds.push(slowest);
    }
    // The median of warm rounds: the first one reads from the disk.
    const median = rounds.slice(1).toSorted((a, b) => a['Execution Time'] - b['Execution Time'])[
      Math.floor((ROUNDS - 1) / 2)
    ];
    if (median) worst.set(name, median);
  }
  await database.close();
  return worst;
}

async function filled(server: BenchDatabase, name: string, count: number, from?: string): Promise<string> {
  const url = await server.create(name, from);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let done = from ? OPEN_TICKETS : 0; done < count; done += STEP)
    await fillTickets(client, done + 1, Math.min(done + STEP, count));
  await client.query('vacuum analyze');
  await client.end();
  return url;
}

let { small, big } = values as { small?: string; big?: string };
let stop = async (): Promise<void> => undefined;
if (!small || !big) {
  const server = await startBenchDatabase();
  small = await filled(server, 'small', OPEN_TICKETS);
  big = await filled(server, 'big', TICKETS, 'small');
  stop = server.stop;
}
const before = await measure(small);
const after = await measure(big);
const lines = [...after].map(([name, plan]) => ({
  name,
  msAtOpenOnly: before.get(name)?.['Execution Time'] ?? null,
  ms: plan['Execution Time'],
  planningMs: plan['Planning Time'],
}));
await stop();
if (typeof values.write === 'string') await writeFile(values.write, report(lines));
console.log(values.json ? JSON.stringify({ load: loadavg()[0], lines }) : '');
if (!values.json) console.table(lines);
process.exit(lines.every(({ ms }) => ms < LIMIT_MS) ? 0 : 1);

function report(rows: typeof lines): string {
  const table = rows.map(
    ({ name, msAtOpenOnly, ms, planningMs }) => `| ${name} | ${msAtOpenOnly} | ${ms} | ${planningMs} |`,
  );
  const plans = [...after].map(([name, { text }]) => `### ${name}\n\n\`\`\`\n${text}\n\`\`\`\n`);
  return [
    '# Plans of the lists',
    '',
    `Written by \`npm run bench -- inbox --tickets ${TICKETS} --write docs/operations/plans.md\`: the slowest statement of each list, as the product sends it, on ${OPEN_TICKETS} open tickets alone and with ${TICKETS - OPEN_TICKETS} closed ones beside them. Times are milliseconds at the database, the median of ${ROUNDS - 1} warm rounds. One body in 200 has a tenth of all tickets; the lists are its.`,
    '',
    '| list | ms, open tickets alone | ms, all tickets | planning ms |',
    '|---|---:|---:|---:|',
    ...table,
    '',
    '## Plans on the large table',
    '',
    ...plans,
  ].join('\n');
}
