export { compareModels } from './compare-models.ts';
export {
  type Choice,
  type CompetenceLookup,
  decide,
  type PlaceGuess,
  type PlaceSource,
  type RoutingDecision,
  type RoutingFacts,
  type RoutingThresholds,
  type TopicGuess,
  type TriageReason,
} from './decide.ts';
export { DecisionRules, shareOut, thresholdsFor } from './decision-rules.ts';
export { isHeldOut } from './folds.ts';
export { readFormerTopics } from './former-topics.ts';
export { KINDS, Kind, type KindClassifier, type KindReading, loadKindModel } from './kind-classifier.ts';
export { createLearningRepository, type LearningRepository } from './learning-repository.ts';
export { findSuspectBatches, lastWords } from './learnt-examples.ts';
export type { MessageClassifier, MessageGuess, MessageReading } from './message-classifier.ts';
export { createModelsRepository, type ModelsRepository, type ModelVersion } from './models-repository.ts';
export { guessLanguage, type LanguageGuess, type NormalisedText, normalise } from './normalise.ts';
export { createOpinionsRepository, type KeptOpinion, type OpinionsRepository } from './opinions-repository.ts';
export { createQualityReadModel, type RoutingQuality } from './quality-read-model.ts';
export {
  createMessageRouter,
  type Message,
  type MessageRouter,
  type RoutedMessage,
  type TopicReader,
  type TraceStep,
} from './route-message.ts';
export {
  createSecondOpinion,
  SECOND_OPINION_PROMPT,
  type SecondOpinion,
  SecondOpinionReply,
} from './second-opinion.ts';
export {
  createSimilarCasesRepository,
  type SimilarCasesRepository,
  type SimilarTicket,
} from './similar-cases-repository.ts';
export { fingerprint } from './similar-texts.ts';
export { type MatterReader, splitMatters } from './split-matters.ts';
export { loadTopicModel } from './topic-classifier.ts';
export type { Candidate, CandidateRequest } from './train-candidate.ts';
export { trainInWorker } from './train-in-worker.ts';
export { createUrgencyDetector, EmergencyData, type Urgency } from './urgency.ts';
