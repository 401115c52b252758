import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

/** The pages come built with an installation; a fresh checkout builds them once. */
export async function buildConsole(): Promise<void> {
  if (existsSync(join(ROOT, 'dist/console/index.html'))) return;
  await build({ configFile: join(ROOT, 'src/channels/console/app/vite.config.ts'), logLevel: 'warn' });
}
