import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextItem, SLACK, shuffled } from './fair-order.ts';

const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `item ${at}`);

/** People come one after the other and look at some items each; returns how often each item was shown. */
function simulate(
  seed: string,
  people: readonly { readonly looks: number }[],
  itemsAt: (person: number) => readonly string[],
): Map<string, number> {
  const exposures = new Map<string, number>();
  people.forEach(({ looks }, person) => {
    const seen = new Set<string>();
    for (let look = 0; look < looks; look += 1) {
      const items = itemsAt(person).map((id) => ({ id, exposures: exposures.get(id) ?? 0 }));
      const item = nextItem({ seed, voter: `person ${person}`, seen }, items);
      if (!item) return;
      seen.add(item.id);
      exposures.set(item.id, (exposures.get(item.id) ?? 0) + 1);
    }
  });
  return exposures;
}
const spread = (exposures: ReadonlyMap<string, number>, ids: readonly string[]) => {
  const counts = ids.map((id) => exposures.get(id) ?? 0);
  return Math.max(...counts) - Math.min(...counts);
};

describe('the order in which items are shown', () => {
  it('shows all equally often when each person looks at one, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 200 }),
        (seed, count, people) => {
          const ids = idsOf(count);
          const exposures = simulate(
            seed,
            Array.from({ length: people }, () => ({ looks: 1 })),
            () => ids,
          );
          return spread(exposures, ids) <= SLACK + 1;
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stays equal when people look at as many as they like', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 4, max: 20 }),
        fc.array(fc.record({ looks: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 120 }),
        (seed, count, people) => {
          const ids = idsOf(count);
          return (
            spread(
              simulate(seed, people, () => ids),
              ids,
            ) <=
            SLACK + 4
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('lets what comes late catch up: being early gains nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 10 }), (seed, count) => {
        const ids = idsOf(count + 1);
        const late = `item ${count}`;
        const people = Array.from({ length: 400 }, () => ({ looks: 1 }));
        const exposures = simulate(seed, people, (person) => (person < 100 ? ids.filter((id) => id !== late) : ids));
        return spread(exposures, ids) <= SLACK + 1;
      }),
      { numRuns: 50 },
    );
  });

  it('never shows the same twice to one person, and ends when all were seen', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const seen = new Set<string>();
        for (let look = 0; look < count; look += 1) {
          const item = nextItem(
            { seed, voter: 'x', seen },
            idsOf(count).map((id) => ({ id, exposures: 0 })),
          );
          if (!item || seen.has(item.id)) return false;
          seen.add(item.id);
        }
        return (
          nextItem(
            { seed, voter: 'x', seen },
            idsOf(count).map((id) => ({ id, exposures: 0 })),
          ) === null
        );
      }),
    );
  });

  it('favours no place in the list: each comes first about equally often', () => {
    const ids = idsOf(8);
    const first = new Map<string, number>();
    for (let person = 0; person < 8_000; person += 1) {
      const item = nextItem(
        { seed: 's', voter: String(person), seen: new Set() },
        ids.map((id) => ({ id, exposures: 0 })),
      );
      first.set(item?.id ?? '', (first.get(item?.id ?? '') ?? 0) + 1);
    }
    // Chi-square with seven degrees of freedom: 24.3 is passed once in a thousand.
    const chi = ids.reduce((sum, id) => sum + ((first.get(id) ?? 0) - 1_000) ** 2 / 1_000, 0);
    expect(chi).toBeLessThan(24.3);
  });

  it('can be recomputed by anybody who knows the seed, and does not depend on how the list is sorted', () => {
    const items = idsOf(12).map((id) => ({ id, exposures: 0 }));
    const mine = { seed: 'published', voter: 'a person', seen: new Set<string>() };
    expect(nextItem(mine, items)).toEqual(nextItem(mine, items.toReversed()));
    expect(nextItem({ ...mine, seed: 'another' }, items)).not.toEqual(undefined);
    expect(shuffled('s', 'v', items).map(({ id }) => id)).toEqual(
      shuffled('s', 'v', items.toReversed()).map(({ id }) => id),
    );
  });
});
