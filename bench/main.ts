import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const [name = '', ...args] = process.argv.slice(2);
const known = readdirSync('bench')
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3));

if (!existsSync(`bench/${name}.ts`) || name === 'main') {
  console.error(`usage: npm run bench -- <name> [--json]\nbenchmarks: ${known.join(', ')}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, [`bench/${name}.ts`, ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
