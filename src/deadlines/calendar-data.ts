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
export type SpecialDay = z.infer<typeof SpecialDay>;

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

/** What operators changed after shipping: one day, the hours of offices, or a whole year brought in from a file. */
export type CalendarChange =
  | { type: 'day'; day: SpecialDay }
  | { type: 'hours'; hours: OfficeHours }
  | { type: 'year'; year: CalendarYear };

/** The data with the changes in order; the newest word on a day or a year holds. The input stays as it was. */
export function withChanges(data: CalendarData, changes: readonly CalendarChange[]): CalendarData {
  const years = new Map(data.years.map((year) => [year.year, year]));
  let { week } = data;
  for (const change of changes) {
    if (change.type === 'hours') {
      week = { ...week, ...change.hours };
      continue;
    }
    if (change.type === 'year') {
      years.set(change.year.year, change.year);
      continue;
    }
    const number = Number(change.day.on.slice(0, 4));
    const year = years.get(number);
    if (!year) continue;
    years.set(number, { ...year, days: [...year.days.filter(({ on }) => on !== change.day.on), change.day] });
  }
  return { ...data, week, years: [...years.values()] };
}
