import type { Actor } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText } from '../privacy/index.ts';
import type { DutiesRepository, Duty } from './duties-repository.ts';
import { type DutyClocks, procedureOf } from './duty-clocks.ts';
import type { Profiles } from './load-profiles.ts';
import { isIn, PETITION_MOVES, type Petition } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { StepDuty } from './profile.ts';
import { countOf, reached } from './threshold.ts';

const MAX_REPLY = 20_000;

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly duties: DutiesRepository;
  readonly moves: PetitionMoves;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly clocks: Pick<DutyClocks, 'record' | 'moveToCalendar'>;
}

/** What a crossed threshold obliges to: the duty, its term, the reply and what followed. */
export function createDutiesService({ petitions, duties, moves, profiles, terms, clocks }: Deps) {
  function replyText(text: string): string {
    const words = cleanText(text);
    if (words === '') throw new Refusal('petition.reply_missing', {});
    if (words.length > MAX_REPLY) throw new Refusal('petition.text_too_long', { part: 'reply', limit: MAX_REPLY });
    return words;
  }

  /** The term of a duty, by the profile as it is now; its ledger keeps the one it began with. */
  function ruleOf({ thresholdKey, counter }: Pick<Duty, 'thresholdKey' | 'counter'>, petition: Petition) {
    const profile = profiles.get(petition.profileId);
    if (counter === null) {
      const step = profile.duties.find(({ key }) => key === thresholdKey);
      return step ? { term: step.term, starts: 'crossing' as const } : undefined;
    }
    const { thresholds } = profiles.authority(profile.id, petition.authorityKey);
    return thresholds.find(({ key }) => key === thresholdKey)?.duty;
  }

  const subjectOf = (duty: Pick<Duty, 'id' | 'thresholdKey' | 'counter'>, petition: Petition) => ({
    dutyId: duty.id,
    agencyCode: petition.agencyCode,
    procedure: procedureOf(ruleOf(duty, petition)?.term ?? null),
  });

  /** Into the ledger; where the term starts by itself, it runs from the day of the event, and the ledger says until when. */
  async function begin(
    tx: Tx,
    petition: Petition,
    duty: Pick<Duty, 'thresholdKey' | 'counter' | 'required' | 'countAtCrossing'>,
    startedOn: Day,
  ): Promise<{ dutyId: string; dueOn: Day | null } | null> {
    const rule = ruleOf(duty, petition);
    const ruleId = rule?.term && 'rule' in rule.term ? rule.term.rule : null;
    const dutyId = await duties.open(tx, { petitionId: petition.id, ...duty, ruleId });
    if (!dutyId) return null;
    const subject = subjectOf({ id: dutyId, ...duty }, petition);
    await clocks.record(tx, subject, { type: 'delivered' });
    if (!rule?.term || rule.starts !== 'crossing') return { dutyId, dueOn: null };
    const dueOn = await clocks.record(tx, subject, { type: 'registered', number: petition.code, on: startedOn });
    await duties.start(tx, dutyId, { number: null, startedOn, dueOn });
    await watchDuty(tx, petition, dutyId, dueOn);
    return { dutyId, dueOn };
  }

  /** Duties that an event brings, by the profile: each once, from the day of the event. */
  async function openSteps(
    tx: Tx,
    petition: Petition,
    event: StepDuty['on'],
    from: Day = terms.today(tx.now, petition.agencyCode),
  ): Promise<void> {
    for (const { key, on } of profiles.get(petition.profileId).duties) {
      if (on !== event) continue;
      const nothing = { counter: null, required: null, countAtCrossing: null };
      const begun = await begin(tx, petition, { thresholdKey: key, ...nothing }, from);
      if (begun) await moves.tellOperators(tx, petition.id, 'petition_step_duty', { dutyId: begun.dutyId, step: key });
    }
  }

  async function watchDuty(tx: Tx, { id, agencyCode }: Petition, dutyId: string, dueOn: Day | null): Promise<void> {
    if (!dueOn) return;
    const dueAt = terms.endOf(dueOn, agencyCode);
    await petitions.setTimers(tx, id, [{ kind: 'duty_overdue', subjectId: dutyId, dueAt }]);
  }

  async function meet(tx: Tx, petition: Petition, duty: Duty, note: string | null): Promise<void> {
    await duties.meet(tx, duty.id, note);
    await clocks.record(tx, subjectOf(duty, petition), { type: 'answered' });
    await petitions.clearTimers(tx, petition.id, ['duty_overdue'], duty.id);
  }

  const isAfterCrossing = ({ thresholdKey }: Duty, { profileId }: Petition): boolean =>
    profiles.get(profileId).duties.some(({ key, on }) => key === thresholdKey && on === 'threshold_crossed');

  /** What the body did shows that it got it: sending it on is done. */
  async function meetSteps(tx: Tx, petition: Petition, event: StepDuty['on'], note: string): Promise<void> {
    const steps = profiles.get(petition.profileId).duties.filter(({ on }) => on === event);
    for (const duty of await duties.of(tx, petition.id))
      if (duty.counter === null && !duty.metAt && steps.some(({ key }) => key === duty.thresholdKey))
        await meet(tx, petition, duty, note);
  }

  /**
   * Opens a duty for every threshold that was crossed and has none yet. Called under the petition's lock. A count of the
   * state's portal was there on the day it was read, whenever somebody wrote it down.
   */
  async function crossThresholds(tx: Tx, id: PetitionId, readOn: Day | null = null): Promise<number> {
    let petition = await petitions.lock(tx, id);
    if (!isIn(PETITION_MOVES.threshold_crossed, petition.state)) return 0;
    const profile = profiles.get(petition.profileId);
    const counts = await duties.counts(tx, id);
    let opened = 0;
    for (const { key, counter, required } of reached(profile, petition.thresholds, counts)) {
      const count = countOf(counts, counter) ?? required;
      const from = (counter === 'legal_reading' ? readOn : null) ?? terms.today(tx.now, petition.agencyCode);
      const begun = await begin(tx, petition, { thresholdKey: key, counter, required, countAtCrossing: count }, from);
      if (!begun) continue;
      opened += 1;
      const { dutyId, dueOn } = begun;
      const facts = { threshold: key, counter, required, count, dueOn };
      petition = await moves.move(
        tx,
        petition,
        { type: 'threshold_crossed', key },
        { kind: 'system', id: null },
        facts,
      );
      await openSteps(tx, petition, 'threshold_crossed', from);
      await moves.tellSupporters(tx, id, 'threshold_crossed', facts);
      await moves.tellOperators(tx, id, 'petition_duty', { dutyId, threshold: key });
    }
    return opened;
  }

  return {
    crossThresholds,
    openSteps,

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
      if (on > terms.today(tx.now, petition.agencyCode)) throw new Refusal('petition.registered_in_future', {});
      if (duty.counter === null) throw new Refusal('petition.duty_of_event', {});
      const waits = ruleOf(duty, petition)?.starts === 'registration';
      const startedOn = waits ? on : (duty.startedOn ?? on);
      const entry = { type: 'registered', number: number.trim(), on } as const;
      const dueOn = waits ? await clocks.record(tx, subjectOf(duty, petition), entry) : duty.dueOn;
      await duties.start(tx, dutyId, { number: number.trim(), startedOn, dueOn });
      await watchDuty(tx, petition, dutyId, dueOn);
      await meetSteps(tx, petition, 'threshold_crossed', number.trim());
      await moves.record(tx, petition.id, 'duty_registered', by, { threshold: duty.thresholdKey, number, on, dueOn });
      await moves.tellSupporters(tx, petition.id, 'duty_registered', { dueOn });
    },

    /** A duty of an event is met: by whom, when and how stands on the petition's page. */
    async perform(tx: Tx, dutyId: string, note: string, by: Actor): Promise<void> {
      const words = replyText(note);
      const duty = await duties.get(tx, dutyId);
      const petition = await petitions.lock(tx, duty.petitionId);
      if (duty.counter !== null) throw new Refusal('petition.duty_of_threshold', {});
      if (duty.metAt) throw new Refusal('petition.duty_met', {});
      await meet(tx, petition, duty, words);
      await moves.record(tx, petition.id, 'step_done', by, { step: duty.thresholdKey, note: words });
    },

    /** The calendar changed and somebody confirmed: the date of the duty moves, and supporters hear of it. */
    async moveToCalendar(tx: Tx, dutyId: string, edition: string, by: Actor): Promise<boolean> {
      const duty = await duties.get(tx, dutyId);
      const petition = await petitions.lock(tx, duty.petitionId);
      if (duty.metAt) return false;
      const dueOn = await clocks.moveToCalendar(tx, dutyId, edition);
      if (dueOn === duty.dueOn) return false;
      await duties.setDueOn(tx, dutyId, dueOn);
      await watchDuty(tx, petition, dutyId, dueOn);
      const facts = { threshold: duty.thresholdKey, edition, before: duty.dueOn, dueOn };
      await moves.record(tx, petition.id, 'duty_moved', by, facts);
      if (duty.counter !== null) await moves.tellSupporters(tx, petition.id, 'duty_moved', facts);
      return true;
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
      for (const duty of await duties.of(tx, id))
        if (!duty.metAt && (duty.counter !== null || isAfterCrossing(duty, before))) await meet(tx, before, duty, null);
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
        'held_overdue',
      ]);
      await moves.tellSupporters(tx, id, 'stopped', { reason: words });
      return after;
    },
  };
}
export type DutiesService = ReturnType<typeof createDutiesService>;
