import { type Blend, type Evidence, fitBlend, probabilities } from './blend.ts';
import type { Outcome } from './confidence.ts';
import {
  conceptBag,
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
import { buildLexicon, createLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';
import { DEFAULT_LINEAR, type LinearModel, scoreRow, trainSvm } from './linear-model.ts';
import { createMeanings } from './meanings.ts';
import { trainComplementBayes } from './naive-bayes.ts';
import { normalise } from './normalise.ts';

export interface LabelledMessage {
  readonly label: string;
  readonly lang: string;
  readonly text: string;
}

/** What is known about a class besides examples: its names, a description, key words. */
export interface ClassWords {
  readonly label: string;
  readonly text: string;
}

export interface MessageModelParts {
  readonly trainedOn: number;
  readonly labels: readonly string[];
  readonly vectoriser: Vectoriser;
  readonly svm: LinearModel;
  readonly bayes: LinearModel;
  /** Which group of classes it is: a coarser question with more examples for each answer. */
  readonly groups: LinearModel;
  readonly groupOf: Int32Array;
  readonly lexicon: readonly LexiconEntry[];
  readonly meanings: readonly string[];
  readonly blend: Blend;
  readonly outcomes: readonly UnseenOutcome[];
}

/** How the model fared on a message it had not seen in training. */
export interface UnseenOutcome extends Outcome {
  /** Position of the message among those trained on. */
  readonly at: number;
  readonly lang: string;
  /** The likeliest classes with their chances. */
  readonly top: readonly { readonly label: string; readonly probability: number }[];
  readonly chanceOfThree: number;
  readonly amongThree: boolean;
}

export const MESSAGE_FEATURES: FeatureOptions = {
  ...DEFAULT_FEATURES,
  wordWeight: Math.sqrt(0.2),
  charWeight: Math.sqrt(0.8),
  conceptWeight: 0.7,
  meaningWeight: 1.1,
  charMin: 3,
  minMeaningDocuments: 2,
};

const INNER_FOLDS = 3;
/** Two of three folds say as much about unseen messages as three, in three quarters of the time. */
const MEASURED_FOLDS = 2;
/** Below, every message is needed. */
const MANY = 3000;
const KINDS = 5;
const TOP = 5;
const SVM = { ...DEFAULT_LINEAR, cost: 2, epochs: 5, balanced: true };

interface Item {
  readonly document: Document;
  readonly words: readonly string[];
  readonly label: number;
  readonly lang: string;
  readonly group: string;
}

type Fitted = Pick<MessageModelParts, 'vectoriser' | 'svm' | 'bayes' | 'groups' | 'groupOf'>;

/** Reproducible: the same messages give the same model, byte for byte. */
export function trainMessageModel(
  messages: readonly LabelledMessage[],
  classWords: readonly ClassWords[],
  /** Classes of one group are alike; without groups each class is its own. */
  groupNameOf: (label: string) => string = (label) => label,
  /** Words that mean one thing, one meaning a line. */
  meanings: readonly string[] = [],
): MessageModelParts {
  const labels = [...new Set(messages.map(({ label }) => label))].sort();
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  const groupNames = [...new Set(labels.map(groupNameOf))].sort();
  const groupOf = Int32Array.from(labels, (label) => groupNames.indexOf(groupNameOf(label)));
  const plain = messages.map(({ label, lang, text }) => toItem(text, lang, numberOf.get(label) ?? 0));
  const known = classWords.filter(({ label }) => numberOf.has(label));
  const texts = labels.map((label) => known.filter((entry) => entry.label === label).map(({ text }) => text));
  const entries = buildLexicon(
    texts,
    plain.map(({ words }) => words),
  );
  const lexicon = createLexicon(entries, labels.length);
  const meant = createMeanings(meanings);
  const withConcepts = (item: Item): Item => ({
    ...item,
    document: {
      ...item.document,
      concepts: conceptBag(lexicon.measure(item.words).sum),
      meanings: meant.bag(item.words),
    },
  });
  const items = plain.map(withConcepts);
  const hints = known.map(({ label, text }) => withConcepts(toItem(text, '', numberOf.get(label) ?? 0)));

  const folds = groupedFolds(items, INNER_FOLDS, 'message:');
  const unseen: { at: number; evidence: Evidence; label: number; lang: string }[] = [];
  const measured = items.length < MANY ? INNER_FOLDS : MEASURED_FOLDS;
  for (let fold = 0; fold < measured; fold += 1) {
    const fitted = fitLinear([...items.filter((_, at) => folds[at] !== fold), ...hints], groupOf);
    const asked = [...items.entries()].filter(([at]) => folds[at] === fold);
    const rows = vectorise(
      fitted.vectoriser,
      asked.map(([, { document }]) => document),
    );
    for (const [row, [at, item]] of asked.entries()) {
      unseen.push({ at, evidence: gather(fitted, lexicon, rows, row, item.words), label: item.label, lang: item.lang });
    }
  }
  const blend = fitBlend(unseen, KINDS);
  const outcomes = unseen.map(({ at, evidence, label, lang }): UnseenOutcome => {
    const chances = probabilities(blend, evidence);
    const ranked = [...chances.keys()].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0)).slice(0, TOP);
    const three = ranked.slice(0, 3);
    return {
      at,
      lang,
      top: ranked.map((index) => ({ label: labels[index] ?? '', probability: chances[index] ?? 0 })),
      chance: chances[three[0] ?? 0] ?? 0,
      right: three[0] === label,
      chanceOfThree: three.reduce((sum, at) => sum + (chances[at] ?? 0), 0),
      amongThree: three.includes(label),
    };
  });
  const trained = fitLinear([...items, ...hints], groupOf);
  return { trainedOn: items.length, labels, ...trained, lexicon: entries, meanings, blend, outcomes };
}

function toItem(text: string, lang: string, label: number): Item {
  const { key } = normalise(text);
  return { document: toDocument(key, MESSAGE_FEATURES), words: wordsOf(key), label, lang, group: key };
}

function fitLinear(items: readonly Item[], groupOf: Int32Array): Fitted {
  const classCount = groupOf.length;
  const documents = items.map(({ document }) => document);
  const vectoriser = fitVectoriser(documents, MESSAGE_FEATURES);
  const rows = vectorise(vectoriser, documents);
  const labels = Int32Array.from(items, ({ label }) => label);
  return {
    vectoriser,
    svm: trainSvm(rows, labels, classCount, SVM),
    groups: trainSvm(
      rows,
      labels.map((label) => groupOf[label] as number),
      groupOf.reduce((most, group) => Math.max(most, group), 0) + 1,
      SVM,
    ),
    groupOf,
    bayes: trainComplementBayes(rows, labels, classCount),
  };
}

function gather(
  { svm, bayes, groups, groupOf }: Fitted,
  lexicon: Lexicon,
  rows: SparseRows,
  row: number,
  words: readonly string[],
): Evidence {
  const margins = new Float64Array(svm.classCount);
  const odds = new Float64Array(bayes.classCount);
  scoreRow(svm, rows, row, margins);
  scoreRow(bayes, rows, row, odds);
  const ofGroups = new Float64Array(groups.classCount);
  scoreRow(groups, rows, row, ofGroups);
  const shared = Float64Array.from(groupOf, (group) => ofGroups[group] as number);
  const { sum, best } = lexicon.measure(words);
  return [margins, odds, sum, best, shared];
}
