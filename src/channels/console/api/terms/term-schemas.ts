import { z } from 'zod';
import { day, named } from '../schema-parts.ts';

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
