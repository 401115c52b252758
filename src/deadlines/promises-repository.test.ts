import { describe, expect, it } from 'vitest';
import { withEdits } from './promises-repository.ts';
import type { Promises } from './rulebook.ts';

const days = (value: number) => ({ value, unit: 'working_days' as const });
const shipped: Promises = {
  default: days(15),
  cutoff: 'end_of_working_day',
  topics: { 'road.pothole': days(3) },
  triage: days(1),
  review: { first: days(5), again: days(10) },
};

describe('what the service promises', () => {
  it('is what was shipped until somebody changes it', () => {
    expect(withEdits(shipped, [])).toEqual(shipped);
  });

  it('is the newest word on a topic, and the general word where a topic has none', () => {
    const after = withEdits(shipped, [
      { topicId: 'road.pothole', length: days(5) },
      { topicId: 'road.pothole', length: days(4) },
      { topicId: 'light.yard', length: days(2) },
      { topicId: null, length: days(12) },
    ]);
    expect(after).toMatchObject({ default: days(12), topics: { 'road.pothole': days(4), 'light.yard': days(2) } });
    expect(shipped.topics['road.pothole']).toEqual(days(3));
  });

  it('falls back to the general word when a promise is withdrawn', () => {
    expect(withEdits(shipped, [{ topicId: 'road.pothole', length: null }]).topics).toEqual({});
  });
});
