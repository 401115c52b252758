import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { Localised } from '../kernel/language.ts';
import { Trust } from './rule.ts';

/** `HH:MM` on the wall, kept as minutes of the day. */
export const WallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** A day that differs from the plain week. */
export const SpecialDay = z.strictObject({
  on: Day,
  working: z.boolean(),
  kind: z.enum(['public', 'transferred', 'decree_day_off', 'decree_working_day', 'religious_day_off']),
  name: Localised,
  /** Present when the date itself is not certain, such as a feast that is announced late. */
  status: z.string().optional(),
});
/** `of`: whose own day it is; without it, everybody's. */
export type SpecialDay = z.infer<typeof SpecialDay> & { readonly of?: CalendarPlace };

/** A territory or a body that may have days, hours and a time zone of its own. */
export type LocalScope = { readonly type: 'territory' | 'agency'; readonly code: string };
/** Where a change holds. */
export type CalendarScope = { readonly type: 'country' } | LocalScope;
export type CalendarPlace = LocalScope & { readonly name: Localised };

/** `jurisdictions/<code>/calendar/<year>.json`. */
export const CalendarYear = z.strictObject({
  jurisdiction: z.string(),
  year: z.number().int(),
  /** `weekends_only`: nobody has entered this year's holidays, so a date may come out too early. */
  coverage: z.enum(['full', 'weekends_only']),
  trust: Trust,
  source: z.string(),
  days: z.array(SpecialDay),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** When an office is open on a working day. */
export const OfficeHours = z
  .strictObject({
    opens: WallTime,
    closes: WallTime,
    lunch: z.strictObject({ from: WallTime, to: WallTime }).nullable(),
  })
  .refine(
    ({ opens, closes, lunch }) =>
      opens < closes && (lunch === null || (opens <= lunch.from && lunch.from < lunch.to && lunch.to <= closes)),
    { error: 'opens < lunch < closes' },
  );
export type OfficeHours = z.output<typeof OfficeHours>;

/** `jurisdictions/<code>/calendar/week.json`: the plain week and the hours of an office. */
export const WorkingWeek = z.strictObject({
  timezone: z.string(),
  /** ISO weekdays off: 6 = Saturday, 7 = Sunday. */
  weekend: z.array(z.number().int().min(1).max(7)),
  opens: WallTime,
  closes: WallTime,
  lunch: z.strictObject({ from: WallTime, to: WallTime }).nullable(),
  /** The offset from UTC on a certain day, to catch outdated time zone data. */
  knownOffset: z.strictObject({ on: Day, minutes: z.number().int() }).optional(),
});
export type WorkingWeek = z.infer<typeof WorkingWeek>;

export interface CalendarData {
  readonly id: string;
  readonly week: WorkingWeek;
  readonly years: readonly CalendarYear[];
}

/**
 * What operators changed after shipping: one day, the hours of offices, or a whole year brought in from a file. A
 * territory or a body may have its own time zone as well, and may give up its own word: the surroundings' holds again.
 */
export type CalendarChange =
  | { type: 'day'; day: SpecialDay }
  | { type: 'inherited'; on: Day }
  | { type: 'hours'; hours: OfficeHours }
  | { type: 'timezone'; timezone: string | null }
  | { type: 'year'; year: CalendarYear };

export interface PlacedChange {
  readonly scope: CalendarScope;
  readonly change: CalendarChange;
}

const yearOf = (on: Day): number => Number(on.slice(0, 4));

/** The country's data with its changes in order; the newest word on a day or a year holds. The input stays as it was. */
export function withChanges(data: CalendarData, changes: readonly CalendarChange[]): CalendarData {
  const years = new Map(data.years.map((year) => [year.year, year]));
  let { week } = data;
  for (const change of changes) {
    if (change.type === 'hours') week = { ...week, ...change.hours };
    if (change.type === 'year') years.set(change.year.year, change.year);
    if (change.type !== 'day') continue;
    const year = years.get(yearOf(change.day.on));
    if (!year) continue;
    years.set(year.year, { ...year, days: [...year.days.filter(({ on }) => on !== change.day.on), change.day] });
  }
  return { ...data, week, years: [...years.values()] };
}

/**
 * The surroundings' data with what a place has of its own, in order. A year from a file replaces the place's earlier
 * own days of that year; every day it does not name stays as the surroundings have it.
 */
export function withOwnChanges(
  data: CalendarData,
  changes: readonly CalendarChange[],
  place: CalendarPlace,
): CalendarData {
  const own = new Map<Day, SpecialDay>();
  let { week } = data;
  for (const change of changes) {
    switch (change.type) {
      case 'day':
        own.set(change.day.on, { ...change.day, of: place });
        break;
      case 'inherited':
        own.delete(change.on);
        break;
      case 'year':
        for (const on of own.keys()) if (yearOf(on) === change.year.year) own.delete(on);
        for (const day of change.year.days) own.set(day.on, { ...day, of: place });
        break;
      case 'hours':
        week = { ...week, ...change.hours };
        break;
      case 'timezone':
        week = { ...week, timezone: change.timezone ?? data.week.timezone };
        break;
    }
  }
  const years = data.years.map((year) => ({
    ...year,
    days: [
      ...year.days.filter(({ on }) => !own.has(on)),
      ...[...own.values()].filter(({ on }) => yearOf(on) === year.year),
    ],
  }));
  return { ...data, week, years };
}
