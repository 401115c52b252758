import { randomUUID } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { UpdatesRepository, WaitingUpdate } from './updates-repository.ts';

/** What very many people send in the same moment, carried out in one transaction for many. */
export interface TogetherHandler<Prepared = unknown> {
  /** By the looks of it. */
  accepts(update: Update): boolean;
  /** Which of them it can carry out; the others go the usual way, each alone. */
  prepare(tx: Tx, updates: readonly Update[]): Promise<ReadonlyMap<number, Prepared>>;
  handle(tx: Tx, prepared: readonly Prepared[]): Promise<void>;
}

/** One transaction's worth: some milliseconds of work, so that nobody waits long for it. */
const MOST = 200;

interface Deps {
  readonly uow: UnitOfWork;
  readonly updates: Pick<UpdatesRepository, 'takeTogether'>;
  readonly handler: TogetherHandler;
  readonly log: Log;
}

interface Joined {
  readonly waiting: WaitingUpdate;
  readonly update: Update;
  readonly resolve: (done: boolean) => void;
}

/** Whoever comes while one transaction runs shares the next. */
export function createTogether({ uow, updates, handler, log }: Deps) {
  const joined: Joined[] = [];
  let running = false;

  async function carryOut(batch: readonly Joined[]): Promise<ReadonlySet<number>> {
    const { result } = await uow.run(`telegram:together:${randomUUID()}`, async (tx) => {
      const able = await handler.prepare(
        tx,
        batch.map(({ update }) => update),
      );
      if (able.size === 0) return [];
      const taken = await updates.takeTogether(
        tx,
        batch.flatMap(({ waiting }) => (able.has(waiting.updateId) ? [waiting] : [])),
      );
      await handler.handle(
        tx,
        [...able].flatMap(([updateId, prepared]) => (taken.has(updateId) ? [prepared] : [])),
      );
      return [...taken];
    });
    return new Set(result);
  }

  async function flush(): Promise<void> {
    running = true;
    while (joined.length > 0) {
      const batch = joined.splice(0, MOST);
      // What fails together is tried alone: one bad update must not hold up the others.
      const done = await carryOut(batch).catch((error: unknown) => {
        log.warn({ err: error, updates: batch.length }, 'a batch of updates goes one by one');
        return new Set<number>();
      });
      for (const { waiting, resolve } of batch) resolve(done.has(waiting.updateId));
    }
    running = false;
  }

  return {
    accepts: (update: Update): boolean => handler.accepts(update),

    /** True when it is carried out; false when it must go the usual way. */
    join: (waiting: WaitingUpdate, update: Update): Promise<boolean> =>
      new Promise((resolve) => {
        joined.push({ waiting, update, resolve });
        if (!running) queueMicrotask(() => void (running || flush()));
      }),
  };
}
export type Together = ReturnType<typeof createTogether>;
