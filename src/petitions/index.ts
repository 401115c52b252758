export { SIGNAL_KINDS, SIGNAL_THRESHOLDS } from '../kernel/crowd-signals.ts';
export { type AddresseeFinder, type AddresseeOption, createAddresseeFinder } from './addressees.ts';
export { type Addressee, type AuthoringService, TEXT_LIMITS } from './authoring-service.ts';
export { createPetitions, type Petitions, type PetitionsInputs } from './create-petitions.ts';
export type { DeskReadModel, DutyRow, ModerationLoad, PauseRow, QueueItem } from './desk-read-model.ts';
export type { Duty } from './duties-repository.ts';
export { forgetSupporter } from './forget-supporter-repository.ts';
export { createProfiles, loadProfiles, type Profiles } from './load-profiles.ts';
export { decodeLeaf, encodeLeaf, readReceipt, receiptOf } from './log/log-leaf.ts';
export type { LogReadModel } from './log/log-read-model.ts';
export { verifyConsistency, verifyInclusion } from './log/merkle.ts';
export { checkReceipt } from './log/receipt-read-model.ts';
export { headText, type SignedHead } from './log/signed-head.ts';
export { type LogBreak, type LogVerification, verifyPetitionLog } from './log/verify-read-model.ts';
export {
  acceptsSupport,
  isIn,
  LISTED_STATES,
  PETITION_MOVES,
  PETITION_STATES,
  type Petition,
  type PetitionState,
  type PetitionText,
  stateOn,
} from './petition.ts';
export { PETITION_NEWS, type PetitionNews } from './petition-moves.ts';
export { nextGoal, type PetitionListItem, type PetitionView, type TimelineEvent } from './petition-view.ts';
export { barredHints } from './petition-words.ts';
export type { ListFilter, PetitionsReadModel } from './petitions-read-model.ts';
export type { PetitionsWorker } from './petitions-worker.ts';
export { type Authority, COUNTERS, type Counter, PAUSABLE_ACTS, type Profile } from './profile.ts';
export { isRejectionCode, REJECTION_CODES, type RejectionCode } from './rejection-codes.ts';
export type { ProvenPerson, SignatureOutcome, SignatureService } from './signature-service.ts';
export type { RefusedSupport, SupportOutcome, SupportService } from './support-service.ts';
export type { NewSupport, Tier } from './supports-repository.ts';
export { fixThresholds } from './threshold.ts';
