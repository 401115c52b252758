import { PetitionId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

export interface Broadcast {
  readonly id: string;
  readonly petitionId: PetitionId;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The last person told. */
  readonly after: string;
}

/** News on its way to many people, a page at a time. */
export function createBroadcastsRepository() {
  return {
    /** The oldest that nobody else works on, held until the commit. */
    async take(tx: Tx): Promise<Broadcast | null> {
      const [row] = await prismaOf(tx).$queryRaw<
        { id: string; petition_id: string; kind: string; facts: Record<string, unknown>; after: string }[]
      >`select id, petition_id, kind, facts, after from petition_broadcasts order by id limit 1 for update skip locked`;
      return row ? { ...row, petitionId: PetitionId.parse(row.petition_id) } : null;
    },

    async advance(tx: Tx, id: string, after: string): Promise<void> {
      await prismaOf(tx).$executeRaw`update petition_broadcasts set after = ${after}::uuid where id = ${id}::uuid`;
    },

    async finish(tx: Tx, id: string): Promise<void> {
      await prismaOf(tx).$executeRaw`delete from petition_broadcasts where id = ${id}::uuid`;
    },
  };
}
export type BroadcastsRepository = ReturnType<typeof createBroadcastsRepository>;
