export { allocate, ballotProblem } from './allocation.ts';
export { createParticipation, type ParticipationDomain } from './create-participation.ts';
export { SLACK, shuffled } from './fair-order.ts';
export { loadBudgetRules } from './load-budget-rules.ts';
export type { CountedItem, Objection, RoundView } from './participation-read-model.ts';
export { type Ranked, wilson } from './ranking.ts';
export {
  BallotRule,
  ITEM_LIMITS,
  ITEM_REFUSALS,
  ITEM_STATES,
  ROUND_KINDS,
  ROUND_STATES,
  type Round,
  roundStateOn,
  STAGES,
  takesProposals,
  takesVotes,
  VERDICTS,
  type Verdict,
} from './round.ts';
export type { Item } from './rounds-repository.ts';
export { VOTE_NEWS } from './rounds-service.ts';
export type { VoteIntegrity } from './vote-integrity-service.ts';
export { forgetVoter, type Voter } from './voting-repository.ts';
export { VERDICTS_AN_HOUR } from './voting-service.ts';
