import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learnRefusals } from '../src/knowledge/index.ts';

/** Learns for each jurisdiction what must not be answered, once at the build and not at somebody's first question. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'knowledge');
await mkdir(out, { recursive: true });
for (const code of await readdir(join(root, 'jurisdictions'))) {
  const directory = join(root, 'jurisdictions', code, 'knowledge');
  if (!existsSync(join(directory, 'refusal-examples.yaml'))) continue;
  const { labels, features, weights } = learnRefusals(directory);
  const rounded = weights.map((row) => Array.from(row, (weight) => Math.round(weight * 1e4) / 1e4));
  await writeFile(join(out, `${code}.refusals.json`), JSON.stringify({ labels, features, weights: rounded }));
  console.log(`${join(out, `${code}.refusals.json`)}: ${features.length} features`);
}
