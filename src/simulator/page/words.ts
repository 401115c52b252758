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

const dates = (options: Intl.DateTimeFormatOptions) => (at: Date) =>
  new Intl.DateTimeFormat(current === 'en' ? 'en-GB' : current, { ...options, timeZone }).format(at);

export const clockTime = dates({ hour: '2-digit', minute: '2-digit' });
export const shortDay = dates({ day: 'numeric', month: 'short' });
export const longDay = dates({ weekday: 'long', day: 'numeric', month: 'long' });
export const weekdayAndTime = dates({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
export const dayKey = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** The name of a language in itself. */
export const languageName = (code: string): string => ({ kk: 'Қазақша', ru: 'Русский', en: 'English' })[code] ?? code;
