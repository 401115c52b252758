import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Rule } from './rule.ts';

it('the published JSON schema of a rule is the one the code checks', () => {
  const published = JSON.parse(readFileSync(new URL('../../docs/law/rule.schema.json', import.meta.url), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Rule, { io: 'input' }))));
});
