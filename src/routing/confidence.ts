/** How far a stated probability may be believed, and from which value on it is high enough. */
export interface Confidence extends Platt {
  calibrate(chance: number): number;
  thresholdFor(target: number): number;
}

/** Stated log-odds times the slope plus the shift are the honest log-odds. */
export interface Platt {
  readonly slope: number;
  readonly shift: number;
}

export interface Outcome {
  readonly chance: number;
  readonly right: boolean;
}

const FEWEST_ACCEPTED = 20;
/**
 * Standard errors kept in reserve: the best of many thresholds is partly luck. Half of one brought the hardest of four
 * labelled sets from .87 to .90 at a target of .90 and cost the others a point of coverage.
 */
const CAUTION = 0.5;
const ROUNDS = 50;

export const logit = (chance: number): number => {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(safe / (1 - safe));
};

export const calibrated = ({ slope, shift }: Platt, chance: number): number => sigmoid(slope * logit(chance) + shift);

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** Platt's two parameters on the log-odds of the first choice, by Newton's method, drawn towards "believe it as it is". */
function fitPlatt(outcomes: readonly Outcome[]): Platt {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let gradientSlope = slope - 1;
    let gradientShift = shift;
    let aa = 1;
    let ab = 0;
    let bb = 1;
    for (const { chance, right } of outcomes) {
      const x = logit(chance);
      const p = sigmoid(slope * x + shift);
      const error = p - (right ? 1 : 0);
      const weight = Math.max(1e-6, p * (1 - p));
      gradientSlope += error * x;
      gradientShift += error;
      aa += weight * x * x;
      ab += weight * x;
      bb += weight;
    }
    const determinant = aa * bb - ab * ab;
    const stepSlope = (bb * gradientSlope - ab * gradientShift) / determinant;
    const stepShift = (aa * gradientShift - ab * gradientSlope) / determinant;
    slope -= stepSlope;
    shift -= stepShift;
    if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-9) break;
  }
  return slope > 0 && Number.isFinite(slope) && Number.isFinite(shift) ? { slope, shift } : { slope: 1, shift: 0 };
}

export function fitConfidence(outcomes: readonly Outcome[]): Confidence {
  const platt = fitPlatt(outcomes);
  const calibrate = (chance: number) => calibrated(platt, chance);
  const sorted = outcomes
    .map(({ chance, right }) => ({ confidence: calibrate(chance), right }))
    .sort((a, b) => b.confidence - a.confidence);
  return {
    ...platt,
    calibrate,
    thresholdFor(target) {
      let right = 0;
      let threshold = 1;
      for (const [at, outcome] of sorted.entries()) {
        if (outcome.right) right += 1;
        const accepted = at + 1;
        const accuracy = right / accepted;
        const luck = CAUTION * Math.sqrt((accuracy * (1 - accuracy)) / accepted);
        const tied = sorted[accepted]?.confidence === outcome.confidence;
        if (!tied && accepted >= FEWEST_ACCEPTED && accuracy - luck >= target) threshold = outcome.confidence;
      }
      return threshold;
    },
  };
}
