import { describe, expect, it } from 'vitest';
import { estimateEnd } from './estimate-end.ts';

const rules = { quiet: { from: 21 * 60, until: 9 * 60 }, timezone: 'Asia/Almaty' };

describe('the estimated end of a wave', () => {
  it('is the number left divided by the rate', () => {
    const now = new Date('2026-11-23T07:00:00Z');
    expect(estimateEnd({ left: 1_800, perSecond: 30, now }, rules)).toEqual(new Date('2026-11-23T07:01:00Z'));
  });

  it('waits for the morning where the evening is too short', () => {
    // 20:30 in Almaty: half an hour of sending, then nothing before nine.
    const now = new Date('2026-11-23T15:30:00Z');
    expect(estimateEnd({ left: 30 * 60 * 60, perSecond: 30, now }, rules)).toEqual(new Date('2026-11-24T04:30:00Z'));
  });

  it('is not named where nobody can know', () => {
    expect(estimateEnd({ left: 1e12, perSecond: 30, now: new Date('2026-11-23T07:00:00Z') }, rules)).toBeNull();
  });
});
