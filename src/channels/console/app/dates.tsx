import type { Due } from './api.ts';
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

export function timeText(at: string, language: Language): string {
  const moment = new Date(at);
  if (language === 'kk') {
    const clock = moment.toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' });
    return `${moment.getDate()} ${KAZAKH_MONTHS[moment.getMonth()]}., ${clock}`;
  }
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

export function Day({ on }: { on: string }) {
  const { language } = useTexts();
  return <time dateTime={on}>{dayText(on, language)}</time>;
}

export function Time({ at }: { at: string }) {
  const { language } = useTexts();
  return <time dateTime={at}>{timeText(at, language)}</time>;
}

/** "3 working days": how long is left, or how long ago it passed. */
export function DaysLeft({ due }: { due: Due }) {
  const { t } = useTexts();
  if (due.workingDays === null) return null;
  if (due.passed) return <>{t('console-days-late', { days: Math.max(1, -due.workingDays) })}</>;
  if (due.workingDays <= 0) return <>{t('console-days-today')}</>;
  return <>{t('console-days-left', { days: due.workingDays })}</>;
}
