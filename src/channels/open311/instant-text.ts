import { toEpochDay, zoned } from '../../kernel/day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** W3C date and time with the zone's offset: `2026-12-14T18:30:00+05:00`. */
export function instantText(at: Date, timezone: string): string {
  const { on, minuteOfDay } = zoned(at, timezone);
  const offset = toEpochDay(on) * 1440 + minuteOfDay - Math.floor(at.getTime() / 60_000);
  const away = Math.abs(offset);
  const clock = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${two(at.getUTCSeconds())}`;
  return `${on}T${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
