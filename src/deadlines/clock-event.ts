import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';

const recorded = {
  id: z.string().min(1),
  /** When it happened on the business clock, not when somebody typed it in. */
  at: z.coerce.date(),
};

const facts = [
  /** The citizen's message reached the service. */
  z.strictObject({
    ...recorded,
    type: z.literal('received'),
    procedure: z.string(),
    topic: z.string().nullable(),
    /** The calendar edition in force then; null is the one shipped. */
    calendar: z.string().nullable().default(null),
    /** Bodies it had been with before this one: then the term counts from arrival here. */
    redirects: z.number().int().nonnegative().default(0),
    /** A complaint filed with the body it is about: that body must pass it to its superior. */
    complainedOf: z.string().nullable().default(null),
  }),
  /** A body was proposed to the citizen. */
  z.strictObject({ ...recorded, type: z.literal('proposed'), agency: z.string() }),
  /** The body has it: from here the registration clock runs. */
  z.strictObject({ ...recorded, type: z.literal('delivered'), agency: z.string() }),
  /** The body's own register gave a number and a date; only this starts a term set by law. */
  z.strictObject({
    ...recorded,
    type: z.literal('registered'),
    number: z.string().min(1),
    on: Day,
    /** When the body registered it as something else than the service had assumed. */
    procedure: z.string().optional(),
  }),
  /** `arrivedOn`: the day it reached the new body, when that body does not work here. */
  z.strictObject({
    ...recorded,
    type: z.literal('redirected'),
    to: z.string(),
    reason: z.string(),
    arrivedOn: Day.optional(),
  }),
  /** The clock of this ticket ends without an answer: withdrawn, or another body's ticket goes on. */
  z.strictObject({ ...recorded, type: z.literal('ended'), as: z.enum(['withdrawn', 'redirected', 'closed']) }),
  z.strictObject({ ...recorded, type: z.literal('clarification_asked'), on: Day }),
  z.strictObject({ ...recorded, type: z.literal('clarified'), on: Day }),
  z.strictObject({
    ...recorded,
    type: z.literal('extended'),
    decisionOn: Day,
    until: Day.optional(),
    /** The post of whoever decided, in the rule's own word; and that person's name. */
    by: z.string().min(1),
    signedBy: z.string().min(1).optional(),
    reason: z.string().min(1),
  }),
  z.strictObject({ ...recorded, type: z.literal('preliminary_decision_sent'), on: Day }),
  z.strictObject({
    ...recorded,
    type: z.literal('citizen_heard'),
    on: Day,
    position: z.enum(['agrees', 'objects', 'wants_hearing']).optional(),
  }),
  z.strictObject({ ...recorded, type: z.literal('answered'), on: Day }),
  z.strictObject({ ...recorded, type: z.literal('disputed') }),
  /** An operator confirmed that a changed calendar moves this case. */
  z.strictObject({ ...recorded, type: z.literal('superseded_by_calendar'), edition: z.string() }),
] as const;

export const ClockFact = z.discriminatedUnion('type', facts);
export type ClockFact = z.infer<typeof ClockFact>;

/** Says that an earlier event was wrong; the earlier one stays in the ledger. Null withdraws it without replacement. */
export const Correction = z.strictObject({
  ...recorded,
  type: z.literal('corrected'),
  corrects: z.string(),
  replacement: ClockFact.nullable(),
  reason: z.string().min(1),
});

/** One line of the append-only ledger of a ticket. */
export const ClockEvent = z.discriminatedUnion('type', [...facts, Correction]);
export type ClockEvent = z.infer<typeof ClockEvent>;
export type ClockEventType = ClockEvent['type'];

/** The facts as they stand after all corrections, in the order they were first recorded. */
export function standingFacts(events: readonly ClockEvent[]): ClockFact[] {
  const replaced = new Map<string, ClockFact | null>();
  for (const event of events) if (event.type === 'corrected') replaced.set(event.corrects, event.replacement);
  const resolve = (fact: ClockFact): ClockFact | null => {
    const seen = new Set<string>();
    let current: ClockFact | null = fact;
    while (current && replaced.has(current.id) && !seen.has(current.id)) {
      seen.add(current.id);
      current = replaced.get(current.id) ?? null;
    }
    return current;
  };
  return events
    .filter((event): event is ClockFact => event.type !== 'corrected')
    .map(resolve)
    .filter((fact): fact is ClockFact => fact !== null);
}

/** Another number and day in place of the registration that stands; `replacementId` is the new fact's own. */
export function correctedRegistration(
  events: readonly ClockEvent[],
  { number, on, reason }: { number: string; on: Day; reason: string },
  replacementId: string,
) {
  const standing = standingFacts(events).findLast((fact) => fact.type === 'registered');
  if (!standing) throw new Refusal('deadline.not_registered', { event: 'corrected' });
  return {
    type: 'corrected',
    corrects: standing.id,
    replacement: { ...standing, id: replacementId, number, on },
    reason,
  } as const;
}
