import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, ballotProblem } from './allocation.ts';

const projects = new Map([
  ['park', { id: 'park', cost: 60 }],
  ['lamps', { id: 'lamps', cost: 30 }],
  ['bench', { id: 'bench', cost: 10 }],
]);

describe('a ballot', () => {
  it.each([
    ['voices', { type: 'voices', count: 2 }, ['park', 'lamps'], null],
    ['one voice too many', { type: 'voices', count: 1 }, ['park', 'lamps'], 'too_many'],
    ['within the budget', { type: 'knapsack' }, ['park', 'lamps'], null],
    ['over the budget', { type: 'knapsack' }, ['park', 'lamps', 'bench'], 'over_budget'],
    ['nothing', { type: 'knapsack' }, [], 'empty'],
    ['twice the same', { type: 'voices', count: 3 }, ['park', 'park'], 'unknown_item'],
    ['something else', { type: 'voices', count: 3 }, ['moon'], 'unknown_item'],
    ['where there is no ballot', { type: 'none' }, ['park'], 'too_many'],
  ] as const)('%s', (_name, rule, chosen, problem) => {
    expect(ballotProblem(rule, 95, chosen, projects)).toBe(problem);
  });
});

describe('the money', () => {
  it('goes by votes and passes over what no longer fits', () => {
    const voted = [
      { id: 'park', cost: 60, votes: 10 },
      { id: 'pool', cost: 50, votes: 8 },
      { id: 'lamps', cost: 30, votes: 5 },
      { id: 'bench', cost: 10, votes: 0 },
    ];
    expect([...allocate(voted, 95, 's')]).toEqual(['park', 'lamps']);
  });

  it('never exceeds the budget, never chooses what nobody wants, and never depends on the order of the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ cost: fc.integer({ min: 1, max: 100 }), votes: fc.nat(20) }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 500 }),
        fc.string(),
        (given, budget, seed) => {
          const voted = given.map((project, at) => ({ id: String(at), ...project }));
          const chosen = allocate(voted, budget, seed);
          const spent = voted.filter(({ id }) => chosen.has(id)).reduce((sum, { cost }) => sum + cost, 0);
          const again = allocate(voted.toReversed(), budget, seed);
          return (
            spent <= budget &&
            voted.every(({ id, votes }) => votes > 0 || !chosen.has(id)) &&
            chosen.size === again.size &&
            [...chosen].every((id) => again.has(id))
          );
        },
      ),
    );
  });
});
