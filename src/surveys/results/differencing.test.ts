import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given } from '../questionnaire/answer.ts';
import { Questionnaire } from '../questionnaire/questionnaire.ts';
import { MIN_CELL } from '../statistics/suppression.ts';
import { wordingResults } from './breakdown.ts';
import { crossResults } from './cross.ts';
import { filteredForPublic } from './filtered.ts';
import type { CountedSubmission } from './submission.ts';
import { forPublic, type ResultsInput, surveyResults } from './survey-results.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const OPTIONS = ['a', 'b', 'c'] as const;
const words = (text: string) => ({ kk: text, ru: text, en: text });
const questionnaire = Questionnaire.parse({
  title: words('t'),
  intro: words('i'),
  consent: words('c'),
  thanks: words('t'),
  blocks: [
    {
      key: 'b',
      questions: [
        { key: 'q', type: 'single', text: words('q'), options: OPTIONS.map((key) => ({ key, label: words(key) })) },
      ],
    },
  ],
});

const inputOf = (table: readonly (readonly number[])[]): ResultsInput => ({
  questionnaire,
  wave: {
    mode: 'anonymous',
    audience: { sample: null, open: true } as never,
    frameSize: 0,
    margins: null,
    minCell: MIN_CELL,
  },
  reached: { people: 0, finished: 0 },
  submissions: table.flatMap((row, r) =>
    row.flatMap((count, c) =>
      Array.from(
        { length: count },
        (): CountedSubmission => ({
          isComplete: true,
          channel: 'telegram',
          language: LANGUAGES[r] ?? 'ru',
          answeredOn: '2026-11-23',
          secondsBand: 'under_30s',
          strata: { language: LANGUAGES[r] ?? 'ru' },
          wordings: {},
          answers: { q: given({ type: 'option', option: OPTIONS[c] ?? 'a' }) },
        }),
      ),
    ),
  ),
});

/** Everything the console and the site ever say about language by answer. */
function lookAtEverything(table: readonly (readonly number[])[]) {
  const input = inputOf(table);
  const whole = surveyResults(input);
  const shownWhole = whole && forPublic(whole, MIN_CELL);
  const cells = table.map((row) => row.map((): number | null => null));
  const learn = (r: number, c: number, count: number | null | undefined): void => {
    const row = cells[r];
    if (row && typeof count === 'number') row[c] = count;
  };
  for (const [r, category] of LANGUAGES.entries()) {
    const part = filteredForPublic({ ...input, filter: { variable: 'language', category } }, MIN_CELL);
    for (const [c, option] of OPTIONS.entries())
      learn(r, c, part?.questions[0]?.options.find(({ key }) => key === option)?.count);
  }
  const cross = crossResults(input.submissions, 'language', 'q', { minCell: MIN_CELL });
  cross.counts?.forEach((row, i) => {
    row.forEach((count, j) => {
      const r = LANGUAGES.indexOf(cross.rows[i]?.key as 'kk');
      const c = OPTIONS.indexOf(cross.columns[j]?.key as 'a');
      learn(r, c, count);
    });
  });
  return {
    cells,
    // The statement names how many answered in each language.
    rowTotals: table.map((row) => row.reduce((sum, count) => sum + count, 0)),
    // Where the whole hides an option, the cross-table may have its total.
    columnTotals: OPTIONS.map(
      (option) =>
        shownWhole?.questions[0]?.options.find(({ key }) => key === option)?.count ??
        (cross.counts ? (cross.columns.find(({ key }) => key === option)?.total ?? 0) : null),
    ),
  };
}

/** Every table of three by three that fits what was shown: the attacker's whole knowledge. */
function tablesThatFit({ cells, rowTotals, columnTotals }: ReturnType<typeof lookAtEverything>): number[][][] {
  const rowsThatFit = cells.map((row, r) => {
    const found: number[][] = [];
    const total = rowTotals[r] ?? 0;
    for (let a = 0; a <= total; a += 1)
      for (let b = 0; a + b <= total; b += 1) {
        const one = [a, b, total - a - b];
        if (one.every((count, c) => (row[c] ?? count) === count)) found.push(one);
      }
    return found;
  });
  const [first = [], second = [], third = []] = rowsThatFit;
  const thirdBySum = new Map(third.map((row) => [row.join(), row]));
  const fits: number[][][] = [];
  for (const x of first)
    for (const y of second) {
      if (columnTotals.every((total) => total !== null)) {
        const rest = columnTotals.map((total, c) => (total ?? 0) - (x[c] ?? 0) - (y[c] ?? 0));
        const z = thirdBySum.get(rest.join());
        if (z) fits.push([x, y, z]);
      } else
        for (const z of third)
          if (columnTotals.every((total, c) => total === null || (x[c] ?? 0) + (y[c] ?? 0) + (z[c] ?? 0) === total))
            fits.push([x, y, z]);
      if (fits.length > 20_000) return fits;
    }
  return fits;
}

const table = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 14 })), { minLength: 3, maxLength: 3 }),
  { minLength: 3, maxLength: 3 },
);

describe('an attacker who looks at the whole, at every filter and at the cross-table', () => {
  it('would find out a handful from filters that each look harmless', () => {
    // Two languages shown in full, the third too small to be shown: it follows by subtraction.
    const counts = [
      [20, 15, 10],
      [12, 18, 9],
      [2, 0, 1],
    ];
    const seen = lookAtEverything(counts);
    const naive = { ...seen, cells: [[20, 15, 10], [12, 18, 9], seen.cells[2] ?? []] };
    expect(tablesThatFit({ ...naive, columnTotals: [34, 33, 20] })).toHaveLength(1);
    expect(new Set(tablesThatFit(seen).map((fit) => fit[2]?.[0])).size).toBeGreaterThan(1);
  });

  it('never learns a small cell', () => {
    let attacked = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const fits = tablesThatFit(lookAtEverything(counts));
        if (fits.length > 20_000) return;
        attacked += 1;
        counts.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count === 0 || count >= MIN_CELL) return;
            expect(new Set(fits.map((fit) => fit[r]?.[c])).size).toBeGreaterThan(1);
          });
        });
      }),
      { numRuns: 300 },
    );
    expect(attacked).toBeGreaterThan(100);
  });

  it('does not work a hidden pair out of the mean', () => {
    const scale = Questionnaire.parse({
      ...questionnaire,
      blocks: [
        {
          key: 'b',
          questions: [{ key: 's', type: 'scale', text: words('s'), from: 1, to: 5, low: words('l'), high: words('h') }],
        },
      ],
    });
    const counts = [30, 3, 9, 20, 18];
    const submissions = counts.flatMap((count, index) =>
      Array.from({ length: count }, () => ({
        ...(inputOf([[1]]).submissions[0] as CountedSubmission),
        answers: { s: given({ type: 'number', number: index + 1 }) },
      })),
    );
    const exact = surveyResults({ ...inputOf([]), questionnaire: scale, submissions });
    const [shown] = (exact && forPublic(exact, MIN_CELL))?.questions ?? [];
    expect(shown?.options.map(({ count }) => count)).toEqual([30, null, null, 20, 18]);
    const pairs = Array.from({ length: 13 }, (_, two) => [30, two, 12 - two, 20, 18]);
    const fits = (mean: number, step: number) =>
      pairs.filter(
        (one) => Math.abs(one.reduce((sum, count, at) => sum + count * (at + 1), 0) / 80 - mean) <= step / 2,
      );
    expect(fits(exact?.questions[0]?.mean?.value ?? 0, 1e-9)).toHaveLength(1);
    expect(fits(shown?.mean?.value ?? 0, 10 / 80).length).toBeGreaterThan(MIN_CELL);
  });
  it('does not find one wording of a question by taking the other from the whole', () => {
    const worded = Questionnaire.parse({
      ...questionnaire,
      blocks: questionnaire.blocks.map((block) => ({
        ...block,
        questions: block.questions.map((question) => ({ ...question, wordings: [{ key: 'b', text: words('other') }] })),
      })),
    });
    const read = (table: readonly (readonly number[])[], wording: string) =>
      inputOf(table).submissions.map((submission) => ({ ...submission, wordings: { q: wording } }));
    const submissions = [...read([[20, 12, 9]], 'a'), ...read([[15, 2, 18]], 'b')];
    const [found] = wordingResults(worded, submissions, MIN_CELL);
    const counts = found?.wordings.map(({ result }) => result.options.map(({ count }) => count)) ?? [];
    // In the second wording two people chose the second answer: neither it nor its twin in the first may be shown.
    expect(counts[1]?.[1]).toBeNull();
    expect(counts[0]?.[1]).toBeNull();
    expect(counts.flat().filter((count) => count === null).length).toBeGreaterThanOrEqual(4);
  });
  it('is not told how few spoke a language', () => {
    const results = surveyResults(
      inputOf([
        [12, 10, 0],
        [1, 1, 0],
        [0, 0, 0],
      ]),
    );
    const shown = results && forPublic(results, MIN_CELL);
    expect(results?.statement.languages).toEqual({ kk: 22, ru: 2, en: 0 });
    expect(shown?.statement.languages).toEqual({ kk: null, ru: null, en: 0 });
  });
});
