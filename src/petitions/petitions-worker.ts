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
/** On a machine that is busy with other things a batch shrinks: it becomes slower, and never too large for its time. */
const LEAST_BATCH = 50;
const SLOW_MS = 3_000;
const QUICK_MS = 500;
const PAGE = 500;
/** Days that come together are gone through a few at a time, each with its own commit. */
const TIMERS = 10;
const HEAD_EVERY_MS = 3_600_000;

interface Deps {
  readonly uow: UnitOfWork;
  readonly log: LogRepository;
  readonly duties: DutiesService;
  readonly timers: TimersService;
  readonly broadcasts: BroadcastsRepository;
  readonly supports: SupportsRepository;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
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
  async function tallyOnce(limit: number): Promise<number> {
    return run('tally', async (tx) => {
      const { lines, petitions } = await log.append(tx, limit);
      for (const id of petitions) await duties.crossThresholds(tx, id);
      return lines;
    });
  }

  let batch = BATCH;
  async function tally(): Promise<number> {
    for (let total = 0; ; ) {
      const [limit, begun] = [batch, performance.now()];
      try {
        const lines = await tallyOnce(limit);
        const ms = performance.now() - begun;
        if (ms > SLOW_MS) batch = Math.max(LEAST_BATCH, Math.floor(limit / 2));
        else if (ms < QUICK_MS) batch = Math.min(BATCH, limit * 2);
        total += lines;
        if (lines < limit) return total;
      } catch (error) {
        // Nothing of it was kept, so that a smaller bite can be tried at once; the smallest one that fails says why.
        if (limit === LEAST_BATCH) throw error;
        batch = Math.max(LEAST_BATCH, Math.floor(limit / 4));
      }
    }
  }

  /** One page of one broadcast; returns how many were told. */
  const tellPage = (): Promise<number> =>
    run('tell', async (tx) => {
      const broadcast = await broadcasts.take(tx);
      if (!broadcast) return 0;
      const { id, petitionId, kind, facts, after } = broadcast;
      const page = await supports.toBeTold(tx, petitionId, after, PAGE);
      await notifications.addMany(
        tx,
        page.map((citizenId) => ({
          to: { kind: 'citizen', id: citizenId },
          kind: 'petition_news',
          facts: { ...facts, petitionId, news: kind },
          lane: 'petitions',
          dedupeKey: `petition:${id}:${citizenId}`,
        })),
      );
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

    sweep: (): Promise<number> => run('sweep', (tx) => timers.sweep(tx, TIMERS)),

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
