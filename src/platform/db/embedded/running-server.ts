import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DATABASE_OWNER } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { commandLine, isAlive } from './process-table.ts';
import { type PostmasterFile, readPostmasterFile } from './server-files.ts';

/** Above the largest id Linux can be configured to give. */
const IMPOSSIBLE_PID = 4_194_305;

/** The server that a killed product left behind with this cluster, if it still lives. */
export function findServer(clusterDir: string): PostmasterFile | undefined {
  const file = readPostmasterFile(clusterDir);
  if (file === undefined || !isAlive(file.pid)) return undefined;
  // The id may have been given to another program since.
  const words = commandLine(file.pid);
  return words.includes('postgres') && words.includes(clusterDir) ? file : undefined;
}

/** Its program was replaced by an update since it started: it still works, but must not be built upon. */
export function isOutdated(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}

/**
 * PostgreSQL refuses to start while the process id in `postmaster.pid` exists, even as a zombie nobody reaps (usual in
 * containers) or as an unrelated program. Only the id is replaced, by one that no process can have: the rest of the
 * file lets PostgreSQL see whether children of the dead server still use the data.
 */
export function disownStalePostmasterFile(clusterDir: string): void {
  const file = readPostmasterFile(clusterDir);
  if (file === undefined || !signal(file.pid, 0) || findServer(clusterDir) !== undefined) return;
  const path = join(clusterDir, 'postmaster.pid');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(IMPOSSIBLE_PID)));
}

/** Waits until the server says it takes connections. Crash recovery of a busy database can take minutes. */
export async function waitUntilReady(clusterDir: string, pid: number, everyTenSeconds: () => void): Promise<number> {
  for (let waitedMs = 0; isAlive(pid); waitedMs += 20) {
    const file = readPostmasterFile(clusterDir);
    if (file?.pid === pid && file.state === 'ready' && file.port !== undefined) return file.port;
    if (waitedMs > 0 && waitedMs % 10_000 === 0) everyTenSeconds();
    await pause(20);
  }
  return 0;
}

export async function waitUntilGone(pid: number, limitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 20) {
    if (!isAlive(pid)) return true;
    await pause(20);
  }
  return !isAlive(pid);
}

/** First politely (connections are cut, data is checkpointed), then at once (recovered at the next start). */
export async function stopServer(pid: number, onSlow: () => void): Promise<void> {
  if (!signal(pid, 'SIGINT') || (await waitUntilGone(pid, 30_000))) return;
  onSlow();
  signal(pid, 'SIGQUIT');
  await waitUntilGone(pid, 10_000);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

export function serverUrl(port: number, password: string, database: string): string {
  return `postgresql://${DATABASE_OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Proves that the server on that port is the one with our cluster, and makes sure the product's database exists. */
export async function ensureDatabase(port: number, password: string, clusterDir: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(port, password, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== '28P01') throw cause;
    throw new EmbeddedPostgresError(
      'password_lost',
      clusterDir,
      `The PostgreSQL server of ${clusterDir} does not accept the password stored beside it (file "password"). ` +
        'Restore that file together with the data. Nothing was changed.',
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
