import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { ClockEvent } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { escalationPoints } from './escalation.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';
import { calendarEndsIn, dateState, timeLeft } from './time-left.ts';

const { rulebook, calendar } = loadJurisdiction('kz');

function clockOf(topic: string | null, ...more: Record<string, unknown>[]) {
  const events = [
    { type: 'received', at: '2026-11-23T10:00:00+05:00', procedure: 'message', topic },
    { type: 'delivered', at: '2026-11-23T10:00:00+05:00', agency: 'a' },
    ...more,
  ].map((fields, index) => ClockEvent.parse({ id: `e${index}`, ...fields }));
  return computeClock(events, rulebook, calendar, promiseFor(rulebook.promises, topic));
}

const registered = { type: 'registered', at: '2026-11-23T12:00:00+05:00', number: '1', on: '2026-11-23' };
const points = (clock: ReturnType<typeof clockOf>) => escalationPoints(clock, calendar, rulebook.escalation);
const lines = (clock: ReturnType<typeof clockOf>, name: string) =>
  points(clock)
    .filter(({ clock: about }) => about === name)
    .map(({ step, dueAt, receiver }) => `${dueAt.toISOString()} ${step} ${receiver}`);

describe('what happens when time passes', () => {
  it('waits, after a dispute, only for the second look: the supervisor’s, then the monitors’', () => {
    const answered = { type: 'answered', at: '2026-12-01T10:00:00+05:00', on: '2026-12-01' };
    const disputed = { type: 'disputed', at: '2026-12-02T10:00:00+05:00' };
    const once = points(clockOf(null, registered, answered, disputed));
    expect(once.map(({ step, receiver, clock }) => `${clock} ${step} ${receiver}`)).toEqual([
      'review review_due supervisor',
      'review review_overdue supervisor',
      'review review_overdue head',
      'review review_overdue operator',
      'review review_overdue citizen',
    ]);
    expect(once[0]?.dueOn).toBe('2026-12-09');
    const twice = points(clockOf(null, registered, answered, disputed, answered, disputed));
    expect(twice.map(({ step, receiver }) => `${step} ${receiver}`)).toEqual([
      'monitor_review_due monitor',
      'monitor_review_overdue monitor',
      'monitor_review_overdue operator',
      'monitor_review_overdue citizen',
    ]);
    expect(points(clockOf(null, registered, answered))).toEqual([]);
  });

  it('warns, then rises, each on the morning of a working day', () => {
    expect(lines(clockOf(null, registered), 'statutory')).toEqual([
      '2026-12-02T04:00:00.000Z half_time officer',
      '2026-12-09T04:00:00.000Z three_days_left officer',
      '2026-12-14T04:00:00.000Z last_day officer',
      '2026-12-14T04:00:00.000Z last_day supervisor',
      '2026-12-15T04:00:00.000Z overdue officer',
      '2026-12-15T04:00:00.000Z overdue supervisor',
      '2026-12-15T04:00:00.000Z overdue head',
      '2026-12-15T04:00:00.000Z overdue citizen',
      '2026-12-23T04:00:00.000Z very_overdue head',
      '2026-12-23T04:00:00.000Z very_overdue operator',
    ]);
  });

  it('watches the registration like any other date', () => {
    expect(lines(clockOf(null), 'registration')).toEqual([
      '2026-11-24T04:00:00.000Z registration_overdue officer',
      '2026-11-24T04:00:00.000Z registration_overdue supervisor',
      '2026-11-26T04:00:00.000Z registration_very_overdue head',
      '2026-11-26T04:00:00.000Z registration_very_overdue operator',
    ]);
  });

  it('does not warn of three days left when only three were promised', () => {
    expect(lines(clockOf('road.pothole'), 'promised').filter((line) => line.includes('three_days'))).toEqual([]);
  });

  it('is silent once the answer is there', () => {
    expect(
      points(clockOf(null, registered, { type: 'answered', at: '2026-12-01T10:00:00+05:00', on: '2026-12-01' })),
    ).toEqual([]);
  });
});

describe('time left', () => {
  it.each([
    ['2026-12-09', 3, 'running'],
    ['2026-12-14', 0, 'running'],
    ['2026-12-15', -1, 'passed'],
    ['2026-12-17', -2, 'passed'],
  ])('on %s there are %i working days and the date of law is %s', (today, left, state) => {
    const found = timeLeft(clockOf(null, registered), new Date(`${today}T05:00:00Z`), day(today), calendar);
    expect([found.workingDaysLeft, found.statutory]).toEqual([left, state]);
  });

  it('calls a promise that was answered late broken, for ever', () => {
    expect(dateState(day('2026-12-14'), day('2026-12-15'), day('2026-12-20'))).toBe('broken');
    expect(dateState(day('2026-12-14'), day('2026-12-14'), day('2026-12-20'))).toBe('kept');
  });

  it('warns operators 120 days before the calendar ends', () => {
    expect(calendarEndsIn(calendar, day('2027-09-02'))).toBeNull();
    expect(calendarEndsIn(calendar, day('2027-09-03'))).toBe(119);
  });
});
