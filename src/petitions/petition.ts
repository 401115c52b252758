import type { Day } from '../kernel/day.ts';
import type { AgencyCode, CitizenId, PetitionId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { FixedThreshold } from './threshold.ts';

export const PETITION_STATES = [
  'draft',
  /** Opens by its link only, until enough people say that it should be heard. */
  'gathering_sponsors',
  'in_moderation',
  'open',
  'threshold_reached',
  'replied',
  'followed_up',
  'rejected',
  'withdrawn',
  'expired',
  'stopped',
] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

/** What anybody may find in lists. A rejected petition is shown with its reason, without its text. */
export const LISTED_STATES = [
  'open',
  'threshold_reached',
  'replied',
  'followed_up',
  'expired',
  'stopped',
] as const satisfies readonly PetitionState[];
/** Support is gathered, if the window is open. */
export const GATHERING_STATES = [
  'gathering_sponsors',
  'open',
  'threshold_reached',
  'replied',
] as const satisfies readonly PetitionState[];
export const ENDED_STATES = [
  'followed_up',
  'rejected',
  'withdrawn',
  'expired',
  'stopped',
] as const satisfies readonly PetitionState[];

export const isIn = (states: readonly PetitionState[], state: PetitionState): boolean => states.includes(state);

export interface PetitionText {
  readonly ask: string;
  readonly why: string;
  readonly details: string;
}

export interface Petition {
  readonly id: PetitionId;
  readonly revision: number;
  /** Ten characters, in addresses and links; while sponsors are gathered it is the only way in. */
  readonly code: string;
  readonly citizenId: CitizenId;
  readonly language: Language;
  readonly state: PetitionState;
  readonly profileId: string;
  readonly authorityKey: string;
  readonly agencyCode: AgencyCode | null;
  readonly territoryCode: TerritoryCode | null;
  readonly population: number | null;
  readonly thresholds: readonly FixedThreshold[];
  readonly original: PetitionText;
  /** What moderation let out; equal to the original unless it says why not. */
  readonly published: PetitionText | null;
  readonly rejection: Rejection | null;
  /** Whether the author has used the one objection to a rejection. */
  readonly appealed: boolean;
  readonly outcome: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly sponsorsUntil: Day | null;
  readonly moderationDueOn: Day | null;
  readonly openedAt: Date | null;
  /** The last day of gathering. */
  readonly closesOn: Day | null;
  readonly endedAt: Date | null;
}

export interface Rejection {
  readonly code: string;
  readonly note: string;
}

export type PetitionEvent =
  | { type: 'amended' }
  | { type: 'submitted'; sponsorsNeeded: number; sponsorsUntil: Day | null; moderationDueOn: Day }
  | { type: 'sponsored'; moderationDueOn: Day }
  | {
      type: 'published';
      text: PetitionText;
      closesOn: Day;
      thresholds: readonly FixedThreshold[];
      population: number | null;
    }
  /** The state's own portal shows it: from there the law counts. */
  | { type: 'posted'; closesOn: Day }
  | { type: 'rejected'; code: string; note: string }
  | { type: 'appealed'; moderationDueOn: Day }
  | { type: 'threshold_crossed'; key: string }
  | { type: 'replied' }
  | { type: 'followed_up' }
  | { type: 'withdrawn' }
  | { type: 'expired'; outcome: string }
  | { type: 'outcome_noted'; outcome: string }
  | { type: 'stopped'; reason: string };

/** The policy: from which states each event may happen. */
export const PETITION_MOVES: Record<PetitionEvent['type'], readonly PetitionState[]> = {
  amended: ['draft'],
  submitted: ['draft'],
  sponsored: ['gathering_sponsors'],
  published: ['in_moderation'],
  posted: ['open', 'threshold_reached', 'replied'],
  rejected: ['in_moderation'],
  appealed: ['rejected'],
  threshold_crossed: ['open', 'threshold_reached', 'replied'],
  replied: ['threshold_reached', 'replied'],
  followed_up: ['replied', 'followed_up'],
  withdrawn: ['draft', 'gathering_sponsors', 'in_moderation', 'open'],
  expired: ['gathering_sponsors', 'open'],
  outcome_noted: ['expired'],
  stopped: ['gathering_sponsors', 'in_moderation', 'open', 'threshold_reached'],
};

export function applyPetitionEvent(petition: Petition, event: PetitionEvent, now: Date): Petition {
  if (!PETITION_MOVES[event.type].includes(petition.state)) {
    throw new Refusal('petition.move_refused', { state: petition.state, event: event.type });
  }
  const next = { ...petition, revision: petition.revision + 1 };
  switch (event.type) {
    case 'amended':
      return next;
    case 'submitted':
      return event.sponsorsNeeded > 0
        ? { ...next, state: 'gathering_sponsors', submittedAt: now, sponsorsUntil: event.sponsorsUntil }
        : { ...next, state: 'in_moderation', submittedAt: now, moderationDueOn: event.moderationDueOn };
    case 'sponsored':
      return { ...next, state: 'in_moderation', moderationDueOn: event.moderationDueOn };
    case 'published':
      return {
        ...next,
        state: 'open',
        published: event.text,
        openedAt: now,
        closesOn: event.closesOn,
        thresholds: event.thresholds,
        population: event.population,
        rejection: null,
      };
    case 'posted':
      return { ...next, closesOn: event.closesOn };
    case 'rejected':
      return { ...next, state: 'rejected', rejection: { code: event.code, note: event.note }, endedAt: now };
    case 'appealed':
      if (petition.appealed) throw new Refusal('petition.appeal_used_up', {});
      return {
        ...next,
        state: 'in_moderation',
        appealed: true,
        moderationDueOn: event.moderationDueOn,
        endedAt: null,
      };
    case 'threshold_crossed':
      return { ...next, state: 'threshold_reached' };
    case 'replied':
      return { ...next, state: 'replied' };
    case 'followed_up':
      return { ...next, state: 'followed_up', endedAt: petition.endedAt ?? now };
    case 'withdrawn':
      return { ...next, state: 'withdrawn', endedAt: now };
    case 'expired':
      return { ...next, state: 'expired', outcome: event.outcome, endedAt: now };
    case 'outcome_noted':
      return { ...next, outcome: event.outcome };
    case 'stopped':
      return { ...next, state: 'stopped', outcome: event.reason, endedAt: now };
  }
}

/** As people read it: gathering may be over while its outcome waits for a decision about what was set apart. */
export const stateOn = (
  { state, closesOn }: Pick<Petition, 'state' | 'closesOn'>,
  today: Day,
): PetitionState | 'counting' => (state === 'open' && closesOn !== null && closesOn < today ? 'counting' : state);

/** The last day counts whole: a support given on the evening of the last day is in time. */
export const acceptsSupport = ({ state, closesOn }: Pick<Petition, 'state' | 'closesOn'>, today: Day): boolean =>
  isIn(GATHERING_STATES, state) && (closesOn === null || today <= closesOn);
