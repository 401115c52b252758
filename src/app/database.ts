import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedDirectory } from '../../prisma/seed/seed-directory.ts';
import type { Config } from '../platform/config/config.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { shareEmbeddedPostgres, startEmbeddedPostgres } from '../platform/db/embedded/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Log } from '../platform/log/log.ts';
import type { Jurisdiction } from './jurisdiction.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The database server: the configured one, or our own under the data directory. */
export async function openServer(
  { storage }: Config,
  log: Log,
  { share }: { share: boolean },
): Promise<{ url: string; stop(): Promise<void> }> {
  if (storage.databaseUrl) return { url: storage.databaseUrl, stop: async () => undefined };
  const options = { dataDir: join(storage.dataDir, 'postgres'), log };
  if (share) return shareEmbeddedPostgres(options);
  const server = await startEmbeddedPostgres({
    ...options,
    onLost: (error) => {
      log.fatal({ err: error }, 'the database server is lost');
      process.exit(1);
    },
  });
  log.info({ adopted: server.adopted, where: server.where }, 'database ready');
  return server;
}

/** Brings the schema and the jurisdiction's reference data up to date; safe to repeat and to run side by side. */
export async function prepareDatabase(
  url: string,
  jurisdiction: Jurisdiction,
  log: Log,
  maxConnections?: number,
): Promise<Database> {
  const { applied, unknown } = await migrate(url, MIGRATIONS, (name) =>
    log.info({ migration: name }, 'migration applied'),
  );
  if (unknown.length > 0) log.warn({ unknown }, 'the database is newer than this program');
  if (applied.length > 0) log.info({ count: applied.length }, 'migrations applied');
  const database = openDatabase(url, maxConnections === undefined ? {} : { maxConnections });
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ now: Date }>('select business_now() as now');
    await seedDirectory(client, rows[0]?.now ?? new Date(0), jurisdiction);
  } finally {
    client.release();
  }
  return database;
}
