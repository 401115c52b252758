import { z } from 'zod';

/** Text in which personal data has been replaced by tokens such as `[IIN]`; only this may leave for search, models, logs of models. */
export const MaskedText = z.string().brand('MaskedText');
export type MaskedText = z.infer<typeof MaskedText>;
