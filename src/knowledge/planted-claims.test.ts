import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIES, truthsOf, verdictOf } from './evaluation-claims.ts';
import { loadRecords } from './load-records.ts';

const truths = truthsOf(loadRecords(fileURLToPath(new URL('../../jurisdictions/kz/knowledge', import.meta.url))));

describe('what a model plants', () => {
  it.each(Object.entries(LIES))('%s is caught every time, in three languages', (_, lie) => {
    const tried = truths.flatMap((truth) => {
      const told = lie(truth);
      return told === null ? [] : [{ truth, told }];
    });
    const missed = tried.filter(({ truth, told }) => verdictOf(truth, told) === 'supported');
    expect(missed.map(({ told }) => told)).toEqual([]);
    expect(new Set(tried.map(({ truth }) => truth.passage.language)).size).toBe(3);
  });

  it('is caught without losing what is true: every sentence of the sources stands', () => {
    expect(truths.length).toBeGreaterThan(300);
    expect(
      truths.filter((truth) => verdictOf(truth, truth.sentence) !== 'supported').map(({ sentence }) => sentence),
    ).toEqual([]);
  });
});
