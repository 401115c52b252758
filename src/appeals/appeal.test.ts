import { describe, expect, it } from 'vitest';
import { anAppeal } from '../../test/builders/an-appeal.ts';
import { APPEAL_MOVES, type AppealEvent, type AppealState, applyAppealEvent, MAX_DISPUTES } from './appeal.ts';

const NOW = new Date('2026-12-14T05:00:00Z');
const STATES: Record<AppealState, true> = {
  draft: true,
  in_triage: true,
  with_agency: true,
  watched: true,
  answered: true,
  closed: true,
  withdrawn: true,
  discarded: true,
};
const EVENTS: { [Type in AppealEvent['type']]: Extract<AppealEvent, { type: Type }> } = {
  amended: { type: 'amended' },
  submitted: { type: 'submitted', number: '4729189', to: 'agency' },
  assigned: { type: 'assigned' },
  returned_to_triage: { type: 'returned_to_triage' },
  added: { type: 'added' },
  answered: { type: 'answered' },
  confirmed: { type: 'confirmed', resolution: 'resolved' },
  disputed: { type: 'disputed' },
  closed_in_silence: { type: 'closed_in_silence' },
  withdrawn: { type: 'withdrawn' },
  discarded: { type: 'discarded' },
};
/** Where each legal move leads; a new state or event without a line here fails. */
const LEADS_TO: Record<AppealEvent['type'], AppealState | 'stays'> = {
  amended: 'stays',
  submitted: 'with_agency',
  assigned: 'with_agency',
  returned_to_triage: 'in_triage',
  added: 'stays',
  answered: 'answered',
  confirmed: 'closed',
  disputed: 'with_agency',
  closed_in_silence: 'closed',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
};
const pairs = Object.values(EVENTS).flatMap((event) =>
  (Object.keys(STATES) as AppealState[]).map((state) => ({ event, state })),
);
const legal = pairs.filter(({ event, state }) => APPEAL_MOVES[event.type].includes(state));
const illegal = pairs.filter(({ event, state }) => !APPEAL_MOVES[event.type].includes(state));

describe('an appeal', () => {
  it.each(legal)('may be $event.type when $state', ({ event, state }) => {
    const before = anAppeal({ state });
    const after = applyAppealEvent(before, event, NOW);
    const expected = LEADS_TO[event.type];
    expect(after.state).toBe(expected === 'stays' ? state : expected);
    expect(after.revision).toBe(before.revision + 1);
  });

  it.each(illegal)('refuses to be $event.type when $state', ({ event, state }) => {
    expect(() => applyAppealEvent(anAppeal({ state }), event, NOW)).toThrow(
      expect.objectContaining({ code: 'appeal.move_refused' }),
    );
  });

  it.each([
    ['agency', 'with_agency'],
    ['triage', 'in_triage'],
    ['elsewhere', 'watched'],
  ] as const)('sent to %s is %s, with number and moment', (to, state) => {
    const sent = applyAppealEvent(anAppeal(), { type: 'submitted', number: '4729189', to }, NOW);
    expect(sent).toMatchObject({ state, number: '4729189', submittedAt: NOW });
  });

  it('can be disputed twice and no more', () => {
    const answered = anAppeal({ state: 'answered', disputes: MAX_DISPUTES });
    expect(() => applyAppealEvent(answered, { type: 'disputed' }, NOW)).toThrow(
      expect.objectContaining({ code: 'appeal.disputes_used_up' }),
    );
  });

  it('is resolved only by the citizen’s word', () => {
    expect(applyAppealEvent(anAppeal({ state: 'answered' }), { type: 'closed_in_silence' }, NOW).resolution).toBeNull();
    expect(
      applyAppealEvent(anAppeal({ state: 'answered' }), { type: 'confirmed', resolution: 'partly' }, NOW).resolution,
    ).toBe('partly');
  });
});
