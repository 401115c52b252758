import { closeSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { createCluster, inspectCluster, openServerLog } from './cluster.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { isAlive } from './process-table.ts';
import { chooseRunner, type Runner } from './run-as.ts';
import {
  disownStalePostmasterFile,
  ensureDatabase,
  findServer,
  serverUrl,
  stopServer,
  waitUntilReady,
} from './running-server.ts';
import { createPassword, readNote, readPassword, writeNote } from './server-files.ts';
import { SERVER_SETTINGS } from './settings.ts';
import { explainFailure } from './start-failure.ts';

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
const RESTARTS_AT_MOST = 5;
/** Children of a killed server take a moment to notice; PostgreSQL rightly refuses to start beside them. */
const STILL_IN_USE_RETRIES = 50;
const STILL_IN_USE_PAUSE_MS = 200;

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
  return error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS)$/.test(String(error.code));
}

/** Address of the server that a running product keeps in this folder, for commands that run beside it. */
export function runningEmbeddedPostgres(folder: string): { readonly url: string } | undefined {
  const dataDir = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const server = findServer(readNote(dataDir).clusterDir ?? join(dataDir, 'cluster'));
  const password = readPassword(dataDir);
  if (server?.port === undefined || server.state !== 'ready' || password === undefined) return undefined;
  return { url: serverUrl(server.port, password, DATABASE) };
}

async function startLocked(
  options: EmbeddedPostgresOptions,
  dataDir: string,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const { log } = options;
  const clusterDir = readNote(dataDir).clusterDir ?? join(dataDir, 'cluster');
  const left = findServer(clusterDir);
  if (left !== undefined) {
    const port = await waitUntilReady(clusterDir, left.pid, () => log.info({ clusterDir }, 'database is recovering'));
    const password = readPassword(dataDir) ?? passwordMissing(clusterDir);
    if (port > 0) {
      await ensureDatabase(port, password, clusterDir, DATABASE);
      log.info({ clusterDir, pid: left.pid }, 'database server of an earlier process adopted');
      return supervise(options, dataDir, release, {
        server: { pid: left.pid, port },
        where: 'already running when the product started',
        password,
        adopted: true,
      });
    }
  }
  const runner = chooseRunner(findBinaries(dataDir), clusterDir);
  const state = inspectCluster(runner.clusterDir);
  const password =
    readPassword(dataDir) ?? (state === 'absent' ? createPassword(dataDir) : passwordMissing(clusterDir));
  if (state === 'absent') await createCluster(runner, password, options.settings?.fsync !== 'off');
  const server = await startServer(options, dataDir, runner);
  await ensureDatabase(server.port, password, runner.clusterDir, DATABASE);
  log.info(
    { clusterDir: runner.clusterDir, pid: server.pid, created: state === 'absent', where: runner.where },
    'database server started',
  );
  return supervise(options, dataDir, release, { server, where: runner.where, password, adopted: false });
}

interface Server {
  readonly pid: number;
  readonly port: number;
}

async function startServer(options: EmbeddedPostgresOptions, dataDir: string, runner: Runner): Promise<Server> {
  const { clusterDir } = runner;
  disownStalePostmasterFile(clusterDir);
  runner.own(clusterDir);
  const remembered = readNote(dataDir).port;
  const ports = options.port === undefined ? [remembered, undefined, undefined] : [options.port];
  let patience = STILL_IN_USE_RETRIES;
  let failure = new EmbeddedPostgresError('start_failed', dataDir, `PostgreSQL was not started in ${clusterDir}`);
  for (const wanted of ports) {
    const port =
      wanted === undefined || (options.port === undefined && !(await isFree(wanted))) ? await freePort() : wanted;
    const settings = { ...SERVER_SETTINGS, ...options.settings, port: String(port) };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const serverLog = openServerLog(dataDir);
    const child = runner.run('postgres', ['-D', clusterDir, ...flags], ['ignore', serverLog.file, serverLog.file]);
    closeSync(serverLog.file);
    child.on('error', () => undefined);
    child.unref();
    const pid = child.pid ?? 0;
    const readyOn = await waitUntilReady(clusterDir, pid, () =>
      options.log.info({ clusterDir }, 'database is recovering'),
    );
    if (readyOn > 0) {
      writeNote(dataDir, { port: readyOn, ...(clusterDir === join(dataDir, 'cluster') ? {} : { clusterDir }) });
      return { pid, port: readyOn };
    }
    failure = explainFailure(clusterDir, serverLog.saidSince());
    if (failure.problem === 'still_in_use' && patience > 0) {
      patience -= 1;
      ports.push(wanted);
      await pause(STILL_IN_USE_PAUSE_MS);
    } else if (failure.problem !== 'port_taken') {
      throw failure;
    }
  }
  throw failure;
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
  let restarts = 0;
  let restarting: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;

  async function restart(): Promise<void> {
    restarts += 1;
    options.log.error({ dataDir, restarts }, 'database server died; starting it again');
    const clusterDir = readNote(dataDir).clusterDir ?? join(dataDir, 'cluster');
    server = await startServer(
      { ...options, port: server.port },
      dataDir,
      chooseRunner(findBinaries(dataDir), clusterDir),
    );
  }

  const watch = setInterval(() => {
    if (restarting !== undefined || stopping !== undefined || isAlive(server.pid)) return;
    if (restarts >= RESTARTS_AT_MOST) return giveUp(new Error(`the database server died ${restarts + 1} times`));
    restarting = restart()
      .catch(giveUp)
      .finally(() => {
        restarting = undefined;
      });
  }, WATCH_EVERY_MS);
  watch.unref();

  function giveUp(error: unknown): void {
    clearInterval(watch);
    options.log.error({ dataDir, error }, 'database server is lost');
    options.onLost?.(error);
  }

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

function freePort(): Promise<number> {
  return listen(0);
}

async function isFree(port: number): Promise<boolean> {
  return (await listen(port).catch(() => 0)) === port;
}

function listen(wanted: number): Promise<number> {
  return new Promise((fulfil, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => fulfil(port));
    });
  });
}
