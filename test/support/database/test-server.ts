import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/platform/db/embedded/index.ts';

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum: 'off',
  max_wal_size: '2GB',
};

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A server of this run's own, in a folder of its own; both are gone after the run, even one ended by `kill -9`. */
export async function startTestServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dauys-test-'));
  chmodSync(dataDir, 0o755);
  const undertaker = engageUndertaker(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, log: quiet, settings: FAST });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      undertaker.stdin.end();
    },
  };
}

const UNDERTAKER = `
  trap "" INT TERM HUP
  cat >/dev/null
  [ -d "$1" ] || exit 0
  sleep 1
  read -r pid <"$1/cluster/postmaster.pid" && kill -QUIT "$pid"
  sleep 1
  rm -rf -- "$1"`;

/**
 * A shell that reads from us and hears nothing. However this process ends, the kernel closes the pipe; a folder that
 * is still there then was left by a crash, and goes together with its server.
 */
function engageUndertaker(dataDir: string) {
  const shell = spawn('sh', ['-c', UNDERTAKER, 'undertaker', dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  shell.unref();
  return shell;
}
