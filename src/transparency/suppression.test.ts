import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import { COUNTS, type Count, medianWait, sumFigures } from './figures.ts';
import { publishFigures } from './public-figures.ts';
import { hiddenCells } from './suppression.ts';

const counts = (some: Partial<Record<Count, number>>) =>
  ({ ...Object.fromEntries(COUNTS.map((name) => [name, 0])), ...some }) as Record<Count, number>;
const cell = (key: string, month: string, received: number) => ({
  scope: 'agency' as const,
  key,
  month: month as Day,
  counts: counts({ received }),
  waits: new Map([[3, received]]),
});

const of = (key: string, some: Partial<Record<Count, number>>) => ({
  ...cell(key, '2026-10-01', 0),
  counts: counts(some),
});
const today = '2026-11-22' as Day;

describe('small cells', () => {
  it('publishes nothing of a group below ten cases', () => {
    const shown = publishFigures(1, today, [
      of('a', { received: 9 }),
      of('b', { received: 9 }),
      of('c', { received: 10 }),
    ]);
    expect(shown.groups('agency').map(({ figures }) => figures !== null)).toEqual([false, false, true]);
  });

  it('hides one to four answers of citizens, shows none as none', () => {
    const shown = publishFigures(1, today, [
      of('a', { received: 40, answered: 40, resolved: 30, partly: 4, silent: 6 }),
      of('b', { received: 90, answered: 90, resolved: 70, partly: 3, silent: 17 }),
    ]);
    expect(shown.group('agency', 'a').figures?.said).toMatchObject({
      resolved: 30,
      partly: null,
      unresolved: 0,
      silent: null,
    });
  });

  it('hides a second answer, so that the first cannot be computed from the sum', () => {
    const shown = publishFigures(1, today, [of('a', { received: 20, answered: 20, resolved: 17, partly: 3 })]);
    expect(shown.group('agency', 'a').figures?.said).toMatchObject({ resolved: null, partly: null });
  });

  it('hides the same answer of a second body, so that the sum over all bodies does not tell it', () => {
    const shown = publishFigures(1, today, [
      of('a', { received: 40, answered: 40, resolved: 30, unresolved: 2, silent: 8 }),
      of('b', { received: 90, answered: 90, resolved: 60, unresolved: 12, silent: 18 }),
      of('c', { received: 80, answered: 80, resolved: 50, unresolved: 20, silent: 10 }),
    ]);
    const hidden = ['a', 'b', 'c'].filter((key) => shown.group('agency', key).figures?.said?.unresolved === null);
    expect(hidden).toContain('a');
    expect(hidden.length).toBeGreaterThan(1);
  });

  it('says nothing of what citizens said in a single month', () => {
    const shown = publishFigures(1, today, [of('a', { received: 40, answered: 40, resolved: 40 })]);
    expect(shown.months('agency', 'a')[0]?.figures).toMatchObject({ said: null, counts: { answered: 40 } });
  });

  it('shows what the body did exactly, however little', () => {
    const shown = publishFigures(1, today, [of('a', { received: 40, lawLate: 1 })]);
    expect(shown.group('agency', 'a').figures?.counts.lawLate).toBe(1);
  });

  it('never leaves a lone hidden cell in a row or a column', () => {
    const values = { a: [3, 20, 30], b: [15, 25, 35], c: [45, 0, 0] };
    const cells = Object.entries(values).flatMap(([row, line]) =>
      line.map((value, index) => ({ row, column: `${index}`, value })),
    );
    const hidden = hiddenCells(cells, 10);
    for (const by of ['row', 'column'] as const) {
      for (const line of Map.groupBy(
        cells.filter(({ value }) => value > 0),
        (each) => each[by],
      ).values()) {
        const lone = line.filter(({ row, column }) => hidden.has(row, column));
        expect(lone.length === 1 && line.length > 1, JSON.stringify(line)).toBe(false);
      }
    }
    expect(hidden.has('a', '0')).toBe(true);
  });
});

describe('published figures', () => {
  it('look back twelve months, the current one included', () => {
    const shown = publishFigures(1, '2026-11-22' as Day, [cell('a', '2025-11-01', 50), cell('a', '2025-12-01', 60)]);
    expect(shown.from).toBe('2025-12-01');
    expect(shown.group('agency', 'a').figures?.counts.received).toBe(60);
  });

  it('hide a second body when exactly one is too small', () => {
    const shown = publishFigures(1, '2026-11-22' as Day, [
      cell('a', '2026-10-01', 4),
      cell('b', '2026-10-01', 12),
      cell('c', '2026-10-01', 90),
    ]);
    expect(shown.groups('agency').map(({ key, figures }) => [key, figures !== null])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ]);
  });

  it('take the median over the whole distribution of several months', () => {
    const { waits } = sumFigures([
      {
        counts: counts({}),
        waits: new Map([
          [1, 2],
          [9, 1],
        ]),
      },
      { counts: counts({}), waits: new Map([[5, 4]]) },
    ]);
    expect(medianWait(waits)).toBe(5);
    expect(medianWait(new Map())).toBeNull();
  });
});
