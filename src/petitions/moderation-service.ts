import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText, type Mask } from '../privacy/index.ts';
import type { DutiesService } from './duties-service.ts';
import type { Profiles } from './load-profiles.ts';
import type { Petition, PetitionText } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import { isRejectionCode } from './rejection-codes.ts';
import { fixThresholds } from './threshold.ts';

/** Long enough to read one petition, short enough that a closed browser blocks nobody. */
const LOCK_MS = 15 * 60_000;
const MAX_NOTE = 1_000;

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly moves: PetitionMoves;
  readonly duties: Pick<DutiesService, 'openSteps'>;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly mask: Mask;
}

/** Moderation: one at a time holds a petition, one publishes, two reject, everybody sees why. */
export function createModerationService({ petitions, moves, duties, profiles, terms, mask }: Deps) {
  async function held(tx: Tx, id: PetitionId, by: string): Promise<Petition> {
    const petition = await petitions.lock(tx, id);
    if (petition.state !== 'in_moderation')
      throw new Refusal('petition.move_refused', { state: petition.state, event: 'moderated' });
    const { lockedBy, lockedUntil, decidedBy } = await petitions.desk(tx, id);
    if (lockedBy !== null && lockedBy !== by && lockedUntil !== null && lockedUntil > tx.now)
      throw new Refusal('petition.held_by_another', {});
    // Whoever turned it down does not hear the objection against it.
    if (decidedBy.includes(by)) throw new Refusal('petition.needs_other_eyes', {});
    return petition;
  }

  async function leaveModeration(tx: Tx, id: PetitionId): Promise<void> {
    await petitions.setDesk(tx, id, null);
    await petitions.clearTimers(tx, id, ['moderation_warn', 'moderation_overdue']);
  }

  return {
    /** Takes the petition for fifteen minutes. */
    async checkOut(tx: Tx, id: PetitionId, by: string): Promise<void> {
      const until = new Date(tx.now.getTime() + LOCK_MS);
      await held(tx, id, by);
      if (!(await petitions.checkOut(tx, id, by, until))) throw new Refusal('petition.held_by_another', {});
    },

    /** Gives it back undecided. */
    letGo: (tx: Tx, id: PetitionId, by: string): Promise<void> => petitions.letGo(tx, id, by),

    /** Both texts stay: what was asked, and what went out. Changing it takes a public note. */
    async publish(
      tx: Tx,
      id: PetitionId,
      by: string,
      { text, note = '' }: { text?: PetitionText; note?: string } = {},
    ): Promise<Petition> {
      const before = await held(tx, id, by);
      const profile = profiles.get(before.profileId);
      await moves.refuseIfPaused(tx, profile, 'publish');
      const published = text
        ? { ask: cleaned(text.ask), why: cleaned(text.why), details: cleaned(text.details) }
        : before.original;
      const isChanged = (['ask', 'why', 'details'] as const).some((part) => published[part] !== before.original[part]);
      if (isChanged && note.trim() === '') throw new Refusal('petition.change_without_note', {});
      const closesOn = terms.lastDay(profile.gathering, terms.today(tx.now));
      const authority = profiles.authority(profile.id, before.authorityKey);
      const thresholds = fixThresholds(authority, before.population) ?? before.thresholds;
      const event = {
        type: 'published',
        text: published,
        closesOn,
        thresholds,
        population: before.population,
      } as const;
      const after = await moves.move(
        tx,
        before,
        event,
        { kind: 'operator', id: by },
        {
          closesOn,
          isChanged,
          note: cleaned(note),
          thresholds: thresholds.map((threshold) => ({ ...threshold })),
        },
      );
      await leaveModeration(tx, id);
      await petitions.setTimers(tx, id, [{ kind: 'closing', dueAt: terms.endOf(closesOn) }]);
      await duties.openSteps(tx, after, 'published');
      await moves.tellSupporters(tx, id, 'published');
      return after;
    },

    /** The first pair of eyes; nothing happens until a second agrees. */
    async proposeRejection(
      tx: Tx,
      id: PetitionId,
      by: string,
      { code, note }: { code: string; note: string },
    ): Promise<void> {
      await held(tx, id, by);
      if (!isRejectionCode(code)) throw new Refusal('petition.rejection_code_unknown', { code });
      if (cleaned(note).length > MAX_NOTE)
        throw new Refusal('petition.text_too_long', { part: 'note', limit: MAX_NOTE });
      await petitions.setDesk(tx, id, { code, note: cleaned(note), by });
      await moves.tellOperators(tx, id, 'petition_second_look');
    },

    async confirmRejection(tx: Tx, id: PetitionId, by: string): Promise<Petition> {
      const before = await held(tx, id, by);
      const { proposal } = await petitions.desk(tx, id);
      if (!proposal) throw new Refusal('petition.no_proposal', {});
      if (proposal.by === by) throw new Refusal('petition.needs_second_person', {});
      const { code, note } = proposal;
      const actor = { kind: 'operator', id: by } as const;
      const after = await moves.move(tx, before, { type: 'rejected', code, note }, actor, { code, note });
      await leaveModeration(tx, id);
      await petitions.addDeciders(tx, id, [proposal.by, by]);
      await moves.tellAuthor(tx, after, 'rejected', { code });
      return after;
    },

    /** The second pair of eyes disagrees: it waits for publication or another proposal. */
    async declineRejection(tx: Tx, id: PetitionId, by: string): Promise<void> {
      await held(tx, id, by);
      const { proposal } = await petitions.desk(tx, id);
      if (!proposal) throw new Refusal('petition.no_proposal', {});
      if (proposal.by === by) throw new Refusal('petition.needs_second_person', {});
      await petitions.setDesk(tx, id, null);
    },
  };

  function cleaned(text: string): string {
    return mask(cleanText(text)).masked;
  }
}
export type ModerationService = ReturnType<typeof createModerationService>;
