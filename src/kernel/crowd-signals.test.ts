import { describe, expect, it } from 'vitest';
import { type HourOfCrowd, signalsOf } from './crowd-signals.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const anHour = (hour: number, some: Partial<HourOfCrowd> = {}): HourOfCrowd => ({
  hour: at(hour),
  count: 20,
  fresh: 2,
  topReferrer: 0,
  gapMean: 180,
  gapDeviation: 170,
  ...some,
});
const quiet = [1, 2, 3, 4, 5].map((hour) => anHour(hour));
const kindsOf = (hours: readonly HourOfCrowd[]) =>
  signalsOf(hours, (date) => date.getUTCHours()).map(({ kind }) => kind);

describe('what deserves a look', () => {
  it('is nothing in the usual course of a petition', () => {
    expect(kindsOf(quiet)).toEqual([]);
  });

  it.each([
    ['burst', { count: 400 }],
    ['fresh_accounts', { count: 40, fresh: 39 }],
    ['one_referrer', { count: 40, topReferrer: 39 }],
  ] as const)('%s', (kind, some) => {
    expect(kindsOf([...quiet, anHour(12, some)])).toEqual([kind]);
  });

  it('is a machine’s patience at night, and not the same in the daytime', () => {
    const regular = { count: 60, gapMean: 60, gapDeviation: 2 };
    expect(kindsOf([...quiet, anHour(3, regular)])).toEqual(['regular_night']);
    expect(kindsOf([...quiet, anHour(13, regular)])).toEqual([]);
  });

  it('is never a handful of people, however strange', () => {
    expect(kindsOf([...quiet, anHour(3, { count: 20, fresh: 20, topReferrer: 20, gapDeviation: 0 })])).toEqual([]);
  });
});
