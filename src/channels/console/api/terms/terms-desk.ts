import type { Agency } from '../../../../agencies/index.ts';
import type { ComplaintsService, HearingService, TermHistory } from '../../../../appeals/index.ts';
import type {
  CalendarsRepository,
  ClocksService,
  Jurisdiction,
  MovedCase,
  PlacedChange,
} from '../../../../deadlines/index.ts';
import type { CalendarChanges } from '../../../../journeys/change-calendar.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import type { ChainOf } from './chain-read-model.ts';
import type { TermsReadModel } from './terms-read-model.ts';

/** What the console's pages about terms work with. */
export interface TermsDesk {
  readonly hearings: Pick<HearingService, 'open' | 'recordHeard'>;
  readonly complaints: Pick<ComplaintsService, 'forward'>;
  readonly clocks: Pick<ClocksService, 'offerHearing' | 'dayAt' | 'clock' | 'triageDueOn' | 'casesMovedBy' | 'kept'>;
  /** What bodies owe to petitions, by the id of the duty. */
  readonly dutiesMovedBy: (change: string | PlacedChange) => Promise<readonly MovedCase[]>;
  readonly calendars: Pick<
    CalendarsRepository,
    'current' | 'placed' | 'history' | 'edit' | 'checkYear' | 'importYear' | 'refresh'
  >;
  readonly calendarChanges: Pick<CalendarChanges, 'moveOpenCases'>;
  /** Every country whose law is shipped, and the one this installation lives under. */
  readonly jurisdictions: readonly Jurisdiction[];
  readonly ownJurisdiction: string;
  readonly lists: TermsReadModel;
  readonly history: Pick<TermHistory, 'openTerms' | 'answeredBefore'>;
  readonly chainOf: ChainOf;
  /** The body that stands over this one on the day. */
  readonly superiorOn: (code: AgencyCode, on: Day) => Agency | null;
}
