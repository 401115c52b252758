import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownJurisdictions, loadJurisdiction } from './load-rulebook.ts';

const topics = readFileSync(new URL('../../jurisdictions/kz/topics/topics.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0]);

describe('the law shipped', () => {
  it('is the 45 rules of eight jurisdictions, every file valid', () => {
    expect(knownJurisdictions()).toEqual(['br', 'ee', 'gb', 'kr', 'kz', 'sg', 'tw', 'us']);
    const ids = knownJurisdictions().flatMap((code) => loadJurisdiction(code).rulebook.rules.map(({ id }) => id));
    expect(new Set(ids).size).toBe(45);
  });

  it.each(knownJurisdictions())('%s names only rules it has, and its editions do not overlap', (code) => {
    const { rulebook } = loadJurisdiction(code);
    const { procedures, ...named } = rulebook.procedures;
    const ids = [...Object.values(procedures), named.registration, named.redirect, named.hearing].filter(Boolean);
    for (const rule of rulebook.rules) {
      ids.push(...rule.stages.flatMap(({ rule: id }) => id ?? []), ...(rule.redirect ? [rule.redirect.rule] : []));
      expect(rule.jurisdiction).toBe(code);
    }
    for (const id of ids) expect(rulebook.has(String(id)), String(id)).toBe(true);
    for (const id of new Set(rulebook.rules.map((rule) => rule.id))) {
      const editions = rulebook.editions(id);
      editions.slice(1).forEach(({ effective }, index) => {
        expect(String(editions[index]?.effective.until) < String(effective.from), id).toBe(true);
      });
    }
  });

  it.each(knownJurisdictions())('%s has a calendar for 2025 to 2027', (code) => {
    const { calendar } = loadJurisdiction(code);
    expect([calendar.coveredFrom, calendar.coveredUntil]).toEqual(['2025-01-01', '2027-12-31']);
  });

  it('promises only about topics that exist', () => {
    for (const topic of Object.keys(loadJurisdiction('kz').rulebook.promises.topics)) expect(topics).toContain(topic);
  });

  it('has a page for every rule', () => {
    const pages = readdirSync(new URL('../../docs/law/', import.meta.url));
    const text = pages
      .map((page) => readFileSync(new URL(`../../docs/law/${page}`, import.meta.url), 'utf8'))
      .join('\n');
    for (const code of knownJurisdictions()) {
      for (const { id } of loadJurisdiction(code).rulebook.rules) expect(text, id).toContain(`\`${id}\``);
    }
  });

  it('refuses a jurisdiction nobody has described', () => {
    expect(() => loadJurisdiction('zz')).toThrow(expect.objectContaining({ code: 'deadline.jurisdiction_unknown' }));
  });
});
