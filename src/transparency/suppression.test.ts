import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import { COUNTS, type Count, medianWait, sumFigures } from './figures.ts';
import { publishFigures } from './public-figures.ts';
import { hiddenGroups, isHiddenGroup, publishCounts } from './suppression.ts';

const counts = (some: Partial<Record<Count, number>>) =>
  ({ ...Object.fromEntries(COUNTS.map((name) => [name, 0])), ...some }) as Record<Count, number>;
const cell = (key: string, month: string, received: number) => ({
  scope: 'agency' as const,
  key,
  month: month as Day,
  counts: counts({ received }),
  waits: new Map([[3, received]]),
});

describe('small cells', () => {
  it('publishes nothing of a group below ten cases', () => {
    expect(publishCounts(counts({ received: 9, lawInTime: 9 }))).toBeNull();
    expect(publishCounts(counts({ received: 10, lawInTime: 10 }))?.lawInTime).toBe(10);
  });

  it('hides one to four answers of citizens, shows none as none', () => {
    const shown = publishCounts(
      counts({ received: 40, answered: 40, resolved: 30, partly: 4, unresolved: 0, silent: 6 }),
    );
    expect(shown).toMatchObject({ resolved: 30, partly: null, unresolved: 0, silent: null });
  });

  it('hides a second answer, so that the first cannot be computed from the sum', () => {
    const shown = publishCounts(counts({ received: 20, answered: 20, resolved: 17, partly: 3 }));
    expect(shown).toMatchObject({ resolved: null, partly: null });
  });

  it('shows what the body did exactly, however little', () => {
    expect(publishCounts(counts({ received: 40, lawLate: 1 }))?.lawLate).toBe(1);
  });

  it('never leaves a lone hidden cell in a row or a column', () => {
    const cells = [
      cell('a', '2026-01', 3),
      cell('a', '2026-02', 20),
      cell('a', '2026-03', 30),
      cell('b', '2026-01', 15),
      cell('b', '2026-02', 25),
      cell('b', '2026-03', 35),
      cell('c', '2026-01', 45),
    ].map(({ key, month, counts: { received } }) => ({ key, month, received }));
    const hidden = hiddenGroups(cells);
    for (const by of ['key', 'month'] as const) {
      for (const [, line] of Map.groupBy(cells, (each) => each[by])) {
        const lone = line.filter((each) => isHiddenGroup(hidden, each));
        expect(lone.length === 1 && line.length > 1, JSON.stringify(line)).toBe(false);
      }
    }
    expect(isHiddenGroup(hidden, { key: 'a', month: '2026-01' })).toBe(true);
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
