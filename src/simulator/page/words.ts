/// <reference types="vite/client" />
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from '../../platform/texts/locales/en/simulator.ftl?raw';
import kazakh from '../../platform/texts/locales/kk/simulator.ftl?raw';
import russian from '../../platform/texts/locales/ru/simulator.ftl?raw';

export const PAGE_LANGUAGES = ['kk', 'ru', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const KEY = 'dauys.language';
const bundles: Record<PageLanguage, FluentBundle> = {
  kk: bundle('kk', kazakh),
  ru: bundle('ru', russian),
  en: bundle('en', english),
};

function bundle(language: string, source: string): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

const isPageLanguage = (text: string | undefined): text is PageLanguage =>
  PAGE_LANGUAGES.some((language) => language === text);

function preferred(): PageLanguage {
  const asked = [localStorage.getItem(KEY) ?? undefined, ...navigator.languages.map((tag) => tag.split('-')[0])];
  return asked.find(isPageLanguage) ?? 'ru';
}

let current: PageLanguage = preferred();
let timeZone: string | undefined;

export const pageLanguage = (): PageLanguage => current;

export function setPageLanguage(language: PageLanguage): void {
  current = language;
  localStorage.setItem(KEY, language);
}

export function setTimeZone(zone: string | undefined): void {
  timeZone = zone;
}

/** A sentence of the page; keys lie under `simulator-`. */
export function t(key: string, args: Record<string, FluentVariable> = {}): string {
  const pattern = bundles[current].getMessage(`simulator-${key}`)?.value;
  return pattern ? bundles[current].formatPattern(pattern, args) : key;
}

interface Calendar {
  day: number;
  month: number;
  weekday: number;
  time: string;
  key: string;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Browsers do not all know Kazakh, so only numbers come from `Intl`; the names of months and days are ours. */
function calendar(at: Date): Calendar {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  const { year = '', month = '', day = '', weekday = '', hour = '', minute = '' } = parts;
  return {
    day: Number(day),
    month: Number(month) - 1,
    weekday: WEEKDAYS.indexOf(weekday),
    time: `${hour}:${minute}`,
    key: `${year}-${month}-${day}`,
  };
}

const named = (list: string, position: number): string => t(list).split(' ')[position] ?? '';

export const clockTime = (at: Date): string => calendar(at).time;
export const dayKey = (at: Date): string => calendar(at).key;

export function shortDay(at: Date): string {
  const { day, month } = calendar(at);
  return t('short-day', { day, month: named('months-short', month) });
}

export function longDay(at: Date): string {
  const { day, month, weekday } = calendar(at);
  return t('long-day', { day, month: named('months', month), weekday: named('weekdays', weekday) });
}

export function weekdayAndTime(at: Date, months: 'months' | 'months-short' = 'months'): string {
  const { day, month, weekday, time } = calendar(at);
  return t('day-and-time', { day, month: named(months, month), weekday: named('weekdays-short', weekday), time });
}

/** The name of a language in itself. */
export const languageName = (code: string): string => ({ kk: 'Қазақша', ru: 'Русский', en: 'English' })[code] ?? code;
