import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** How PostgreSQL's programs are run here: PostgreSQL refuses to be root, so root needs somebody else to be. */
export interface Runner {
  /** For the log: who runs the server, and why that way. */
  readonly where: string;
  readonly clusterDir: string;
  run(program: 'initdb' | 'postgres', args: readonly string[], stdio: SpawnOptions['stdio']): ChildProcess;
  /** Makes a file or folder belong to whoever runs the server. */
  own(path: string): void;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Nothing of the product's environment (secrets) reaches the server; `C` keeps its messages recognisable. */
const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
const NAMESPACE = ['--user', '--map-user=1', '--map-group=1'];

export function chooseRunner(binaries: string, clusterDir: string): Runner {
  if (process.getuid?.() !== 0) return plainRunner(binaries, clusterDir);
  const account = findAccount();
  if (account !== undefined && canEnter(account, dirname(clusterDir)) && canRun(account, binaries)) {
    return accountRunner(account, binaries, clusterDir, `as the user ${account.name}, because PostgreSQL refuses root`);
  }
  if (namespacesWork()) return namespaceRunner(binaries, clusterDir);
  if (account === undefined) throw new Error('no unprivileged user (postgres, nobody) exists to run PostgreSQL as');
  return relocatedRunner(account, binaries, clusterDir);
}

function plainRunner(binaries: string, clusterDir: string): Runner {
  return {
    where: 'as the current user',
    clusterDir,
    run: (program, args, stdio) => start(join(binaries, 'bin', program), args, { stdio }),
    own: () => undefined,
  };
}

function accountRunner(account: Account, binaries: string, clusterDir: string, where: string): Runner {
  const { uid, gid } = account;
  return {
    where,
    clusterDir,
    run: (program, args, stdio) => start(join(binaries, 'bin', program), args, { stdio, uid, gid }),
    own: (path) => giveTo(path, uid, gid),
  };
}

/** Outside the server is still root and reaches files below a closed folder; inside it has no privileges. */
function namespaceRunner(binaries: string, clusterDir: string): Runner {
  return {
    where: `in a user namespace, because no other user can reach ${dirname(clusterDir)} or the installed programs`,
    clusterDir,
    run: (program, args, stdio) => start('unshare', [...NAMESPACE, join(binaries, 'bin', program), ...args], { stdio }),
    own: (path) => giveTo(path, 0, 0),
  };
}

/** Last resort: programs and cluster move to a folder that the unprivileged user can reach. */
function relocatedRunner(account: Account, binaries: string, clusterDir: string): Runner {
  const reachable = canEnter(account, dirname(clusterDir));
  const home = reachable
    ? dirname(clusterDir)
    : join('/var/lib/dauys', createHash('sha256').update(clusterDir).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const programs = join(home, 'programs');
  copyWhole(binaries, programs);
  const cluster = join(home, 'cluster');
  if (cluster !== clusterDir && existsSync(clusterDir)) {
    copyWhole(clusterDir, cluster);
    renameSync(clusterDir, `${clusterDir}.copied-to-var-lib-dauys-${basename(home)}`);
  }
  const where =
    `as the user ${account.name}, with ${reachable ? 'the programs' : 'programs and data'} copied to ${home}, ` +
    `because that user cannot reach their own place and this system has no user namespaces`;
  return accountRunner(account, programs, cluster, where);
}

function start(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  // Its own session: Ctrl-C on the terminal must reach the product first, which then stops the server in order.
  return spawn(file, [...args], { ...options, cwd: '/', env: SERVER_ENVIRONMENT, detached: true });
}

function findAccount(): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Asked of the kernel by trying, not by reading modes: access lists and mounts have a say too. */
function canEnter({ uid, gid }: Account, folder: string): boolean {
  return succeeds('test', ['-x', folder], { uid, gid, cwd: '/', stdio: 'ignore', env: SERVER_ENVIRONMENT });
}

function canRun({ uid, gid }: Account, binaries: string): boolean {
  const options = { uid, gid, cwd: '/', stdio: 'ignore', env: SERVER_ENVIRONMENT } as const;
  return succeeds(join(binaries, 'bin', 'postgres'), ['-V'], options);
}

function copyWhole(from: string, to: string): void {
  if (existsSync(to)) return;
  rmSync(`${to}.new`, { recursive: true, force: true });
  // Modes and links matter to PostgreSQL; `cpSync` does not keep the modes of folders.
  execFileSync('cp', ['-a', from, `${to}.new`]);
  renameSync(`${to}.new`, to);
}

function namespacesWork(): boolean {
  return succeeds('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore', env: SERVER_ENVIRONMENT });
}

function succeeds(file: string, args: string[], options: Parameters<typeof execFileSync>[2]): boolean {
  try {
    execFileSync(file, args, options);
    return true;
  } catch {
    return false;
  }
}

function giveTo(path: string, uid: number, gid: number): void {
  const found = lstatSync(path);
  if (found.uid === uid && found.gid === gid) return;
  giveTreeTo(path, uid, gid);
}

function giveTreeTo(path: string, uid: number, gid: number): void {
  if (lstatSync(path).isDirectory()) {
    for (const entry of readdirSync(path)) giveTreeTo(join(path, entry), uid, gid);
  }
  // The top folder last: its owner then tells that the whole tree was handed over.
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, uid, gid);
}
