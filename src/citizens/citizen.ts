import type { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';

/** `stopped` hears nothing but answers to what they ask; `erased` is a row without a person. */
export type CitizenState = 'active' | 'stopped' | 'erased';

export interface Citizen {
  readonly id: CitizenId;
  readonly revision: number;
  readonly language: Language;
  readonly state: CitizenState;
  /** Of the last confirmed case: a suggestion, never a fact. */
  readonly territoryCode: TerritoryCode | null;
  /** Version of the consent text in force for this person; null before consent and after withdrawal. */
  readonly consentVersion: string | null;
  readonly settings: CitizenSettings;
}

export interface CitizenSettings {
  readonly languageChosen?: boolean;
  readonly surveys?: boolean;
  /** The phone came as Telegram's own contact of this person; a typed number proves nothing. */
  readonly phoneConfirmed?: boolean;
}

/** What a procedure may ask for late, each with its reason; stored sealed. */
export const DETAILS = ['name', 'nationalId', 'postalAddress', 'phone', 'email'] as const;
export type Detail = (typeof DETAILS)[number];

export interface Account {
  readonly channel: string;
  readonly externalId: string;
  readonly reachable: boolean;
}

export type ConsentPurpose = 'processing' | 'survey_contact' | 'voice_model';
