import type { Day } from '../kernel/day.ts';
import { type CalendarChange, type CalendarScope, CalendarYear, OfficeHours, SpecialDay } from './calendar-data.ts';

interface HoursColumns {
  readonly opens: string;
  readonly closes: string;
  readonly lunch_from: string | null;
  readonly lunch_to: string | null;
}

/** One row of the history, whichever table it comes from; a day without a word of its own is inherited again. */
export interface EditionRow {
  readonly id: string;
  readonly scope: CalendarScope['type'];
  readonly scope_code: string | null;
  readonly on_day: Day | null;
  readonly day: unknown;
  readonly year: unknown;
  readonly hours: HoursColumns | null;
  readonly timezone: string | null;
  readonly reason: string;
  readonly edited_by: string;
  readonly at: Date;
}

const readHours = ({ opens, closes, lunch_from: from, lunch_to: to }: HoursColumns): OfficeHours =>
  OfficeHours.parse({ opens, closes, lunch: from === null || to === null ? null : { from, to } });

export function changeOf({ on_day: on, day, year, hours, timezone }: EditionRow): CalendarChange {
  if (hours !== null) return { type: 'hours', hours: readHours(hours) };
  if (year !== null) return { type: 'year', year: CalendarYear.parse(year) };
  if (on === null) return { type: 'timezone', timezone };
  return day === null ? { type: 'inherited', on } : { type: 'day', day: SpecialDay.parse(day) };
}

export const scopeOf = ({ scope, scope_code: code }: EditionRow): CalendarScope =>
  scope === 'country' ? { type: scope } : { type: scope, code: code ?? '' };

/** Minutes of the day as people and files write them. */
export const wallText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
