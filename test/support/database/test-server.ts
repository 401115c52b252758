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
  const server = await startEmbeddedPostgres({ dataDir, log: quiet, settings: FAST });
  const undertaker = outlive(server.pid, dataDir);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      undertaker.stdin.end('stopped\n');
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A shell that waits for our word. However this process ends, the kernel closes the pipe; without the word the shell
 * stops the server, and removes its folder in any case.
 */
function outlive(pid: number, dataDir: string) {
  const script =
    'trap "" INT TERM HUP; read -r word; [ "$word" = stopped ] || kill -QUIT "$1"; sleep 1; rm -rf -- "$2"';
  const shell = spawn('sh', ['-c', script, 'undertaker', String(pid), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  shell.unref();
  return shell;
}
