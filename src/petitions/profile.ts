import { z } from 'zod';
import type { Length } from '../deadlines/index.ts';
import { Day } from '../kernel/day.ts';
import { Localised } from '../kernel/language.ts';
import { TerritoryLevel } from '../territories/index.ts';

/**
 * What is counted, never added together: `support` in the chat, `signatures` of people whose identity an eID proved, and
 * `legal_reading`, the dated count of the state's own portal.
 */
export const COUNTERS = ['support', 'signatures', 'legal_reading'] as const;
export const Counter = z.enum(COUNTERS);
export type Counter = z.infer<typeof Counter>;

/** How many are needed: a number, a share of the people who live there, or a number above a size and a share below it. */
export const ThresholdRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), count: z.number().int().positive() }),
  z.strictObject({ type: z.literal('share'), percent: z.number().positive().max(100) }),
  z.strictObject({
    type: z.literal('stepped'),
    above: z.number().int().positive(),
    count: z.number().int().positive(),
    otherwisePercent: z.number().positive().max(100),
  }),
]);
export type ThresholdRule = z.infer<typeof ThresholdRule>;

const OwnLength: z.ZodType<Length> = z.strictObject({
  value: z.number().int(),
  unit: z.enum(['working_days', 'calendar_days', 'months', 'service_hours']),
});

/** A length of time: a rule of the rulebook where the law has one, otherwise the profile's own. */
export const PetitionTerm = z.union([
  z.strictObject({ rule: z.string().min(1) }),
  z.strictObject({ length: OwnLength }),
]);
export type PetitionTerm = z.infer<typeof PetitionTerm>;

export const Threshold = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/),
  counter: Counter,
  required: ThresholdRule,
  duty: z.strictObject({
    name: Localised,
    /** Null where nobody is bound to a date. */
    term: PetitionTerm.nullable(),
    /** `registration`: the term waits for the body's own register. */
    starts: z.enum(['crossing', 'registration']),
  }),
});
export type Threshold = z.infer<typeof Threshold>;

/** What the law asks of somebody on a day, whatever the count: telling the media, sending it on. */
const StepDuty = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/),
  /** `posted`: on the state's own portal, where that is what the law counts from. */
  on: z.enum(['published', 'posted', 'threshold_crossed']),
  name: Localised,
  term: PetitionTerm,
});
export type StepDuty = z.infer<typeof StepDuty>;

/** To whom one may write, at which levels of territory; no level means the whole country. */
export const Authority = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/),
  name: Localised,
  levels: z.array(TerritoryLevel),
  agencyKinds: z.array(z.string()).min(1),
  thresholds: z.array(Threshold).min(1),
});
export type Authority = z.infer<typeof Authority>;

/** What an election, or an operator's decision, may stop. */
export const PAUSABLE_ACTS = ['start', 'publish', 'support'] as const;
export const PausableAct = z.enum(PAUSABLE_ACTS);
export type PausableAct = z.infer<typeof PausableAct>;

export const Profile = z.strictObject({
  id: z.string().regex(/^[a-z]{2}\.[a-z_]+$/),
  name: Localised,
  binding: z.enum(['statutory', 'practice', 'advisory']),
  /** A profile kept for comparison takes no new petitions. */
  active: z.boolean(),
  source: z.strictObject({ title: Localised, url: z.url().nullable(), readOn: Day }),
  sponsors: z.strictObject({ count: z.number().int().nonnegative(), within: PetitionTerm.nullable() }),
  moderation: z.strictObject({ warnAfter: PetitionTerm.nullable(), due: PetitionTerm }),
  gathering: PetitionTerm,
  /** `shown`: people may prove who they are, but it obliges nobody to anything. */
  signatures: z.enum(['count', 'shown', 'off']),
  /** Where the only count with legal force is kept. */
  statePortal: z.strictObject({ name: z.string(), url: z.url() }).nullable(),
  minAge: z.number().int().positive().nullable(),
  /** What becomes of a petition that stays below: nothing may end in silence. */
  belowThreshold: z.enum(['handled_as_message', 'closed_with_count']),
  repeatAfter: PetitionTerm.nullable(),
  election: z.strictObject({
    stops: z.array(PausableAct),
    periods: z.array(z.strictObject({ from: Day, until: Day, name: Localised })),
    note: Localised,
  }),
  barredSubjects: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z_]+$/),
      name: Localised,
      /** Beginnings of words that make the writer look at this subject. A hint, never a refusal. */
      words: z.array(z.string().min(3)),
    }),
  ),
  /** Duties that follow from an event, each with its own term. */
  duties: z.array(StepDuty),
  authorities: z.array(Authority).min(1),
});
export type Profile = z.infer<typeof Profile>;

export const ProfileFile = z.strictObject({ profiles: z.array(Profile).min(1) });
