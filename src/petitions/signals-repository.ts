import type { Signal, SignalKind } from '../kernel/crowd-signals.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** What the watch found, kept until somebody has looked. */
export function createSignalsRepository() {
  return {
    /** True when it was not known yet: each hour of each petition is told once. */
    async add(tx: Tx, petitionId: PetitionId, { kind, hour, count }: Signal): Promise<boolean> {
      const added = await prismaOf(tx).$executeRaw`
        insert into petition_signals (petition_id, kind, hour, count, told_at)
        values (${petitionId}::uuid, ${kind}, ${hour}::timestamptz(3), ${count}, ${tx.now}::timestamptz(3)) on conflict do nothing`;
      return added === 1;
    },

    /** Somebody has looked and leaves it: it is not shown as waiting any more. */
    async looked(tx: Tx, petitionId: PetitionId, by: string): Promise<number> {
      const { count } = await prismaOf(tx).petitionSignal.updateMany({
        where: { petitionId, lookedAt: null },
        data: { lookedBy: by, lookedAt: tx.now },
      });
      return count;
    },
  };
}
export type SignalsRepository = ReturnType<typeof createSignalsRepository>;

export interface KeptSignal {
  readonly kind: SignalKind;
  readonly hour: Date;
  readonly count: number;
  readonly lookedBy: string | null;
  readonly lookedAt: Date | null;
}
