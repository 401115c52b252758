import type { Actor } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText } from '../privacy/index.ts';
import type { DutiesRepository, Duty, Reading } from './duties-repository.ts';
import type { DutyClocks } from './duty-clocks.ts';
import type { Profiles } from './load-profiles.ts';
import { isIn, PETITION_MOVES, type Petition } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import { countOf, reached } from './threshold.ts';

const MAX_REPLY = 20_000;

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly duties: DutiesRepository;
  readonly moves: PetitionMoves;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly clocks: Pick<DutyClocks, 'record'>;
}

/** What a crossed threshold obliges to: the duty, its term, the reply and what followed. */
export function createDutiesService({ petitions, duties, moves, profiles, terms, clocks }: Deps) {
  function replyText(text: string): string {
    const words = cleanText(text);
    if (words === '') throw new Refusal('petition.reply_missing', {});
    if (words.length > MAX_REPLY) throw new Refusal('petition.text_too_long', { part: 'reply', limit: MAX_REPLY });
    return words;
  }

  const subjectOf = ({ id, ruleId }: Pick<Duty, 'id' | 'ruleId'>, { agencyCode }: Petition) => ({
    dutyId: id,
    agencyCode,
    ruleId,
  });

  async function watchDuty(tx: Tx, id: PetitionId, dutyId: string, dueOn: Day | null): Promise<void> {
    if (dueOn)
      await petitions.setTimers(tx, id, [{ kind: 'duty_overdue', subjectId: dutyId, dueAt: terms.endOf(dueOn) }]);
  }

  /** Opens a duty for every threshold that was crossed and has none yet. Called under the petition's lock. */
  async function crossThresholds(tx: Tx, id: PetitionId): Promise<number> {
    let petition = await petitions.lock(tx, id);
    if (!isIn(PETITION_MOVES.threshold_crossed, petition.state)) return 0;
    const profile = profiles.get(petition.profileId);
    const authority = profiles.authority(profile.id, petition.authorityKey);
    const counts = await duties.counts(tx, id);
    let opened = 0;
    for (const { key, counter, required } of reached(profile, petition.thresholds, counts)) {
      const rule = authority.thresholds.find((threshold) => threshold.key === key)?.duty;
      const today = terms.today(tx.now);
      const startedOn = rule?.term && rule.starts === 'crossing' ? today : null;
      const dueOn = rule?.term && startedOn ? terms.lastDay(rule.term, startedOn) : null;
      const ruleId = rule?.term && 'rule' in rule.term ? rule.term.rule : null;
      const dutyId = await duties.open(tx, {
        petitionId: id,
        thresholdKey: key,
        counter,
        required,
        countAtCrossing: countOf(counts, counter) ?? required,
        ruleId,
        startedOn,
        dueOn,
      });
      if (!dutyId) continue;
      opened += 1;
      const facts = { threshold: key, counter, required, count: countOf(counts, counter), dueOn };
      const event = { type: 'threshold_crossed', key } as const;
      petition = await moves.move(tx, petition, event, { kind: 'system', id: null }, facts);
      await clocks.record(tx, subjectOf({ id: dutyId, ruleId }, petition), { type: 'delivered' });
      await watchDuty(tx, id, dutyId, dueOn);
      await moves.tellSupporters(tx, id, 'threshold_crossed', facts);
      await moves.tellOperators(tx, id, 'petition_duty', { dutyId, threshold: key });
    }
    return opened;
  }

  return {
    crossThresholds,

    /**
     * The state portal's count on a day, with the address it was read at; false when it is known already. The newest
     * reading is the legal count.
     */
    async recordReading(tx: Tx, id: PetitionId, reading: Reading, by: Actor): Promise<boolean> {
      const petition = await petitions.lock(tx, id);
      const { statePortal } = profiles.get(petition.profileId);
      if (!statePortal) throw new Refusal('petition.no_state_portal', {});
      if (reading.readOn > terms.today(tx.now)) throw new Refusal('petition.reading_in_future', {});
      if (new URL(reading.url).host !== new URL(statePortal.url).host)
        throw new Refusal('petition.reading_elsewhere', { portal: statePortal.name });
      // A file that is brought in twice says nothing new.
      if (await duties.hasReading(tx, id, reading)) return false;
      await duties.addReading(tx, id, { ...reading, enteredBy: by.id ?? by.kind });
      await moves.record(tx, id, 'reading', by, { ...reading });
      await crossThresholds(tx, id);
      return true;
    },

    /** The body has entered it in its register; from that day its term runs where the law says so. */
    async register(
      tx: Tx,
      dutyId: string,
      { number, on }: { number: string; on: Day },
      by: Actor,
      check: (petition: Petition) => void = () => undefined,
    ): Promise<void> {
      const duty = await duties.get(tx, dutyId);
      const petition = await petitions.lock(tx, duty.petitionId);
      check(petition);
      if (duty.metAt) throw new Refusal('petition.duty_met', {});
      if (duty.registrationNumber !== null) throw new Refusal('petition.duty_registered', {});
      if (on > terms.today(tx.now)) throw new Refusal('petition.registered_in_future', {});
      const authority = profiles.authority(petition.profileId, petition.authorityKey);
      const rule = authority.thresholds.find(({ key }) => key === duty.thresholdKey)?.duty;
      const waits = rule?.starts === 'registration';
      const startedOn = waits ? on : (duty.startedOn ?? on);
      const dueOn = waits && rule.term ? terms.lastDay(rule.term, on) : duty.dueOn;
      await duties.start(tx, dutyId, number.trim(), startedOn, dueOn);
      await clocks.record(tx, subjectOf(duty, petition), { type: 'registered', number: number.trim(), on });
      await watchDuty(tx, petition.id, dutyId, dueOn);
      await moves.record(tx, petition.id, 'duty_registered', by, { threshold: duty.thresholdKey, number, on, dueOn });
      await moves.tellSupporters(tx, petition.id, 'duty_registered', { dueOn });
    },

    async announceHearing(tx: Tx, id: PetitionId, hearing: { on: Day; place: string }, by: Actor): Promise<void> {
      await petitions.lock(tx, id);
      const facts = { on: hearing.on, place: cleanText(hearing.place) };
      await moves.record(tx, id, 'hearing', by, facts);
      await moves.tellSupporters(tx, id, 'hearing', facts);
    },

    /** The official reply meets every duty that is still open. */
    async reply(tx: Tx, id: PetitionId, text: string, by: Actor): Promise<Petition> {
      const words = replyText(text);
      const before = await petitions.lock(tx, id);
      const after = await moves.move(tx, before, { type: 'replied' }, by, { text: words });
      for (const duty of await duties.of(tx, id)) {
        if (duty.metAt) continue;
        await duties.meet(tx, duty.id);
        await clocks.record(tx, subjectOf(duty, before), { type: 'answered' });
      }
      await petitions.clearTimers(tx, id, ['duty_overdue']);
      await moves.tellSupporters(tx, id, 'replied');
      return after;
    },

    /** What was really done, later. */
    async followUp(tx: Tx, id: PetitionId, text: string, by: Actor): Promise<Petition> {
      const words = replyText(text);
      const after = await moves.move(tx, await petitions.lock(tx, id), { type: 'followed_up' }, by, { text: words });
      await moves.tellSupporters(tx, id, 'followed_up');
      return after;
    },

    /** A petition that stayed below was handled otherwise: how, with the number it got there. */
    async noteOutcome(tx: Tx, id: PetitionId, outcome: string, by: Actor): Promise<Petition> {
      const words = replyText(outcome);
      const before = await petitions.lock(tx, id);
      const after = await moves.move(tx, before, { type: 'outcome_noted', outcome: words }, by, { outcome: words });
      await moves.tellSupporters(tx, id, 'outcome_noted');
      return after;
    },

    async stop(tx: Tx, id: PetitionId, reason: string, by: Actor): Promise<Petition> {
      const words = replyText(reason);
      const before = await petitions.lock(tx, id);
      const after = await moves.move(tx, before, { type: 'stopped', reason: words }, by, { reason: words });
      for (const duty of await duties.of(tx, id))
        if (!duty.metAt) await clocks.record(tx, subjectOf(duty, before), { type: 'closed' });
      await petitions.clearTimers(tx, id, [
        'sponsors_end',
        'moderation_warn',
        'moderation_overdue',
        'closing',
        'duty_overdue',
      ]);
      await moves.tellSupporters(tx, id, 'stopped', { reason: words });
      return after;
    },
  };
}
export type DutiesService = ReturnType<typeof createDutiesService>;
