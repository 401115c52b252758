import type { StaffRole } from '../../../../access/index.ts';
import type { Petitions } from '../../../../petitions/index.ts';

/** What the console needs of the petitions. */
export type PetitionsDesk = Pick<
  Petitions,
  | 'view'
  | 'desk'
  | 'findByCode'
  | 'findById'
  | 'moderation'
  | 'duties'
  | 'portal'
  | 'integrity'
  | 'signals'
  | 'keptSignals'
  | 'pauses'
  | 'profiles'
  | 'terms'
>;

/** Those who moderate, read the portal's count, look at signals and switch acts off. */
const DESK: readonly StaffRole[] = ['operator'];
/** Those who answer: the body it is addressed to, or an operator in its name. */
const ANSWERING: readonly StaffRole[] = ['operator', 'supervisor'];
const READING: readonly StaffRole[] = ['operator', 'supervisor', 'auditor', 'monitor'];

export const moderates = { access: { who: 'roles', roles: DESK, scope: 'petitions' } } as const;
export const answersPetitions = { access: { who: 'roles', roles: ANSWERING, scope: 'petitions' } } as const;
export const readsPetitions = { access: { who: 'roles', roles: READING, scope: 'petitions' } } as const;
