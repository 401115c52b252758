import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import type { CalendarScope, LocalScope, SpecialDay } from './calendar-data.ts';
import { type CalendarEdition, type CalendarPlaces, createCalendarEditions } from './calendar-editions.ts';
import { computeDue } from './compute-due.ts';
import { describeSteps } from './describe-steps.ts';
import { loadJurisdiction } from './load-rulebook.ts';

const { calendarData, rulebook } = loadJurisdiction('kz');
const ALMATY: LocalScope = { type: 'territory', code: 'almaty' };
const BOSTANDYQ: LocalScope = { type: 'territory', code: 'bostandyq' };
const ROADS: LocalScope = { type: 'agency', code: 'almaty.roads' };
const POLICE: LocalScope = { type: 'agency', code: 'aktau.police' };
const COUNTRY: CalendarScope = { type: 'country' };

const CHAINS: Readonly<Record<string, readonly LocalScope[]>> = {
  'almaty.roads': [ALMATY, BOSTANDYQ, ROADS],
  bostandyq: [ALMATY, BOSTANDYQ],
  almaty: [ALMATY],
  'aktau.police': [POLICE],
};
const places: CalendarPlaces = {
  chainOf: ({ code }) => CHAINS[code] ?? [],
  nameOf: ({ code }) => ({ kk: code, ru: code, en: code }),
  agencies: () => ['almaty.roads', 'aktau.police'],
};

let serial = 0;
function edition(scope: CalendarScope, change: CalendarEdition['change']): CalendarEdition {
  serial += 1;
  const at = new Date('2026-11-20T10:00:00+05:00');
  return { edition: `e${String(serial).padStart(3, '0')}`, scope, change, reason: 'decree', editedBy: 'op', at };
}
const special = (on: string, working: boolean, title: string): SpecialDay => ({
  on: day(on),
  working,
  kind: working ? 'decree_working_day' : 'decree_day_off',
  name: { kk: title, ru: title, en: title },
});
const dayOff = (scope: CalendarScope, on: string, title = 'City day') =>
  edition(scope, { type: 'day', day: special(on, false, title) });
const editionsOf = (...list: CalendarEdition[]) => createCalendarEditions(calendarData, places, list);

describe('a day of a territory', () => {
  it('is off for the bodies that lie in it and for nobody else', () => {
    const all = editionsOf(dayOff(ALMATY, '2026-12-10'));
    const works = (scope: CalendarScope) => all.at(all.newest, scope).isWorkingDay(day('2026-12-10'));
    expect([works(ALMATY), works(BOSTANDYQ), works(ROADS)]).toEqual([false, false, false]);
    expect([works(COUNTRY), works(POLICE)]).toEqual([true, true]);
    expect(all.at(all.newest, POLICE)).toBe(all.at(all.newest, COUNTRY));
  });

  it('gives way to the nearer word of a district or of the body itself, whichever came first', () => {
    const worked = edition(ROADS, { type: 'day', day: special('2026-12-10', true, 'On duty') });
    const all = editionsOf(worked, dayOff(ALMATY, '2026-12-10'));
    expect(all.at(all.newest, ROADS).isWorkingDay(day('2026-12-10'))).toBe(true);
    expect(all.at(all.newest, BOSTANDYQ).isWorkingDay(day('2026-12-10'))).toBe(false);
  });

  it('stays away from cases of earlier editions', () => {
    const first = dayOff(ALMATY, '2026-12-10');
    const second = dayOff(ALMATY, '2026-12-11');
    const all = editionsOf(first, second);
    const worksUnder = (one: string | null, on: string) => all.at(one, ROADS).isWorkingDay(day(on));
    expect([worksUnder(null, '2026-12-10'), worksUnder(null, '2026-12-11')]).toEqual([true, true]);
    expect([worksUnder(first.edition, '2026-12-10'), worksUnder(first.edition, '2026-12-11')]).toEqual([false, true]);
    expect(worksUnder(second.edition, '2026-12-11')).toBe(false);
  });

  it('is inherited again when the territory gives up its word', () => {
    const on = day('2026-12-16');
    const mine = edition(ALMATY, { type: 'day', day: special(on, true, 'Worked here') });
    const back = edition(ALMATY, { type: 'inherited', on });
    const all = editionsOf(mine, back);
    expect(all.at(mine.edition, ROADS).isWorkingDay(on)).toBe(true);
    expect(all.at(back.edition, ROADS).isWorkingDay(on)).toBe(false);
    expect(all.at(back.edition, ROADS).specialDay(on)?.of).toBeUndefined();
  });

  it('says in "why this date" whose it is', () => {
    const all = editionsOf(dayOff(ALMATY, '2026-12-10'));
    const rule = rulebook.rule('kz.appk.review', day('2026-11-23'));
    const t = loadTexts().t;
    const { dueOn, steps } = computeDue(rule, day('2026-11-23'), [], all.at(all.newest, ROADS));
    expect(dueOn).toBe('2026-12-15');
    expect(describeSteps(steps, 'en', t).join(' ')).toContain('City day – a day of almaty only');
    const elsewhere = computeDue(rule, day('2026-11-23'), [], all.at(all.newest, POLICE));
    expect(elsewhere.dueOn).toBe('2026-12-14');
  });

  it('is named also where it is a working day that everybody else has off', () => {
    const worked = edition(ALMATY, { type: 'day', day: special('2026-12-16', true, 'Works on') });
    const all = editionsOf(worked);
    const rule = rulebook.rule('kz.appk.review', day('2026-12-01'));
    const { steps } = computeDue(rule, day('2026-12-01'), [], all.at(all.newest, ROADS));
    expect(steps).toContainEqual(expect.objectContaining({ type: 'worked_weekend', on: '2026-12-16' }));
  });
});

describe('a year of a territory', () => {
  it('replaces its earlier own days of that year and leaves every other day as in the country', () => {
    const year = { jurisdiction: 'kz', year: 2026, coverage: 'full', trust: 'high', source: 'decree' } as const;
    const file = edition(ALMATY, {
      type: 'year',
      year: { ...year, days: [special('2026-12-11', false, 'From the file')] },
    });
    const all = editionsOf(dayOff(ALMATY, '2026-12-10'), dayOff(ALMATY, '2027-02-01'), file);
    const works = (on: string) => all.at(all.newest, ROADS).isWorkingDay(day(on));
    expect([works('2026-12-10'), works('2026-12-11'), works('2027-02-01'), works('2026-12-16')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the wall clock of a place', () => {
  const zone = edition(ALMATY, { type: 'timezone', timezone: 'Asia/Aqtau' });
  const hours = edition(ROADS, { type: 'hours', hours: { opens: 480, closes: 1020, lunch: null } });

  it('decides when its day ends, and on which day something came', () => {
    const all = editionsOf({ ...zone, change: { type: 'timezone', timezone: 'Asia/Vladivostok' } }, hours);
    const here = all.at(all.newest, ROADS);
    expect(here.timezone).toBe('Asia/Vladivostok');
    expect(here.closesAt(day('2026-11-23'))).toEqual(new Date('2026-11-23T17:00:00+10:00'));
    const rule = rulebook.rule('kz.appk.registration', day('2026-11-23'));
    const at = new Date('2026-11-23T13:00:00+05:00');
    expect(computeDue(rule, at, [], here).dueOn).toBe('2026-11-24');
    expect(computeDue(rule, at, [], all.at(all.newest, COUNTRY)).dueOn).toBe('2026-11-23');
  });

  it('is the surroundings’ again when it is given up', () => {
    const back = edition(ALMATY, { type: 'timezone', timezone: null });
    const all = editionsOf(zone, back);
    expect(all.at(zone.edition, ROADS).timezone).toBe('Asia/Aqtau');
    expect(all.at(back.edition, ROADS).timezone).toBe(calendarData.week.timezone);
    expect(all.placed(ALMATY).own).toEqual({ hours: false, timezone: false });
  });
});

describe('a change that nobody has saved', () => {
  it('is seen where it reaches, on top of what is saved', () => {
    const all = editionsOf(dayOff(COUNTRY, '2026-12-09'));
    const change = dayOff(ALMATY, '2026-12-10');
    const calendarOf = all.withChange(change);
    const off = (scope: CalendarScope) =>
      ['2026-12-09', '2026-12-10'].filter((on) => !calendarOf(scope).isWorkingDay(day(on)));
    expect(off(ROADS)).toEqual(['2026-12-09', '2026-12-10']);
    expect(off(POLICE)).toEqual(['2026-12-09']);
    expect([all.covers(ALMATY, ROADS), all.covers(ALMATY, POLICE), all.covers(COUNTRY, POLICE)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(all.ownCalendars()).toEqual([]);
  });
});
