import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { BroadcastsRepository } from './broadcasts-repository.ts';
import type { DutiesService } from './duties-service.ts';
import type { LogRepository } from './log/log-repository.ts';
import type { PetitionKeys } from './petition-keys.ts';
import type { SupportsRepository } from './supports-repository.ts';
import type { TimersService } from './timers-service.ts';
import type { WaitingWork } from './waiting-work-read-model.ts';

/** Lines one transaction takes: a second's worth of a viral petition, a tenth of a second's work. */
const BATCH = 2_000;
const PAGE = 500;
const HEAD_EVERY_MS = 3_600_000;

interface Deps {
  readonly uow: UnitOfWork;
  readonly log: LogRepository;
  readonly duties: DutiesService;
  readonly timers: TimersService;
  readonly broadcasts: BroadcastsRepository;
  readonly supports: SupportsRepository;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly keys: PetitionKeys;
  /** Looks for what deserves a look; returns how much was told. */
  readonly watch: () => Promise<number>;
  readonly waitingWork: () => Promise<WaitingWork>;
}

/** What happens without anybody waiting for it: counting, crossing, telling, signing. */
export function createPetitionsWorker({
  uow,
  log,
  duties,
  timers,
  broadcasts,
  supports,
  notifications,
  keys,
  watch,
  waitingWork,
}: Deps) {
  const run = async <Result>(name: string, work: Parameters<typeof uow.run<Result>>[1]): Promise<Result> =>
    (await uow.run(`petitions.${name}:${randomUUID()}`, work)).result;

  /** Counts what waits; a threshold is crossed in the same transaction as the line that crosses it. */
  async function tallyOnce(): Promise<number> {
    return run('tally', async (tx) => {
      const { lines, petitions } = await log.append(tx, BATCH);
      for (const id of petitions) await duties.crossThresholds(tx, id);
      return lines;
    });
  }

  async function tally(): Promise<number> {
    let total = 0;
    for (let lines = BATCH; lines === BATCH; total += lines) lines = await tallyOnce();
    return total;
  }

  /** One page of one broadcast; returns how many were told. */
  const tellPage = (): Promise<number> =>
    run('tell', async (tx) => {
      const broadcast = await broadcasts.take(tx);
      if (!broadcast) return 0;
      const { id, petitionId, kind, facts, after } = broadcast;
      const page = await supports.toBeTold(tx, petitionId, after, PAGE);
      for (const citizenId of page) {
        await notifications.add(tx, {
          to: { kind: 'citizen', id: citizenId },
          kind: 'petition_news',
          facts: { ...facts, petitionId, news: kind },
          lane: 'petitions',
          dedupeKey: `petition:${id}:${citizenId}`,
        });
      }
      const last = page.at(-1);
      if (last && page.length === PAGE) await broadcasts.advance(tx, id, last);
      else await broadcasts.finish(tx, id);
      return page.length;
    });

  async function tellAll(): Promise<number> {
    let total = 0;
    for (let told = await tellPage(); told > 0; told = await tellPage()) total += told;
    return total;
  }

  return {
    tally,
    tellAll,
    watch,

    sweep: (): Promise<number> => run('sweep', (tx) => timers.sweep(tx)),

    /** Signs a head once an hour; returns its size, or null when nothing is new or the hour is not over. */
    publishHead: (everyMs = HEAD_EVERY_MS): Promise<number | null> =>
      run('head', async (tx) => {
        const last = await log.lastHeadAt(tx);
        if (last && tx.now.getTime() - last.getTime() < everyMs) return null;
        return (await log.publishHead(tx, keys.signer))?.size ?? null;
      }),

    /** One round of what waits; returns how much there was to do, so that a loop knows whether to rest. */
    async tick(): Promise<number> {
      const { lines, timers: due, news, head } = await waitingWork();
      const counted = lines ? await tally() : 0;
      const swept = due ? await this.sweep() : 0;
      const told = news ? await tellPage() : 0;
      const signed = head ? await this.publishHead() : null;
      // The hour that is signed is the hour that is looked at.
      if (signed !== null) await watch();
      return counted + swept + told + (signed === null ? 0 : 1);
    },
  };
}
export type PetitionsWorker = ReturnType<typeof createPetitionsWorker>;

/**
 * Works soon after it was asked for, not at once: those who ask meanwhile share the round, so that a viral petition costs
 * a few transactions a second. `schedule` runs something a moment later.
 */
export function createTrigger({
  work,
  schedule,
  onError,
}: {
  work: () => Promise<unknown>;
  schedule: (run: () => void) => void;
  onError: (error: unknown) => void;
}): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    schedule(() => {
      waiting = false;
      void work().catch(onError);
    });
  };
}
