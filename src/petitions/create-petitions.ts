import { type CalendarsRepository, createClockEventsRepository, type Rulebook } from '../deadlines/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { TerritoryCode } from '../kernel/ids.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Db } from '../platform/db/database.ts';
import type { Mask } from '../privacy/index.ts';
import { createAuthoringService } from './authoring-service.ts';
import { createBroadcastsRepository } from './broadcasts-repository.ts';
import { createDeskReadModel } from './desk-read-model.ts';
import { createDutiesRepository } from './duties-repository.ts';
import { createDutiesService } from './duties-service.ts';
import { createDutyClocks } from './duty-clocks.ts';
import { createHeldTerm } from './held-term.ts';
import { createIntegrityService } from './integrity-service.ts';
import { createIntegrityWatch } from './integrity-watch.ts';
import type { Profiles } from './load-profiles.ts';
import { createLogReadModel } from './log/log-read-model.ts';
import { createLogRepository } from './log/log-repository.ts';
import { checkReceipt } from './log/receipt-read-model.ts';
import { createModerationService } from './moderation-service.ts';
import { createPausesRepository } from './pauses-repository.ts';
import { derivePetitionKeys } from './petition-keys.ts';
import { createPetitionMoves } from './petition-moves.ts';
import { createPetitionTerms } from './petition-terms.ts';
import { createPetitionsReadModel } from './petitions-read-model.ts';
import { createPetitionsRepository } from './petitions-repository.ts';
import { createPetitionsWorker } from './petitions-worker.ts';
import { createPortalService } from './portal-service.ts';
import { createRunningDutiesReadModel } from './running-duties-read-model.ts';
import { createSignalsReadModel } from './signals-read-model.ts';
import { createSignalsRepository } from './signals-repository.ts';
import { createSignatureService } from './signature-service.ts';
import { createSupportIntake } from './support-intake.ts';
import { createSupportService } from './support-service.ts';
import { createSupportsRepository } from './supports-repository.ts';
import { createTiersReadModel } from './tiers-read-model.ts';
import { createTimersService } from './timers-service.ts';
import { createTrigger } from './trigger.ts';
import { createWaitingWorkReadModel } from './waiting-work-read-model.ts';

export interface PetitionsInputs {
  readonly db: Db;
  readonly uow: UnitOfWork;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'add' | 'addMany'>;
  readonly profiles: Profiles;
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly mask: Mask;
  readonly populationOf: (code: TerritoryCode, on: Day) => number | null;
  /** The installation's secret; keys of the log and of person hashes are derived from it. */
  readonly secret: string;
  /** Runs something a moment later; null where the tally is run by hand. */
  readonly schedule: ((run: () => void) => void) | null;
  readonly onError: (error: unknown) => void;
}

/** Repositories → services of the petitions, in that order. */
export function createPetitions(inputs: PetitionsInputs) {
  const {
    db,
    uow,
    journal,
    notifications,
    profiles,
    rulebook,
    calendars,
    mask,
    populationOf,
    secret,
    schedule,
    onError,
  } = inputs;
  const keys = derivePetitionKeys(secret);
  const terms = createPetitionTerms({ rulebook, calendars });
  const petitions = createPetitionsRepository();
  const supports = createSupportsRepository();
  const duties = createDutiesRepository();
  const pauses = createPausesRepository();
  const log = createLogRepository();
  let wake: () => void = () => undefined;
  let wakeTelling: () => void = () => undefined;
  const moves = createPetitionMoves({ petitions, pauses, journal, notifications, terms, onNews: () => wakeTelling() });
  const support = createSupportService({ petitions, supports, moves, profiles, terms, keys, onQueued: () => wake() });
  const dutyClocks = createDutyClocks({
    rulebook,
    calendars,
    ledger: createClockEventsRepository(db),
    runningDuties: createRunningDutiesReadModel({ db }),
  });
  const dutiesService = createDutiesService({ petitions, duties, moves, profiles, terms, clocks: dutyClocks });
  const heldTerm = createHeldTerm({ petitions, supports, terms });
  const timers = createTimersService({ petitions, duties, dutiesService, moves, profiles, heldTerm });
  const broadcasts = createBroadcastsRepository();
  const signals = createSignalsReadModel({ db });
  const kept = createSignalsRepository();
  const watch = createIntegrityWatch({
    uow,
    signals,
    kept,
    notifications,
    timezone: () => calendars.current().timezone,
  });
  const worker = createPetitionsWorker({
    uow,
    log,
    duties: dutiesService,
    timers,
    broadcasts,
    supports,
    notifications,
    keys,
    watch,
    waitingWork: createWaitingWorkReadModel({ db }),
  });
  const triggers: ReturnType<typeof createTrigger>[] = [];
  if (schedule) {
    const tallying = createTrigger({ work: worker.tally, schedule, onError });
    const telling = createTrigger({ work: worker.tellAll, schedule, onError });
    wake = tallying.wake;
    wakeTelling = telling.wake;
    triggers.push(tallying, telling);
  }

  return {
    profiles,
    terms,
    keys,
    pauses,
    findByCode: petitions.findByCode,
    findById: petitions.get,
    authoring: createAuthoringService({ petitions, moves, support, profiles, terms, mask, populationOf }),
    support,
    /** Support from where no transaction is open. */
    intake: createSupportIntake({ uow, support }),
    signatures: createSignatureService({ petitions, supports, support, profiles, terms, keys }),
    moderation: createModerationService({ petitions, moves, duties: dutiesService, profiles, terms, mask }),
    duties: dutiesService,
    portal: createPortalService({ petitions, duties, dutiesService, moves, profiles, terms }),
    dutyClocks,
    integrity: createIntegrityService({ petitions, supports, support, moves, heldTerm, terms }),
    signals,
    keptSignals: kept,
    desk: createDeskReadModel({ db, profiles, terms }),
    view: createPetitionsReadModel({ db, profiles }),
    tiers: createTiersReadModel({ db }),
    log: createLogReadModel({ db }),
    checkReceipt: (written: string) => checkReceipt(db, written),
    worker,
    /** Before the database closes: what was begun is finished, nothing new begins. */
    stop: async (): Promise<void> => void (await Promise.all(triggers.map((trigger) => trigger.stop()))),
  };
}
export type Petitions = ReturnType<typeof createPetitions>;
