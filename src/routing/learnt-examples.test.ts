import { describe, expect, it } from 'vitest';
import { compareModels } from './compare-models.ts';
import { findSuspectBatches, type LearntExample, lastWords } from './learnt-examples.ts';

let count = 0;
const example = (given: Partial<LearntExample>): LearntExample => {
  count += 1;
  return {
    id: `e${count}`,
    appealId: `a${count}`,
    source: 'corrected',
    topicId: 'road.pothole',
    agencyCode: 'almaty.roads',
    labelledBy: 'operator',
    at: new Date(count * 1000),
    ...given,
  };
};
const many = (times: number, given: (at: number) => Partial<LearntExample>) =>
  Array.from({ length: times }, (_, at) => example(given(at)));

describe('a suspect batch', () => {
  const honest = many(30, (at) => ({ labelledBy: `p${at % 3}`, agencyCode: `body${at % 7}` }));

  it('is one account that sends everything to one body', () => {
    const poison = many(12, () => ({ labelledBy: 'eve', agencyCode: 'rival' }));
    const [batch, ...others] = findSuspectBatches([...honest, ...poison]);
    expect(batch).toMatchObject({ labelledBy: 'eve', target: 'rival', count: 12, share: 1 });
    expect(batch?.ids).toEqual(poison.map(({ id }) => id));
    expect(others).toEqual([]);
  });

  it('is not somebody whose corrections vary, or who merely agrees', () => {
    const busy = many(40, (at) => ({ labelledBy: 'busy', agencyCode: `body${at % 5}` }));
    const agreeing = many(40, () => ({ labelledBy: 'zhanar', source: 'confirmed', agencyCode: 'rival' }));
    expect(findSuspectBatches([...honest, ...busy, ...agreeing])).toEqual([]);
  });

  it('is not a flood that everybody sees', () => {
    const flood = many(40, (at) => ({ labelledBy: `p${at % 4}`, agencyCode: 'water' }));
    expect(findSuspectBatches(flood)).toEqual([]);
  });
});

describe('the last word about a case', () => {
  it('is the operator’s, whatever the citizen tapped', () => {
    const words = [
      example({ appealId: 'x', source: 'confirmed', topicId: 'road.surface' }),
      example({ appealId: 'x', source: 'corrected', topicId: 'road.pothole' }),
      example({ appealId: 'x', source: 'changed', topicId: 'road.signs' }),
    ];
    expect(lastWords(words)).toEqual([{ appealId: 'x', topicId: 'road.pothole' }]);
  });

  it('is nobody’s when a body passed on what was only confirmed', () => {
    const words = [
      example({ appealId: 'y', source: 'confirmed', topicId: 'road.surface' }),
      example({ appealId: 'y', source: 'redirected', topicId: null, agencyCode: 'water' }),
    ];
    expect(lastWords(words)).toEqual([]);
  });
});

describe('two models on the same messages', () => {
  const rights = (right: number, total: number) => Array.from({ length: total }, (_, at) => at < right);

  it('are the same when they differ by what luck may do', () => {
    expect(compareModels(rights(90, 100), rights(88, 100))).toMatchObject({ verdict: 'same', lost: 2, won: 0 });
  });

  it('are not the same when one loses what luck does not', () => {
    const worse = compareModels(rights(90, 100), rights(75, 100));
    expect(worse).toMatchObject({ verdict: 'worse', rightBefore: 90, rightAfter: 75 });
    expect(worse.luck).toBeCloseTo(2 ** -15, 8);
    expect(compareModels(rights(75, 100), rights(90, 100)).verdict).toBe('better');
  });

  it('say nothing about no messages', () => {
    expect(compareModels([], [])).toMatchObject({ verdict: 'same', luck: 1 });
  });
});
