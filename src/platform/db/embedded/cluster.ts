import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { POSTGRES_MAJOR } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Runner } from './run-as.ts';
import { CTYPE_CANDIDATES, INITDB_OPTIONS, SYNC_METHOD } from './settings.ts';
import { explainFailure } from './start-failure.ts';

export const DATABASE_OWNER = 'dauys';

/** An empty cluster and its first write-ahead log take about 50 MB. */
const ROOM_FOR_A_CLUSTER_BYTES = 128 * 1024 * 1024;

/** What lies there: nothing yet, or a cluster of our version. Everything else is refused, and left alone. */
export function inspectCluster(clusterDir: string): 'absent' | 'present' {
  if (!existsSync(clusterDir)) return 'absent';
  const versionFile = join(clusterDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(clusterDir).length === 0) return 'absent';
    throw new EmbeddedPostgresError(
      'corrupt',
      clusterDir,
      `${clusterDir} is not empty and has no PG_VERSION: it is not a PostgreSQL cluster, or a damaged one. ` +
        'Nothing was deleted or changed: restore it from a backup, or set DAUYS_DATA_DIR to another folder.',
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version === POSTGRES_MAJOR) return 'present';
  throw new EmbeddedPostgresError(
    'wrong_version',
    clusterDir,
    `The data in ${clusterDir} belongs to PostgreSQL ${version || '(unreadable PG_VERSION)'}, ` +
      `and this Dauys brings PostgreSQL ${POSTGRES_MAJOR}. Nothing was changed: ` +
      `dump it with PostgreSQL ${version || 'of its own version'} and load it into a new DAUYS_DATA_DIR, ` +
      'or run that server yourself and set DATABASE_URL.',
  );
}

/** Made aside and renamed when whole, so that a crash in the middle leaves no half cluster under the real name. */
export async function createCluster(runner: Runner, password: string, durable: boolean): Promise<void> {
  const { clusterDir } = runner;
  const home = dirname(clusterDir);
  refuseFullDisk(home);
  for (const left of readdirSync(home)) {
    if (left.startsWith('cluster.draft-')) rmSync(join(home, left), { recursive: true, force: true, maxRetries: 5 });
  }
  const sync = durable ? `--sync-method=${SYNC_METHOD}` : '--no-sync';
  let failure: Error | undefined;
  for (const ctype of CTYPE_CANDIDATES) {
    const said = await initialise(runner, password, [`--lc-ctype=${ctype}`, sync]);
    if (said === 'done') return;
    failure = explainFailure(clusterDir, said);
    if (!/invalid locale (name|settings)/i.test(said)) break;
  }
  throw failure;
}

/** `done`, or what `initdb` said before it gave up. */
async function initialise({ clusterDir, own, run }: Runner, password: string, more: string[]): Promise<string> {
  const home = dirname(clusterDir);
  const draft = join(home, `cluster.draft-${process.pid}`);
  const passwordFile = `${draft}.password`;
  const saidFile = join(home, 'initdb.log');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(draft);
  own(passwordFile);
  const output = openSync(saidFile, 'w', 0o600);
  try {
    const options = [`--username=${DATABASE_OWNER}`, `--pwfile=${passwordFile}`, ...more];
    const initdb = run('initdb', [`--pgdata=${draft}`, ...INITDB_OPTIONS, ...options], ['ignore', output, output]);
    const code = await new Promise<number | null>((resolve, reject) => {
      initdb.on('error', reject);
      initdb.on('exit', resolve);
    });
    if (code !== 0) return readFileSync(saidFile, 'utf8');
    if (existsSync(clusterDir)) rmdirSync(clusterDir);
    renameSync(draft, clusterDir);
    return 'done';
  } finally {
    closeSync(output);
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= ROOM_FOR_A_CLUSTER_BYTES) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new EmbeddedPostgresError(
    'disk_full',
    folder,
    `The disk that holds ${folder} has ${free} MB left; a new database needs at least ` +
      `${ROOM_FOR_A_CLUSTER_BYTES / 1024 / 1024} MB. Free some space or set DAUYS_DATA_DIR to another disk.`,
  );
}

/** The server writes its log itself: a pipe to the product would break with the product. */
export function openServerLog(dataDir: string): { readonly file: number; readonly saidSince: () => string } {
  const path = join(dataDir, 'server.log');
  if (existsSync(path) && statSync(path).size > 5 * 1024 * 1024) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  const from = statSync(path).size;
  return { file, saidSince: () => readFileSync(path).subarray(from).toString('utf8') };
}
