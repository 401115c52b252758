export {
  type AnswerAssistant,
  createAnswerAssistant,
  DRAFT_PROMPT,
  TRANSLATE_PROMPT,
} from './answers/answer-assistant.ts';
export { type AnswerChain, type AnswerDraft, WAITING_STAGES } from './answers/answer-chain.ts';
export { createAnswerWorkRepository } from './answers/answer-work-repository.ts';
export { type AnsweredPoints, answeredPoints } from './answers/answered-points.ts';
export { type AnswersService, createAnswersService } from './answers/answers-service.ts';
export type { AnswerContext, AnswerWords } from './answers/case-reading.ts';
export { ANSWER_WARNINGS, type AnswerCheck, type AnswerWarning } from './answers/check-answer.ts';
export { type OfficialAnswer, OUTCOMES, type Outcome } from './answers/official-answer.ts';
export { MAX_POINTS } from './answers/points.ts';
export {
  TEMPLATE_USES,
  TEMPLATE_VARIABLES,
  type Template,
  TemplateContent,
  type TemplateState,
} from './answers/template.ts';
export { createTemplatesRepository, type TemplateFigures } from './answers/templates-repository.ts';
export { createTemplatesService, type TemplatesService } from './answers/templates-service.ts';
export {
  type Appeal,
  type AppealState,
  type CitizenChoice,
  ENDED_STATES,
  isForProvider,
  KINDS,
  type Kind,
  type MatterPart,
  OPEN_STATES,
  type Place,
  type Resolution,
  type RoutingChoice,
  type RoutingRecord,
  type RoutingState,
} from './appeal.ts';
export { type AppealsRepository, createAppealsRepository } from './appeals-repository.ts';
export { createCaseAccessRepository } from './case-access-repository.ts';
export { type CaseAccessService, createCaseAccessService } from './case-access-service.ts';
export { type CaseNewsSender, createCaseNews } from './case-news.ts';
export { CaseNumber, looksLikeCaseNumber, parseCaseNumber, showCaseNumber } from './case-number.ts';
export { type CitizenCaseView, isRegistrationOverdue, type OfficerCaseView } from './case-view.ts';
export { type CaseListItem, type CasesReadModel, createCasesReadModel } from './cases-read-model.ts';
export { type CasesService, createCasesService } from './cases-service.ts';
export type { CitizenCommand } from './citizen-commands.ts';
export { createBarredFrom } from './complained-of.ts';
export { type CaseLinks, createComplaintsRepository } from './complaints-repository.ts';
export { type ComplaintsService, createComplaintsService, type SilenceFacts } from './complaints-service.ts';
export { createDesk } from './desk.ts';
export {
  type Contribution,
  createDraftsService,
  type DraftsService,
  MAX_FILES,
  MAX_STATEMENT_CHARACTERS,
} from './drafts-service.ts';
export { createHearingService, type HearingService } from './hearing-service.ts';
export { INBOX_VIEWS, type InboxItem, type InboxQuery, type InboxView } from './inbox-read-model.ts';
export { createKeptParts } from './kept-parts.ts';
export { createMatterRouter } from './matter-router.ts';
export { assertMay, may, type Officer, type StaffRole, TICKET_COMMANDS, type TicketCommand } from './officer.ts';
export type {
  Addressees,
  CitizenPosition,
  ClockEntry,
  ClockReading,
  ClockSubject,
  Hearing,
  Matter,
  MatterRouter,
  PostHolder,
  RoutingOpinion,
  TermClock,
} from './ports.ts';
export {
  type RegistrationLine,
  type RegistrationProblem,
  type RejectedLine,
  readRegistrations,
} from './registration-file.ts';
export { createRemindersService, type RemindersService } from './reminders-service.ts';
export {
  BASES,
  createRepresentations,
  RELATIONS,
  Representation,
  type Representations,
} from './representation.ts';
export { createShapingService, type ShapingService } from './shaping-service.ts';
export { createSilentCases } from './silent-cases-read-model.ts';
export { createCaseClosing } from './silent-closing.ts';
export { createTermHistory, type TermHistory } from './term-history-read-model.ts';
export type { FileKind, FileRef, NewFile, ThreadEntry } from './thread-entry.ts';
export { createThreadRepository, toFile } from './thread-repository.ts';
export {
  awaitsAnswer,
  isOpenTicket,
  isPromiseBroken,
  isStatutoryOverdue,
  NO_PROCEDURE,
  OPEN_TICKET_STATES,
  type Ticket,
  type TicketMatter,
  type TicketState,
  WATCHED_TICKET_STATES,
} from './ticket.ts';
export { createTicketsService, MAX_REDIRECTS, type TicketsService } from './tickets-service.ts';
export { createTriageService, type TriageService } from './triage-service.ts';
export { createWatchService, type WatchService } from './watch-service.ts';
export { INBOX_STAGES, InboxFilter, type SavedView } from './worklist/inbox-filter.ts';
export { createWorklistRepository, type LinkedCase, type WorklistRepository } from './worklist/worklist-repository.ts';
export { createWorklistService, type WorklistService } from './worklist/worklist-service.ts';
