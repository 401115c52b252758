import type { Directory } from '../../agencies/index.ts';
import type { CasesService, DraftsService } from '../../appeals/index.ts';
import type { CitizensService } from '../../citizens/index.ts';
import type { Rulebook, WorkingCalendar } from '../../deadlines/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Localised } from '../../kernel/language.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { TerritoryTree } from '../../territories/index.ts';
import type { Open311Repository } from './open311-repository.ts';

/** An application that may file requests. */
export interface Open311Client {
  readonly id: string;
}

/** Knows the keys of client applications; null for a key that is unknown, expired or not allowed to file. */
export interface Open311Clients {
  find(apiKey: string): Promise<Open311Client | null>;
}

export interface Open311Deps {
  readonly clients: Open311Clients;
  readonly requests: Open311Repository;
  readonly drafts: Pick<DraftsService, 'start' | 'choose'>;
  readonly cases: Pick<CasesService, 'submit' | 'add'>;
  readonly citizens: Pick<CitizensService, 'meet' | 'consent' | 'giveDetail'>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly calendar: (agencyCode?: string | null) => WorkingCalendar;
  readonly promises: () => Rulebook['promises'];
  readonly directory: Directory;
  readonly topicNames: ReadonlyMap<string, Localised>;
  readonly tree: TerritoryTree;
  readonly t: Translate;
  readonly log: Pick<Log, 'error'>;
  readonly publicUrl: string;
  /** Answered as `jurisdiction_id`; clients of a single endpoint may leave it out. */
  readonly jurisdictionId: string;
  /** Where the state itself takes cases for bodies that do not work here. */
  readonly portalUrl: string;
  /** A practice installation says so in its discovery. */
  readonly isTest: boolean;
  readonly contact: string;
}
