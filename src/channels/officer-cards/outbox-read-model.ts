import type { Db } from '../../platform/db/database.ts';

/** What became of the same news in the other channels of a body. */
export interface OutboxReader {
  /** Whether one of these notifications got through to people. */
  reached(dedupeKeys: readonly string[]): Promise<boolean>;
  /** Whether one of them is being sent, or waits to be sent again: nobody knows yet what becomes of it. */
  isUnderWay(dedupeKeys: readonly string[]): Promise<boolean>;
  /** What still waits there is not sent any more: another channel stands in. */
  drop(dedupeKeys: readonly string[]): Promise<void>;
}

export function createOutboxReader(db: Db): OutboxReader {
  return {
    async reached(dedupeKeys) {
      const [row] = await db.$queryRaw<{ reached: boolean }[]>`
        select exists (
          select 1 from notifications
          where dedupe_key = any(${[...dedupeKeys]}::text[]) and state = 'delivered' and channel <> 'not-needed'
        ) as reached`;
      return row?.reached ?? false;
    },

    async isUnderWay(dedupeKeys) {
      const [row] = await db.$queryRaw<{ underWay: boolean }[]>`
        select exists (
          select 1 from notifications
          where dedupe_key = any(${[...dedupeKeys]}::text[]) and state in ('sending', 'pending', 'unreachable')
        ) as "underWay"`;
      return row?.underWay ?? false;
    },

    async drop(dedupeKeys) {
      await db.$executeRaw`
        update notifications set state = 'cancelled', problem = 'another channel stood in'
        where dedupe_key = any(${[...dedupeKeys]}::text[]) and state in ('pending', 'unreachable')`;
    },
  };
}
