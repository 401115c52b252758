import type { Actor } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { DutiesRepository, Reading } from './duties-repository.ts';
import type { DutiesService } from './duties-service.ts';
import type { Profiles } from './load-profiles.ts';
import { isIn, PETITION_MOVES, type Petition } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly duties: Pick<DutiesRepository, 'hasReading' | 'addReading'>;
  readonly dutiesService: Pick<DutiesService, 'crossThresholds' | 'openSteps'>;
  readonly moves: PetitionMoves;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
}

/** What the state's own portal shows, as somebody saw it there on a day: the law counts from that and from nothing here. */
export function createPortalService({ petitions, duties, dutiesService, moves, profiles, terms }: Deps) {
  async function seenAt(tx: Tx, id: PetitionId, { on, url }: { on: Day; url: string }): Promise<Petition> {
    const petition = await petitions.lock(tx, id);
    const { statePortal } = profiles.get(petition.profileId);
    if (!statePortal) throw new Refusal('petition.no_state_portal', {});
    if (on > terms.today(tx.now)) throw new Refusal('petition.reading_in_future', {});
    if (new URL(url).host !== new URL(statePortal.url).host)
      throw new Refusal('petition.reading_elsewhere', { portal: statePortal.name });
    return petition;
  }

  return {
    /**
     * The portal opened it to everybody on this day: the window of the law begins there, and so does telling the media,
     * whenever it was published here.
     */
    async recordPosting(tx: Tx, id: PetitionId, posting: { on: Day; url: string }, by: Actor): Promise<void> {
      const before = await seenAt(tx, id, posting);
      if (await petitions.hasEvent(tx, id, 'posted')) throw new Refusal('petition.posting_known', {});
      const closesOn = terms.lastDay(profiles.get(before.profileId).gathering, posting.on);
      const after = await moves.move(tx, before, { type: 'posted', closesOn }, by, { ...posting });
      await petitions.setTimers(tx, id, [{ kind: 'closing', dueAt: terms.endOf(closesOn) }]);
      await dutiesService.openSteps(tx, after, 'posted', posting.on);
    },

    /**
     * The portal's count on a day, with the address it was read at; false when it is known already. The newest reading is
     * the legal count.
     */
    async recordReading(tx: Tx, id: PetitionId, reading: Reading, by: Actor): Promise<boolean> {
      const petition = await seenAt(tx, id, { on: reading.readOn, url: reading.url });
      // A file that is brought in twice says nothing new.
      if (await duties.hasReading(tx, id, reading)) return false;
      await duties.addReading(tx, id, { ...reading, enteredBy: by.id ?? by.kind });
      await moves.record(tx, id, 'reading', by, { ...reading });
      if (isIn(PETITION_MOVES.threshold_crossed, petition.state))
        await dutiesService.crossThresholds(tx, id, reading.readOn);
      return true;
    },
  };
}
