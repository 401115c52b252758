import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What is remembered between two starts: the last port, and where the cluster lies if it had to be moved. */
const ServerNote = z.object({ port: z.number().int().optional(), clusterDir: z.string().optional() });
export type ServerNote = z.infer<typeof ServerNote>;

export function readNote(dataDir: string): ServerNote {
  try {
    return ServerNote.parse(JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')));
  } catch {
    return {};
  }
}

export function writeNote(dataDir: string, note: ServerNote): void {
  writeWhole(join(dataDir, 'server.json'), `${JSON.stringify(note)}\n`);
}

export function readPassword(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'password'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

export function createPassword(dataDir: string): string {
  const password = randomBytes(24).toString('base64url');
  writeWhole(join(dataDir, 'password'), `${password}\n`);
  return password;
}

/** `postmaster.pid`, as the running server keeps it: process id first, port fourth, state eighth. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | undefined;
  readonly state: string;
}

export function readPostmasterFile(clusterDir: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: port > 0 ? port : undefined, state: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

function writeWhole(path: string, content: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}
