import { type Day, toEpochDay } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';

const MS_PER_DAY = 86_400_000;
const LOCALES: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };
const formats = new Map<Language, Intl.DateTimeFormat>();

function partsOf(language: Language, on: Day): Record<'weekday' | 'day' | 'month' | 'year', string> {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      weekday: language === 'kk' ? 'long' : 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(language, format);
  }
  const parts = { weekday: '', day: '', month: '', year: '' };
  for (const { type, value } of format.formatToParts(toEpochDay(on) * MS_PER_DAY)) {
    if (type in parts) parts[type as keyof typeof parts] = value;
  }
  return parts;
}

/** A day as people say it, always with the weekday: `пн, 14 декабря`, `14 желтоқсан, дүйсенбі`, `Mon, 14 December`. */
export function dayText(language: Language, on: Day, withYear = false): string {
  const { weekday, day, month, year } = partsOf(language, on);
  if (language === 'kk') return `${withYear ? `${year} ж. ` : ''}${day} ${month}, ${weekday}`;
  return `${weekday}, ${day} ${month}${withYear ? ` ${year}` : ''}`;
}
