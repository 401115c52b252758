// Do the committed migrations, applied to an empty database, give exactly what prisma/schema describes?
// Exit 0: yes. Exit 1: no, and the SQL that would make the two agree is printed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { migrate } from '../src/platform/db/migrate.ts';

const given = process.env.TEST_DATABASE_URL;
const dataDir = mkdtempSync(join(tmpdir(), 'dauys-drift-'));
const log = { info: () => undefined, warn: console.warn, error: console.error };
const server = given === undefined ? await startEmbeddedPostgres({ dataDir, log }) : undefined;
try {
  process.exitCode = await check(given ?? server?.url ?? '');
} finally {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function check(serverUrl: string): Promise<number> {
  const migrated = await freshDatabase(serverUrl, `drift_migrated_${process.pid}`);
  const { applied } = await migrate(migrated.url, 'prisma/migrations');
  const code = await diff(migrated.url);
  await migrated.drop();
  if (code === 0) console.log(`${applied.length} migrations give exactly what prisma/schema describes`);
  else console.error('The migrations do not give what prisma/schema describes. The difference is above.');
  return code === 0 ? 0 : 1;
}

/**
 * Our runner's result is compared, not Prisma's own replay, so that the product's way of migrating is what is
 * checked. The bookkeeping table is nobody's model; Prisma leaves it out by itself.
 */
function diff(url: string): Promise<number> {
  const args = [
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    'prisma/schema',
    '--script',
    '--exit-code',
  ];
  const prisma = spawn(join('node_modules', '.bin', 'prisma'), args, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  });
  return new Promise((resolve, reject) => {
    prisma.on('error', reject);
    prisma.on('exit', (code) => resolve(code ?? 1));
  });
}

async function freshDatabase(serverUrl: string, name: string) {
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
