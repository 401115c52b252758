import { describe, expect, it } from 'vitest';
import { reliabilityDiagram, riskCoverageCurve } from './charts.ts';
import { fitConfidence } from './confidence.ts';
import { groupedFolds } from './folds.ts';
import { accuracy, calibrationError, type Judged, macroF1, reliability, riskCoverage, topShare } from './measures.ts';

const judged = (truth: string, ranked: string[], confidence = 0.5): Judged => ({ truth, ranked, confidence });

describe('measures', () => {
  const sample = [judged('a', ['a', 'b']), judged('a', ['b', 'a']), judged('b', ['b', 'a']), judged('c', ['a', 'b'])];

  it('counts accuracy and the truth among the first', () => {
    expect(accuracy(sample)).toBe(0.5);
    expect(topShare(sample, 2)).toBe(0.75);
  });

  it('takes macro F1 over every class that is true or said, as scikit-learn does', () => {
    expect(macroF1(sample)).toBeCloseTo((0.5 + 2 / 3 + 0) / 3, 12);
  });

  it('has no error of calibration when what is said comes true', () => {
    const honest = [
      judged('a', ['a'], 0.75),
      judged('a', ['a'], 0.75),
      judged('a', ['a'], 0.75),
      judged('a', ['b'], 0.75),
    ];
    expect(calibrationError(honest)).toBeCloseTo(0, 12);
  });

  it('gives accuracy 1 to the surest half when the errors are the unsure ones', () => {
    const points = riskCoverage([judged('a', ['a'], 0.9), judged('a', ['b'], 0.2)], 2);
    expect(points).toEqual([
      { coverage: 0.5, accuracy: 1 },
      { coverage: 1, accuracy: 0.5 },
    ]);
  });

  it('measures nothing without failing on no texts', () => {
    expect([accuracy([]), macroF1([]), topShare([], 3), calibrationError([])]).toEqual([0, 0, 0, 0]);
  });

  it('draws both charts as SVG with escaped titles', () => {
    expect(reliabilityDiagram(reliability(sample), 'a & b')).toContain('<title>a &amp; b</title>');
    expect(riskCoverageCurve(riskCoverage(sample), 0.9, 'x')).toContain('<polyline');
  });
});

describe('confidence', () => {
  const outcomes = Array.from({ length: 400 }, (_, at) => ({
    chance: (at % 100) / 100,
    right: at % 100 >= 60 || at % 7 === 0,
  }));

  it('chooses the lowest threshold that reaches the target', () => {
    const { thresholdFor, calibrate } = fitConfidence(outcomes);
    const accepted = outcomes.filter(({ chance }) => calibrate(chance) >= thresholdFor(0.9));
    expect(accepted.filter(({ right }) => right).length / accepted.length).toBeGreaterThanOrEqual(0.9);
    expect(accepted.length).toBeGreaterThan(150);
  });

  it('accepts nothing when the target is out of reach or there is nothing to learn from', () => {
    const hopeless = outcomes.map(({ chance }) => ({ chance, right: false }));
    expect(fitConfidence(hopeless).thresholdFor(0.9)).toBe(1);
    expect(fitConfidence([]).thresholdFor(0.9)).toBe(1);
    expect(fitConfidence([]).calibrate(0.8)).toBeCloseTo(0.8);
  });
});

describe('folds', () => {
  it('never splits a group and gives the same folds whatever the order', () => {
    const items = Array.from({ length: 60 }, (_, at) => ({ group: `g${at % 20}` }));
    const folds = groupedFolds(items, 5);
    const backwards = groupedFolds(items.toReversed(), 5).toReversed();
    expect([...folds]).toEqual([...backwards]);
    for (let at = 0; at < 40; at += 1) expect(folds[at]).toBe(folds[at + 20]);
    expect(new Set(folds).size).toBe(5);
  });
});
