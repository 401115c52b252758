import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openServerLog } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Runner } from './run-as.ts';
import { disownStalePostmasterFile, waitUntilReady } from './running-server.ts';
import { readNote, writeNote } from './server-files.ts';
import { SERVER_SETTINGS } from './settings.ts';
import { explainFailure } from './start-failure.ts';

/** Children of a killed server take a moment to notice; PostgreSQL rightly refuses to start beside them. */
const STILL_IN_USE_RETRIES = 50;
const STILL_IN_USE_PAUSE_MS = 200;

interface StartOptions {
  readonly dataDir: string;
  readonly port?: number | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly onSlow: () => void;
}

export interface Server {
  readonly pid: number;
  readonly port: number;
}

/** Starts the server and waits until it takes connections, or tells why it will not. */
export async function startServer(runner: Runner, options: StartOptions): Promise<Server> {
  const { clusterDir } = runner;
  const { dataDir } = options;
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
    const readyOn = await waitUntilReady(clusterDir, pid, options.onSlow);
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
