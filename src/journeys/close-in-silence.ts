import type { AppealId } from '../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly clock: { now(): Promise<Date> };
  readonly closing: {
    /** Answered cases whose citizen has said nothing since the instant. */
    waitingSince(before: Date, limit: number): Promise<AppealId[]>;
    close(tx: Tx, id: AppealId, before: Date): Promise<void>;
  };
  /** Data of the jurisdiction. */
  readonly afterDays: number;
}

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Closes answered cases that their citizen neither confirmed nor disputed. Silence is no yes: the case has no resolution,
 * and the citizen may still say what it is. Each case is its own transaction; a repeated round finds nothing to do.
 */
export function createSilentClosing({ uow, clock, closing, afterDays }: Deps) {
  return async function round(): Promise<boolean> {
    const before = new Date((await clock.now()).getTime() - afterDays * DAY_MS);
    const ids = await closing.waitingSince(before, BATCH);
    for (const id of ids)
      await uow.run(`close-in-silence:${id}:${before.toISOString().slice(0, 10)}`, (tx) =>
        closing.close(tx, id, before),
      );
    return ids.length === BATCH;
  };
}
