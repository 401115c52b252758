import { z } from 'zod';
import { Day } from '../kernel/day.ts';

/** What may change a running term, in the order it happened. Days are days of the body's own calendar. */
export const TermEvent = z.discriminatedUnion('type', [
  /** `on`: the day the case reached the competent body. */
  z.strictObject({ type: z.literal('redirected'), on: Day, to: z.string().optional() }),
  /** Without `until` the longest extension the rule allows. */
  z.strictObject({
    type: z.literal('extended'),
    decisionOn: Day,
    until: Day.optional(),
    by: z.string().optional(),
    signedBy: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('paused'), on: Day, reason: z.string().optional() }),
  z.strictObject({ type: z.literal('resumed'), on: Day }),
]);
export type TermEvent = z.infer<typeof TermEvent>;
