import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { createCluster, inspectCluster } from './cluster.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { isAlive } from './process-table.ts';
import { chooseRunner } from './run-as.ts';
import { ensureDatabase, findServer, isOutdated, serverUrl, stopServer, waitUntilReady } from './running-server.ts';
import { createPassword, readNote, readPassword, writeNote } from './server-files.ts';
import { explainFailure } from './start-failure.ts';
import { type Server, startServer } from './start-server.ts';

/** The part of a pino logger that the supervisor uses. */
export interface EmbeddedLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its password and its log; made if it is missing. */
  readonly dataDir: string;
  /** Unset: the port of the last start if it is free, otherwise any free one. */
  readonly port?: number;
  readonly log: EmbeddedLog;
  /** Over the product's own settings; tests switch durability off here. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The server died and could not be started again. */
  readonly onLost?: (error: unknown) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** A server that survived the last product process was taken over instead of a new one started. */
  readonly adopted: boolean;
  readonly where: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const DATABASE = 'dauys';
const WATCH_EVERY_MS = 1000;
const SHARE_ATTEMPTS = 100;
const SHARE_PAUSE_MS = 100;
/** Somebody will free the disk: wait for it as long as it takes. */
const DISK_FULL_PAUSE_MS = 5000;
/** What dies so often in a row needs a person. */
const DEATHS_AT_MOST = 5;
const DEATHS_COUNT_FOR_MS = 600_000;
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = prepareFolder(options.dataDir);
  let release: () => void = () => undefined;
  try {
    release = lockDataDirectory(dataDir).release;
    return await startLocked(options, dataDir, release);
  } catch (error) {
    release();
    throw isFromTheSystem(error) ? explainFailure(dataDir, error.message) : error;
  }
}

/** A full disk or a missing right met by our own reading and writing, not by the server's. */
function isFromTheSystem(error: unknown): error is Error {
  return error instanceof Error && /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS)\b|No space left/.test(error.message);
}

/** Address of the server that a running product keeps in this folder, for commands that run beside it. */
export function runningEmbeddedPostgres(folder: string): { readonly url: string } | undefined {
  const dataDir = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const server = findServer(readNote(dataDir).clusterDir ?? join(dataDir, 'cluster'));
  const password = readPassword(dataDir);
  if (server?.port === undefined || server.state !== 'ready' || password === undefined) return undefined;
  return { url: serverUrl(server.port, password, DATABASE) };
}

/**
 * For commands that may run beside the product: uses the server of a running product, or starts it for as long as the
 * command takes.
 */
export async function shareEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await startEmbeddedPostgres(options);
    } catch (error) {
      if (!(error instanceof EmbeddedPostgresError) || error.problem !== 'already_running') throw error;
      const running = runningEmbeddedPostgres(options.dataDir);
      if (running !== undefined) return { url: running.url, stop: () => Promise.resolve() };
      // The other one has only just begun to start.
      if (attempt === SHARE_ATTEMPTS) throw error;
      await pause(SHARE_PAUSE_MS);
    }
  }
}

async function startLocked(
  options: EmbeddedPostgresOptions,
  dataDir: string,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const { log } = options;
  const clusterDir = readNote(dataDir).clusterDir ?? join(dataDir, 'cluster');
  const onSlow = () => log.info({ clusterDir }, 'database is recovering');
  const adopted = await adoptServer(options, clusterDir, onSlow);
  if (adopted !== undefined) {
    const password = readPassword(dataDir) ?? passwordMissing(clusterDir);
    await ensureDatabase(adopted.port, password, clusterDir, DATABASE);
    log.info({ clusterDir, pid: adopted.pid }, 'database server of an earlier process adopted');
    const where = 'already running when the product started';
    return supervise(options, dataDir, release, { server: adopted, where, password, adopted: true });
  }
  const runner = chooseRunner(findBinaries(dataDir), clusterDir);
  const state = inspectCluster(runner.clusterDir);
  const password =
    readPassword(dataDir) ?? (state === 'absent' ? createPassword(dataDir) : passwordMissing(clusterDir));
  if (state === 'absent') await createCluster(runner, password, options.settings?.fsync !== 'off');
  if (runner.clusterDir !== clusterDir) writeNote(dataDir, { ...readNote(dataDir), clusterDir: runner.clusterDir });
  const { port, settings } = options;
  const server = await startServer(runner, { dataDir, port, settings, onSlow });
  try {
    await ensureDatabase(server.port, password, runner.clusterDir, DATABASE);
  } catch (error) {
    await stopServer(server.pid, onSlow);
    throw error;
  }
  log.info(
    { clusterDir: runner.clusterDir, pid: server.pid, created: state === 'absent', where: runner.where },
    'database server started',
  );
  return supervise(options, dataDir, release, { server, where: runner.where, password, adopted: false });
}

/** The server that outlived a killed product, unless it is not what is wanted now: then it is stopped. */
async function adoptServer(
  { port: wanted, log }: EmbeddedPostgresOptions,
  clusterDir: string,
  onSlow: () => void,
): Promise<Server | undefined> {
  const left = findServer(clusterDir);
  if (left === undefined) return undefined;
  const port = await waitUntilReady(clusterDir, left.pid, onSlow);
  if (port === 0) return undefined;
  if (!isOutdated(left.pid) && (wanted === undefined || wanted === port)) return { pid: left.pid, port };
  log.info({ clusterDir, pid: left.pid }, 'database server of an earlier process stopped, to start it anew');
  await stopServer(left.pid, onSlow);
  return undefined;
}

interface Supervised {
  readonly server: Server;
  readonly password: string;
  readonly where: string;
  readonly adopted: boolean;
}

/** Looks after the server while the product lives: a server that dies is started again on the same port. */
function supervise(
  options: EmbeddedPostgresOptions,
  dataDir: string,
  release: () => void,
  { server: first, password, where, adopted }: Supervised,
): EmbeddedPostgres {
  let server = first;
  let deaths: number[] = [];
  let notBefore = 0;
  let restarting: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;

  async function restart(): Promise<void> {
    const clusterDir = readNote(dataDir).clusterDir ?? join(dataDir, 'cluster');
    const onSlow = () => options.log.info({ clusterDir }, 'database is recovering');
    const runner = chooseRunner(findBinaries(dataDir), clusterDir);
    server = await startServer(runner, { dataDir, port: server.port, settings: options.settings, onSlow });
  }

  const watch = setInterval(() => {
    if (restarting !== undefined || stopping !== undefined || isAlive(server.pid)) return;
    if (performance.now() < notBefore) return;
    deaths = [...deaths.filter((at) => at > performance.now() - DEATHS_COUNT_FOR_MS), performance.now()];
    options.log.error({ dataDir, deaths: deaths.length }, 'database server died; starting it again');
    restarting = restart()
      .catch((error: unknown) => {
        options.log.error({ dataDir, error }, 'database server could not be started again');
        if (error instanceof EmbeddedPostgresError && error.problem === 'disk_full') {
          deaths = [];
          notBefore = performance.now() + DISK_FULL_PAUSE_MS;
          return;
        }
        if (deaths.length < DEATHS_AT_MOST) return;
        clearInterval(watch);
        options.onLost?.(error);
      })
      .finally(() => {
        restarting = undefined;
      });
  }, WATCH_EVERY_MS);
  watch.unref();

  async function stop(): Promise<void> {
    clearInterval(watch);
    await restarting;
    await stopServer(server.pid, () =>
      options.log.warn({ dataDir }, 'database server is slow to stop; cutting it short'),
    );
    release();
  }

  return {
    url: serverUrl(server.port, password, DATABASE),
    adopted,
    where,
    get pid() {
      return server.pid;
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function prepareFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return realpathSync(folder);
  } catch (cause) {
    const dataDir = resolve(folder);
    throw explainFailure(dataDir, cause instanceof Error ? cause.message : String(cause));
  }
}

function passwordMissing(clusterDir: string): never {
  throw new EmbeddedPostgresError(
    'password_lost',
    clusterDir,
    `The data in ${clusterDir} is there, but the file "password" beside it is missing. ` +
      'Restore that file together with the data. Nothing was changed.',
  );
}
