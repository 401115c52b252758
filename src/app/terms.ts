import { createChainReadModel, type TermsDesk } from '../channels/console/index.ts';
import type { Services } from './compose.ts';

/** What the console's pages about terms work with. */
export function createTermsDesk({ db, hearings, complaints, clocks, superiorOn }: Services): TermsDesk {
  return { hearings, complaints, clocks, superiorOn, chainOf: createChainReadModel(db) };
}
