export {
  type Announcement,
  AnnouncementForm,
  inWords,
  NEWS_SUBJECTS,
  type NewsSubject,
  type Subscriptions,
} from './announcement.ts';
export { type AnnouncementsRepository, createAnnouncementsRepository } from './announcements-repository.ts';
export {
  ANSWER_STATUSES,
  type Answer,
  type AnswerBody,
  type AnswerStatus,
  type DangerKind,
  type SmallTalkKind,
  type Suggestion,
  statusGroup,
} from './answer.ts';
export { type AnswerPipeline, createAnswerPipeline, STEPS } from './answer-pipeline.ts';
export { type AnswerView, answerView } from './answer-view.ts';
export {
  type AnswersRepository,
  CONTACT_BUDGET,
  type ContactBudget,
  createAnswersRepository,
  type Reader,
} from './answers-repository.ts';
export {
  createPublicArchive,
  type PublicArchive,
  type PublicSource,
  type PublicSourceLine,
} from './archive-read-model.ts';
export { type Conversation, loadConversation } from './conversation.ts';
export { type Editor, mayApprove, mayWrite } from './editor.ts';
export { createEditorDesk, type DeskPerson, type EditorDesk } from './editor-desk.ts';
export { type Embedder, ofLengthOne } from './embedder.ts';
export { createEmbeddingsRepository } from './embeddings-repository.ts';
export { type LabelledQuestion, measureRecall, parseQuestions } from './evaluation.ts';
export { measureClaims } from './evaluation-claims.ts';
export {
  measureAllowed,
  measureAnswers,
  measureHeldOut,
  measureRefusals,
  measureTurns,
  parseRefusals,
  parseTurns,
} from './evaluation-status.ts';
export { fromAnswer } from './from-answer.ts';
export { createFusedSearch } from './fused-search.ts';
export { createGapsRepository, type GapsRepository } from './gaps-repository.ts';
export { importDocument } from './import/import-document.ts';
export {
  createKnowledgeReadModel,
  type KnowledgeReadModel,
  SOURCE_VIEWS,
  type SourceLine,
  type SourceView,
} from './knowledge-read-model.ts';
export { createKnowledgeRepository } from './knowledge-repository.ts';
export { createKnowledgeService, type KnowledgeService } from './knowledge-service.ts';
export { loadRecords } from './load-records.ts';
export type { Found, Passage, PassageSearch } from './passage.ts';
export { createMemorySearch } from './passage-memory.ts';
export { createPassageSearch, type DatabaseSearch } from './passage-search-read-model.ts';
export { previewOf } from './preview.ts';
export { createRecallsRepository, type RecallsRepository } from './recalls-repository.ts';
export type { KnowledgeRecord } from './record.ts';
export { learnRefusals } from './refusal-guard.ts';
export { createRemindersRepository, type RemindersRepository } from './reminders-repository.ts';
export { type Origin, SourceContent } from './source.ts';
export { contentOf, formOf, SourceForm } from './source-form.ts';
export { ANSWER_PROMPT } from './steps/compose.ts';
export type { ChatContext, Question } from './steps/step.ts';
export { loadThesaurus, NO_THESAURUS, type Thesaurus } from './thesaurus.ts';
export { type Change, whatChanged } from './what-changed.ts';
