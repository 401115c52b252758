import type { Due } from './api.ts';
import { useMe } from './queries.ts';
import { type Language, useTexts } from './texts.tsx';

const LOCALES: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

/** Not every browser knows Kazakh; these are the short forms people write. */
const KAZAKH_MONTHS = ['қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау', 'шіл', 'там', 'қыр', 'қаз', 'қар', 'жел'];
const KAZAKH_WEEKDAYS = ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'];

/** `Mon 14 Dec`, `пн, 14 дек.`, `14 жел., дс`: always with the weekday. */
export function dayText(on: string, language: Language): string {
  const at = new Date(`${on}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(at);
  if (language === 'kk')
    return `${at.getUTCDate()} ${KAZAKH_MONTHS[at.getUTCMonth()]}., ${KAZAKH_WEEKDAYS[at.getUTCDay()]}`;
  const weekday = part({ weekday: 'short' });
  const dayAndMonth = part({ day: 'numeric', month: 'short' });
  return language === 'ru' ? `${weekday}, ${dayAndMonth}` : `${weekday} ${dayAndMonth}`;
}

/** In the zone of the service: an officer's machine may stand in another. */
export function timeText(at: string, language: Language, timeZone: string): string {
  const moment = new Date(at);
  const clock = moment.toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit', timeZone });
  const on = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
  const day = new Date(`${on}T00:00:00Z`);
  if (language === 'kk') return `${day.getUTCDate()} ${KAZAKH_MONTHS[day.getUTCMonth()]}., ${clock}`;
  const dayAndMonth = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(day);
  return `${dayAndMonth}, ${clock}`;
}

export function Day({ on }: { on: string }) {
  const { language } = useTexts();
  return <time dateTime={on}>{dayText(on, language)}</time>;
}

export function Time({ at }: { at: string }) {
  const { language } = useTexts();
  const timeZone = useMe().data?.timezone ?? 'UTC';
  return <time dateTime={at}>{timeText(at, language, timeZone)}</time>;
}

/** "3 working days": how long is left, or how long ago it passed. */
export function DaysLeft({ due }: { due: Due }) {
  const { t } = useTexts();
  if (due.workingDays === null) return null;
  if (due.passed) return <>{t('console-days-late', { days: Math.max(1, -due.workingDays) })}</>;
  if (due.workingDays <= 0) return <>{t('console-days-today')}</>;
  return <>{t('console-days-left', { days: due.workingDays })}</>;
}
