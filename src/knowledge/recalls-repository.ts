import type { Day } from '../kernel/day.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { RecallReason } from './source.ts';

export interface Recall {
  readonly versionId: string;
  readonly sourceId: string;
  readonly reason: RecallReason;
}

/** Versions whose readers are to be told. */
export interface RecallsRepository {
  /** What ran out by itself joins those that people changed or withdrew. */
  openExpired(tx: Tx, today: Day): Promise<number>;
  /** The one that was tried longest ago, locked until the commit. */
  next(tx: Tx): Promise<Recall | null>;
  close(tx: Tx, versionId: string): Promise<void>;
}

export function createRecallsRepository(): RecallsRepository {
  return {
    openExpired: (tx, today) =>
      prismaOf(tx).$executeRaw`
        insert into knowledge_recalls (version_id, source_id, reason, since)
        select v.id, v.source_id, 'ended', ${tx.now}::timestamptz(3) from knowledge_versions v join knowledge_sources s on s.current_version_id = v.id
        where v.state = 'approved' and v.valid_until < ${today}::date on conflict do nothing`,

    async next(tx) {
      const [row] = await prismaOf(tx).$queryRaw<{ version_id: string; source_id: string; reason: RecallReason }[]>`
        update knowledge_recalls set tried_at = ${tx.now}::timestamptz(3) where version_id = (
          select version_id from knowledge_recalls where done_at is null order by tried_at nulls first, version_id limit 1 for update skip locked
        ) returning version_id::text, source_id, reason`;
      return row ? { versionId: row.version_id, sourceId: row.source_id, reason: row.reason } : null;
    },

    async close(tx, versionId) {
      await prismaOf(tx)
        .$executeRaw`update knowledge_recalls set done_at = ${tx.now}::timestamptz(3) where version_id = ${versionId}::uuid`;
    },
  };
}
