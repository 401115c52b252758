import { describe, expect, it } from 'vitest';
import { aPetition } from '../../test/builders/a-petition.ts';
import { day } from '../kernel/day.ts';
import {
  acceptsSupport,
  applyPetitionEvent,
  ENDED_STATES,
  GATHERING_STATES,
  isIn,
  PETITION_MOVES,
  PETITION_STATES,
  type PetitionEvent,
  type PetitionState,
} from './petition.ts';

const now = new Date('2026-11-22T05:00:00Z');
const text = { ask: 'a', why: 'b', details: '' };

const EVENTS: { [Type in PetitionEvent['type']]: Extract<PetitionEvent, { type: Type }> } = {
  amended: { type: 'amended' },
  submitted: {
    type: 'submitted',
    sponsorsNeeded: 5,
    sponsorsUntil: day('2026-12-22'),
    moderationDueOn: day('2026-12-01'),
  },
  sponsored: { type: 'sponsored', moderationDueOn: day('2026-12-01') },
  published: { type: 'published', text, closesOn: day('2027-05-22'), thresholds: [], population: 100 },
  posted: { type: 'posted', closesOn: day('2027-05-22') },
  rejected: { type: 'rejected', code: 'duplicate', note: '' },
  appealed: { type: 'appealed', moderationDueOn: day('2026-12-01') },
  threshold_crossed: { type: 'threshold_crossed', key: 'review' },
  replied: { type: 'replied' },
  followed_up: { type: 'followed_up' },
  withdrawn: { type: 'withdrawn' },
  expired: { type: 'expired', outcome: 'below_threshold' },
  outcome_noted: { type: 'outcome_noted', outcome: 'registered as a message' },
  stopped: { type: 'stopped', reason: 'court' },
};

/** Where each event leads. The table of moves says from where; this one says whither. */
const LEADS_TO: Record<PetitionEvent['type'], PetitionState | 'same'> = {
  amended: 'same',
  submitted: 'gathering_sponsors',
  sponsored: 'in_moderation',
  published: 'open',
  posted: 'same',
  rejected: 'rejected',
  appealed: 'in_moderation',
  threshold_crossed: 'threshold_reached',
  replied: 'replied',
  followed_up: 'followed_up',
  withdrawn: 'withdrawn',
  expired: 'expired',
  outcome_noted: 'same',
  stopped: 'stopped',
};

const pairs = PETITION_STATES.flatMap((state) => Object.values(EVENTS).map((event) => ({ state, event })));
const legal = pairs.filter(({ state, event }) => PETITION_MOVES[event.type].includes(state));
const illegal = pairs.filter(({ state, event }) => !PETITION_MOVES[event.type].includes(state));

describe('the life of a petition', () => {
  it('knows every pair of state and event', () => {
    expect(legal.length + illegal.length).toBe(PETITION_STATES.length * Object.keys(EVENTS).length);
    expect(legal).toHaveLength(27);
  });

  it.each(legal)('$state: $event.type is allowed', ({ state, event }) => {
    const after = applyPetitionEvent(aPetition({ state }), event, now);
    expect(after.state).toBe(LEADS_TO[event.type] === 'same' ? state : LEADS_TO[event.type]);
    expect(after.revision).toBe(2);
  });

  it.each(illegal)('$state: $event.type is refused and changes nothing', ({ state, event }) => {
    const before = aPetition({ state });
    const copy = structuredClone(before);
    expect(() => applyPetitionEvent(before, event, now)).toThrow(
      expect.objectContaining({ code: 'petition.move_refused', facts: { state, event: event.type } }),
    );
    expect(before).toEqual(copy);
  });

  it('goes straight to moderation where nobody asks for sponsors', () => {
    const after = applyPetitionEvent(aPetition({ state: 'draft' }), { ...EVENTS.submitted, sponsorsNeeded: 0 }, now);
    expect(after).toMatchObject({ state: 'in_moderation', moderationDueOn: '2026-12-01', sponsorsUntil: null });
  });

  it('takes one objection to a rejection and no second', () => {
    const rejected = aPetition({ state: 'rejected', appealed: true });
    expect(() => applyPetitionEvent(rejected, EVENTS.appealed, now)).toThrow(
      expect.objectContaining({ code: 'petition.appeal_used_up' }),
    );
  });

  it('keeps what was asked beside what was published', () => {
    const before = aPetition({ state: 'in_moderation', original: { ask: 'as written', why: 'b', details: '' } });
    const after = applyPetitionEvent(before, EVENTS.published, now);
    expect([after.original.ask, after.published?.ask]).toEqual(['as written', 'a']);
  });

  it('never ends in silence: every end has a moment', () => {
    for (const { state, event } of legal) {
      const after = applyPetitionEvent(aPetition({ state }), event, now);
      if (isIn(ENDED_STATES, after.state) && event.type !== 'outcome_noted') expect(after.endedAt).not.toBeNull();
    }
  });
});

describe('gathering', () => {
  it('takes support up to the end of the last day', () => {
    const open = aPetition({ state: 'open', closesOn: day('2026-11-22') });
    expect(acceptsSupport(open, day('2026-11-22'))).toBe(true);
    expect(acceptsSupport(open, day('2026-11-23'))).toBe(false);
  });

  it.each(PETITION_STATES)('in %s only while it gathers', (state) => {
    expect(acceptsSupport({ state, closesOn: null }, day('2026-11-22'))).toBe(isIn(GATHERING_STATES, state));
  });
});
