import { describe, expect, it } from 'vitest';
import { explainFailure } from './start-failure.ts';

const FOLDER = '/srv/dauys/postgres/cluster';

/** What PostgreSQL 18 and `initdb` say before they give up. */
const SAID: readonly (readonly [problem: string, said: string, advice: RegExp])[] = [
  [
    'disk_full',
    'FATAL:  could not write to file "pg_wal/xlogtemp.4711": No space left on device\nLOG:  shutting down',
    /disk is full.*nothing was deleted/i,
  ],
  [
    'disk_full',
    'initdb: error: could not write file "/srv/x/base/1/1259": No space left on device',
    /disk is full.*nothing was deleted/i,
  ],
  ['disk_full', 'FATAL:  could not create file "postmaster.pid": Disk quota exceeded', /disk is full/i],
  [
    'corrupt',
    'LOG:  invalid checkpoint record\nPANIC:  could not locate a valid checkpoint record at 0/1A2B3C8',
    /damaged.*nothing was deleted or changed.*backup/i,
  ],
  ['corrupt', 'PANIC:  could not read file "global/pg_control": read 0 of 296', /damaged/i],
  [
    'no_permission',
    'FATAL:  data directory "/srv/dauys/postgres/cluster" has invalid permissions\nDETAIL:  Permissions should be u=rwx (0700)',
    /cannot be read or written/i,
  ],
  [
    'no_permission',
    'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
    /nothing was changed/i,
  ],
  [
    'wrong_version',
    'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17',
    /another major version/i,
  ],
  ['still_in_use', 'FATAL:  pre-existing shared memory block (key 4711, ID 0) is still in use', /end them/i],
  ['port_taken', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /nothing was deleted/i],
  ['start_failed', 'FATAL:  something nobody has seen yet', /nothing was deleted/i],
];

describe('a server that does not start', () => {
  it.each(SAID)('%s: one sentence that names the folder and says what to do', (problem, said, advice) => {
    const failure = explainFailure(FOLDER, said);
    expect(failure.problem).toBe(problem);
    expect(failure.message).toContain(FOLDER);
    expect(failure.message).toMatch(advice);
    expect(failure.message.split('\n')).toHaveLength(1);
  });
});
