import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const { default: config } = (await import(resolve('.dependency-cruiser.mjs'))) as {
  default: { forbidden: { name: string }[] };
};
const RULES = config.forbidden.map(({ name }) => name);
const DOMAINS = RULES.flatMap((name) =>
  name.endsWith('-imports') && name !== 'source-never-imports-tests' ? [name.slice(0, -8)] : [],
);

/** Files that each break a rule, beside one that breaks none. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'src/kernel/words.ts': [],
  'src/kernel/worker.ts': ['grammy'],
  'src/platform/db/database.ts': ['../../citizens/index.ts'],
  'src/citizens/index.ts': ['./citizen.ts', '../kernel/words.ts'],
  'src/citizens/citizen.ts': ['./index.ts'],
  'src/appeals/case.ts': [
    '../channels/slack/index.ts',
    '../citizens/citizen.ts',
    '../platform/db/database.ts',
    'grammy',
  ],
  'src/channels/telegram/index.ts': ['../slack/index.ts', '../../simulator/world.ts', '../../../test/support.ts'],
  'src/channels/slack/index.ts': [],
  'src/simulator/world.ts': [],
  'test/support.ts': [],
  'node_modules/grammy/index.js': [],
};

const folder = mkdtempSync(join(tmpdir(), 'dauys-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, imports: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), [...imports.map((name) => `import '${name}';`), 'export {};\n'].join('\n'));
}

/** The tree itself is checked by `npm run rules`; here the same checker gets one that it must refuse. */
describe('the import rules', { timeout: 60_000 }, () => {
  it('bite, every one of them', () => {
    for (const [file, imports] of Object.entries(PLANTED)) plant(file, imports);
    // No domain may import all others: whichever it may, one of these is forbidden.
    for (const domain of DOMAINS) {
      plant(
        `src/${domain}/greedy.ts`,
        DOMAINS.map((other) => `../${other}/greedy.ts`).filter((other) => !other.includes(`/${domain}/`)),
      );
    }

    const { stdout } = spawnSync(
      resolve('node_modules/.bin/depcruise'),
      ['--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json', 'src'],
      { encoding: 'utf8', cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string }; from: string }[]; totalCruised: number };
    };

    expect([...new Set(summary.violations.map(({ rule }) => rule.name))].sort()).toEqual([...RULES].sort());
    expect(summary.violations.filter(({ from }) => from === 'src/kernel/words.ts')).toEqual([]);
  });
});
