import { expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { timezoneProblem } from './timezone-check.ts';

const { week } = loadJurisdiction('kz').calendarData;

it('finds nothing wrong with this machine', () => {
  expect(timezoneProblem(week)).toBeNull();
});

it('notices time zone data from before a country changed its clocks', () => {
  const old = { ...week, knownOffset: { on: day('2024-02-01'), minutes: 300 } };
  expect(timezoneProblem(old)).toEqual({
    timezone: 'Asia/Almaty',
    on: '2024-02-01',
    expectedMinutes: 300,
    foundMinutes: 360,
  });
});
