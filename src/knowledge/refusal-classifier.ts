import { type Concept, refusalFeatures } from './refusal-features.ts';

export interface RefusalExample {
  readonly text: string;
  /** Null: may be answered. */
  readonly label: string | null;
}

export interface RefusalGuess {
  /** The likeliest reason to refuse. */
  readonly label: string | null;
  /** How likely it is that there is one. */
  readonly forbidden: number;
}

const EPOCHS = 14;
const RATE = 0.35;
const L2 = 2e-5;

/** What was learnt; as JSON it can be kept. */
export interface RefusalModel {
  readonly labels: readonly (string | null)[];
  readonly features: readonly string[];
  /** For each label one number for each feature. */
  readonly weights: readonly ArrayLike<number>[];
}

/**
 * Multinomial logistic regression over words and shapes, learnt from the jurisdiction's examples. Always the same for the
 * same examples: they are taken in a fixed order.
 */
export function trainRefusals(examples: readonly RefusalExample[], concepts: readonly Concept[] = []): RefusalModel {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const places = new Map<string, number>();
  const rows = examples.map(({ text, label }) => ({
    features: refusalFeatures(text, concepts).map((feature) => {
      const place = places.get(feature) ?? places.size;
      places.set(feature, place);
      return place;
    }),
    label: labels.indexOf(label),
  }));
  const weights = labels.map(() => new Float32Array(places.size));
  const squares = new Float32Array(places.size).fill(1e-6);
  const order = shuffled(rows.length);
  const probabilities = new Float64Array(labels.length);

  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      estimate(weights, row.features, probabilities);
      const scale = 1 / Math.sqrt(row.features.length);
      for (const feature of row.features) squares[feature] = (squares[feature] ?? 0) + scale * scale;
      weights.forEach((weight, label) => {
        const error = (label === row.label ? 1 : 0) - (probabilities[label] ?? 0);
        for (const feature of row.features) {
          const rate = RATE / Math.sqrt(squares[feature] ?? 1);
          weight[feature] = (weight[feature] ?? 0) * (1 - L2) + rate * error * scale;
        }
      });
    }

  return { labels, features: [...places.keys()], weights };
}

/** Judges by what was learnt. */
export function createRefusalReader(
  { labels, features, weights }: RefusalModel,
  concepts: readonly Concept[] = [],
): (text: string) => RefusalGuess {
  const places = new Map(features.map((feature, place) => [feature, place]));
  const probabilities = new Float64Array(labels.length);
  return (text) => {
    const known = refusalFeatures(text, concepts).flatMap((feature) => places.get(feature) ?? []);
    estimate(weights, known, probabilities);
    const allowed = probabilities[labels.indexOf(null)] ?? 0;
    const best = labels.reduce(
      (chosen, label, at) => (label !== null && (probabilities[at] ?? 0) > (probabilities[chosen] ?? -1) ? at : chosen),
      labels.findIndex((label) => label !== null),
    );
    return { label: labels[best] ?? null, forbidden: 1 - allowed };
  };
}

/** The softmax of the labels' sums, written into `into`. */
function estimate(weights: RefusalModel['weights'], features: readonly number[], into: Float64Array): void {
  const scale = 1 / Math.sqrt(features.length);
  let most = Number.NEGATIVE_INFINITY;
  weights.forEach((weight, label) => {
    let sum = 0;
    for (const feature of features) sum += weight[feature] ?? 0;
    into[label] = sum * scale;
    most = Math.max(most, sum * scale);
  });
  let total = 0;
  for (let label = 0; label < into.length; label += 1) total += into[label] = Math.exp((into[label] ?? 0) - most);
  for (let label = 0; label < into.length; label += 1) into[label] = (into[label] ?? 0) / total;
}

/** A fixed disorder, so that no class comes in one block. */
function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = 20_261_122;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
