import { HELD_DECIDED_WITHIN } from '../kernel/crowd-signals.ts';
import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { SupportsRepository } from './supports-repository.ts';

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly supports: Pick<SupportsRepository, 'hasHeld'>;
  readonly terms: PetitionTerms;
}

/** The term of a decision about support that was set apart: public from the first day, and the outcome waits for it. */
export function createHeldTerm({ petitions, supports, terms }: Deps) {
  return {
    /** Something is set apart: a term begins, unless one runs. Returns its last day. */
    async begin(tx: Tx, id: PetitionId): Promise<Day> {
      const running = await petitions.heldDueOn(tx, id);
      if (running) return running;
      const dueOn = terms.lastDay({ length: HELD_DECIDED_WITHIN }, terms.today(tx.now));
      await petitions.setHeldDueOn(tx, id, dueOn);
      await petitions.setTimers(tx, id, [{ kind: 'held_overdue', dueAt: terms.endOf(dueOn) }]);
      return dueOn;
    },

    /** Whether something still waits for a decision; when nothing does, the term is over. */
    async isWaiting(tx: Tx, id: PetitionId): Promise<boolean> {
      if (await supports.hasHeld(tx, id)) return true;
      if (await petitions.heldDueOn(tx, id)) {
        await petitions.setHeldDueOn(tx, id, null);
        await petitions.clearTimers(tx, id, ['held_overdue']);
      }
      return false;
    },
  };
}
export type HeldTerm = ReturnType<typeof createHeldTerm>;
