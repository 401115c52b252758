import { z } from 'zod';

export const ReceiverRole = z.enum(['officer', 'supervisor', 'head', 'operator', 'monitor', 'citizen']);
export type ReceiverRole = z.infer<typeof ReceiverRole>;

/** `rules/escalation.json`: who hears when. Working days are counted from the last day; negative is before it. */
export const EscalationPlan = z.strictObject({
  steps: z.array(
    z.strictObject({
      step: z.string().regex(/^[a-z_]+$/),
      clock: z.enum(['registration', 'answer', 'hearing', 'forward', 'triage', 'review', 'monitor_review']),
      at: z.union([z.literal('half'), z.strictObject({ workingDays: z.number().int() })]),
      receivers: z.array(ReceiverRole).min(1),
    }),
  ),
});
export type EscalationPlan = z.infer<typeof EscalationPlan>;
