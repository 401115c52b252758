import { Day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { PausableAct } from './profile.ts';

export interface Pause {
  readonly from: Day;
  readonly until: Day;
  readonly stops: readonly PausableAct[];
  readonly reason: string;
}

/** Decisions of operators that some acts rest. */
export function createPausesRepository() {
  return {
    async inForce(tx: Tx, profileId: string, on: Day): Promise<Pause[]> {
      const rows = await prismaOf(tx).petitionPause.findMany({
        where: { profileId, liftedAt: null, fromOn: { lte: new Date(on) }, untilOn: { gte: new Date(on) } },
      });
      return rows.map((row) => ({
        from: Day.parse(row.fromOn.toISOString().slice(0, 10)),
        until: Day.parse(row.untilOn.toISOString().slice(0, 10)),
        stops: row.stops as PausableAct[],
        reason: row.reason,
      }));
    },

    async add(tx: Tx, pause: Pause & { profileId: string; decidedBy: string }): Promise<string> {
      const id = newId(tx.now.getTime());
      await prismaOf(tx).petitionPause.create({
        data: {
          id,
          profileId: pause.profileId,
          stops: [...pause.stops],
          fromOn: new Date(pause.from),
          untilOn: new Date(pause.until),
          reason: pause.reason,
          decidedBy: pause.decidedBy,
          at: tx.now,
        },
      });
      return id;
    },

    async lift(tx: Tx, id: string): Promise<boolean> {
      const { count } = await prismaOf(tx).petitionPause.updateMany({
        where: { id, liftedAt: null },
        data: { liftedAt: tx.now },
      });
      return count === 1;
    },
  };
}
export type PausesRepository = ReturnType<typeof createPausesRepository>;
