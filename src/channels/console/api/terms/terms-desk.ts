import type { HearingService } from '../../../../appeals/index.ts';
import type { ClocksService } from '../../../../deadlines/index.ts';

/** What the console's pages about terms work with. */
export interface TermsDesk {
  readonly hearings: Pick<HearingService, 'open' | 'recordHeard'>;
  readonly clocks: Pick<ClocksService, 'offerHearing'>;
}
