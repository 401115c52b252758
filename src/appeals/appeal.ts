import type { AgencyCode, AppealId, CitizenId, TerritoryCode, TopicId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { TraceStep } from '../routing/index.ts';

/** What the citizen means, in everyday words. */
export const KINDS = ['question', 'problem', 'complaint', 'idea', 'thanks'] as const;
export type Kind = (typeof KINDS)[number];

export type AppealState =
  /** Written but not sent; only its author knows of it. */
  | 'draft'
  /** Sent; nobody was found competent with enough certainty, an operator decides. */
  | 'in_triage'
  | 'with_agency'
  /** The addressee does not work here: the citizen files elsewhere, we watch the number given there. */
  | 'watched'
  | 'answered'
  | 'closed'
  | 'withdrawn'
  /** A draft given up. */
  | 'discarded';

export const OPEN_STATES = [
  'in_triage',
  'with_agency',
  'watched',
  'answered',
] as const satisfies readonly AppealState[];
export const ENDED_STATES = ['closed', 'withdrawn', 'discarded'] as const satisfies readonly AppealState[];

export type Resolution = 'resolved' | 'partly' | 'unresolved';

export interface Place {
  readonly territoryCode: TerritoryCode | null;
  readonly addressText: string | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

export interface Appeal {
  readonly id: AppealId;
  readonly revision: number;
  readonly number: string | null;
  readonly citizenId: CitizenId;
  readonly state: AppealState;
  readonly kind: Kind;
  readonly language: Language;
  readonly title: string;
  /** What the citizen asks for, numbered when it came in, in masked words: a proposal that an officer may correct. */
  readonly points: readonly string[];
  readonly topicId: TopicId | null;
  readonly place: Place;
  readonly channel: string;
  readonly urgent: boolean;
  readonly sensitive: boolean;
  readonly resolution: Resolution | null;
  readonly disputes: number;
  readonly routing: RoutingState;
  readonly externalNumber: string | null;
  /** Whom it is for, when not for its sender; null for one's own case. Written apart from the rest. */
  readonly sealedOnBehalfOf: Uint8Array | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What the citizen decided themselves: the router never overrules it. */
export interface CitizenChoice {
  readonly topicId: TopicId | null;
  readonly kind: Kind | null;
  readonly agencyCode: AgencyCode | null;
}

export interface RoutingState {
  readonly record: RoutingRecord | null;
  readonly chosen: CitizenChoice;
  /** The steps that led to the record: version, outcome and time of each. */
  readonly trace?: readonly TraceStep[];
}

export const NOT_ROUTED: RoutingState = { record: null, chosen: { topicId: null, kind: null, agencyCode: null } };

/** What the router said last. */
export type RoutingRecord =
  | {
      type: 'proposal';
      agencyCode: AgencyCode;
      topicId: TopicId;
      procedure: string;
      confidence: number;
      connected: boolean;
      explanation: Readonly<Record<string, unknown>>;
      alternatives: readonly RoutingChoice[];
      /** Of a provider that does not work here: the public body that looks after it, last of the alternatives. */
      overseer?: AgencyCode;
      /** Two or more: the message names several matters, and each has its own body. */
      parts?: readonly MatterPart[];
    }
  | { type: 'needs_place'; topicId: TopicId; level: string; confidence: number }
  | { type: 'ask'; options: readonly RoutingChoice[] }
  | { type: 'triage'; reason: string; candidates?: readonly RoutingChoice[] };

/** Nobody registers it and no portal takes it: the citizen writes to the provider themselves. */
export const isForProvider = ({ routing: { record } }: Pick<Appeal, 'routing'>): boolean =>
  record?.type === 'proposal' && record.overseer !== undefined;

/** One of several matters of a message, with the body it goes to. */
export interface MatterPart {
  readonly topicId: TopicId;
  readonly agencyCode: AgencyCode;
  readonly procedure: string;
  readonly text: string;
  readonly confidence: number;
  readonly overseer?: AgencyCode;
}

export interface RoutingChoice {
  readonly topicId: TopicId;
  readonly agencyCode: AgencyCode | null;
  readonly confidence: number;
  /** The message's own words that spoke for it. */
  readonly words?: readonly string[];
}

export type AppealEvent =
  | { type: 'amended' }
  | { type: 'submitted'; number: string; to: 'agency' | 'triage' | 'elsewhere' }
  | { type: 'assigned' }
  | { type: 'returned_to_triage' }
  | { type: 'added' }
  | { type: 'answered' }
  | { type: 'confirmed'; resolution: Resolution }
  | { type: 'disputed' }
  | { type: 'closed_in_silence' }
  | { type: 'withdrawn' }
  | { type: 'discarded' };

/** The policy: from which states each event may happen. */
export const APPEAL_MOVES: Record<AppealEvent['type'], readonly AppealState[]> = {
  amended: ['draft'],
  submitted: ['draft'],
  assigned: ['in_triage', 'with_agency', 'watched'],
  // Another part of the same message may wait there already.
  returned_to_triage: ['with_agency', 'in_triage'],
  added: ['in_triage', 'with_agency', 'watched', 'answered'],
  answered: ['with_agency', 'answered'],
  // Closed in silence only: a word given once stands.
  confirmed: ['answered', 'watched', 'closed'],
  disputed: ['answered', 'closed'],
  closed_in_silence: ['answered', 'watched'],
  withdrawn: ['in_triage', 'with_agency', 'watched', 'answered'],
  discarded: ['draft'],
};

/** First to the supervisor, a second time to the monitors; then the way of the law remains. */
export const MAX_DISPUTES = 2;

export function applyAppealEvent(appeal: Appeal, event: AppealEvent, now: Date): Appeal {
  if (!APPEAL_MOVES[event.type].includes(appeal.state)) {
    throw new Refusal('appeal.move_refused', { state: appeal.state, event: event.type });
  }
  const next = { ...appeal, revision: appeal.revision + 1 };
  switch (event.type) {
    case 'amended':
    case 'added':
      return next;
    case 'submitted':
      return {
        ...next,
        number: event.number,
        submittedAt: now,
        state: { agency: 'with_agency', triage: 'in_triage', elsewhere: 'watched' }[event.to] as AppealState,
      };
    case 'assigned':
      return { ...next, state: 'with_agency' };
    case 'returned_to_triage':
      return { ...next, state: 'in_triage' };
    case 'answered':
      return { ...next, state: 'answered' };
    case 'confirmed':
      if (appeal.state === 'closed' && appeal.resolution !== null)
        throw new Refusal('appeal.move_refused', { state: appeal.state, event: event.type });
      return { ...next, state: 'closed', resolution: event.resolution, closedAt: now };
    case 'disputed':
      if (appeal.disputes >= MAX_DISPUTES) throw new Refusal('appeal.disputes_used_up', { disputes: appeal.disputes });
      return { ...next, state: 'with_agency', disputes: appeal.disputes + 1, resolution: null, closedAt: null };
    case 'closed_in_silence':
      return { ...next, state: 'closed', closedAt: now };
    case 'withdrawn':
      return { ...next, state: 'withdrawn', closedAt: now };
    case 'discarded':
      return { ...next, state: 'discarded', closedAt: now };
  }
}
