import { spawn } from 'node:child_process';

/** Everything that needs no database and no browser; the longest first, so that both cores are busy to the end. */
const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['types', 'npm', 'run', '-s', 'types'],
  ['lint', 'npm', 'run', '-s', 'lint:biome'],
  ['promises and switches', 'npm', 'run', '-s', 'lint:types'],
  ['dead code', 'npm', 'run', '-s', 'dead'],
  ['import rules', 'npm', 'run', '-s', 'rules'],
];
const AT_ONCE = 2;
/** Two tools at a time keep two cores busy; what each would share out among its own threads, it would do twice. */
const ENVIRONMENT = { ...process.env, GOMAXPROCS: '1' };

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: string;
  /** The runner's threads did not come up, which has been seen once: nothing was tested, and nothing failed. */
  readonly neverBegan: boolean;
}

function run([name, command, ...args]: (typeof STEPS)[number]): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: ENVIRONMENT });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      const printed = Buffer.concat(said);
      process.stdout.write(printed);
      const neverBegan = status !== 0 && printed.includes('no tests');
      resolve({ name, neverBegan, ok: status === 0, seconds: ((performance.now() - started) / 1000).toFixed(1) });
    });
  });
}

const waiting = [...STEPS];
const results: Result[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const first = await run(step);
      results.push(first.neverBegan ? await run(step) : first);
    }
  }),
);
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${seconds} s`);
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
