import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a fresh checkout needs before its first start: the database client, the pages, the router's model and the guard's. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['prisma', ['generate']],
  ['vite', ['build', '--logLevel', 'warn', '--config', 'src/simulator/page/vite.config.ts']],
  ['vite', ['build', '--logLevel', 'warn', '--config', 'src/channels/console/app/vite.config.ts']],
  ['node', ['scripts/train-router.ts']],
  ['node', ['scripts/train-refusals.ts']],
];

for (const [command, args] of STEPS) {
  const file = args.at(-1) ?? '';
  if (file.includes('/') && !existsSync(file)) continue;
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`prepare: ${command} ${args.join(' ')} failed`);
    process.exit(status ?? 1);
  }
}
