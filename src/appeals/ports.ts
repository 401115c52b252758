import type { Clock } from '../deadlines/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode, AppealId, StaffId, TerritoryCode, TicketId, TopicId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { TraceStep } from '../routing/index.ts';
import type { CitizenChoice, Kind, Place, RoutingRecord } from './appeal.ts';

export interface Matter {
  readonly text: string;
  readonly language: Language;
  readonly place: Place;
  /** Where the citizen's last case was: a suggestion only. */
  readonly usualTerritory: TerritoryCode | null;
  /** What the citizen chose is not asked again: the router then only looks for the rest. */
  readonly chosen: CitizenChoice;
}

export interface RoutingOpinion {
  readonly kind: Kind;
  readonly record: RoutingRecord;
  /** Place found in the words, when the citizen gave none. */
  readonly territoryCode: TerritoryCode | null;
  readonly urgent: boolean;
  readonly sensitive: boolean;
  readonly trace?: readonly TraceStep[];
}

/** Says what a message is about and who is competent, or that it does not know. Never throws for a strange text. */
export interface MatterRouter {
  propose(matter: Matter, on: Day): RoutingOpinion;
  /** The legal type that follows from kind and addressee. */
  procedureFor(kind: Kind, agencyCode: AgencyCode): string;
}

export interface ClockReading {
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly registrationDueAt: Date | null;
  readonly hearingUntil?: Day | null;
  readonly reviewOn?: Day | null;
}

export type ClockEntry =
  | { type: 'delivered' }
  | { type: 'clarification_asked' }
  | { type: 'clarified' }
  | { type: 'registered'; number: string; on: Day }
  /** What was recorded of the registration is wrong; both lines stay in the ledger. */
  | { type: 'registration_corrected'; number: string; on: Day; reason: string }
  | { type: 'extended'; decisionOn: Day; until: Day | null; by: string; signedBy?: string; reason: string }
  | { type: 'preliminary_decision_sent' }
  | { type: 'citizen_heard'; position?: CitizenPosition }
  | { type: 'redirected' }
  | { type: 'answered' }
  | { type: 'disputed' }
  | { type: 'withdrawn' };

export interface ClockSubject {
  readonly ticketId: TicketId;
  readonly agencyCode: AgencyCode;
  readonly procedure: string;
  readonly topicId: TopicId | null;
  /** When the citizen sent it: passing it on makes no promise longer. */
  readonly receivedAt?: Date;
  /** How often it was passed on: the new body's term then counts from arrival. */
  readonly redirects?: number;
  /** The body a complaint is about, when it is filed with that body. */
  readonly complainedOf?: AgencyCode;
  /** The ticket is made by this very command. */
  readonly isNew?: boolean;
}

/** What a citizen says to a preliminary decision. */
export type CitizenPosition = 'agrees' | 'objects' | 'wants_hearing';

/** The hearing before an act, as the clock ledger has it. */
export interface Hearing {
  readonly sentOn: Day | null;
  readonly objectionDueOn: Day | null;
  readonly earliestActOn: Day | null;
  readonly position: CitizenPosition | null;
  readonly heardOn: Day | null;
}

/** What the law lets follow from silence; lengths and citations are the rulebook's. */
export type Silence = NonNullable<Clock['silence']>;

/** Keeps the clock ledger of a ticket and reads both dates from it. */
export interface TermClock {
  record(tx: Tx, subject: ClockSubject, entry: ClockEntry): Promise<ClockReading>;
  /** The day on which a delivered case counts as registered by itself, where the jurisdiction has it so; else null. */
  registersItself(subject: Pick<ClockSubject, 'agencyCode' | 'procedure'>, at: Date): Day | null;
  /** The day on the body's own wall calendar. */
  dayAt(agencyCode: AgencyCode | null, at: Date): Day;
  /** Whether the law grants a hearing before the act in this procedure. */
  hasHearing(subject: Pick<ClockSubject, 'procedure'>): boolean;
  hearing(tx: Tx, ticketId: TicketId): Promise<Hearing | null>;
  /** From when silence counts as refusal, and until when one may complain; null before any term of law ran. */
  silence(tx: Tx, ticketId: TicketId): Promise<Silence | null>;
  /** Until when the body complained of must satisfy the complaint or pass it on. */
  forwardDueOn(tx: Tx, ticketId: TicketId): Promise<Day | null>;
  /** Operators owe a decision about the case from now on; the day it is due. */
  watchTriage(tx: Tx, appealId: AppealId): Promise<Day | null>;
  /** Posts whose holder may decide an extension of this ticket's term; empty: the law names none. */
  extensionPosts(tx: Tx, ticketId: TicketId): Promise<readonly string[]>;
  endTriage(tx: Tx, appealId: AppealId): Promise<void>;
  /** The promise that a card can show before anything was sent. */
  preview(subject: Omit<ClockSubject, 'ticketId'>, at: Date): Day | null;
}

/** Somebody of a body whose post the law may name as the one who decides. */
export interface PostHolder {
  readonly id: StaffId;
  readonly name: string;
  readonly post: string | null;
}

/** The directory as the appeals see it. */
export interface Addressees {
  exists(code: AgencyCode): boolean;
  /** Whether somebody works here, gets mail from here, or has to be reached elsewhere. */
  connection(code: AgencyCode): 'register' | 'connected' | 'mailbox' | 'none';
  /** The body that stands over this one on the day. */
  superiorOn(code: AgencyCode, on: Day): AgencyCode | null;
}
