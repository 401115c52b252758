import { describe, expect, it } from 'vitest';
import { loadJurisdiction } from '../deadlines/index.ts';
import { createRegistrationTerm } from './registration-term.ts';

const { rulebook, calendar } = loadJurisdiction('kz');
const dueOn = createRegistrationTerm({ rulebook, calendar: () => calendar });

describe('the term of registration', () => {
  it.each([
    ['2026-11-23T10:00:00+05:00', '2026-11-23', 'in the morning of a working day'],
    ['2026-11-23T13:30:00+05:00', '2026-11-23', 'at lunch'],
    ['2026-11-23T21:00:00+05:00', '2026-11-24', 'in the evening'],
    ['2026-11-22T10:00:00+05:00', '2026-11-23', 'on a Sunday'],
    ['2026-12-15T21:00:00+05:00', '2026-12-17', 'on the eve of a holiday'],
  ])('%s ends on %s: %s', (at, day) => {
    expect(dueOn('almaty.roads', new Date(at))).toBe(day);
  });

  it('calls nobody late where the calendar or the law does not reach', () => {
    expect(dueOn('almaty.roads', new Date('2031-01-10T10:00:00+05:00'))).toBeNull();
    const elsewhere = loadJurisdiction('gb');
    const term = createRegistrationTerm({ rulebook: elsewhere.rulebook, calendar: () => elsewhere.calendar });
    expect(term('anybody', new Date('2026-11-23T10:00:00Z'))).toBeNull();
  });
});
