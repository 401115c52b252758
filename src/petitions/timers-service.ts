import { type Actor, SYSTEM } from '../journal/index.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { DutiesRepository } from './duties-repository.ts';
import type { DutiesService } from './duties-service.ts';
import type { HeldTerm } from './held-term.ts';
import type { Profiles } from './load-profiles.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionsRepository, TimerKind } from './petitions-repository.ts';

/** Lines of the last evening are counted first; then the window is looked at again. */
const RETRY_MS = 60_000;
/** A decision about what is set apart ends the waiting at once; a withdrawal is seen by this look. */
const LOOK_AGAIN_MS = 15 * 60_000;

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly duties: DutiesRepository;
  readonly dutiesService: DutiesService;
  readonly moves: PetitionMoves;
  readonly profiles: Profiles;
  readonly heldTerm: HeldTerm;
}

/** What a day brings by itself: windows close, terms end. */
export function createTimersService({ petitions, duties, dutiesService, moves, profiles, heldTerm }: Deps) {
  const actor: Actor = SYSTEM;

  const again = (tx: Tx, id: PetitionId, inMs: number): Promise<void> =>
    petitions.setTimers(tx, id, [{ kind: 'closing', dueAt: new Date(tx.now.getTime() + inMs) }]);

  async function fire(tx: Tx, id: PetitionId, kind: TimerKind, subjectId: string): Promise<void> {
    const petition = await petitions.lock(tx, id);
    switch (kind) {
      case 'sponsors_end': {
        if (petition.state !== 'gathering_sponsors') return;
        const event = { type: 'expired', outcome: 'too_few_sponsors' } as const;
        const after = await moves.move(tx, petition, event, actor, { outcome: event.outcome });
        return moves.tellAuthor(tx, after, 'expired', { outcome: event.outcome });
      }
      case 'moderation_warn':
      case 'moderation_overdue':
        if (petition.state !== 'in_moderation') return;
        // The moderators' own lateness is public like everybody else's.
        if (kind === 'moderation_overdue') await moves.record(tx, id, kind, actor, { dueOn: petition.moderationDueOn });
        return moves.tellOperators(tx, id, `petition_${kind}`);
      case 'closing': {
        if (petition.state !== 'open') return;
        if (await duties.hasQueued(tx, id)) return again(tx, id, RETRY_MS);
        // Nothing is final while somebody still has to decide about a part of it.
        if (await heldTerm.isWaiting(tx, id)) return again(tx, id, LOOK_AGAIN_MS);
        if ((await dutiesService.crossThresholds(tx, id)) > 0) return;
        const { belowThreshold } = profiles.get(petition.profileId);
        const { support, signatures, legalReading } = await duties.counts(tx, id);
        const facts = { outcome: belowThreshold, support, signatures, legalReading };
        await moves.move(tx, petition, { type: 'expired', outcome: belowThreshold }, actor, facts);
        await moves.tellSupporters(tx, id, 'expired', facts);
        if (belowThreshold === 'handled_as_message') await moves.tellOperators(tx, id, 'petition_to_handle');
        return;
      }
      case 'held_overdue': {
        if (!(await heldTerm.isWaiting(tx, id))) return;
        const dueOn = await petitions.heldDueOn(tx, id);
        await moves.record(tx, id, kind, actor, { dueOn });
        return moves.tellOperators(tx, id, 'petition_held_overdue', { dueOn });
      }
      case 'duty_overdue': {
        const duty = await duties.get(tx, subjectId);
        if (duty.metAt) return;
        const facts = { threshold: duty.thresholdKey, dueOn: duty.dueOn };
        await moves.record(tx, id, 'duty_overdue', actor, facts);
        // Sending something on is the desk's affair; an answer is everybody's.
        if (duty.counter !== null) await moves.tellSupporters(tx, id, 'duty_overdue', facts);
        return moves.tellOperators(tx, id, 'petition_duty_overdue', { dutyId: duty.id });
      }
    }
  }

  return {
    /** What is due by now, the oldest first, exactly once; returns how much. */
    async sweep(tx: Tx, limit: number): Promise<number> {
      const due = await petitions.takeTimers(tx, limit);
      for (const { petitionId, kind, subjectId } of due) await fire(tx, petitionId, kind, subjectId);
      return due.length;
    },
  };
}
export type TimersService = ReturnType<typeof createTimersService>;
