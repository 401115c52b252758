import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { designEffect, effectiveSize, weightedMean } from './estimates.ts';
import { rake, trimWeights } from './raking.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const Margins = z.record(z.string(), z.record(z.string(), z.number()));
const Case = z.looseObject({
  id: z.string(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  base_weights: z.array(z.number()),
  margins: Margins,
  raked_weights: z.array(z.number()),
  kish_deff: z.number(),
  kish_neff: z.number(),
  trim: z
    .object({ lower: z.number(), upper: z.number(), weights: z.array(z.number()), kish_deff: z.number() })
    .optional(),
  estimates: z.record(
    z.string(),
    z.looseObject({ weights_only: z.array(z.object({ mean: z.number(), se: z.number() }).loose()) }),
  ),
});
const { cases } = z.looseObject({ cases: z.array(Case) }).parse(fixture('survey-reference'));
const asText = (row: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
const largestGap = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? Number.NaN))));

describe("raking beside R's survey package", () => {
  it.each(cases)(
    '$id: every weight equal to 1e-6, and Kish with them',
    ({ rows, margins, base_weights, raked_weights, kish_deff, kish_neff }) => {
      const raked = rake(rows.map(asText), margins, { baseWeights: base_weights });
      expect(raked.converged).toBe(true);
      expect(largestGap(raked.weights, raked_weights)).toBeLessThan(1e-6);
      expect(raked.designEffect).toBeCloseTo(kish_deff, 6);
      expect(raked.effectiveN).toBeCloseTo(kish_neff, 6);
      expect(raked.largestGap).toBeLessThan(1e-9);
    },
  );

  it.each(cases.filter(({ trim }) => trim))(
    '$id: trimmed weights equal to 1e-6',
    ({ rows, margins, base_weights, trim }) => {
      const raked = rake(rows.map(asText), margins, { baseWeights: base_weights, ...(trim ? { trim } : {}) });
      expect(largestGap(raked.weights, trim?.weights ?? [])).toBeLessThan(1e-6);
      expect(raked.designEffect).toBeCloseTo(trim?.kish_deff ?? 0, 6);
      expect(raked.trimmed).toBeGreaterThan(0);
    },
  );

  it('estimates of simple samples have the same mean and standard error to 1e-6', () => {
    const [first] = cases;
    for (const outcome of ['yes', 'score']) {
      const values = first?.rows.map((row) => Number(row[outcome])) ?? [];
      const { mean, se } = weightedMean(values, first?.raked_weights ?? []);
      const reference = first?.estimates[outcome]?.weights_only[0];
      expect(mean).toBeCloseTo(reference?.mean ?? 0, 6);
      expect(se).toBeCloseTo(reference?.se ?? 0, 6);
    }
  });

  it('the example of help(rake), apiclus1, converged', () => {
    const { apiclus1 } = z
      .looseObject({
        apiclus1: z.looseObject({
          base_weight: z.number(),
          margins: Margins,
          cells: z.array(
            z.object({ stype: z.string(), 'sch.wide': z.string(), n: z.number(), w_tight: z.number() }).loose(),
          ),
        }),
      })
      .parse(fixture('survey-package-api'));
    const schools = apiclus1.cells.flatMap((cell) => Array.from({ length: cell.n }, () => cell));
    const rows = schools.map((school) => ({ stype: school.stype, 'sch.wide': school['sch.wide'] }));
    const raked = rake(rows, apiclus1.margins, { baseWeights: rows.map(() => apiclus1.base_weight) });
    expect(
      largestGap(
        raked.weights,
        schools.map(({ w_tight }) => w_tight),
      ),
    ).toBeLessThan(1e-6);
  });
});

describe('raking beside published iterative fitting', () => {
  const Fitted = z
    .object({
      seed: z.array(z.array(z.number())),
      margins: z.tuple([z.array(z.number()), z.array(z.number())]),
      fitted: z.array(z.array(z.number())),
    })
    .loose();

  it('fits the two-dimensional table of ipfn', () => {
    const { seed, margins, fitted } = Fitted.parse((fixture('ipf-published') as { ipfn_2d: unknown }).ipfn_2d);
    const cells = seed.flatMap((row, r) => row.map((weight, c) => ({ r: `r${r}`, c: `c${c}`, weight })));
    const named = (name: string, totals: readonly number[]) =>
      Object.fromEntries(totals.map((total, index) => [`${name}${index}`, total]));
    const raked = rake(
      cells.map(({ r, c }) => ({ r, c })),
      { r: named('r', margins[0]), c: named('c', margins[1]) },
      { baseWeights: cells.map(({ weight }) => weight) },
    );
    expect(largestGap(raked.weights, fitted.flat())).toBeLessThan(1e-6);
  });

  it('leaves people without an answer their weight in that margin', () => {
    const raked = rake([{ a: '1' }, { a: '2' }, {}], { a: { '1': 2, '2': 1 } });
    expect(raked.weights).toEqual([2, 1, 1]);
  });
});

describe('trimming', () => {
  it('keeps the sum and the bounds', () => {
    const weights = [0.1, 0.2, 1, 1, 1, 1, 9];
    const trimmed = trimWeights(weights, { lower: 0.3, upper: 3 });
    const mean = weights.reduce((a, b) => a + b) / weights.length;
    expect(trimmed.reduce((a, b) => a + b)).toBeCloseTo(
      weights.reduce((a, b) => a + b),
      9,
    );
    expect(Math.max(...trimmed)).toBeLessThanOrEqual(3 * mean + 1e-9);
    expect(designEffect(trimmed)).toBeLessThan(designEffect(weights));
    expect(effectiveSize([1, 1, 1])).toBe(3);
  });
});
