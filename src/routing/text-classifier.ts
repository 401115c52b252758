import { type Blend, type Evidence, fitBlend, probabilities } from './blend.ts';
import { type Confidence, fitConfidence } from './confidence.ts';
import {
  DEFAULT_FEATURES,
  type Document,
  type FeatureOptions,
  fitVectoriser,
  type SparseRows,
  toDocument,
  type Vectoriser,
  vectorise,
  wordsOf,
} from './features.ts';
import { groupedFolds } from './folds.ts';
import { createLabelNames, type LabelNames } from './label-names.ts';
import type { Gram } from './ridge.ts';
import { ridgeScorer, type Scorer, svmScorer, toGram } from './scorers.ts';
import { createSimilarityIndex, type SimilarityIndex, similarities } from './similarity-index.ts';
import { foldText } from './spelling.ts';

export interface Prepared {
  readonly document: Document;
  readonly words: readonly string[];
}

export interface TrainingItem extends Prepared {
  readonly label: number;
  readonly group: string;
}

export interface Prediction {
  /** One per class, in the order of the names the classifier was trained with. */
  readonly probabilities: Float64Array;
  readonly ranked: readonly number[];
  /** Calibrated chance that the first choice is right. */
  readonly confidence: number;
}

export interface TextClassifier {
  predict(prepared: Prepared): Prediction;
  /** Smallest confidence at which the accepted messages reach the target accuracy on texts not seen in training. */
  thresholdFor(target: number): number;
  /** Classes at least this probable form a short list that holds the truth in `level` of unseen texts (split conformal). */
  shortListCut(level: number): number;
  readonly weights: Float64Array;
}

export const CLASSIFIER_FEATURES: FeatureOptions = {
  ...DEFAULT_FEATURES,
  wordWeight: Math.sqrt(0.4),
  charWeight: Math.sqrt(0.6),
};

/** Up to here the exact solution in the space of similarities is fast; beyond, dual coordinate descent on sparse rows. */
const RIDGE_LIMIT = 4000;
const INNER_FOLDS = 4;
const KINDS = 6;
const NEIGHBOUR_SHARPNESS = 20;

export function prepare(text: string): Prepared {
  const folded = foldText(text);
  return { document: toDocument(folded, CLASSIFIER_FEATURES), words: wordsOf(folded) };
}

interface Trained {
  readonly score: Scorer;
  readonly members: Int32Array;
}

export function trainClassifier(items: readonly TrainingItem[], names: readonly string[]): TextClassifier {
  const vectoriser = fitVectoriser(
    items.map(({ document }) => document),
    CLASSIFIER_FEATURES,
  );
  const rows = vectorise(
    vectoriser,
    items.map(({ document }) => document),
  );
  const index = createSimilarityIndex(rows);
  const labels = Int32Array.from(items, ({ label }) => label);
  const labelNames = createLabelNames(
    names.map(foldText),
    vectoriser,
    items.map(({ words }) => words),
  );
  const gram = items.length <= RIDGE_LIMIT ? toGram(index, rows) : undefined;
  const trainOn = (members: Int32Array): Trained => ({
    members,
    score: gram ? ridgeScorer(gram, members, labels, names.length) : svmScorer(rows, members, labels, names.length),
  });

  const inner = innerEvidence({ items, rows, index, labels, gram, labelNames, classCount: names.length, trainOn });
  const blend = inner.length > 0 ? fitBlend(inner, KINDS) : { weights: Float64Array.of(3, 0, 0, 0, 0, 0) };
  const judged = inner.map(({ evidence, label }) => ({ chances: probabilities(blend, evidence), label }));
  const confidence = fitConfidence(
    judged.map(({ chances, label }) => {
      const ranked = rank(chances);
      return { chance: ranked.first, right: ranked.best === label };
    }),
  );
  const chancesOfTruth = Float64Array.from(judged, ({ chances, label }) => chances[label] ?? 0).sort();
  const all = trainOn(Int32Array.from(items.keys()));
  const classCount = names.length;
  return createClassifier({
    vectoriser,
    index,
    labels,
    labelNames,
    classCount,
    blend,
    confidence,
    chancesOfTruth,
    all,
  });
}

interface Parts {
  readonly vectoriser: Vectoriser;
  readonly index: SimilarityIndex;
  readonly labels: Int32Array;
  readonly labelNames: LabelNames;
  readonly classCount: number;
  readonly blend: Blend;
  readonly confidence: Confidence;
  readonly chancesOfTruth: Float64Array;
  readonly all: Trained;
}

function createClassifier(parts: Parts): TextClassifier {
  const similar = new Float32Array(parts.index.rowCount);
  return {
    predict(prepared) {
      const rows = vectorise(parts.vectoriser, [prepared.document]);
      similarities(parts.index, rows, 0, similar);
      const evidence = toEvidence(parts, parts.all, similar, 0, rows, prepared);
      const chances = probabilities(parts.blend, evidence);
      const ranked = [...chances.keys()].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0) || a - b);
      return {
        probabilities: chances,
        ranked,
        confidence: parts.confidence.calibrate(chances[ranked[0] ?? 0] ?? 0),
      };
    },
    thresholdFor: parts.confidence.thresholdFor,
    shortListCut(level) {
      const allowed = Math.floor((1 - level) * (parts.chancesOfTruth.length + 1)) - 1;
      return allowed < 0 ? 0 : (parts.chancesOfTruth[allowed] ?? 0);
    },
    weights: parts.blend.weights,
  };
}

function rank(chances: Float64Array): { best: number; first: number } {
  let best = 0;
  for (let index = 1; index < chances.length; index += 1) {
    if ((chances[index] as number) > (chances[best] as number)) best = index;
  }
  return { best, first: chances[best] ?? 0 };
}

interface Inner {
  readonly items: readonly TrainingItem[];
  readonly rows: SparseRows;
  readonly index: SimilarityIndex;
  readonly labels: Int32Array;
  readonly gram: Gram | undefined;
  readonly labelNames: LabelNames;
  readonly classCount: number;
  readonly trainOn: (members: Int32Array) => Trained;
}

/** What the evidence says about each training text when the text and its near-duplicates are left out. */
function innerEvidence(inner: Inner): { evidence: Evidence; label: number }[] {
  const { items, rows, index, gram, trainOn } = inner;
  const groups = new Set(items.map(({ group }) => group)).size;
  const foldCount = Math.min(INNER_FOLDS, groups);
  if (foldCount < 2) return [];
  const folds = groupedFolds(items, foldCount, 'inner:');
  const computed = new Float32Array(items.length);
  const result: { evidence: Evidence; label: number }[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const trained = trainOn(Int32Array.from([...items.keys()].filter((at) => folds[at] !== fold)));
    for (const [at, item] of items.entries()) {
      if (folds[at] !== fold) continue;
      const similar = gram ? gram.values.subarray(at * gram.size, (at + 1) * gram.size) : computed;
      if (!gram) similarities(index, rows, at, computed);
      result.push({ evidence: toEvidence(inner, trained, similar, at, rows, item), label: item.label });
    }
  }
  return result;
}

function toEvidence(
  { labels, labelNames, classCount }: Pick<Parts, 'labels' | 'labelNames' | 'classCount'>,
  { score, members }: Trained,
  similar: Float32Array,
  row: number,
  rows: SparseRows,
  { document, words }: Prepared,
): Evidence {
  const nearest = new Float64Array(classCount);
  const votes = new Float64Array(classCount);
  const counts = new Float64Array(classCount);
  let closest = 0;
  for (const member of members) closest = Math.max(closest, similar[member] as number);
  let all = 0;
  for (const member of members) {
    const label = labels[member] as number;
    const value = similar[member] as number;
    const vote = Math.exp(NEIGHBOUR_SHARPNESS * (value - closest));
    votes[label] = (votes[label] as number) + vote;
    all += vote;
    counts[label] = (counts[label] as number) + 1;
    if (value > (nearest[label] as number)) nearest[label] = value;
  }
  const smoothing = members.length + classCount / 2;
  const neighbours = votes.map((vote, at) => Math.log((vote + ((counts[at] ?? 0) + 0.5) / smoothing) / (all + 1)));
  const { share, weight, likeness } = labelNames.measure(document, words);
  return [score(similar, row, rows), nearest, Float64Array.from(likeness), share, weight, neighbours];
}
