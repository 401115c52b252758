import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './agreement.ts';
import { crossTable, independence } from './cross-table.ts';
import { chiSquareTail } from './distributions.ts';
import { proportion, wilson } from './estimates.ts';

describe('intervals', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f (Wilson)', (successes, n, low, high) => {
    const interval = wilson(successes / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('grow when weights are unequal, because fewer people carry them', () => {
    const values = Array.from({ length: 100 }, (_, index) => index % 2 === 0);
    const equal = proportion(values);
    const unequal = proportion(
      values,
      values.map((_, index) => (index < 10 ? 10 : 1)),
    );
    expect(equal.effectiveN).toBeCloseTo(100, 9);
    expect(unequal.effectiveN).toBeCloseTo(190 ** 2 / 1_090, 9);
    expect(unequal.interval.high - unequal.interval.low).toBeGreaterThan(equal.interval.high - equal.interval.low);
  });
});

describe('cross-tables', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [16.91897760462045, 9, 0.05],
    [6.634896601021213, 1, 0.01],
    [0.1, 3, 0.9918373],
  ])('chi-square %f with %i degrees has p %f', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees)).toBeCloseTo(p, 6);
  });

  it('find the textbook association of party and sex (Agresti 2007, table 2.5)', () => {
    const test = independence({
      counts: [
        [762, 327, 468],
        [484, 239, 477],
      ],
    });
    expect(test.chiSquare).toBeCloseTo(30.0701, 3);
    expect(test.degrees).toBe(2);
    expect(test.p).toBeCloseTo(2.954e-7, 9);
    expect(test.isReliable).toBe(true);
  });

  it('see less when weights make the sample worth less', () => {
    const table = crossTable(
      [
        ['kk', 'yes'],
        ['kk', 'no'],
        ['ru', 'yes'],
      ],
      ['kk', 'ru'],
      ['yes', 'no'],
    );
    expect(table.counts).toEqual([
      [1, 1],
      [1, 0],
    ]);
    const counts = [
      [60, 40],
      [40, 60],
    ];
    expect(independence({ counts }, 2).p).toBeGreaterThan(independence({ counts }).p);
  });
});

describe("Krippendorff's alpha", () => {
  // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve units.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  const units = Array.from({ length: 12 }, (_, unit) =>
    observers.map((codes) => codes[unit]).filter((code): code is number => typeof code === 'number'),
  );

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('of the published example is, %s, %f', (level, alpha) => {
    expect(krippendorffAlpha(units, level)).toBeCloseTo(alpha, 3);
  });

  it('is one for perfect agreement and unknown when nothing varies', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNull();
    expect(krippendorffAlpha([['a'], ['b']])).toBeNull();
  });
});
