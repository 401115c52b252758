import type { Db } from '../platform/db/database.ts';

export interface WaitingWork {
  readonly lines: boolean;
  readonly timers: boolean;
  readonly news: boolean;
  /** The log grew, and the last signed head is an hour old. */
  readonly head: boolean;
}

/** Whether there is anything to do: an idle round costs one read and opens no transaction. */
export function createWaitingWorkReadModel({ db }: { db: Db }) {
  return async function waitingWork(): Promise<WaitingWork> {
    const [row] = await db.$queryRaw<WaitingWork[]>`
      select exists (select 1 from petition_log_queue) as lines,
        exists (select 1 from petition_timers where due_at <= business_now()) as timers,
        exists (select 1 from petition_broadcasts) as news,
        (select size from petition_log where id = 1) > coalesce((select max(size) from petition_log_heads), 0)
          and coalesce((select max(at) from petition_log_heads), '-infinity') <= business_now() - interval '1 hour' as head`;
    return row ?? { lines: false, timers: false, news: false, head: false };
  };
}
