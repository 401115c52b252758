import { type CalendarChange, CalendarYear, OfficeHours, SpecialDay } from './calendar-data.ts';

/** Where hours hold: everywhere (then they are an edition of the calendar), in a territory, or for one body. */
export type HoursScope = { type: 'country' } | { type: 'territory' | 'agency'; code: string };

export interface HoursColumns {
  readonly opens: string;
  readonly closes: string;
  readonly lunch_from: string | null;
  readonly lunch_to: string | null;
}

/** One row of the history, whichever table it comes from. */
export interface EditionRow {
  readonly id: string;
  readonly day: unknown;
  readonly year: unknown;
  readonly hours: HoursColumns | null;
  readonly reason: string;
  readonly edited_by: string;
  readonly at: Date;
}

export const readHours = ({ opens, closes, lunch_from: from, lunch_to: to }: HoursColumns): OfficeHours =>
  OfficeHours.parse({ opens, closes, lunch: from === null || to === null ? null : { from, to } });

export function changeOf({ day, year, hours }: EditionRow): CalendarChange {
  if (hours !== null) return { type: 'hours', hours: readHours(hours) };
  return year === null ? { type: 'day', day: SpecialDay.parse(day) } : { type: 'year', year: CalendarYear.parse(year) };
}

/** Minutes of the day as people and files write them. */
export const wallText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
