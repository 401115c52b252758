import type { Actor } from '../journal/index.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { LeafKind } from './log/log-leaf.ts';
import type { PetitionMoves } from './petition-moves.ts';
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
}

/** Suspicious support is set apart in the open: counted for nothing while somebody looks, then released or struck out. */
export function createIntegrityService({ petitions, supports, support, moves }: Deps) {
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
    await petitions.lock(tx, id);
    const rows = await supports.setStates(tx, id, from, to, stretch);
    await support.lines(
      tx,
      id,
      rows.flatMap(({ citizenId, turn, was }) => linesOf(event, was).map((kind) => ({ kind, citizenId, turn }))),
    );
    if (rows.length > 0) {
      await moves.record(tx, id, event, by, { count: rows.length, reason: words });
      await petitions.setIntegrityNote(tx, id, { text: words, at: tx.now.toISOString() });
    }
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
