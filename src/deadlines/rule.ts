import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { Localised } from '../kernel/language.ts';

export const Unit = z.enum(['working_days', 'calendar_days', 'months', 'service_hours']);
export type Unit = z.infer<typeof Unit>;

/** A length of time as the law words it; negative lengths are counted back ("three working days before the act"). */
export const Length = z.strictObject({ value: z.number().int(), unit: Unit });
export type Length = z.infer<typeof Length>;

/** What sets a term running. Every word has a text `deadline-event-…` in three languages. */
export const START_EVENTS = [
  'registration',
  'receipt',
  'request',
  'submission',
  'act',
  'termination_decision',
  'file_request',
  'learned',
  'previous_reception',
  'opening',
  'publication',
  'fiftieth_signature',
  'threshold_decision',
  'threshold_reached',
  'decision',
  'withdrawal',
  'grounds_established',
  'discovery',
  'objection',
  'transfer',
  'preliminary_decision',
  'extension_decision',
] as const;
export const StartEvent = z.enum(START_EVENTS);
export type StartEvent = z.infer<typeof StartEvent>;

export const Trust = z.enum(['high', 'medium', 'low']);
export type Trust = z.infer<typeof Trust>;

/** `kz.appk.review`: the names of the published list of rules, never renumbered. */
export const RuleId = z
  .string()
  .regex(/^[a-z]{2}(\.[a-z0-9_]+)+$/)
  .brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;

/** How a term may be made longer, and what that costs the body in form and notice. */
export const Extension = z.strictObject({
  /** The longest extension; null where the law names none or it is not known. */
  max: Length.nullable(),
  /** From which moment `max` runs: `start` means that it replaces the first length. */
  countedFrom: z.enum(['decision_date', 'due_date', 'start']),
  /** How often; null: the law does not say. */
  times: z.number().int().positive().nullable(),
  /** Posts whose holder may decide; empty: the law does not say. */
  decidedBy: z.array(z.string()),
  reasonRequired: z.boolean(),
  reason: z.string().nullable(),
  /** The citizen must hear of it within this time from the decision. */
  noticeWithin: Length.nullable(),
});
export type Extension = z.infer<typeof Extension>;

/** A step inside a longer term, with its own rule or its own length. */
export const Stage = z.strictObject({
  stage: z.enum(['registration', 'redirect', 'preliminary_decision', 'objection', 'answer', 'posting']),
  rule: RuleId.optional(),
  length: Length.optional(),
  starts: StartEvent.optional(),
  article: z.string().optional(),
});
export type Stage = z.infer<typeof Stage>;

export const Notice = z.strictObject({
  to: z.string(),
  what: z.string(),
  /** At the same time as the event when absent. */
  within: Length.optional(),
});

/** One edition of one term of law. Code interprets it; no code knows any particular rule. */
export const Rule = z.strictObject({
  id: RuleId,
  /** Code of the jurisdiction's folder. */
  jurisdiction: z.string().regex(/^[a-z]{2}$/),
  title: Localised,
  procedures: z.array(z.string()).min(1),
  length: Length,
  starts: z.strictObject({ event: StartEvent, note: z.string().optional() }),
  /** `end_of_working_day`: what comes later, or on a day off, counts as of the next working day. */
  cutoff: z.enum(['end_of_working_day', 'none']),
  /** Day zero: whether the day of the event is itself counted. */
  firstDay: z.enum(['next_day', 'same_day']),
  /** When the last day is a day off. `unsettled`: the law is silent, so both dates are shown. */
  rollOver: z.enum(['next_working_day', 'none', 'unsettled']),
  extension: Extension.nullable(),
  redirect: z
    .strictObject({
      rule: RuleId,
      within: Length,
      /** What sets the new body's term running. */
      restarts: z.enum(['arrival', 'registration', 'none']),
    })
    .nullable(),
  stages: z.array(Stage),
  pause: z.strictObject({ allowed: z.boolean(), reasons: z.array(z.string()) }),
  /** What the law makes of silence after the last day. */
  silence: z.enum(['refusal', 'none']),
  notices: z.array(Notice),
  /** The citation as the official list writes it, and as people read it. */
  article: z.string().min(1),
  citation: Localised,
  source: z.strictObject({ act: z.string(), url: z.string().nullable(), edition: z.string().optional() }),
  trust: Trust,
  /** The edition applies to terms that start on a day from `from` to `until`, both included; null is open. */
  effective: z.strictObject({ from: Day.nullable(), until: Day.nullable() }),
  threshold: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  notes: z.string().optional(),
});
export type Rule = z.infer<typeof Rule>;

/** The edition of a rule under which a term that starts on this day runs, or null when there is none. */
export function editionOn(editions: readonly Rule[], on: Day): Rule | null {
  return (
    editions.find(
      ({ effective: { from, until } }) => (from === null || from <= on) && (until === null || on <= until),
    ) ?? null
  );
}
