import { describe, expect, it } from 'vitest';
import { calibration, createLateRisk, type FinishedTerm } from './late-risk.ts';

const took = (agencyCode: string, topicId: string, ...days: number[]): FinishedTerm[] =>
  days.map((workingDays) => ({ agencyCode, topicId, workingDays }));
const term = { agencyCode: 'roads', topicId: 'road.pothole', elapsed: 0, allowed: 15, load: 1 };

describe('the risk of being late', () => {
  const slow = took('roads', 'road.pothole', ...Array.from({ length: 50 }, (_, index) => (index % 2 ? 10 : 20)));
  const quick = took('water', 'water.leak', ...Array.from({ length: 50 }, () => 2));
  const riskOf = createLateRisk([...slow, ...quick]);

  it('is what happened to the same agency and topic before', () => {
    const risk = riskOf(term);
    expect(risk).toMatchObject({ basis: 'agency_and_topic', comparable: 50, comparableLate: 25 });
    expect(risk.probability).toBeGreaterThan(0.4);
    expect(riskOf({ ...term, agencyCode: 'water', topicId: 'water.leak' }).probability).toBeLessThan(0.05);
  });

  it('grows as the quick cases fall away, and is certain after the last day', () => {
    const after = [0, 11, 15, 16].map((elapsed) => riskOf({ ...term, elapsed }).probability);
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(after[1]).toBeGreaterThan(0.85);
    expect(after[3]).toBe(1);
  });

  it('falls back on the agency, on everyone, and on a stated guess', () => {
    expect(riskOf({ ...term, topicId: 'road.signs' }).basis).toBe('agency');
    expect(riskOf({ ...term, agencyCode: 'parks' }).basis).toBe('everyone');
    expect(createLateRisk([])(term)).toMatchObject({ basis: 'no_history', probability: 0.2 });
  });

  it('does not believe two cases more than two hundred', () => {
    const two = createLateRisk([...took('roads', 'road.pothole', 30, 30), ...quick, ...quick, ...quick, ...quick]);
    expect(two(term).probability).toBeLessThan(0.35);
  });

  it('rises with the load, within bounds', () => {
    const at = (load: number) => riskOf({ ...term, load }).probability;
    expect(at(2)).toBeGreaterThan(at(1));
    expect(at(100)).toBe(at(3));
  });
});

it('calibration shows predictions beside what happened', () => {
  const outcomes = [0.1, 0.1, 0.1, 0.1, 0.9, 0.9].map((probability, index) => ({ probability, late: index > 3 }));
  const { bins, brier } = calibration(outcomes);
  expect(bins.map(({ cases, observed }) => [cases, observed])).toEqual([
    [4, 0],
    [2, 1],
  ]);
  expect(brier).toBeCloseTo(0.01);
  expect(calibration([]).brier).toBeNull();
});
