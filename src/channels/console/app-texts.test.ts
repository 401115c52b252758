import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAFF_ROLES } from '../../access/index.ts';
import { INBOX_VIEWS, KINDS, OUTCOMES } from '../../appeals/index.ts';
import { loadTexts } from '../../platform/texts/texts.ts';

const APP = join(import.meta.dirname, 'app');
const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith('api-types.ts'),
);
const texts = loadTexts();
const ids = texts.keys('ru').filter((key) => key.startsWith('console-'));

const used = sources.flatMap((name) => [
  ...readFileSync(join(APP, name), 'utf8').matchAll(/['`](console-[a-z0-9-]+)(\$\{)?/g),
]);
const whole = new Set(used.filter(([, , open]) => open === undefined).map(([, key = '']) => key));
const beginnings = [...new Set(used.filter(([, , open]) => open !== undefined).map(([, key = '']) => key))];

describe('the console’s words', () => {
  it('exist for everything the pages say', () => {
    expect(sources.length).toBeGreaterThan(15);
    expect([...whole].filter((key) => !ids.includes(key))).toEqual([]);
    for (const beginning of beginnings)
      expect(
        ids.some((id) => id.startsWith(beginning)),
        beginning,
      ).toBe(true);
  });

  it('are all said somewhere', () => {
    const unsaid = ids.filter((id) => !whole.has(id) && !beginnings.some((beginning) => id.startsWith(beginning)));
    expect(unsaid).toEqual([]);
  });

  it('cover every role, view, kind, outcome and state', () => {
    const dashed = (word: string): string => word.replaceAll('_', '-');
    const wanted = [
      ...STAFF_ROLES.map((role) => `console-role-${role}`),
      ...INBOX_VIEWS.flatMap((view) => [`console-view-${dashed(view)}`, `console-empty-${dashed(view)}`]),
      ...KINDS.map((kind) => `console-kind-${kind}`),
      ...OUTCOMES.map((outcome) => `console-outcome-${outcome}`),
      ...['delivered', 'registered', 'answered', 'disputed', 'with-monitors', 'closed', 'redirected', 'withdrawn'].map(
        (state) => `console-state-${state}`,
      ),
    ];
    expect(wanted.filter((key) => !ids.includes(key))).toEqual([]);
  });
});
