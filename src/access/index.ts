export { type AccessService, createAccessService, type SignIn } from './access-service.ts';
export { type DemoPerson, readDemoStaff, seedDemoStaff } from './demo-staff-repository.ts';
export { createSecretToken } from './secret-token.ts';
export { createSeenTicketsRepository, type SeenTicketsRepository } from './seen-tickets-repository.ts';
export { createSessionsRepository, type Session, type SessionsRepository } from './sessions-repository.ts';
export {
  mayManage,
  NewStaff,
  POSTS,
  postOf,
  SCOPES,
  Scope,
  STAFF_ROLES,
  type Staff,
  StaffRole,
  type StaffState,
  staffName,
} from './staff.ts';
export { createStaffRepository, type StaffRepository } from './staff-repository.ts';
