import { groupedFolds } from './folds.ts';
import {
  accuracy,
  calibrationError,
  isRight,
  type Judged,
  macroF1,
  reliability,
  riskCoverage,
  share,
  topShare,
} from './measures.ts';
import { type Prepared, prepare, trainClassifier } from './text-classifier.ts';

export interface LabelledText {
  readonly text: string;
  readonly label: string;
  readonly group: string;
  readonly lang: string;
  /** Question, problem …; where the file has such a column. */
  readonly kind?: string;
}

export interface Figures {
  readonly texts: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly top3: number;
  readonly coverageAtTarget: number;
  /** Null when no message was sure enough: there is no accuracy of nothing. */
  readonly accuracyAtTarget: number | null;
  readonly baseline: number;
}

export interface Evaluation extends Figures {
  readonly msPerText: number;
  readonly target: number;
  readonly mode: 'cross-validation' | 'test';
  readonly classes: number;
  readonly trainingSeconds: number;
  readonly calibrationError: number;
  readonly shortList: { readonly level: number; readonly coverage: number; readonly meanSize: number };
  readonly languages: Readonly<Record<string, Figures>>;
  readonly folds: readonly (Figures & { readonly threshold: number; readonly trainedOn: number })[];
  readonly reliability: ReturnType<typeof reliability>;
  readonly riskCoverage: ReturnType<typeof riskCoverage>;
  /** The same two curves for every language and kind with enough texts to draw them. */
  readonly curves: Readonly<Record<string, Curves>>;
}

interface Curves {
  readonly texts: number;
  readonly reliability: ReturnType<typeof reliability>;
  readonly riskCoverage: ReturnType<typeof riskCoverage>;
}

interface Outcome extends Judged {
  readonly lang: string;
  readonly kind: string;
  readonly accepted: boolean;
  readonly frequentIsRight: boolean;
  readonly shortListSize: number;
  readonly shortListHolds: boolean;
}

interface Part {
  readonly outcomes: readonly Outcome[];
  readonly threshold: number;
  readonly trainedOn: number;
  readonly trainingMs: number;
  readonly predictionMs: number;
}

export interface EvaluationOptions {
  readonly target: number;
  readonly folds: number;
  readonly progress: (done: string) => void;
}

const SHORT_LIST_LEVEL = 0.95;
const FEWEST_DRAWN = 20;

export function crossValidate(texts: readonly LabelledText[], options: EvaluationOptions): Evaluation {
  const items = withGroups(texts);
  const foldCount = Math.max(2, Math.min(options.folds, new Set(items.map(({ group }) => group)).size));
  const folds = groupedFolds(items, foldCount);
  const parts = Array.from({ length: foldCount }, (_, fold) => {
    const part = judge(
      items.filter((__, at) => folds[at] !== fold),
      items.filter((__, at) => folds[at] === fold),
      options.target,
    );
    options.progress(`fold ${fold + 1} of ${foldCount}: accuracy ${accuracy(part.outcomes).toFixed(3)}`);
    return part;
  });
  return summarise(parts, 'cross-validation', options.target);
}

export function evaluateOn(
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  options: Pick<EvaluationOptions, 'target'>,
): Evaluation {
  return summarise([judge(withGroups(train), withGroups(test), options.target)], 'test', options.target);
}

/** A text without a group is its own group, so that identical texts at least stay together. */
const withGroups = (texts: readonly LabelledText[]): LabelledText[] =>
  texts.map((item) => (item.group === '' ? { ...item, group: `text:${item.text}` } : item));

function judge(train: readonly LabelledText[], test: readonly LabelledText[], target: number): Part {
  const names = [...new Set(train.map(({ label }) => label))].sort();
  const frequent = mostFrequent(train);
  const numberOf = new Map(names.map((name, at) => [name, at]));
  const started = performance.now();
  const classifier = trainClassifier(
    train.map(({ text, label, group }) => ({ ...prepare(text), label: numberOf.get(label) ?? 0, group })),
    names,
  );
  const trained = performance.now();
  const threshold = classifier.thresholdFor(target);
  const cut = classifier.shortListCut(SHORT_LIST_LEVEL);
  const outcomes = test.map(({ text, label, lang, kind = '' }): Outcome => {
    const prepared: Prepared = prepare(text);
    const { probabilities, ranked, confidence } = classifier.predict(prepared);
    const truth = numberOf.get(label);
    return {
      truth: label,
      ranked: ranked.slice(0, 3).map((at) => names[at] ?? ''),
      confidence,
      lang,
      kind,
      accepted: confidence >= threshold,
      frequentIsRight: label === frequent,
      shortListSize: probabilities.filter((chance) => chance >= cut).length,
      shortListHolds: truth !== undefined && (probabilities[truth] ?? 0) >= cut,
    };
  });
  return {
    outcomes,
    threshold,
    trainedOn: train.length,
    trainingMs: trained - started,
    predictionMs: performance.now() - trained,
  };
}

function mostFrequent(texts: readonly LabelledText[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { label } of texts) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function figures(outcomes: readonly Outcome[]): Figures {
  const accepted = outcomes.filter((outcome) => outcome.accepted);
  return {
    texts: outcomes.length,
    accuracy: accuracy(outcomes),
    macroF1: macroF1(outcomes),
    top3: topShare(outcomes, 3),
    coverageAtTarget: share(accepted.length, outcomes.length),
    accuracyAtTarget: accepted.length > 0 ? share(accepted.filter(isRight).length, accepted.length) : null,
    baseline: share(outcomes.filter(({ frequentIsRight }) => frequentIsRight).length, outcomes.length),
  };
}

function summarise(parts: readonly Part[], mode: Evaluation['mode'], target: number): Evaluation {
  const outcomes = parts.flatMap((part) => part.outcomes);
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  const languages = [...new Set(outcomes.map(({ lang }) => lang))].sort();
  return {
    ...figures(outcomes),
    msPerText: share(
      sum((part) => part.predictionMs),
      outcomes.length,
    ),
    target,
    mode,
    classes: new Set(outcomes.map(({ truth }) => truth)).size,
    trainingSeconds: sum((part) => part.trainingMs) / Math.max(1, parts.length) / 1000,
    calibrationError: calibrationError(outcomes),
    shortList: {
      level: SHORT_LIST_LEVEL,
      coverage: share(outcomes.filter(({ shortListHolds }) => shortListHolds).length, outcomes.length),
      meanSize: share(
        outcomes.reduce((total, { shortListSize }) => total + shortListSize, 0),
        outcomes.length,
      ),
    },
    languages: Object.fromEntries(
      languages.map((lang) => [lang || 'unknown', figures(outcomes.filter((outcome) => outcome.lang === lang))]),
    ),
    folds: parts.map((part) => ({ ...figures(part.outcomes), threshold: part.threshold, trainedOn: part.trainedOn })),
    reliability: reliability(outcomes),
    riskCoverage: riskCoverage(outcomes),
    curves: curvesOf(outcomes),
  };
}

function curvesOf(outcomes: readonly Outcome[]): Evaluation['curves'] {
  const parts = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    for (const name of [outcome.lang && `language-${outcome.lang}`, outcome.kind && `kind-${outcome.kind}`])
      if (name) parts.set(name, [...(parts.get(name) ?? []), outcome]);
  return Object.fromEntries(
    [...parts]
      .filter(([, own]) => own.length >= FEWEST_DRAWN)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]) => [
        name,
        { texts: own.length, reliability: reliability(own), riskCoverage: riskCoverage(own) },
      ]),
  );
}
