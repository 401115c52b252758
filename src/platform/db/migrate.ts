import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The lock that Prisma Migrate takes, so that its command line and the product exclude each other too. */
const PRISMA_LOCK = 72_707_369;

const OLDEST_POSTGRES = 15;

const BOOKKEEPING = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

interface Applied {
  readonly checksum: string;
  readonly finished: boolean;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A migration stopped the start; `migration` is its folder's name. */
export class MigrationError extends Error {
  readonly migration: string;

  constructor(migration: string, message: string, options?: ErrorOptions) {
    super(`migration ${migration} ${message}`, options);
    this.name = 'MigrationError';
    this.migration = migration;
  }
}

/**
 * Applies the committed migrations that the database does not have yet, each in one transaction, in the order of
 * their names. Several processes may call it at once: one applies, the others wait. Refuses to go on past a migration
 * that fails, failed before, or was edited after it had been applied. `unknown` names those that the database has and
 * the folder does not: an older product on a newer database.
 */
export async function migrate(
  url: string,
  directory: string,
  log: (name: string) => void = () => undefined,
): Promise<{ applied: string[]; unknown: string[] }> {
  const client = new pg.Client({ connectionString: url, application_name: 'dauys migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseOldServer(client);
    // Held by the session, so it ends with the connection however this process ends.
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const before = await readBookkeeping(client);
    const applied: string[] = [];
    const committed = readMigrations(directory);
    for (const migration of committed) {
      const known = before.get(migration.name);
      if (known === undefined) {
        await apply(client, migration);
        log(migration.name);
        applied.push(migration.name);
      } else if (known.checksum !== migration.checksum) {
        throw new MigrationError(
          migration.name,
          'was edited after it had been applied; restore the file and write a new migration',
        );
      }
    }
    const names = new Set(committed.map(({ name }) => name));
    return { applied, unknown: [...before.keys()].filter((name) => !names.has(name)) };
  } finally {
    await client.end();
  }
}

/** Names of the committed migrations that the database does not have; for readiness and `doctor`. Changes nothing. */
export async function pendingMigrations(url: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'dauys migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const table = await client.query<{ present: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as present",
    );
    const known = table.rows[0]?.present === true ? await readBookkeeping(client) : new Map<string, Applied>();
    return readMigrations(directory)
      .map(({ name }) => name)
      .filter((name) => !known.has(name));
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; major: number }>(
    "select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major",
  );
  const [server] = rows;
  if (server !== undefined && server.major >= OLDEST_POSTGRES) return;
  throw new Error(`PostgreSQL ${OLDEST_POSTGRES} or newer is needed; this server is ${server?.version ?? 'unknown'}`);
}

async function readBookkeeping(client: pg.Client): Promise<Map<string, Applied>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null`,
  );
  const failed = rows.find(({ finished }) => !finished);
  if (failed !== undefined) {
    throw new MigrationError(failed.name, 'failed earlier and was never resolved; see docs/operations/database.md');
  }
  return new Map(rows.map(({ name, checksum, finished }) => [name, { checksum, finished }]));
}

function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationError(name, `failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
