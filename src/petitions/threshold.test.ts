import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadJurisdiction } from '../deadlines/index.ts';
import { loadProfiles } from './load-profiles.ts';
import { fixThresholds, reached, requiredCount } from './threshold.ts';

const kz = loadProfiles('kz');
const required = (key: string, population: number | null) =>
  fixThresholds(kz.authority('kz.state', key), population)?.map((threshold) => threshold.required) ?? null;

describe('how many are needed', () => {
  it.each([
    ['government', null, [50_000]],
    ['region_maslikhat', 2_351_424, [47_029]],
    ['region_akimat', 2_351_424, [23_515]],
    ['region_akimat', 2_351_400, [23_514]],
    ['district_maslikhat', 50_001, [5_000]],
    ['district_maslikhat', 50_000, [5_000]],
    ['district_maslikhat', 49_999, [5_000]],
    ['district_maslikhat', 49_991, [5_000]],
    ['district_maslikhat', 12_345, [1_235]],
    ['district_akimat', 50_001, [2_500]],
    ['district_akimat', 50_000, [2_500]],
    ['district_akimat', 1_201, [61]],
    ['district_akimat', 7, [1]],
  ])('%s with %s people: %s', (key, population, expected) => {
    expect(required(key, population)).toEqual(expected);
  });

  it('is not guessed where the number of people is not known', () => {
    expect(required('region_akimat', null)).toBeNull();
  });

  it('is rounded up, without the errors of binary fractions', () => {
    expect(requiredCount({ type: 'share', percent: 0.1 }, 3_000)).toBe(3);
    expect(requiredCount({ type: 'share', percent: 0.1 }, 3_001)).toBe(4);
    expect(requiredCount({ type: 'share', percent: 7 }, 100)).toBe(7);
  });

  it.each([
    ['gb', 'gb.parliament', 'parliament', [10_000, 100_000]],
    ['tw', 'tw.join', 'executive', [5_000]],
    ['ee', 'ee.collective_address', 'parliament', [1_000]],
    ['kr', 'kr.bluehouse', 'presidency', [200_000]],
  ])('%s keeps its own numbers', (code, profile, authority, expected) => {
    const thresholds = fixThresholds(loadProfiles(code).authority(profile, authority), null);
    expect(thresholds?.map((threshold) => threshold.required)).toEqual(expected);
  });
});

describe('a threshold', () => {
  const thresholds = [{ key: 'review', counter: 'signatures', required: 100 } as const];
  const counts = { support: 5_000, signatures: 0, legalReading: null };
  const country = { signatures: 'count' } as const;

  it('is reached by the exact number, one before and one after', () => {
    expect(reached(country, thresholds, { ...counts, signatures: 99 })).toEqual([]);
    expect(reached(country, thresholds, { ...counts, signatures: 100 })).toEqual(thresholds);
    expect(reached(country, thresholds, { ...counts, signatures: 101 })).toEqual(thresholds);
  });

  it('never mixes the counters', () => {
    expect(reached(country, thresholds, { support: 99, signatures: 99, legalReading: 99 })).toEqual([]);
  });

  it('is never reached by signatures that the profile merely shows', () => {
    expect(reached({ signatures: 'shown' }, thresholds, { ...counts, signatures: 1_000_000 })).toEqual([]);
  });

  it('under the law of Kazakhstan is reached by a reading of the state portal and nothing else', () => {
    for (const { thresholds: ofAuthority } of kz.get('kz.state').authorities)
      expect(ofAuthority.map(({ counter }) => counter)).toEqual(['legal_reading']);
    const fixed = fixThresholds(kz.authority('kz.state', 'government'), null) ?? [];
    const everybody = { support: 9_000_000, signatures: 9_000_000, legalReading: null };
    expect(reached(kz.get('kz.state'), fixed, everybody)).toEqual([]);
    expect(reached(kz.get('kz.state'), fixed, { ...everybody, legalReading: 49_999 })).toEqual([]);
    expect(reached(kz.get('kz.state'), fixed, { ...everybody, legalReading: 50_000 })).toHaveLength(1);
  });
});

describe('profiles', () => {
  it('name only rules that their rulebook has', () => {
    const codes = readdirSync('jurisdictions').filter((code) => loadProfiles(code).all.length > 0);
    expect(codes).toEqual(['ee', 'gb', 'kr', 'kz', 'tw']);
    for (const code of codes) {
      const { rulebook } = loadJurisdiction(code);
      for (const profile of loadProfiles(code).all) {
        const terms = [
          profile.gathering,
          profile.moderation.due,
          profile.moderation.warnAfter,
          profile.sponsors.within,
          profile.repeatAfter,
          ...profile.authorities.flatMap(({ thresholds }) => thresholds.map(({ duty }) => duty.term)),
        ];
        for (const term of terms) if (term && 'rule' in term) expect(rulebook.has(term.rule), term.rule).toBe(true);
      }
    }
  });

  it('lists the sixteen subjects the law bars', () => {
    expect(kz.get('kz.state').barredSubjects).toHaveLength(16);
  });

  it('refuse an id or an authority nobody knows', () => {
    expect(() => kz.get('kz.nothing')).toThrow(expect.objectContaining({ code: 'petition.profile_unknown' }));
    expect(() => kz.authority('kz.state', 'nobody')).toThrow(
      expect.objectContaining({ code: 'petition.authority_unknown' }),
    );
  });
});
