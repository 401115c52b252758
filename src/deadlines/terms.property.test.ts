import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, fromEpochDay, toEpochDay } from '../kernel/day.ts';
import { computeDue } from './compute-due.ts';
import { knownJurisdictions, loadJurisdiction } from './load-rulebook.ts';

/** Editions in force now, with the calendar of their country. */
const cases = knownJurisdictions()
  .map((code) => loadJurisdiction(code))
  .flatMap(({ rulebook, calendar }) =>
    rulebook.rules
      .filter(({ effective }) => effective.until === null)
      .map((rule) => [rule.id as string, rule, calendar] as const),
  );
const startDay = fc.integer({ min: toEpochDay('2025-12-17'), max: toEpochDay('2027-08-31') }).map(fromEpochDay);

describe.each(cases)('%s', (_id, rule, calendar) => {
  it('never ends earlier for a later start, never before the strict day, and always explains itself', () => {
    fc.assert(
      fc.property(startDay, startDay, (one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        const first = computeDue(rule, earlier, [], calendar);
        const second = computeDue(rule, later, [], calendar);
        expect(first.dueOn <= second.dueOn).toBe(true);
        expect(first.strictDueOn <= first.dueOn).toBe(true);
        if (rule.rollOver !== 'none') expect(calendar.isWorkingDay(first.dueOn)).toBe(true);
        expect(first.steps[0]?.type).toBe('term');
        expect(first.steps.at(-1)?.type).toBe('source');
        expect(first.steps).toContainEqual({ type: 'last_day', on: first.strictDueOn });
      }),
      { numRuns: 30 },
    );
  });
});

it('a minute later is never an earlier date, whatever the hour', () => {
  const { rulebook, calendar } = loadJurisdiction('kz');
  const rule = rulebook.rule('kz.appk.review', day('2026-01-05'));
  const minute = fc.integer({
    min: Date.parse('2026-01-01T00:00Z') / 60_000,
    max: Date.parse('2027-10-01T00:00Z') / 60_000,
  });
  fc.assert(
    fc.property(minute, fc.integer({ min: 0, max: 4000 }), (from, more) => {
      const due = (minutes: number) => computeDue(rule, new Date(minutes * 60_000), [], calendar).dueOn;
      return due(from) <= due(from + more);
    }),
  );
});
