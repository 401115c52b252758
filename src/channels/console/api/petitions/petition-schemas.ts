import { z } from 'zod';
import { PetitionId } from '../../../../kernel/ids.ts';
import {
  COUNTERS,
  PAUSABLE_ACTS,
  PETITION_STATES,
  REJECTION_CODES,
  SIGNAL_KINDS,
} from '../../../../petitions/index.ts';
import { Coded, Due, day, instant, LanguageField, Name, named } from '../schema-parts.ts';

export const PetitionParams = z.object({ petitionId: PetitionId });
export const PetitionWords = named(
  'PetitionText',
  z.object({ ask: z.string().max(500), why: z.string().max(2_000), details: z.string().max(5_000) }),
);
export const RejectionCodeField = z.enum(REJECTION_CODES);
const Person = z.object({ name: z.string(), own: z.boolean() });

const brief = {
  id: z.string(),
  code: z.string(),
  language: LanguageField,
  state: z.enum(PETITION_STATES),
  ask: z.string(),
  profile: Coded,
  authority: Name,
  agency: Coded.nullable(),
  place: Coded.nullable(),
};
export const PetitionBrief = named('PetitionBrief', z.object(brief));

export const ModerationItem = named(
  'ModerationItem',
  z.object({
    ...brief,
    text: PetitionWords,
    submittedAt: instant.nullable(),
    due: Due.nullable(),
    /** Its end is near by the profile's own measure. */
    near: z.boolean(),
    /** Somebody reads it now; nobody else decides meanwhile. */
    heldBy: Person.nullable(),
    heldUntil: instant.nullable(),
    proposal: z.object({ code: z.string(), note: z.string(), by: Person }).nullable(),
    /** The author objected to a rejection. */
    appealed: z.boolean(),
    /** False for whoever turned it down before. */
    mayDecide: z.boolean(),
    earlierRejection: z.object({ code: z.string(), note: z.string() }).nullable(),
    sponsors: z.number().int(),
    barredHints: z.array(Name),
    similar: z.array(z.object({ id: z.string(), code: z.string(), ask: z.string() })),
  }),
);

export const DutyItem = named(
  'PetitionDuty',
  z.object({
    id: z.string(),
    petition: PetitionBrief,
    name: Name,
    /** Null for a duty that follows from an event and not from a count. */
    counter: z.enum(COUNTERS).nullable(),
    required: z.number().int().nullable(),
    countAtCrossing: z.number().int().nullable(),
    crossedAt: instant,
    /** The term waits for the body's own register. */
    waitsForRegister: z.boolean(),
    registrationNumber: z.string().nullable(),
    startedOn: day.nullable(),
    due: Due.nullable(),
    rule: z.string().nullable(),
    metAt: instant.nullable(),
    /** How a duty of an event was met. */
    doneNote: z.string().nullable(),
  }),
);

export const PetitionCase = named(
  'PetitionCase',
  z.object({
    ...brief,
    original: PetitionWords,
    published: PetitionWords.nullable(),
    outcome: z.string().nullable(),
    closesOn: day.nullable(),
    counts: z.object({
      support: z.number().int(),
      held: z.number().int(),
      signatures: z.number().int(),
      signaturesShown: z.boolean(),
      legal: z.object({ count: z.number().int(), readOn: day, url: z.string() }).nullable(),
    }),
    thresholds: z.array(
      z.object({ key: z.string(), name: Name, counter: z.enum(COUNTERS), required: z.number().int() }),
    ),
    duties: z.array(DutyItem),
    /** Where the only count with legal force is kept; null where there is none. */
    portal: z.object({ name: z.string(), url: z.string() }).nullable(),
    readings: z.array(z.object({ count: z.number().int(), readOn: day, url: z.string(), by: z.string(), at: instant })),
    timeline: z.array(z.object({ at: instant, type: z.string(), words: z.string().nullable(), on: day.nullable() })),
    integrityNote: z.object({ text: z.string(), at: z.string() }).nullable(),
    /** What may be done with it now, by whoever asks. */
    commands: z.array(z.enum(['posting', 'reading', 'hearing', 'reply', 'follow_up', 'outcome', 'stop', 'integrity'])),
    page: z.string(),
  }),
);

export const SignalItem = named(
  'PetitionSignal',
  z.object({
    kind: z.enum(SIGNAL_KINDS),
    hour: instant,
    count: z.number().int(),
    lookedBy: z.string().nullable(),
    lookedAt: instant.nullable(),
  }),
);

export const IntegrityView = named(
  'PetitionIntegrity',
  z.object({
    petition: PetitionBrief,
    support: z.number().int(),
    held: z.number().int(),
    /** Until when somebody decides about what is held. */
    heldDue: Due.nullable(),
    note: z.object({ text: z.string(), at: z.string() }).nullable(),
    signals: z.array(SignalItem),
    hours: z.array(
      z.object({ hour: instant, count: z.number().int(), fresh: z.number().int(), topReferrer: z.number().int() }),
    ),
    sources: z.array(z.object({ source: z.string(), referrer: z.string().nullable(), count: z.number().int() })),
    thresholds: z.object({
      enough: z.number(),
      burstFactor: z.number(),
      share: z.number(),
      regular: z.number(),
      oneDevice: z.number(),
      night: z.object({ from: z.number(), to: z.number() }),
    }),
    decisions: z.array(z.object({ at: instant, type: z.string(), count: z.number().int(), reason: z.string() })),
  }),
);

export const PauseItem = named(
  'PetitionPause',
  z.object({
    id: z.string(),
    profile: Coded,
    stops: z.array(z.enum(PAUSABLE_ACTS)),
    from: day,
    until: day,
    reason: z.string(),
    by: z.string(),
    at: instant,
    liftedAt: instant.nullable(),
    inForce: z.boolean(),
  }),
);

export const ProfileItem = named(
  'PetitionProfile',
  z.object({
    id: z.string(),
    name: Name,
    active: z.boolean(),
    binding: z.enum(['statutory', 'practice', 'advisory']),
    electionStops: z.array(z.enum(PAUSABLE_ACTS)),
    electionPeriods: z.array(z.object({ from: day, until: day, name: Name })),
    electionNote: Name,
  }),
);
