import { z } from 'zod';
import { fitConfidence } from './confidence.ts';
import type { UnseenOutcome } from './message-model.ts';

export const Calibration = z.object({
  slope: z.number(),
  shift: z.number(),
  /** Confidence from which on the first choice is right in the target share of unseen messages. */
  propose: z.number(),
  /** Summed probability of three classes from which on the truth is among them in 95 % of unseen messages. */
  ask: z.number(),
});
export type Calibration = z.infer<typeof Calibration>;

const TARGET = 0.9;
const THREE_TARGET = 0.95;
const FEWEST_OUTCOMES = 200;

function calibrate(outcomes: readonly UnseenOutcome[]): Calibration {
  const first = fitConfidence(outcomes);
  const three = fitConfidence(
    outcomes.map(({ chanceOfThree, amongThree }) => ({ chance: chanceOfThree, right: amongThree })),
  );
  const floor = [...outcomes]
    .sort((a, b) => b.chanceOfThree - a.chanceOfThree)
    .findLast(({ chanceOfThree }) => three.calibrate(chanceOfThree) >= three.thresholdFor(THREE_TARGET));
  return {
    slope: first.slope,
    shift: first.shift,
    propose: first.thresholdFor(TARGET),
    ask: floor?.chanceOfThree ?? 1,
  };
}

/** By language where there are enough messages; `''` is for all of them together. */
export function calibrationOf(outcomes: readonly UnseenOutcome[]): Record<string, Calibration> {
  const calibration: Record<string, Calibration> = { '': calibrate(outcomes) };
  for (const language of [...new Set(outcomes.map(({ lang }) => lang))].sort()) {
    const own = outcomes.filter(({ lang }) => lang === language);
    if (language !== '' && own.length >= FEWEST_OUTCOMES) calibration[language] = calibrate(own);
  }
  return calibration;
}
