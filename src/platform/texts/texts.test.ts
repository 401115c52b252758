import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../kernel/language.ts';
import { loadTexts } from './texts.ts';

const LOCALES = new URL('./locales/', import.meta.url);

/** Message ids with the variables each one uses, per file. */
function shapeOf(language: string, file: string): Map<string, string> {
  const resource = new FluentResource(readFileSync(new URL(`${language}/${file}`, LOCALES), 'utf8'));
  return new Map(
    resource.body.map((entry) => {
      const variables = [...JSON.stringify(entry).matchAll(/"type":"var","name":"([^"]+)"/g)].map(([, name]) => name);
      return [entry.id, [...new Set(variables)].sort().join(',')];
    }),
  );
}

describe('texts', () => {
  const files = readdirSync(new URL('ru/', LOCALES)).sort();

  it('have the same files in every language', () => {
    for (const language of LANGUAGES)
      expect(readdirSync(new URL(`${language}/`, LOCALES)).sort(), language).toEqual(files);
  });

  it.each(files)('%s says the same things with the same variables in every language', (file) => {
    const russian = shapeOf('ru', file);
    expect(russian.size).toBeGreaterThan(0);
    for (const language of LANGUAGES)
      expect(Object.fromEntries(shapeOf(language, file)), language).toEqual(Object.fromEntries(russian));
  });

  it('use no id twice across files', () => {
    const ids = files.flatMap((file) => [...shapeOf('ru', file).keys()]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('refuses an unknown key loudly', () => {
    expect(() => loadTexts().t('ru', 'no-such-key')).toThrow('no text no-such-key in ru');
  });
});
