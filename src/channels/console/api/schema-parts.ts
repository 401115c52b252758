import { z } from 'zod';
import { LANGUAGES, Localised } from '../../../kernel/language.ts';

export const named = <Schema extends z.ZodType>(id: string, schema: Schema): Schema => schema.meta({ id }) as Schema;
/** `2026-12-14T09:30:00.000Z` */
export const instant = z.iso.datetime();
/** `2026-12-14` */
export const day = z.iso.date();

export const LanguageField = z.enum(LANGUAGES);
export const Name = named('LocalisedName', Localised);

export const Coded = named('CodedName', z.object({ code: z.string(), name: Name }));

export const Due = named(
  'Due',
  z.object({
    on: day,
    /** Working days until then: 0 on the last day, negative afterwards; null beyond the calendar. */
    workingDays: z.number().int().nullable(),
    passed: z.boolean(),
  }),
);

export const Done = named('Done', z.object({ done: z.literal(true) }));
