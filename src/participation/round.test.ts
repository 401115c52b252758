import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { applyRoundEvent, ROUND_KINDS, ROUND_MOVES, ROUND_STATES, type Round, type RoundEvent } from './round.ts';

const words = { kk: 'a', ru: 'a', en: 'a' };
const now = new Date('2026-11-22T05:00:00Z');
const aRound = (change: Partial<Round> = {}): Round => ({
  id: '01930000-0000-7000-8000-000000000001',
  revision: 1,
  code: 'abcdefghjk',
  kind: 'budget',
  state: 'draft',
  title: words,
  about: words,
  agencyCode: null,
  territoryCode: null,
  rule: { type: 'voices', count: 3 },
  budget: 100,
  currency: 'KZT',
  seed: 's',
  collectUntil: day('2026-12-01'),
  voteFrom: day('2026-12-10'),
  voteUntil: day('2026-12-20'),
  createdAt: now,
  closedAt: null,
  ...change,
});
const EVENTS = Object.keys(ROUND_MOVES) as RoundEvent[];
const pairs = ROUND_KINDS.flatMap((kind) =>
  ROUND_STATES.flatMap((state) => EVENTS.map((event) => ({ kind, state, event }))),
);

describe('a round', () => {
  it.each(pairs.filter(({ state, event }) => ROUND_MOVES[event].includes(state)))(
    '$kind: $state + $event',
    ({ kind, state, event }) => {
      const after = applyRoundEvent(aRound({ kind, state }), event, now);
      const leads: Record<RoundEvent, string> = {
        opened: kind === 'ideas' ? 'voting' : 'collecting',
        collected: 'checking',
        checked: 'voting',
        closed: 'closed',
        stopped: 'stopped',
      };
      expect([after.state, after.revision]).toEqual([leads[event], 2]);
    },
  );

  it.each(pairs.filter(({ state, event }) => !ROUND_MOVES[event].includes(state)))(
    '$kind: refuses $event in $state',
    ({ kind, state, event }) => {
      expect(() => applyRoundEvent(aRound({ kind, state }), event, now)).toThrow(
        expect.objectContaining({ code: 'round.move_refused' }),
      );
    },
  );
});
