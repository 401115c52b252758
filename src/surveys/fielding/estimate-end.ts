import { type FieldingRules, isQuiet } from './fielding.ts';

const STEP_MS = 60_000;
const MOST_DAYS = 60;

/**
 * When the last message will have left: so many at this rate, with nothing sent while it is quiet. Null beyond two
 * months. It is the earliest time: whatever is more urgent goes first.
 */
export function estimateEnd(
  { left, perSecond, now }: { left: number; perSecond: number; now: Date },
  rules: Pick<FieldingRules, 'quiet' | 'timezone'>,
): Date | null {
  let open = left;
  let at = now.getTime();
  const until = at + MOST_DAYS * 86_400_000;
  const perStep = (perSecond * STEP_MS) / 1_000;
  while (at < until) {
    if (!isQuiet(new Date(at), rules)) {
      if (open <= perStep) return new Date(at + (open / perSecond) * 1_000);
      open -= perStep;
    }
    at += STEP_MS;
  }
  return null;
}
