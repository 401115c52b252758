import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Fact = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), url: z.string(), adopted: z.boolean(), where: z.string(), pid: z.number() }),
  z.object({ event: z.literal('failed'), problem: z.string(), message: z.string() }),
  z.object({ event: z.literal('written'), id: z.string() }),
]);
type Fact = z.infer<typeof Fact>;

export interface Product {
  readonly pid: number;
  /** Every row it saw acknowledged so far. */
  readonly written: readonly string[];
  /** The first thing it said: started, or why not. */
  readonly first: Promise<Fact>;
  untilWritten(rows: number): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface ProductOptions {
  readonly work?: 'write' | 'exit';
  /** Words in front of the command, such as `unshare …`. */
  readonly under?: readonly string[];
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** A product process of its own, to be killed. */
export function startProduct(dataDir: string, { work, under = [], account }: ProductOptions = {}): Product {
  const script = join(import.meta.dirname, 'product-process.ts');
  const [file = process.execPath, ...words] = [...under, process.execPath, script, dataDir, ...(work ? [work] : [])];
  const child = spawn(file, words, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...account });
  const written: string[] = [];
  const waiting = new Set<() => void>();
  const first = Promise.withResolvers<Fact>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const fact = Fact.parse(JSON.parse(line));
    first.resolve(fact);
    if (fact.event === 'written') written.push(fact.id);
    for (const check of waiting) check();
  });
  const gone = once(child, 'close');
  gone.then(() => first.reject(new Error('the product process ended without a word'))).catch(() => undefined);
  first.promise.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    written,
    first: first.promise,
    untilWritten: (rows) =>
      new Promise((resolve) => {
        const check = () => {
          if (written.length >= rows) resolve();
        };
        waiting.add(check);
        check();
      }),
    kill: () => end(child, gone, () => child.kill('SIGKILL')),
    stop: () => end(child, gone, () => child.stdin.end()),
  };
}

/** After `close` every line it had written has been read. */
async function end(child: ChildProcess, gone: Promise<unknown>, how: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) how();
  await gone;
}
