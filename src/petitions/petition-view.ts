import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Localised } from '../kernel/language.ts';
import type { Duty, Reading } from './duties-repository.ts';
import type { Petition, PetitionText } from './petition.ts';
import type { Authority, Counter, Profile } from './profile.ts';
import type { FixedThreshold } from './threshold.ts';

/** The three counts side by side; nothing in the product adds them up. */
export interface PublicCounts {
  readonly support: number;
  /** Held apart until somebody has looked: shown as such, counted for nothing. */
  readonly held: number;
  readonly signatures: number;
  readonly legal: Reading | null;
}

export interface TimelineEvent {
  readonly at: Date;
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface IntegrityNote {
  readonly text: string;
  readonly at: string;
}

/** A petition as every channel shows it. */
export interface PetitionView {
  readonly petition: Petition;
  /** What the public reads; null where only a reason is shown. */
  readonly text: PetitionText | null;
  readonly profile: Profile;
  readonly authority: Authority;
  readonly counts: PublicCounts;
  readonly thresholds: readonly (FixedThreshold & { readonly duty: Duty | null })[];
  /** Duties of events, each with its name. */
  readonly steps: readonly (Duty & { readonly name: Localised })[];
  readonly timeline: readonly TimelineEvent[];
  readonly reply: TimelineEvent | null;
  /** When and where the state's portal opened it; null until somebody has noted it. */
  readonly posting: { readonly on: Day; readonly url: string } | null;
  readonly followUps: readonly TimelineEvent[];
  readonly hearings: readonly TimelineEvent[];
  readonly integrityNote: IntegrityNote | null;
  /** Until when somebody decides about what is held apart; null where nothing is. */
  readonly heldDueOn: Day | null;
}

export interface PetitionListItem {
  readonly id: PetitionId;
  readonly code: string;
  readonly state: Petition['state'];
  readonly ask: string;
  readonly language: Petition['language'];
  readonly profileId: string;
  readonly authorityKey: string;
  readonly agencyCode: string | null;
  readonly territoryCode: string | null;
  readonly support: number;
  readonly signatures: number;
  readonly legalReading: number | null;
  readonly legalReadOn: Day | null;
  readonly thresholds: readonly FixedThreshold[];
  readonly openedAt: Date | null;
  readonly closesOn: Day | null;
}

/** Which count leads somewhere next: the first threshold not crossed yet, by its own counter. */
export function nextGoal(view: Pick<PetitionView, 'thresholds'>): { counter: Counter; required: number } | null {
  const next = view.thresholds.find(({ duty }) => duty === null) ?? null;
  return next && { counter: next.counter, required: next.required };
}
