import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, wilson } from './ranking.ts';

describe('Wilson’s interval', () => {
  it('is what the books say', () => {
    const { low, high } = wilson(8, 10);
    expect([low, high].map((end) => Number(end.toFixed(3)))).toEqual([0.49, 0.943]);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 20).low).toBe(0);
    expect(wilson(20, 20).high).toBe(1);
  });

  it('holds the share and narrows with more showings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (exposures, seed) => {
        const inFavour = seed % (exposures + 1);
        const small = wilson(inFavour, exposures);
        const large = wilson(inFavour * 10, exposures * 10);
        const share = inFavour / exposures;
        return small.low <= share && share <= small.high && large.high - large.low <= small.high - small.low;
      }),
    );
  });
});

describe('the ranking', () => {
  it('gives nothing for being shown more, and nothing for one friend', () => {
    const [first, second, third] = rank([
      { id: 'friend', exposures: 1, inFavour: 1 },
      { id: 'famous', exposures: 1_000, inFavour: 500 },
      { id: 'liked', exposures: 100, inFavour: 80 },
    ]);
    expect([first?.item.id, second?.item.id, third?.item.id]).toEqual(['liked', 'famous', 'friend']);
  });

  it('says which places are not certain', () => {
    const ranked = rank([
      { id: 'a', exposures: 100, inFavour: 90 },
      { id: 'b', exposures: 100, inFavour: 52 },
      { id: 'c', exposures: 100, inFavour: 50 },
      { id: 'd', exposures: 100, inFavour: 10 },
    ]);
    expect(ranked.map(({ item, places }) => [item.id, ...places])).toEqual([
      ['a', 1, 1],
      ['b', 2, 3],
      ['c', 2, 3],
      ['d', 4, 4],
    ]);
  });
});
