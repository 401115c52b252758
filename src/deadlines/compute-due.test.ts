import { describe, expect, it } from 'vitest';
import { Day, day } from '../kernel/day.ts';
import { computeDue, type Step } from './compute-due.ts';
import { jurisdictionOfRule, loadJurisdiction } from './load-rulebook.ts';
import { readInstant } from './read-instant.ts';
import vectors from './vectors.json' with { type: 'json' };

const kz = loadJurisdiction('kz');

function due(rule: string, from: string, events: Parameters<typeof computeDue>[2] = []) {
  const { rulebook, calendar } = jurisdictionOfRule(rule) ?? kz;
  const start = readInstant(from, calendar.timezone);
  const on = Day.parse(from.slice(0, 10));
  return computeDue(rulebook.rule(rule, on), start, events, calendar);
}

const ofType = <Type extends Step['type']>(steps: readonly Step[], type: Type) =>
  steps.filter((step): step is Extract<Step, { type: Type }> => step.type === type);

describe('the published vectors', () => {
  it.each(vectors)('$name', (vector) => {
    if (vector.rule === undefined) {
      expect(kz.calendar.addWorkingDays(day(vector.from), vector.workingDays ?? 0)).toBe(vector.dueOn);
      return;
    }
    const events = vector.extendedOn ? [{ type: 'extended' as const, decisionOn: day(vector.extendedOn) }] : [];
    const result = due(vector.rule, vector.from, events);
    if (vector.dueOn) expect(result.dueOn).toBe(vector.dueOn);
    if (vector.strictDueOn) expect(result.strictDueOn).toBe(vector.strictDueOn);
    if (vector.noticeDueOn) expect(ofType(result.steps, 'extended')[0]?.noticeDueOn).toBe(vector.noticeDueOn);
  });
});

describe('the start of a term', () => {
  it('counts a registration at the last minute of the day as of that day', () => {
    expect(due('kz.appk.review', '2026-11-23T18:30:00+05:00').dueOn).toBe('2026-12-14');
  });

  it('counts a registration after the end of the day as of the next working day, and says so', () => {
    const { dueOn, steps } = due('kz.appk.review', '2026-11-23T18:31:00+05:00');
    expect(dueOn).toBe('2026-12-15');
    expect(ofType(steps, 'moved_start')).toEqual([
      { type: 'moved_start', on: '2026-11-24', reason: 'after_hours', closesAt: '18:30' },
    ]);
  });

  it('counts a message of Friday evening as received on Monday', () => {
    expect(due('kz.appk.registration', '2026-11-20T19:00:00+05:00').dueOn).toBe('2026-11-23');
  });

  it('reads an instant in the zone of the body, whatever zone it was written in', () => {
    expect(due('kz.appk.registration', '2026-11-20T23:00:00Z').dueOn).toBe('2026-11-23');
    expect(due('kz.appk.registration', '2026-11-19T20:00:00Z').dueOn).toBe('2026-11-20');
  });

  it('uses the edition that was in force when the term began', () => {
    expect(kz.rulebook.rule('kz.appk.review', day('2025-12-16')).starts.event).toBe('receipt');
    expect(kz.rulebook.rule('kz.appk.review', day('2025-12-17')).starts.event).toBe('registration');
    expect(() => kz.rulebook.rule('kz.petition.check', day('2024-04-03'))).toThrow(
      expect.objectContaining({ code: 'deadline.rule_not_in_force' }),
    );
  });
});

describe('the explanation', () => {
  it('names every skipped day with its reason', () => {
    const skipped = ofType(due('kz.appk.review', '2026-03-06').steps, 'skipped');
    expect(skipped.map(({ on, reason }) => `${on} ${reason}`)).toEqual([
      '2026-03-07 weekend',
      '2026-03-08 public',
      '2026-03-09 transferred',
      '2026-03-14 weekend',
      '2026-03-15 weekend',
      '2026-03-21 public',
      '2026-03-22 public',
      '2026-03-23 public',
      '2026-03-24 transferred',
      '2026-03-25 transferred',
      '2026-03-28 weekend',
      '2026-03-29 weekend',
    ]);
  });

  it('counts a Sunday that a decree made a working day, and says so', () => {
    const { dueOn, steps } = due('kz.appk.redirect', '2025-01-02');
    expect(dueOn).toBe('2025-01-08');
    expect(ofType(steps, 'worked_weekend').map(({ on }) => on)).toEqual(['2025-01-05']);
  });

  it('shows both days where the law does not say whether a term rolls over', () => {
    const { dueOn, strictDueOn, steps } = due('kz.info.request', '2026-03-06');
    expect([strictDueOn, dueOn]).toEqual(['2026-03-21', '2026-03-26']);
    expect(ofType(steps, 'rolled')[0]?.settled).toBe(false);
  });

  it('warns where a calendar knows only weekends', () => {
    const { steps } = due('kr.civil_petition.suggestion', '2026-11-23');
    expect(ofType(steps, 'calendar_incomplete')).toEqual([{ type: 'calendar_incomplete', year: 2026 }]);
  });
});

describe('other countries are data', () => {
  it.each([
    ['uk.foi', '2026-11-23', '2026-12-22', 'St Andrew’s Day counts for the whole United Kingdom'],
    ['ee.memorandum', '2026-11-23', '2026-12-23', 'thirty calendar days'],
    ['br.lai', '2026-11-23', '2026-12-13', 'twenty calendar days'],
    ['tw.join.reply', '2026-12-31', '2027-02-28', 'two months, clamped'],
    ['kr.civil_petition.grievance', '2026-11-23', '2026-12-01', 'the first day is counted'],
    ['us.foia', '2026-11-23', '2026-12-22', 'without Thanksgiving'],
  ])('%s from %s ends on %s: %s', (rule, from, expected) => {
    expect(due(rule, from).dueOn).toBe(expected);
  });

  it('stops the British clock while a clarification is awaited', () => {
    const events = [
      { type: 'paused' as const, on: day('2026-11-26') },
      { type: 'resumed' as const, on: day('2026-12-03') },
    ];
    expect(due('uk.foi', '2026-11-23', events).dueOn).toBe('2026-12-30');
  });
});

describe('refusals', () => {
  it.each([
    ['a pause the law does not know', 'kz.appk.review', { type: 'paused', on: day('2026-11-25') }, 'pause_not_allowed'],
    [
      'an extension the law does not know',
      'kz.appk.complaint_review',
      { type: 'extended', decisionOn: day('2026-12-14') },
      'extension_not_allowed',
    ],
    [
      'an extension beyond two months from the decision',
      'kz.appk.review',
      { type: 'extended', decisionOn: day('2026-12-14'), until: day('2027-02-16') },
      'extension_too_long',
    ],
    [
      'an extension that does not extend',
      'kz.appk.review',
      { type: 'extended', decisionOn: day('2026-12-10'), until: day('2026-12-14') },
      'extension_not_later',
    ],
  ] as const)('%s', (_name, rule, event, code) => {
    expect(() => due(rule, '2026-11-23', [event])).toThrow(expect.objectContaining({ code: `deadline.${code}` }));
  });

  it('a second extension where the law allows one', () => {
    const twice = [
      { type: 'extended' as const, decisionOn: day('2026-11-30') },
      { type: 'extended' as const, decisionOn: day('2026-12-10') },
    ];
    expect(() => due('kz.info.request', '2026-11-23', twice)).toThrow(
      expect.objectContaining({ code: 'deadline.extension_spent' }),
    );
  });

  it('a date beyond the covered years', () => {
    expect(() => due('kz.appk.review', '2027-12-20')).toThrow(
      expect.objectContaining({ code: 'deadline.calendar_not_covered' }),
    );
  });
});

it('restarts the term on the day the case reached the competent body', () => {
  const { dueOn } = due('kz.appk.review', '2026-11-23', [{ type: 'redirected', on: day('2026-11-25') }]);
  expect(dueOn).toBe('2026-12-17');
});
