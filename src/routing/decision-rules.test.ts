import { describe, expect, it } from 'vitest';
import { byAddressee, fitDecisionRules, shareOut, thresholdsFor, type UnseenDecision } from './decision-rules.ts';
import { createRandom } from './linear-model.ts';

/** Messages whose stated chance is what happens: the truth is drawn with it. */
function honest(count: number, seed: number, language = 'kk', kind = 'problem'): UnseenDecision[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const first = 0.3 + 0.7 * random();
    const second = (1 - first) * 0.7;
    const drawn = random();
    const truth = drawn < first ? 'a' : drawn < first + second ? 'b' : 'c';
    const chances = [
      { addressee: 'a', chance: first },
      { addressee: 'b', chance: second },
      { addressee: 'c', chance: 1 - first - second },
    ];
    return { language, kind, chances, truth };
  });
}

const AIMS = { target: 0.9, level: 0.8 };
const share = (some: readonly boolean[]) => some.filter(Boolean).length / some.length;

describe('rules fitted on unseen messages', () => {
  const rules = fitDecisionRules(honest(4000, 1), AIMS);
  const { propose, ask } = thresholdsFor(rules, 'kk', 'problem');
  const fresh = honest(4000, 2);

  it('reach the target among the proposals of other messages, within three points', () => {
    const proposed = fresh.filter(({ chances }) => (chances[0]?.chance ?? 0) >= propose);
    const right = share(proposed.map(({ truth }) => truth === 'a'));
    expect(right).toBeGreaterThan(0.87);
    expect(right).toBeLessThan(0.96);
    expect(proposed.length / fresh.length).toBeGreaterThan(0.2);
  });

  it('offer the right one in at least the promised share of questions', () => {
    const questions = fresh.filter(
      ({ chances }) =>
        (chances[0]?.chance ?? 0) < propose && (chances[0]?.chance ?? 0) + (chances[1]?.chance ?? 0) >= ask,
    );
    expect(share(questions.map(({ truth }) => truth !== 'c'))).toBeGreaterThan(0.77);
  });

  it('hold for a kind of message only where there are enough of them', () => {
    const mixed = fitDecisionRules([...honest(400, 3), ...honest(30, 4, 'kk', 'idea'), ...honest(30, 5, 'en')], AIMS);
    expect(Object.keys(mixed.rules)).toEqual(['', 'kk', 'kk problem']);
    expect(thresholdsFor(mixed, 'kk', 'idea').propose).toBe(mixed.rules.kk?.propose);
    expect(thresholdsFor(mixed, 'en', 'problem').propose).toBe(mixed.rules['']?.propose);
  });

  it('propose nothing when nothing is right often enough', () => {
    const wrong = honest(400, 6).map((decision) => ({ ...decision, truth: 'c' }));
    expect(thresholdsFor(fitDecisionRules(wrong, AIMS), 'kk', 'problem').propose).toBe(1);
  });
});

describe('chances', () => {
  it('of topics with one addressee add up', () => {
    const guesses = [
      { label: 'school.levies', probability: 0.4 },
      { label: 'road.pothole', probability: 0.35 },
      { label: 'school.teacher', probability: 0.2 },
    ];
    const chances = byAddressee(guesses, (topic) => topic.split('.')[0] ?? topic);
    expect(chances.map(({ addressee, chance }) => [addressee, chance.toFixed(2)])).toEqual([
      ['school', '0.60'],
      ['road', '0.35'],
    ]);
  });

  it('give the first its calibrated share and leave the rest to the others', () => {
    const shared = shareOut([{ probability: 0.5 }, { probability: 0.25 }, { probability: 0.25 }], 0.8);
    expect(shared.map(({ probability }) => probability.toFixed(2))).toEqual(['0.80', '0.10', '0.10']);
    expect(shareOut([], 0.8)).toEqual([]);
  });
});
