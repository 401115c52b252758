export { COUNTS, type Count, type Counts, FIGURE_SCOPES, type FigureScope, VERDICTS, type Verdict } from './figures.ts';
export { createFiguresReadModel, type FiguresReadModel } from './figures-read-model.ts';
export { createFiguresRepository, type FiguresRepository } from './figures-repository.ts';
export {
  createPublicCasesReadModel,
  type PublicCase,
  type PublicCasesReadModel,
  type PublicTicket,
} from './public-cases-read-model.ts';
export {
  type BodyCounts,
  PERIOD_MONTHS,
  type PublicFigures,
  type PublicGroup,
  type PublicMonth,
  type PublicSnapshot,
  SAYINGS,
  type Said,
} from './public-figures.ts';
export { createFiguresRefresh, type RefreshFigures, type RefreshOutcome } from './refresh-figures.ts';
export { createRegistrationTerm } from './registration-term.ts';
export { hiddenCells, MIN_CELL, MIN_GROUP } from './suppression.ts';
