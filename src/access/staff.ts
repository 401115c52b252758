import { z } from 'zod';
import { AgencyCode, type StaffId, UnitId } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';

export const STAFF_ROLES = ['officer', 'supervisor', 'operator', 'monitor', 'auditor', 'confidant'] as const;
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** Roles that always belong to a body; the others act for the service itself unless a body is named. */
export const BODY_ROLES = ['officer', 'supervisor'] as const satisfies readonly StaffRole[];

export type StaffState = 'invited' | 'active' | 'deactivated';

export interface Staff {
  readonly id: StaffId;
  readonly revision: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly agencyCode: AgencyCode | null;
  /** Empty: the whole body. */
  readonly unitIds: readonly UnitId[];
  readonly language: Language;
  readonly state: StaffState;
  readonly hasSecondFactor: boolean;
  readonly demo: boolean;
  /** Post in the body, in the words of the law's rules; a supervisor without one is its head. */
  readonly post?: Post | null;
}

/** Posts that the law names when it says who may decide. */
export const POSTS = ['head', 'deputy_head', 'head_of_office'] as const;
export const Post = z.enum(POSTS);
export type Post = z.infer<typeof Post>;

export const postOf = ({ role, post = null }: Pick<Staff, 'role' | 'post'>): Post | null =>
  post ?? (role === 'supervisor' ? 'head' : null);

export const NewStaff = z
  .object({
    givenName: z.string().trim().min(1).max(80),
    familyName: z.string().trim().min(1).max(80),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    role: StaffRole,
    agencyCode: AgencyCode.nullable().default(null),
    unitIds: z.array(UnitId).default([]),
    language: Language,
  })
  .meta({ id: 'NewStaff' });
export type NewStaff = z.infer<typeof NewStaff>;

/** What a machine may be allowed; a person signed in by browser has all that their role has. */
export const SCOPES = [
  'tickets:read',
  'tickets:write',
  'triage',
  'staff',
  'journal',
  'operations',
  'surveys',
  'knowledge',
  'petitions',
] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/** Who invites whom: a supervisor into the own body, an operator everywhere. */
export function mayManage(by: Pick<Staff, 'role' | 'agencyCode'>, whom: Pick<Staff, 'role' | 'agencyCode'>): boolean {
  switch (by.role) {
    case 'operator':
      return true;
    case 'supervisor':
      return by.agencyCode !== null && whom.agencyCode === by.agencyCode && isBodyRole(whom.role);
    default:
      return false;
  }
}

export const isBodyRole = (role: StaffRole): boolean => (BODY_ROLES as readonly StaffRole[]).includes(role);

export const staffName = ({ givenName, familyName }: Pick<Staff, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`;

export const staffStream = (id: StaffId): string => `staff:${id}`;
