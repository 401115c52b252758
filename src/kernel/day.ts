import { z } from 'zod';

const MS_PER_DAY = 86_400_000;

/** A calendar day `YYYY-MM-DD` with no time and no zone; compares correctly as a string. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text): boolean => fromEpochDay(toEpochDay(text)) === text, 'no such day')
  .brand('Day');
export type Day = z.infer<typeof Day>;

export const day = (text: string): Day => Day.parse(text);

/** Whole days since 1970-01-01. */
export function toEpochDay(text: string): number {
  const [year = Number.NaN, month = Number.NaN, dayOfMonth = Number.NaN] = text.split('-').map(Number);
  return Math.floor(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY);
}

export function fromEpochDay(epochDay: number): Day {
  if (!Number.isFinite(epochDay)) return 'invalid' as Day;
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export const addDays = (start: Day, days: number): Day => fromEpochDay(toEpochDay(start) + days);

export const daysBetween = (from: Day, to: Day): number => toEpochDay(to) - toEpochDay(from);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const isoWeekday = (on: Day): number => ((((toEpochDay(on) + 3) % 7) + 7) % 7) + 1;

/** Same day of the month, clamped to the month's end: 31 December + 2 months = 28 or 29 February. */
export function addMonths(start: Day, months: number): Day {
  const [year = 0, month = 0, dayOfMonth = 0] = start.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastDay));
  return first.toISOString().slice(0, 10) as Day;
}

const zonedFormats = new Map<string, Intl.DateTimeFormat>();

function zonedFormat(timezone: string): Intl.DateTimeFormat {
  let format = zonedFormats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    zonedFormats.set(timezone, format);
  }
  return format;
}

/** A zone's distance from UTC stays the same within any quarter of an hour. */
const QUARTER_MS = 15 * 60_000;
const MOST_OFFSETS = 20_000;
/** Zones had odd seconds in their distance before. */
const WHOLE_MINUTES_FROM = Date.UTC(1973, 0, 1);
const offsets = new Map<string, Map<number, number>>();

/** Reading a zone's clock from its parts is slow; one reading serves its whole quarter of an hour. */
function offsetMs(instantMs: number, timezone: string): number | null {
  if (!(instantMs >= WHOLE_MINUTES_FROM)) return null;
  let known = offsets.get(timezone);
  if (!known || known.size > MOST_OFFSETS) {
    known = new Map();
    offsets.set(timezone, known);
  }
  const quarter = Math.floor(instantMs / QUARTER_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const { on, minuteOfDay } = readParts(new Date(quarter * QUARTER_MS), timezone);
    offset = toEpochDay(on) * MS_PER_DAY + minuteOfDay * 60_000 - quarter * QUARTER_MS;
    known.set(quarter, offset);
  }
  return offset;
}

/** What the wall clock and the calendar on the wall say at an instant. */
export function zoned(instant: Date, timezone: string): { on: Day; minuteOfDay: number } {
  const offset = offsetMs(instant.getTime(), timezone);
  if (offset === null) return readParts(instant, timezone);
  const wall = instant.getTime() + offset;
  const day = Math.floor(wall / MS_PER_DAY);
  return { on: fromEpochDay(day), minuteOfDay: Math.floor((wall - day * MS_PER_DAY) / 60_000) };
}

function readParts(instant: Date, timezone: string): { on: Day; minuteOfDay: number } {
  const parts: Record<string, string> = {};
  for (const { type, value } of zonedFormat(timezone).formatToParts(instant)) parts[type] = value;
  return {
    on: `${parts['year']}-${parts['month']}-${parts['day']}` as Day,
    minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** The instant at which a wall clock in the zone shows this day and minute. */
export function instantAt(on: Day, minuteOfDay: number, timezone: string): Date {
  const naive = toEpochDay(on) * MS_PER_DAY + minuteOfDay * 60_000;
  const seen = zoned(new Date(naive), timezone);
  const offset = toEpochDay(seen.on) * MS_PER_DAY + seen.minuteOfDay * 60_000 - naive;
  return new Date(naive - offset);
}
