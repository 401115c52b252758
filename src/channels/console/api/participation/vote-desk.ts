import type { StaffRole } from '../../../../access/index.ts';
import type { ParticipationDomain } from '../../../../participation/index.ts';

/** What the console needs of votes and budgets. */
export type VotesDesk = Pick<
  ParticipationDomain,
  'rounds' | 'items' | 'voting' | 'view' | 'today' | 'integrity' | 'signals' | 'currency'
>;

const RUNNING: readonly StaffRole[] = ['operator'];
const READING: readonly StaffRole[] = ['operator', 'supervisor', 'monitor', 'auditor'];
const HEARING: readonly StaffRole[] = ['operator', 'monitor'];

export const runsVotes = { access: { who: 'roles', roles: RUNNING, scope: 'petitions' } } as const;
export const readsVotes = { access: { who: 'roles', roles: READING, scope: 'petitions' } } as const;
export const hearsObjections = { access: { who: 'roles', roles: HEARING, scope: 'petitions' } } as const;
