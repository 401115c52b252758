import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('the pages’ types are those of the API as it is now', { timeout: 60_000 }, () => {
  const script = join(import.meta.dirname, '../../../scripts/generate-api-types.ts');
  const bin = join(import.meta.dirname, '../../../node_modules/.bin');
  execFileSync(process.execPath, [script, '--check'], {
    env: { PATH: `${bin}:${process.env.PATH ?? ''}` },
    stdio: 'pipe',
  });
  expect(true).toBe(true);
});
