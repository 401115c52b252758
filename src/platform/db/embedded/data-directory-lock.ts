import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { processIdentity } from './process-table.ts';

const Owner = z.object({ pid: z.number().int().positive(), identity: z.string() });

/**
 * One product per data directory. The lock is a file that names a living process, so that `kill -9` leaves nothing to
 * clean up: the next start sees that its owner is gone.
 */
export function lockDataDirectory(dataDir: string): { release(): void } {
  const path = join(dataDir, 'dauys.lock');
  const mine = `${path}.${randomUUID()}`;
  const content = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) ?? '' });
  writeFileSync(mine, content, { mode: 0o644 });
  try {
    // A hard link appears with its content or not at all, and fails if the name is taken.
    while (!link(mine, path)) {
      const found = read(path);
      if (found === undefined) continue;
      const owner = parseOwner(found);
      if (owner !== undefined && processIdentity(owner.pid) === owner.identity)
        throw alreadyRunning(dataDir, owner.pid);
      discardStale(path, found);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release: () => {
      if (read(path) === content) rmSync(path, { force: true });
    },
  };
}

function alreadyRunning(dataDir: string, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'already_running',
    dataDir,
    `Dauys is already running with the data directory ${dataDir} (process ${pid}). ` +
      'Stop that process, or set DAUYS_DATA_DIR to another directory, ' +
      'or give both processes the same DATABASE_URL if they are meant to share the work.',
  );
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseOwner(text: string): z.infer<typeof Owner> | undefined {
  try {
    return Owner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Moves the dead owner's file away; if another starter was quicker and a living lock was caught, puts it back. */
function discardStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) link(aside, path);
  rmSync(aside, { force: true });
}
