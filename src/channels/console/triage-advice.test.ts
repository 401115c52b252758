import { describe, expect, it } from 'vitest';
import type { Appeal } from '../../appeals/index.ts';
import { day } from '../../kernel/day.ts';
import { createTriageAdvice } from './triage-advice.ts';

const body = (agencyCode: string) => ({ agencyCode }) as never;
const advice = createTriageAdvice({
  competentBodies: (topic) => {
    if (topic === 'gone.topic') throw new Error('unknown topic');
    if (topic === 'housing.lift') return { type: 'needs_place', level: 'district' } as never;
    return {
      type: 'bodies',
      bodies: topic === 'road.pothole' ? [body('city.roads')] : [body('city.water'), body('city.roads')],
    };
  },
  superiorsOf: (code) => (code === 'city.roads' ? ([{ code: 'city.akimat' }] as never) : []),
});

const anAppeal = (record: unknown, changes: Partial<Appeal> = {}) =>
  ({
    topicId: null,
    place: { territoryCode: null, addressText: null, point: null },
    routing: { record, chosen: { topicId: null, kind: null, agencyCode: null } },
    ...changes,
  }) as unknown as Appeal;
const on = day('2026-11-23');
const codes = (appeal: Appeal) =>
  advice.candidates(appeal, on).map(({ agencyCode, reason }) => `${agencyCode} ${reason}`);

describe('candidates for triage', () => {
  it('begin with what the router thought of, each body once, and end with the superior', () => {
    const record = {
      type: 'ask',
      options: [
        { topicId: 'road.pothole', agencyCode: 'city.roads', confidence: 0.5 },
        { topicId: 'water.leak', agencyCode: null, confidence: 0.3 },
      ],
    };
    expect(codes(anAppeal(record))).toEqual([
      'city.roads router',
      'city.water topic_and_place',
      'city.akimat fallback',
    ]);
  });

  it('come from the topic alone when the router had no idea', () => {
    const appeal = anAppeal({ type: 'triage', reason: 'unsure' }, { topicId: 'road.pothole' as never });
    expect(codes(appeal)).toEqual(['city.roads topic_and_place', 'city.akimat fallback']);
  });

  it('respect the body the citizen named first', () => {
    const appeal = anAppeal({ type: 'triage', reason: 'unsure' });
    const named = {
      ...appeal,
      routing: { ...appeal.routing, chosen: { topicId: null, kind: null, agencyCode: 'city.gas' as never } },
    };
    expect(codes(named)).toEqual(['city.gas citizen']);
  });

  it('wait for the place where the matter is clear and only the place is missing', () => {
    const lift = anAppeal({ type: 'needs_place', topicId: 'housing.lift', level: 'district', confidence: 0.9 });
    expect(codes(lift)).toEqual([]);
    expect(advice.placeMissingFor(lift, on)).toBe('housing.lift');
    expect(advice.placeMissingFor(anAppeal(null, { topicId: 'road.pothole' as never }), on)).toBeNull();
    expect(advice.placeMissingFor(anAppeal(null, { topicId: 'gone.topic' as never }), on)).toBeNull();
  });

  it('are none, rather than an error, for a topic that is gone', () => {
    expect(codes(anAppeal(null, { topicId: 'gone.topic' as never }))).toEqual([]);
  });
});
