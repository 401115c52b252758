import type { MovedCase, PlacedChange } from '../deadlines/index.ts';
import type { Actor } from '../journal/index.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { Petitions } from '../petitions/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly petitions: Pick<Petitions, 'duties' | 'dutyClocks'>;
}

/** What bodies owe to petitions moves with the calendar like cases do: on confirmation, and supporters are told. */
export function createPetitionDutyMoves({ uow, petitions }: Deps) {
  return {
    movedBy: (change: string | PlacedChange): Promise<readonly MovedCase[]> => petitions.dutyClocks.movedBy(change),

    /** Each in a transaction of its own; repeating it moves none twice. Returns how many moved. */
    async moveRunning(edition: string, actor: Actor): Promise<number> {
      let moved = 0;
      for (const { ticketId: dutyId } of await petitions.dutyClocks.movedBy(edition)) {
        const { result } = await uow.run(`calendar:${edition}:duty:${dutyId}`, (tx) =>
          petitions.duties.moveToCalendar(tx, dutyId, edition, actor),
        );
        if (result) moved += 1;
      }
      return moved;
    },
  };
}
export type PetitionDutyMoves = ReturnType<typeof createPetitionDutyMoves>;
