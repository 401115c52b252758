import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProduct } from '../../../../test/support/database/product.ts';
import {
  type EmbeddedPostgres,
  runningEmbeddedPostgres,
  shareEmbeddedPostgres,
  startEmbeddedPostgres,
} from './index.ts';
import { isAlive } from './process-table.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const isRoot = process.getuid?.() === 0;
const ROUNDS = 3;
const NOBODY = { uid: 65_534, gid: 65_534 };

let home: string;
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dauys-embedded-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Where durability is not the subject, the disk is spared. */
const QUICK = { fsync: 'off' };

async function start(
  options: { readonly port?: number; readonly settings?: Record<string, string> } = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, settings: QUICK, ...options });
  running.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function makeAndStop(): Promise<void> {
  await (await start()).stop();
}

/** Every file below, with its size, apart from the server's own notes: what a refusal must leave as it was. */
function inventory(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/[.]log$|postmaster[.]pid/.test(name))
    .map((name) => `${name} ${statSync(join(folder, name)).size}`)
    .sort();
}

describe('the embedded server', () => {
  it('keeps what was written from one start to the next, on loopback, behind a password only its owner reads', async () => {
    const first = await start({ settings: {} });
    await ask(first.url, "create table kept as select 'дауыс' as word");
    await first.stop();

    const second = await start({ settings: {} });

    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'дауыс' }]);
    expect(
      await ask(
        second.url,
        `select current_setting('listen_addresses') as host, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums`,
      ),
    ).toEqual([{ host: '127.0.0.1', fsync: 'on', checksums: 'on' }]);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    const stranger = new URL(second.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('is adopted after kill -9 of the product under load, and no acknowledged row is missing', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const product = startProduct(dataDir, { work: 'write' });
      await product.untilWritten(200);
      await product.kill();
      acknowledged.push(...product.written);

      const server = await startEmbeddedPostgres({ dataDir, log });

      expect(server.adopted).toBe(true);
      const rows = await ask<{ id: string }>(server.url, 'select id from written');
      const stored = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
      await server.stop();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(200 * ROUNDS);
  });

  it('recovers after kill -9 of product and server together, and no acknowledged row is missing', async () => {
    const product = startProduct(dataDir, { work: 'write' });
    const fact = await product.first;
    if (fact.event !== 'started') throw new Error(JSON.stringify(fact));
    await product.untilWritten(500);
    await Promise.all([product.kill(), process.kill(fact.pid, 'SIGKILL')]);

    const server = await start();

    expect(server.adopted).toBe(false);
    const rows = await ask<{ id: string }>(server.url, 'select id from written');
    const stored = new Set(rows.map(({ id }) => id));
    expect(product.written.filter((id) => !stored.has(id))).toEqual([]);
  });

  it('is started anew when the one left behind listens on another port than is wanted now', async () => {
    const product = startProduct(dataDir);
    const left = await product.first;
    await product.kill();
    const port = await freePort();

    const server = await start({ port });

    expect(server.adopted).toBe(false);
    expect(server.url).toContain(`:${port}/`);
    expect(left).toMatchObject({ event: 'started' });
    expect(isAlive(left.event === 'started' ? left.pid : 0)).toBe(false);
  });

  it('refuses a second product in the same directory, naming the directory and the process', async () => {
    const product = startProduct(dataDir);
    await product.first;

    await expect(start()).rejects.toMatchObject({
      problem: 'already_running',
      message: expect.stringMatching(new RegExp(`${dataDir} \\(process ${product.pid}\\)`)),
    });
    expect(runningEmbeddedPostgres(dataDir)?.url).toContain('postgresql://dauys:');

    await product.stop();
    expect(runningEmbeddedPostgres(dataDir)).toBeUndefined();
    expect((await start()).adopted).toBe(false);
  });

  it('is shared with a command that runs beside the product, and started for one that runs alone', async () => {
    const product = startProduct(dataDir);
    await product.first;
    const beside = await shareEmbeddedPostgres({ dataDir, log, settings: QUICK });
    await beside.stop();
    expect(await ask(beside.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await product.stop();

    const alone = await shareEmbeddedPostgres({ dataDir, log, settings: QUICK });
    expect(await ask(alone.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await alone.stop();
    await expect(ask(alone.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets exactly one of several products win that start at the same moment', async () => {
    const products = [1, 2, 3].map(() => startProduct(dataDir));

    const facts = await Promise.all(products.map((product) => product.first));

    const outcomes = facts.map((fact) => (fact.event === 'failed' ? fact.problem : fact.event)).sort();
    expect(outcomes).toEqual(['already_running', 'already_running', 'started']);
    await Promise.all(products.map((product) => product.stop()));
  });

  it('starts again although the process id in the old lock and pid file now belongs to somebody else', async () => {
    await makeAndStop();
    writeFileSync(join(dataDir, 'dauys.lock'), JSON.stringify({ pid: process.pid, identity: 'an earlier boot' }));
    writeFileSync(join(dataDir, 'cluster/postmaster.pid'), `${process.pid}\n${join(dataDir, 'cluster')}\n`);

    const server = await start();

    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is started again at the same address when only the server dies', async () => {
    const server = await start();
    const died = server.pid;
    process.kill(died, 'SIGKILL');

    await expect
      .poll(() => ask(server.url, 'select 1 as one').catch(() => []), { timeout: 15_000 })
      .toEqual([{ one: 1 }]);

    expect(server.pid).not.toBe(died);
  });

  it('is gone after stop, however often it is asked to stop', async () => {
    const server = await start();

    await Promise.all([server.stop(), server.stop()]);

    expect(isAlive(server.pid)).toBe(false);
    await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes the port it is given, and says so when another program has it', async () => {
    const { port, leave } = await occupyPort();

    await expect(start({ port })).rejects.toMatchObject({ problem: 'port_taken' });
    await leave();

    expect((await start({ port })).url).toContain(`:${port}/`);
  });
});

describe('a data directory that cannot be used', () => {
  it('with a damaged control file is named, explained, and left as it was', async () => {
    await makeAndStop();
    truncateSync(join(dataDir, 'cluster/global/pg_control'), 100);
    const before = inventory(dataDir);

    await expect(start()).rejects.toMatchObject({
      problem: 'corrupt',
      message: expect.stringMatching(new RegExp(`${dataDir}/cluster.*damaged.*Nothing was deleted.*pg_control`)),
    });

    expect(inventory(dataDir)).toEqual(before);
  });

  it('of another major version is refused with both versions', async () => {
    await makeAndStop();
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '15\n');
    const before = inventory(dataDir);

    await expect(start()).rejects.toMatchObject({
      problem: 'wrong_version',
      message: expect.stringMatching(/PostgreSQL 15, and this Dauys brings PostgreSQL 18/),
    });

    expect(inventory(dataDir)).toEqual(before);
  });

  it('with other people’s files where the cluster should be is left alone', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster/thesis.txt'), 'ten years of work');

    await expect(start()).rejects.toMatchObject({ problem: 'corrupt' });

    expect(inventory(dataDir)).toContain('cluster/thesis.txt 17');
  });

  it('without its password file is refused, because the data is useless without it', async () => {
    await makeAndStop();
    rmSync(join(dataDir, 'password'));

    await expect(start()).rejects.toMatchObject({ problem: 'password_lost' });
  });
});

/** Only root can make a small disk to fill, or become somebody else. */
describe.runIf(isRoot)('started by root', () => {
  it('runs below a folder closed to everybody else, and says how', async () => {
    chmodSync(home, 0o700);

    const server = await start();

    expect(server.where).toMatch(/user namespace|copied to/);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    chmodSync(home, 0o755);
    expect((await start()).where).toBeTruthy();
  });

  it.runIf(canMount())(
    'copies programs and data to a place others can reach where namespaces are forbidden',
    async () => {
      chmodSync(home, 0o700);
      const made = startProduct(dataDir, { work: 'exit' });
      await made.stop();
      const forbidden = [
        'unshare',
        '--mount',
        'sh',
        '-c',
        'mount --bind /bin/false "$(command -v unshare)"; exec "$@"',
        'sh',
      ];

      const product = startProduct(dataDir, { under: forbidden });
      const fact = await product.first;

      const copy = /copied to (\S+),/.exec(JSON.stringify(fact))?.[1] ?? 'nowhere';
      expect(fact).toMatchObject({ event: 'started' });
      expect(statSync(join(copy, 'cluster')).mode & 0o777).toBe(0o700);
      expect(readdirSync(dataDir)).toContainEqual(expect.stringMatching(/^cluster[.]copied-to/));
      await product.stop();
      rmSync(copy, { recursive: true });
    },
  );

  it.runIf(othersReachUs())('needs nothing of this when an ordinary user starts it', async () => {
    chownSync(home, NOBODY.uid, NOBODY.gid);

    const product = startProduct(dataDir, { account: NOBODY });

    expect(await product.first).toMatchObject({ event: 'started', where: 'as the current user' });
    await product.stop();
  });

  it.runIf(canMount())('says that the disk is full, before and after there is data', async () => {
    mkdirSync(dataDir);
    const onSmallDisk = (megabytes: number, before: string) => [
      ...['unshare', '--mount', 'sh', '-c'],
      `mount -t tmpfs -o size=${megabytes}m,mode=755 tmpfs ${dataDir}; ${before} exec "$@"`,
      'sh',
    ];
    const fillUp = `"$@" exit >/dev/null; cat /dev/zero >${dataDir}/ballast 2>/dev/null;`;

    const fresh = startProduct(dataDir, { under: onSmallDisk(60, '') });
    const later = startProduct(dataDir, { under: onSmallDisk(300, fillUp) });

    expect(await fresh.first).toMatchObject({ event: 'failed', problem: 'disk_full' });
    expect(await later.first).toMatchObject({ event: 'failed', problem: 'disk_full' });
    await Promise.all([fresh.stop(), later.stop()]);
  });
});

async function occupyPort(): Promise<{ readonly port: number; leave(): Promise<unknown> }> {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  const address = occupant.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, leave: () => new Promise((resolve) => occupant.close(resolve)) };
}

async function freePort(): Promise<number> {
  const { port, leave } = await occupyPort();
  await leave();
  return port;
}

function othersReachUs(): boolean {
  try {
    execFileSync(process.execPath, ['-e', ''], { ...NOBODY, cwd: '/' });
    execFileSync('test', ['-r', join(import.meta.dirname, 'index.ts')], { ...NOBODY, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
