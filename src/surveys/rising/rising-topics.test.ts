import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rising, type WeekCount } from './rising-topics.ts';

const count = (key: string, thisWeek: number, earlier: number): WeekCount => ({ key, thisWeek, earlier });

describe('rising topics', () => {
  it('are those raised more than usual, the strongest first', () => {
    const found = rising([count('roads', 30, 80), count('heat', 12, 0), count('light', 11, 80)]);
    expect(found.map(({ key }) => key)).toEqual(['heat', 'roads']);
    expect(found[1]).toMatchObject({ thisWeek: 30, usual: 10 });
  });

  it('count what was said in topics together with appeals', () => {
    expect(rising([count('heat', 3, 0), count('heat', 4, 8)])).toMatchObject([{ thisWeek: 7, usual: 1 }]);
  });

  it('never name a handful', () => {
    expect(rising([count('heat', 4, 0)])).toEqual([]);
  });

  it('never name what is as usual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (usual) => {
        expect(rising([count('any', usual, usual * 8)])).toEqual([]);
      }),
    );
  });
});
