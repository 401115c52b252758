import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, fromEpochDay, isoWeekday, toEpochDay } from '../kernel/day.ts';
import { type CalendarData, type SpecialDay, withChanges } from './calendar-data.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

const name = { kk: 'күн', ru: 'день', en: 'day' };
const special = (on: string, working: boolean): SpecialDay => ({
  on: day(on),
  working,
  kind: working ? 'decree_working_day' : 'public',
  name,
});
const week = { timezone: 'Asia/Almaty', opens: 540, closes: 1110, lunch: { from: 780, to: 870 } };

/** Ten years with `holidays` days off and `worked` weekends thrown over them by a small generator with a fixed seed. */
function syntheticCalendar(
  id: string,
  weekend: number[],
  holidays: number,
  worked: number,
  seed: number,
): CalendarData {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const years = Array.from({ length: 10 }, (_, index) => {
    const year = 2020 + index;
    const days = new Map<string, SpecialDay>();
    while (days.size < holidays) {
      const on = addDays(day(`${year}-01-01`), random(365));
      days.set(on, special(on, false));
    }
    while (days.size < holidays + worked) {
      const on = addDays(day(`${year}-01-01`), random(365));
      if (weekend.includes(isoWeekday(on)) && !days.has(on)) days.set(on, special(on, true));
    }
    return {
      jurisdiction: id,
      year,
      coverage: 'full',
      trust: 'low',
      source: 'made up',
      days: [...days.values()],
    } as const;
  });
  return { id, week: { ...week, weekend }, years: years.map((year) => ({ ...year, days: [...year.days] })) };
}

const synthetic = [
  syntheticCalendar('two days off, many feasts', [6, 7], 25, 3, 7),
  syntheticCalendar('Friday and Saturday', [5, 6], 12, 0, 11),
  syntheticCalendar('one day off a week', [7], 40, 5, 13),
];

/** The definition, day by day, with nothing precomputed: what the table must agree with. */
function naive({ week: { weekend }, years }: CalendarData) {
  const days = new Map(years.flatMap((year) => year.days.map((known) => [known.on as string, known.working] as const)));
  const isWorkingDay = (on: Day) => days.get(on) ?? !weekend.includes(isoWeekday(on));
  function addWorkingDays(from: Day, count: number): Day {
    let on = from;
    for (let left = Math.abs(count); left > 0; ) {
      on = addDays(on, Math.sign(count));
      if (isWorkingDay(on)) left -= 1;
    }
    return on;
  }
  return { isWorkingDay, addWorkingDays };
}

describe.each(synthetic.map((data) => [data.id, data] as const))('%s', (_id, data) => {
  const calendar = createWorkingCalendar(data);
  const slow = naive(data);
  /** Far enough from both ends for any count used below. */
  const dayIn = fc.integer({ min: toEpochDay('2020-07-01'), max: toEpochDay('2029-06-30') }).map(fromEpochDay);
  const count = fc.integer({ min: 1, max: 60 });

  it('agrees with the day loop on every day of ten years', () => {
    const wrong: string[] = [];
    for (let on = calendar.coveredFrom; on < day('2029-10-01'); on = addDays(on, 1)) {
      if (calendar.isWorkingDay(on) !== slow.isWorkingDay(on)) wrong.push(on);
      for (const days of [1, 15, 40]) {
        if (calendar.addWorkingDays(on, days) !== slow.addWorkingDays(on, days)) wrong.push(`${on} + ${days}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('agrees with the day loop backwards', () => {
    fc.assert(
      fc.property(dayIn, count, (on, days) => calendar.addWorkingDays(on, -days) === slow.addWorkingDays(on, -days)),
    );
  });

  it('never gives an earlier date for a later start', () => {
    fc.assert(
      fc.property(dayIn, dayIn, count, (one, other, days) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        return calendar.addWorkingDays(earlier, days) <= calendar.addWorkingDays(later, days);
      }),
    );
  });

  it('adds up: a days and then b days are a + b days', () => {
    fc.assert(
      fc.property(dayIn, count, count, (on, a, b) => {
        return calendar.addWorkingDays(calendar.addWorkingDays(on, a), b) === calendar.addWorkingDays(on, a + b);
      }),
    );
  });

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(dayIn, count, (on, days) => {
        const end = calendar.addWorkingDays(on, days);
        return calendar.workingDaysBetween(on, end) === days && calendar.workingDaysBetween(end, on) === -days;
      }),
    );
  });

  it('rolls over to the first working day, and leaves working days alone', () => {
    fc.assert(
      fc.property(dayIn, (on) => {
        const rolled = calendar.nextWorkingDay(on);
        if (slow.isWorkingDay(on)) return rolled === on;
        return slow.isWorkingDay(rolled) && calendar.workingDaysBetween(on, rolled) === 1;
      }),
    );
  });

  it('measures working time the way it adds it', () => {
    const instant = fc
      .integer({ min: Date.parse('2024-06-01T00:00Z') / 60_000, max: Date.parse('2026-01-01T00:00Z') / 60_000 })
      .map((minutes) => new Date(minutes * 60_000));
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), (from, minutes) => {
        return calendar.workingMinutesBetween(from, calendar.addWorkingMinutes(from, minutes)) === minutes;
      }),
      { numRuns: 50 },
    );
  });
});

describe('working hours of an office', () => {
  const { calendar } = loadJurisdiction('kz');
  const at = (text: string) => new Date(`${text}+05:00`);

  it.each([
    ['before opening', '2026-11-23T07:00', '2026-11-23T09:00'],
    ['in working time', '2026-11-23T10:15', '2026-11-23T10:15'],
    ['at lunch', '2026-11-23T13:20', '2026-11-23T14:30'],
    ['after closing on Friday', '2026-11-20T18:31', '2026-11-23T09:00'],
    ['on the eve of a feast', '2026-12-15T20:00', '2026-12-17T09:00'],
  ])('%s the next working moment is found', (_name, from, next) => {
    expect(calendar.nextWorkingInstant(at(from))).toEqual(at(next));
  });

  it('eight hours are one day with lunch left out', () => {
    expect(calendar.addWorkingMinutes(at('2026-11-23T09:00'), 8 * 60)).toEqual(at('2026-11-23T18:30'));
    expect(calendar.workingMinutesBetween(at('2026-11-20T18:00'), at('2026-11-23T09:30'))).toBe(60);
  });
});

describe('the edges of a calendar', () => {
  const { calendar, calendarData } = loadJurisdiction('kz');
  const refused = expect.objectContaining({ code: 'deadline.calendar_not_covered' });

  it.each<[string, (calendar: WorkingCalendar) => unknown]>([
    ['a day before the first year', (c) => c.isWorkingDay(day('2024-12-31'))],
    ['a day after the last year', (c) => c.nextWorkingDay(day('2028-01-01'))],
    ['a term that ends after the last year', (c) => c.addWorkingDays(day('2027-12-20'), 15)],
    ['working time beyond the last year', (c) => c.addWorkingMinutes(new Date('2027-12-31T14:00Z'), 60)],
  ])('refuse %s', (_name, ask) => {
    expect(() => ask(calendar)).toThrow(refused);
  });

  it('a day that an operator changes takes effect in a new calendar only', () => {
    const changed = createWorkingCalendar(
      withChanges(calendarData, [{ type: 'day', day: special('2026-12-15', false) }]),
    );
    expect([calendar.isWorkingDay(day('2026-12-15')), changed.isWorkingDay(day('2026-12-15'))]).toEqual([true, false]);
    expect(changed.addWorkingDays(day('2026-12-14'), 1)).toBe('2026-12-17');
  });

  it('29 February is a day like any other', () => {
    const leap = createWorkingCalendar(syntheticCalendar('leap', [6, 7], 0, 0, 1));
    expect(leap.addWorkingDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(leap.addWorkingDays(day('2024-02-29'), 1)).toBe('2024-03-01');
  });
});
