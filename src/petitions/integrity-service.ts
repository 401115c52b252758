import type { Actor } from '../journal/index.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { HeldTerm } from './held-term.ts';
import type { LeafKind } from './log/log-leaf.ts';
import { acceptsSupport } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { SupportService } from './support-service.ts';
import type { SupportState, SupportsRepository } from './supports-repository.ts';

/** Which supports an act is about: a stretch of time and, where given, one link they all came by. */
export interface Stretch {
  readonly since: Date;
  readonly until: Date;
  readonly referrer?: string | null;
}

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly supports: SupportsRepository;
  readonly support: SupportService;
  readonly moves: PetitionMoves;
  readonly heldTerm: HeldTerm;
  readonly terms: Pick<PetitionTerms, 'today'>;
}

/**
 * Suspicious support is set apart in the open: counted for nothing while somebody looks, then released or struck out,
 * within a term that everybody sees.
 */
export function createIntegrityService({ petitions, supports, support, moves, heldTerm, terms }: Deps) {
  async function change(
    tx: Tx,
    id: PetitionId,
    stretch: Stretch,
    {
      from,
      to,
      event,
    }: { from: readonly SupportState[]; to: SupportState; event: 'held' | 'released' | 'invalidated' },
    reason: string,
    by: Actor,
  ): Promise<number> {
    const words = reason.trim();
    if (words === '') throw new Refusal('petition.reason_missing', {});
    const petition = await petitions.lock(tx, id);
    const rows = await supports.setStates(tx, id, from, to, stretch);
    await support.lines(
      tx,
      id,
      rows.flatMap(({ citizenId, turn, was }) => linesOf(event, was).map((kind) => ({ kind, citizenId, turn }))),
    );
    if (rows.length === 0) return 0;
    const dueOn = event === 'held' ? await heldTerm.begin(tx, id) : null;
    await moves.record(tx, id, event, by, { count: rows.length, reason: words, ...(dueOn ? { dueOn } : {}) });
    await petitions.setIntegrityNote(tx, id, { text: words, at: tx.now.toISOString() });
    // Gathering ended, and its outcome waited for this decision only.
    if (
      !(await heldTerm.isWaiting(tx, id)) &&
      petition.state === 'open' &&
      !acceptsSupport(petition, terms.today(tx.now))
    )
      await petitions.setTimers(tx, id, [{ kind: 'closing', dueAt: tx.now }]);
    return rows.length;
  }

  return {
    hold: (tx: Tx, id: PetitionId, stretch: Stretch, reason: string, by: Actor): Promise<number> =>
      change(tx, id, stretch, { from: ['counted'], to: 'held', event: 'held' }, reason, by),

    release: (tx: Tx, id: PetitionId, stretch: Stretch, reason: string, by: Actor): Promise<number> =>
      change(tx, id, stretch, { from: ['held'], to: 'counted', event: 'released' }, reason, by),

    /** In bulk, with a public reason; each leaves its own line in the log. */
    invalidate: (tx: Tx, id: PetitionId, stretch: Stretch, reason: string, by: Actor): Promise<number> =>
      change(tx, id, stretch, { from: ['counted', 'held'], to: 'invalidated', event: 'invalidated' }, reason, by),
  };
}
export type IntegrityService = ReturnType<typeof createIntegrityService>;

/** What is struck out while held comes back into the count first, so that every line keeps its one meaning. */
function linesOf(event: 'held' | 'released' | 'invalidated', was: SupportState): LeafKind[] {
  if (event === 'held') return ['support_held'];
  if (event === 'released') return ['support_released'];
  return was === 'held' ? ['support_released', 'support_invalidated'] : ['support_invalidated'];
}
