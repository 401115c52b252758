import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';

/** Names and dates as people read them; the directory and the locale behind one small window. */
export interface Names {
  agency(code: string, language: Language): string;
  topic(id: string, language: Language): string;
  territory(code: string, language: Language): string;
  /** `пн, 14 декабря` */
  day(on: Day, language: Language): string;
  dayOf(at: Date, language: Language): string;
}
