import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';

const PLANTED = 'src/appeals/planted-violation.ts';

function cruise(): { violations: { rule: string; from: string }[]; modules: number } {
  const { stdout } = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string }[]; totalCruised: number };
  };
  return {
    violations: summary.violations.map(({ rule, from }) => ({ rule: rule.name, from })),
    modules: summary.totalCruised,
  };
}

describe('import rules', { timeout: 60_000 }, () => {
  afterAll(() => rmSync(PLANTED, { force: true }));

  it('hold, over more than zero modules', () => {
    const { violations, modules } = cruise();
    expect(modules).toBeGreaterThan(100);
    expect(violations).toEqual([]);
  });

  it('bite: a planted import of a channel, of another room’s inside, and of the database is found', () => {
    mkdirSync('src/appeals', { recursive: true });
    writeFileSync(
      PLANTED,
      "import '../channels/telegram/index.ts';\nimport '../citizens/citizen.ts';\nimport '../platform/db/database.ts';\nimport 'grammy';\nimport { Bot } from 'grammy';\nexport const planted = Bot;\n",
    );
    const rules = cruise()
      .violations.filter(({ from }) => from === PLANTED)
      .map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining([
        'domain-knows-no-channel',
        'domain-front-door',
        'database-only-in-repositories',
        'no-frameworks-in-domains',
      ]),
    );
    rmSync(PLANTED);
  });
});
