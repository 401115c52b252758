import type { Suggestion } from '../answer.ts';
import type { Found } from '../passage.ts';
import { queryWords } from '../term-analysis.ts';
import { end, next, type Step } from './step.ts';

/**
 * Log-odds that the best passage answers, fitted on the development part of `eval/` (174 questions that the cards
 * answer, 70 that they do not); the held-out part decides whether to believe it. Refit when the ranking changes.
 */
const COVERAGE_WEIGHT = 1.82;
const MATCHED_WEIGHT = 6.31;
const MATCHED_ENOUGH = 1.5;
const BIAS = -7.15;
/** From here on an answer is given … */
const SURE = 0.3;
/** … from here on a question is asked back, and below nothing fits. */
const POSSIBLE = -0.8;
/** Two sources this close, for a question of one word, are two readings of it. */
const NEAR = 0.93;

export const suggestionOf = ({ passage }: Found): Suggestion => ({
  source: passage.source,
  group: passage.group,
  title: passage.title,
});

export const confidenceOf = ({ coverage, matched }: Found): number =>
  COVERAGE_WEIGHT * coverage + MATCHED_WEIGHT * Math.min(MATCHED_ENOUGH, matched) + BIAS;

/** Near enough to be offered, or to be read by a model, which may still say that it does not answer. */
export const isPossible = (found: Found): boolean => confidenceOf(found) >= POSSIBLE;

/** Answer, ask one question back (never two in a row), or say that approved sources do not cover it. */
export const decide: Step = {
  name: 'decide',
  version: '1',
  run(draft) {
    const [best, second] = draft.found;
    if (!best || !isPossible(best)) return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'not_covered');
    const askedBefore = draft.question.context?.wasClarification ?? false;
    const ask = (options: readonly Found[], outcome: string) =>
      end({ type: 'clarification', options: options.slice(0, 3).map(suggestionOf) }, outcome);
    if (confidenceOf(best) < SURE) {
      // A plain message that is only perhaps a question is filed by the channel, not asked back about.
      if (askedBefore || draft.question.mode === 'free') return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'still_unsure');
      return ask(draft.found, 'unsure');
    }
    const oneWord = queryWords(draft.query).length === 1;
    if (oneWord && !askedBefore && second && second.score >= best.score * NEAR)
      return ask(
        draft.found.filter(({ score }) => score >= best.score * NEAR),
        'two_readings',
      );
    return next(draft, 'answer');
  },
};
