import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risingTopics, type WeekCount } from './rising-topics.ts';

const count = (topicId: string, thisWeek: number, earlier: number): WeekCount => ({
  topicId,
  source: 'appeals',
  thisWeek,
  earlier,
});

describe('rising topics', () => {
  it('are those raised more than usual, the strongest first', () => {
    const found = risingTopics([count('roads', 30, 80), count('heat', 12, 0), count('light', 11, 80)]);
    expect(found.map(({ topicId }) => topicId)).toEqual(['heat', 'roads']);
    expect(found[1]).toMatchObject({ thisWeek: 30, usual: 10 });
  });

  it('never name a handful', () => {
    expect(risingTopics([count('heat', 4, 0)])).toEqual([]);
  });

  it('never name what is as usual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (usual) => {
        expect(risingTopics([count('any', usual, usual * 8)])).toEqual([]);
      }),
    );
  });
});
