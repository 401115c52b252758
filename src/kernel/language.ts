import { z } from 'zod';

/** The languages every sentence exists in; the order is the order they are offered in. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A name or sentence in every language. */
export const Localised = z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) });
export type Localised = z.infer<typeof Localised>;
