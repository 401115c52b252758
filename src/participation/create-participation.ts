import { randomUUID } from 'node:crypto';
import type { Journal } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Db } from '../platform/db/database.ts';
import { createItemsService } from './items-service.ts';
import { createParticipationReadModel } from './participation-read-model.ts';
import { createRoundsRepository } from './rounds-repository.ts';
import { createRoundsService } from './rounds-service.ts';
import { createVoteIntegrityRepository } from './vote-integrity-repository.ts';
import { createVoteIntegrity } from './vote-integrity-service.ts';
import { createVoteSignalsReadModel } from './vote-signals-read-model.ts';
import { createVotingRepository } from './voting-repository.ts';
import { createVotingService } from './voting-service.ts';

export interface ParticipationInputs {
  readonly db: Db;
  readonly uow: UnitOfWork;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly mask: (text: string) => string;
  readonly today: (now: Date) => Day;
  readonly timezone: string;
  /** The last day of a decision about votes that are set apart now. */
  readonly heldDueOn: (now: Date) => Day;
  /** What budgets are counted in here; null where there are none. */
  readonly currency: string | null;
}

/** Votes for and against under equal exposure, and participatory budgets. */
export function createParticipation({
  db,
  uow,
  journal,
  notifications,
  mask,
  today,
  timezone,
  heldDueOn,
  currency,
}: ParticipationInputs) {
  const rounds = createRoundsRepository();
  const voting = createVotingRepository();
  const heldVotes = createVoteIntegrityRepository();
  const life = createRoundsService({ rounds, voting, integrity: heldVotes, journal, notifications, today });
  const view = createParticipationReadModel({ db });
  const signals = createVoteSignalsReadModel({ db });
  const integrity = createVoteIntegrity({
    rounds,
    integrity: heldVotes,
    signals,
    life,
    notifications,
    timezone,
    heldDueOn,
  });
  return {
    rounds: life,
    items: createItemsService({ rounds, life, mask, today }),
    voting: createVotingService({ rounds, voting, mask, today }),
    view,
    currency,
    integrity,
    signals,
    today,

    /** Looks for what deserves a look; returns how much was told. */
    async watch(): Promise<number> {
      let told = 0;
      for (const { roundId, found } of await integrity.find(await signals.now()))
        told += (await uow.run(`participation.watch:${randomUUID()}`, (tx) => integrity.tell(tx, roundId, found)))
          .result;
      return told;
    },

    /** What a day brings, and news on their way; returns how much there was. */
    async tick(): Promise<number> {
      if (!(await view.hasWork(timezone))) return 0;
      const { result } = await uow.run(
        `participation.tick:${randomUUID()}`,
        async (tx) => (await life.sweep(tx)) + (await life.tellPage(tx)),
      );
      return result;
    },
  };
}
export type ParticipationDomain = ReturnType<typeof createParticipation>;
