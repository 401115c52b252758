import { EmbeddedPostgresError, type EmbeddedPostgresProblem } from './embedded-postgres-error.ts';

const SIGNS: readonly (readonly [RegExp, EmbeddedPostgresProblem])[] = [
  [/No space left on device|Disk quota exceeded/i, 'disk_full'],
  [/Address already in use|could not bind|could not create any TCP\/IP sockets/i, 'port_taken'],
  [/pre-existing shared memory block|lock file .* already exists/i, 'still_in_use'],
  [/initialized by PostgreSQL version|incompatible with server/i, 'wrong_version'],
  [/Permission denied|has wrong ownership|has invalid permissions|Read-only file system/i, 'no_permission'],
  [
    /pg_control|checkpoint record|checksum|could not (read|open|access)|invalid|corrupt|not a valid data directory/i,
    'corrupt',
  ],
];

const ADVICE: Partial<Record<EmbeddedPostgresProblem, string>> = {
  disk_full: 'The disk is full. Free some space and start again; nothing was deleted.',
  corrupt:
    'The files are damaged. Nothing was deleted or changed: restore this folder from a backup, ' +
    'or set DAUYS_DATA_DIR to another one to start empty.',
  no_permission:
    'The folder or a file in it cannot be read or written by the user who runs Dauys. Nothing was changed.',
  still_in_use: 'Processes of an earlier server still use it: end them (see the process id in postmaster.pid).',
  wrong_version:
    'The files belong to another major version of PostgreSQL. Nothing was changed: dump them there, load here.',
};

/** Turns what `initdb` or `postgres` said before it gave up into one sentence that names the folder. */
export function explainFailure(clusterDir: string, said: string): EmbeddedPostgresError {
  const complaints = said.split('\n').filter((line) => /(FATAL|PANIC|error|could not|No space)/i.test(line));
  const words = (complaints.length > 0 ? complaints : said.split('\n')).filter((line) => line.trim() !== '').slice(-3);
  const problem = SIGNS.find(([sign]) => sign.test(words.join('\n')))?.[1] ?? 'start_failed';
  const advice = ADVICE[problem] ?? 'Nothing was deleted.';
  return new EmbeddedPostgresError(
    problem,
    clusterDir,
    `PostgreSQL could not start with the data in ${clusterDir}. ${advice} It said: ${words.join(' | ') || 'nothing'}`,
  );
}
