import type { Agency } from '../../../../agencies/index.ts';
import type { ComplaintsService, HearingService } from '../../../../appeals/index.ts';
import type { ClocksService } from '../../../../deadlines/index.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import type { ChainOf } from './chain-read-model.ts';

/** What the console's pages about terms work with. */
export interface TermsDesk {
  readonly hearings: Pick<HearingService, 'open' | 'recordHeard'>;
  readonly complaints: Pick<ComplaintsService, 'forward'>;
  readonly clocks: Pick<ClocksService, 'offerHearing' | 'clock' | 'triageDueOn'>;
  readonly chainOf: ChainOf;
  /** The body that stands over this one on the day. */
  readonly superiorOn: (code: AgencyCode, on: Day) => Agency | null;
}
