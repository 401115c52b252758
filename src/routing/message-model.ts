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
  readonly labels: readonly string[];
  readonly vectoriser: Vectoriser;
  readonly svm: LinearModel;
  readonly bayes: LinearModel;
  readonly lexicon: readonly LexiconEntry[];
  readonly blend: Blend;
  readonly outcomes: readonly UnseenOutcome[];
}

/** How the model fared on a message it had not seen in training. */
export interface UnseenOutcome extends Outcome {
  readonly lang: string;
  readonly chanceOfThree: number;
  readonly amongThree: boolean;
}

export const MESSAGE_FEATURES: FeatureOptions = {
  ...DEFAULT_FEATURES,
  wordWeight: Math.sqrt(0.2),
  charWeight: Math.sqrt(0.8),
  conceptWeight: 0.7,
};

const INNER_FOLDS = 3;
const KINDS = 4;
const SVM = { ...DEFAULT_LINEAR, cost: 0.3, epochs: 5, balanced: true };

interface Item {
  readonly document: Document;
  readonly words: readonly string[];
  readonly label: number;
  readonly lang: string;
  readonly group: string;
}

interface Fitted {
  readonly vectoriser: Vectoriser;
  readonly svm: LinearModel;
  readonly bayes: LinearModel;
}

/** Reproducible: the same messages give the same model, byte for byte. */
export function trainMessageModel(
  messages: readonly LabelledMessage[],
  classWords: readonly ClassWords[],
): MessageModelParts {
  const labels = [...new Set(messages.map(({ label }) => label))].sort();
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  const plain = messages.map(({ label, lang, text }) => toItem(text, lang, numberOf.get(label) ?? 0));
  const known = classWords.filter(({ label }) => numberOf.has(label));
  const texts = labels.map((label) => known.filter((entry) => entry.label === label).map(({ text }) => text));
  const entries = buildLexicon(
    texts,
    plain.map(({ words }) => words),
  );
  const lexicon = createLexicon(entries, labels.length);
  const withConcepts = (item: Item): Item => ({
    ...item,
    document: { ...item.document, concepts: conceptBag(lexicon.measure(item.words).sum) },
  });
  const items = plain.map(withConcepts);
  const hints = known.map(({ label, text }) => withConcepts(toItem(text, '', numberOf.get(label) ?? 0)));

  const folds = groupedFolds(items, INNER_FOLDS, 'message:');
  const unseen: { evidence: Evidence; label: number; lang: string }[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const fitted = fitLinear([...items.filter((_, at) => folds[at] !== fold), ...hints], labels.length);
    const asked = items.filter((_, at) => folds[at] === fold);
    const rows = vectorise(
      fitted.vectoriser,
      asked.map(({ document }) => document),
    );
    for (const [row, item] of asked.entries()) {
      unseen.push({ evidence: gather(fitted, lexicon, rows, row, item.words), label: item.label, lang: item.lang });
    }
  }
  const blend = fitBlend(unseen, KINDS);
  const outcomes = unseen.map(({ evidence, label, lang }): UnseenOutcome => {
    const chances = probabilities(blend, evidence);
    const three = [...chances.keys()].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0)).slice(0, 3);
    return {
      lang,
      chance: chances[three[0] ?? 0] ?? 0,
      right: three[0] === label,
      chanceOfThree: three.reduce((sum, at) => sum + (chances[at] ?? 0), 0),
      amongThree: three.includes(label),
    };
  });
  return { labels, ...fitLinear([...items, ...hints], labels.length), lexicon: entries, blend, outcomes };
}

function toItem(text: string, lang: string, label: number): Item {
  const { key } = normalise(text);
  return { document: toDocument(key, MESSAGE_FEATURES), words: wordsOf(key), label, lang, group: key };
}

function fitLinear(items: readonly Item[], classCount: number): Fitted {
  const documents = items.map(({ document }) => document);
  const vectoriser = fitVectoriser(documents, MESSAGE_FEATURES);
  const rows = vectorise(vectoriser, documents);
  const labels = Int32Array.from(items, ({ label }) => label);
  return {
    vectoriser,
    svm: trainSvm(rows, labels, classCount, SVM),
    bayes: trainComplementBayes(rows, labels, classCount),
  };
}

function gather(
  { svm, bayes }: Fitted,
  lexicon: Lexicon,
  rows: SparseRows,
  row: number,
  words: readonly string[],
): Evidence {
  const margins = new Float64Array(svm.classCount);
  const odds = new Float64Array(bayes.classCount);
  scoreRow(svm, rows, row, margins);
  scoreRow(bayes, rows, row, odds);
  const { sum, best } = lexicon.measure(words);
  return [margins, odds, sum, best];
}
