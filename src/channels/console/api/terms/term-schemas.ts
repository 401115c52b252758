import { z } from 'zod';
import { Coded, day, named } from '../schema-parts.ts';

export const HearingView = named(
  'Hearing',
  z.object({
    /** The last day to send the preliminary decision and still decide in time. */
    noticeDueOn: day,
    sentOn: day.nullable(),
    objectionDueOn: day.nullable(),
    earliestActOn: day.nullable(),
    position: z.enum(['agrees', 'objects', 'wants_hearing']).nullable(),
    heardOn: day.nullable(),
    /** What sending it today would mean. */
    ifSent: z.object({ sentOn: day, objectionDueOn: day.nullable(), earliestActOn: day }),
    /** Sent today, the act could no longer come within the term. */
    isLate: z.boolean(),
    statutoryOn: day.nullable(),
  }),
);

export const ComplaintView = named(
  'SilenceComplaint',
  z.object({
    /** What this case complains of. */
    about: z.object({ number: z.string(), agency: Coded, silentSince: day, forwardedTo: Coded.nullable() }).nullable(),
    /** Complaints about this case. */
    complaints: z.array(z.object({ number: z.string(), state: z.string() })),
    /** The silent body's duty, while the complaint lies with it. */
    forward: z.object({ dueOn: day.nullable(), passed: z.boolean(), to: Coded.nullable() }).nullable(),
  }),
);
