import { Day, instantAt } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?$/;
const ZONED = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads a start as people write it: a day, a local time (in the body's own zone), or a time with an offset. Refuses
 * what is none of these, and days that do not exist.
 */
export function readInstant(text: string, timezone: string): Day | Date {
  const refusal = new Refusal('deadline.instant_unreadable', { text: text.slice(0, 40) });
  const dayText = text.slice(0, 10);
  if (!Day.safeParse(dayText).success) throw refusal;
  if (text.length === dayText.length) return Day.parse(text);
  const local = LOCAL.exec(text);
  if (local) {
    const [, on = '', hour, minute, second = '0'] = local;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw refusal;
    const at = instantAt(Day.parse(on), Number(hour) * 60 + Number(minute), timezone);
    return new Date(at.getTime() + Number(second) * 1000);
  }
  const at = new Date(ZONED.test(text) ? text.replace(' ', 'T') : Number.NaN);
  if (Number.isNaN(at.getTime())) throw refusal;
  return at;
}
