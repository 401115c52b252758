import { type Day, fromEpochDay, instantAt, isoWeekday, toEpochDay, zoned } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { CalendarData, OfficeHours, SpecialDay } from './calendar-data.ts';

const MS_PER_MINUTE = 60_000;
const ZERO = 48;

export interface UnusualDay {
  readonly on: Day;
  readonly working: boolean;
  readonly special: SpecialDay | null;
}

export interface WorkingCalendar {
  readonly id: string;
  readonly timezone: string;
  readonly coveredFrom: Day;
  /** The last day the engine will compute with; beyond it every question is refused. */
  readonly coveredUntil: Day;
  /** Minutes of the day at which offices close. */
  readonly closes: number;
  readonly hours: OfficeHours;
  /** ISO weekdays off. */
  readonly weekend: readonly number[];
  isWorkingDay(on: Day): boolean;
  /** Why the day differs from the plain week, if it does. */
  specialDay(on: Day): SpecialDay | null;
  /**
   * Days from `from` to `to`, both included, that are off, weekends that are worked, and days on which the place differs
   * from what lies around it: all that needs a word.
   */
  unusualDays(from: Day, to: Day): readonly UnusualDay[];
  /** Counts from the day after `from`; a negative number counts back; 0 gives `from` itself. */
  addWorkingDays(from: Day, count: number): Day;
  /** The day itself when it is a working day, otherwise the next one. */
  nextWorkingDay(on: Day): Day;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
  isWeekendsOnly(on: Day): boolean;
  opensAt(on: Day): Date;
  closesAt(on: Day): Date;
  /** The instant itself when offices are open, otherwise the next opening (lunch included). */
  nextWorkingInstant(at: Date): Date;
  addWorkingMinutes(from: Date, minutes: number): Date;
  workingMinutesBetween(from: Date, to: Date): number;
}

/** Days since 1970 from `YYYY-MM-DD` without allocating: the civil-calendar formula with March as the first month. */
function epochDayOf(text: string): number {
  const year =
    (text.charCodeAt(0) - ZERO) * 1000 +
    (text.charCodeAt(1) - ZERO) * 100 +
    (text.charCodeAt(2) - ZERO) * 10 +
    (text.charCodeAt(3) - ZERO);
  const month = (text.charCodeAt(5) - ZERO) * 10 + (text.charCodeAt(6) - ZERO);
  const dayOfMonth = (text.charCodeAt(8) - ZERO) * 10 + (text.charCodeAt(9) - ZERO);
  const y = month <= 2 ? year - 1 : year;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + dayOfMonth - 1;
  return era * 146_097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719_468;
}

/**
 * A prefix-sum table over the covered days: "plus fifteen working days" is two array reads, whatever the number.
 * Covered years must be consecutive.
 */
export function createWorkingCalendar(data: CalendarData): WorkingCalendar {
  const years = [...data.years].sort((a, b) => a.year - b.year);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last || last.year - first.year + 1 !== years.length) {
    throw new Error(`calendar ${data.id}: years must be consecutive and at least one`);
  }
  const { week } = data;
  const base = toEpochDay(`${first.year}-01-01`);
  const size = toEpochDay(`${last.year + 1}-01-01`) - base;
  const special = new Map<string, SpecialDay>();
  for (const year of years) for (const known of year.days) special.set(known.on, known);
  const weekendsOnly = new Set(years.filter((year) => year.coverage === 'weekends_only').map((year) => year.year));

  const texts: Day[] = [];
  const unusual: UnusualDay[] = [];
  const unusualBefore = new Int32Array(size + 1);
  const workingBefore = new Int32Array(size + 1);
  const workingIndexes: number[] = [];
  for (let index = 0; index < size; index += 1) {
    const on = fromEpochDay(base + index);
    texts.push(on);
    workingBefore[index] = workingIndexes.length;
    unusualBefore[index] = unusual.length;
    const known = special.get(on) ?? null;
    const weekday = !week.weekend.includes(isoWeekday(on));
    const working = known?.working ?? weekday;
    if (working) workingIndexes.push(index);
    if (!working || !weekday || known?.of) unusual.push({ on, working, special: known });
  }
  workingBefore[size] = workingIndexes.length;
  unusualBefore[size] = unusual.length;
  const coveredFrom = texts[0] as Day;
  const coveredUntil = texts[size - 1] as Day;

  const notCovered = (on: string) =>
    new Refusal('deadline.calendar_not_covered', {
      calendar: data.id,
      day: on,
      from: coveredFrom,
      until: coveredUntil,
    });

  function indexOf(on: Day): number {
    const index = epochDayOf(on) - base;
    if (index < 0 || index >= size) throw notCovered(on);
    return index;
  }

  /** The day before the first covered one may start a count: the day itself is never counted. */
  function startIndexOf(on: Day): number {
    const index = epochDayOf(on) - base;
    if (index < -1 || index > size) throw notCovered(on);
    return index;
  }

  function workingDayAt(position: number, asked: Day): Day {
    const text = texts[workingIndexes[position] ?? -1];
    if (text === undefined) throw notCovered(asked);
    return text;
  }

  const countBefore = (index: number) => workingBefore[Math.max(0, Math.min(index, size))] ?? 0;

  function isWorkingDay(on: Day): boolean {
    const index = indexOf(on);
    return countBefore(index + 1) > countBefore(index);
  }

  function addWorkingDays(from: Day, count: number): Day {
    if (count === 0) return from;
    const index = startIndexOf(from);
    return workingDayAt(count > 0 ? countBefore(index + 1) + count - 1 : countBefore(index) + count, from);
  }

  const nextWorkingDay = (on: Day) => workingDayAt(countBefore(indexOf(on)), on);

  const workingDaysBetween = (from: Day, to: Day) =>
    countBefore(startIndexOf(to) + 1) - countBefore(startIndexOf(from) + 1);

  const spans: readonly (readonly [number, number])[] = week.lunch
    ? [
        [week.opens, week.lunch.from],
        [week.lunch.to, week.closes],
      ]
    : [[week.opens, week.closes]];
  const at = (on: Day, minute: number) => instantAt(on, minute, week.timezone);
  const spansOn = (on: Day) =>
    isWorkingDay(on) ? spans.map(([from, to]) => [at(on, from).getTime(), at(on, to).getTime()] as const) : [];
  const dayAfter = (on: Day) => fromEpochDay(toEpochDay(on) + 1);

  function addWorkingMinutes(from: Date, minutes: number): Date {
    let left = minutes * MS_PER_MINUTE;
    const start = from.getTime();
    for (let on = zoned(from, week.timezone).on; ; on = dayAfter(on)) {
      for (const [opens, closes] of spansOn(on)) {
        const begins = Math.max(opens, start);
        if (begins >= closes) continue;
        if (left <= closes - begins) return new Date(begins + left);
        left -= closes - begins;
      }
    }
  }

  function workingMinutesBetween(from: Date, to: Date): number {
    if (to < from) return -workingMinutesBetween(to, from);
    let total = 0;
    const lastDay = zoned(to, week.timezone).on;
    for (let on = zoned(from, week.timezone).on; on <= lastDay; on = dayAfter(on)) {
      for (const [opens, closes] of spansOn(on)) {
        total += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
      }
    }
    return total / MS_PER_MINUTE;
  }

  return {
    id: data.id,
    timezone: week.timezone,
    coveredFrom,
    coveredUntil,
    closes: week.closes,
    hours: { opens: week.opens, closes: week.closes, lunch: week.lunch },
    weekend: week.weekend,
    isWorkingDay,
    unusualDays: (from, to) => unusual.slice(unusualBefore[indexOf(from)], unusualBefore[indexOf(to) + 1]),
    specialDay: (on) => special.get(on) ?? null,
    addWorkingDays,
    nextWorkingDay,
    workingDaysBetween,
    isWeekendsOnly: (on) => weekendsOnly.has(Number(on.slice(0, 4))),
    opensAt: (on) => at(on, week.opens),
    closesAt: (on) => at(on, week.closes),
    nextWorkingInstant: (instant) => addWorkingMinutes(instant, 0),
    addWorkingMinutes,
    workingMinutesBetween,
  };
}
