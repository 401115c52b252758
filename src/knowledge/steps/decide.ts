import type { Suggestion } from '../answer.ts';
import type { Found } from '../passage.ts';
import { queryWords } from '../term-analysis.ts';
import { end, next, type Step } from './step.ts';

/**
 * Log-odds that the best passage answers. Fitted on 174 questions that the cards answer and 351 that they do not (most
 * of them real-life questions on other topics); on 503 others it ranks as well (area under the curve .91 both times).
 * Refit when the ranking changes.
 */
const COVERAGE_WEIGHT = 7.99;
const MATCHED_WEIGHT = 2.19;
const MATCHED_ENOUGH = 1.5;
const BIAS = -6.01;
/** From here on an answer is given; nine in ten uncovered questions stay below. */
const SURE = 0.4;
/** A plain message nobody called a question must be surer still. */
const SURE_UNASKED = 1;
/** From here on a question is asked back, and below nothing fits. */
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

/** A source plainly answers it. */
export const isSure = (found: Found): boolean => confidenceOf(found) >= SURE;

/** Answer, ask one question back (never two in a row), or say that approved sources do not cover it. */
export const decide: Step = {
  name: 'decide',
  version: '2',
  run(draft) {
    const [best, second] = draft.found;
    if (!best || !isPossible(best)) return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'not_covered');
    const askedBefore = draft.question.context?.wasClarification ?? false;
    const ask = (options: readonly Found[], outcome: string) =>
      end({ type: 'clarification', options: options.slice(0, 3).map(suggestionOf) }, outcome);
    const isFree = draft.question.mode === 'free';
    if (confidenceOf(best) < (isFree ? SURE_UNASKED : SURE)) {
      // A plain message that is only perhaps a question is filed by the channel, not asked back about.
      if (askedBefore || isFree) return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'still_unsure');
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
