export {
  type Appeal,
  type AppealState,
  type CitizenChoice,
  ENDED_STATES,
  KINDS,
  type Kind,
  OPEN_STATES,
  type Place,
  type Resolution,
  type RoutingChoice,
  type RoutingRecord,
  type RoutingState,
} from './appeal.ts';
export { type AppealsRepository, createAppealsRepository } from './appeals-repository.ts';
export { type CaseNewsSender, createCaseNews } from './case-news.ts';
export { CaseNumber, parseCaseNumber, showCaseNumber } from './case-number.ts';
export { type CitizenCaseView, type CitizenCommand, isRegistrationOverdue, type OfficerCaseView } from './case-view.ts';
export {
  type CaseListItem,
  type CasesReadModel,
  createCasesReadModel,
  INBOX_VIEWS,
  type InboxItem,
  type InboxQuery,
  type InboxView,
} from './cases-read-model.ts';
export { type CasesService, createCasesService } from './cases-service.ts';
export { createDesk } from './desk.ts';
export {
  type Contribution,
  createDraftsService,
  type DraftsService,
  MAX_FILES,
  MAX_STATEMENT_CHARACTERS,
} from './drafts-service.ts';
export { createMatterRouter } from './matter-router.ts';
export { assertMay, may, type Officer, type StaffRole, TICKET_COMMANDS, type TicketCommand } from './officer.ts';
export type {
  Addressees,
  ClockEntry,
  ClockReading,
  ClockSubject,
  Matter,
  MatterRouter,
  RoutingOpinion,
  TermClock,
} from './ports.ts';
export type { FileKind, FileRef, NewFile, ThreadEntry } from './thread-entry.ts';
export { createThreadRepository, toFile } from './thread-repository.ts';
export {
  isOpenTicket,
  isPromiseBroken,
  isStatutoryOverdue,
  NO_PROCEDURE,
  OPEN_TICKET_STATES,
  type Ticket,
  type TicketState,
} from './ticket.ts';
export {
  createTicketsService,
  MAX_REDIRECTS,
  type OfficialAnswer,
  OUTCOMES,
  type TicketsService,
} from './tickets-service.ts';
