import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations');
const log = { info: () => undefined, warn: () => undefined, error: console.error };

export interface BenchDatabase {
  /** A migrated database of the benchmark's own. */
  readonly url: string;
  /** A folder that is gone afterwards. */
  readonly dataDir: string;
  /** Another database on the same server; `from` names one of these to copy. */
  create(name: string, from?: string): Promise<string>;
  stop(): Promise<void>;
}

/** A PostgreSQL of the benchmark's own, or databases of its own on the server in TEST_DATABASE_URL. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dauys-bench-'));
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? null : await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log });
  const admin = new pg.Client({ connectionString: given ?? server?.url });
  await admin.connect();
  const created: string[] = [];
  const nameOf = (name: string) => `bench_${name}_${process.pid}`;

  async function create(name: string, from?: string): Promise<string> {
    await admin.query(`create database ${nameOf(name)} ${from ? `template ${nameOf(from)}` : ''}`);
    created.push(nameOf(name));
    const url = new URL(given ?? server?.url ?? '');
    url.pathname = `/${nameOf(name)}`;
    if (!from) await migrate(url.href, MIGRATIONS);
    return url.href;
  }

  return {
    url: await create('main'),
    dataDir,
    create,
    async stop() {
      for (const name of created) await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Works on a database that is gone afterwards, whatever happens. */
export async function withBenchDatabase<Result>(work: (database: BenchDatabase) => Promise<Result>): Promise<Result> {
  const database = await startBenchDatabase();
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}
