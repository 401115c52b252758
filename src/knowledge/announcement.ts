import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';

/** What people may ask to be told. */
export const NEWS_SUBJECTS = ['decisions', 'acts', 'works', 'outages'] as const;
export const NewsSubject = z.enum(NEWS_SUBJECTS);
export type NewsSubject = z.infer<typeof NewsSubject>;

const Words = z.object({ title: z.string().trim().min(3).max(200), body: z.string().trim().min(3).max(2_000) });

export const AnnouncementForm = z
  .object({
    agency: AgencyCode,
    subject: NewsSubject,
    /** Empty: of interest whatever one follows. */
    topics: z.array(z.string().max(80)).max(12),
    /** Null: everywhere. */
    territoryCode: z.string().max(40).nullable(),
    texts: z.object({ kk: Words, ru: Words, en: Words.nullable() }),
    url: z.url().nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, 'ends before it begins');
export type AnnouncementForm = z.infer<typeof AnnouncementForm>;

export interface Announcement extends AnnouncementForm {
  readonly id: string;
  readonly state: 'published' | 'withdrawn';
  readonly publishedAt: Date;
}

export interface Subscriptions {
  readonly subjects: readonly NewsSubject[];
  /** Empty: every one. */
  readonly topic: string;
  readonly territoryCode: string;
}

export function inWords({ texts }: Pick<Announcement, 'texts'>, language: Language): { title: string; body: string } {
  const chosen = [language, ...LANGUAGES].map((one) => texts[one]).find((words) => words !== null);
  return chosen ?? texts.ru;
}
