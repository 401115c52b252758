import { instantAt, toEpochDay } from '../kernel/day.ts';
import type { WorkingWeek } from './calendar-data.ts';

/** Whether this machine's time zone data know the name. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const MS_PER_MINUTE = 60_000;

export interface TimezoneProblem {
  readonly timezone: string;
  readonly on: string;
  readonly expectedMinutes: number;
  readonly foundMinutes: number;
}

/**
 * Images with old time zone data compute every closing time an hour off and tell nobody. The week says what offset is
 * known for a certain day; the start and `dauys doctor` compare.
 */
export function timezoneProblem({ timezone, knownOffset }: WorkingWeek): TimezoneProblem | null {
  if (!knownOffset) return null;
  const noon = 12 * 60;
  const wall = toEpochDay(knownOffset.on) * 24 * 60 + noon;
  const foundMinutes = wall - instantAt(knownOffset.on, noon, timezone).getTime() / MS_PER_MINUTE;
  const { on, minutes: expectedMinutes } = knownOffset;
  return foundMinutes === expectedMinutes ? null : { timezone, on, expectedMinutes, foundMinutes };
}
