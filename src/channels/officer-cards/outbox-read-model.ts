import type { Db } from '../../platform/db/database.ts';

/** What became of the same news in the other channels of a body. */
export interface OutboxReader {
  /** Whether a channel of an earlier order got it through. */
  reachedBefore(parentId: string, order: number): Promise<boolean>;
  /** What still waits there is not sent any more: another channel stands in. */
  dropBefore(parentId: string, order: number): Promise<void>;
}

export function createOutboxReader(db: Db): OutboxReader {
  return {
    async reachedBefore(parentId, order) {
      const [row] = await db.$queryRaw<{ reached: boolean }[]>`
        select exists (
          select 1 from notifications where dedupe_key like ${`agency-channel:${parentId}:%`}
            and state = 'delivered' and channel <> 'not-needed' and coalesce((facts ->> 'order')::int, 0) < ${order}
        ) as reached`;
      return row?.reached ?? false;
    },

    async dropBefore(parentId, order) {
      await db.$executeRaw`
        update notifications set state = 'cancelled', problem = 'another channel stood in'
        where dedupe_key like ${`agency-channel:${parentId}:%`} and state = 'pending' and coalesce((facts ->> 'order')::int, 0) < ${order}`;
    },
  };
}
