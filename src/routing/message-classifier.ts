import { z } from 'zod';
import { calibrated } from './confidence.ts';
import {
  conceptBag,
  type SparseRows,
  sortedColumns,
  toDocument,
  type VectoriserLookup,
  vectorise,
  wordsOf,
} from './features.ts';
import { createLexicon } from './lexicon.ts';
import { softmax } from './linear-model.ts';
import { createMeanings } from './meanings.ts';
import { Calibration, calibrationOf } from './message-calibration.ts';
import { MESSAGE_FEATURES, type MessageModelParts } from './message-model.ts';
import { packModel, unpackModel } from './model-file.ts';
import { type NormalisedText, normalise } from './normalise.ts';

const Meta = z.object({
  format: z.literal(1),
  trainedOn: z.number(),
  labels: z.array(z.string()),
  lexiconWeights: z.tuple([z.number(), z.number()]),
  lexicon: z.array(z.tuple([z.string(), z.boolean(), z.number(), z.array(z.number())])),
  /** One meaning a line. */
  meanings: z.array(z.string()).default([]),
  /** Letters of the shortest piece of a word; versions kept from before read two. */
  charMin: z.number().default(2),
  /** By language; `''` is for all of them together. */
  calibration: z.record(z.string(), Calibration),
});

export interface MessageGuess {
  readonly label: string;
  readonly probability: number;
  /** The message's own words that spoke for it, strongest first. */
  readonly words: readonly string[];
}

export interface MessageReading {
  readonly guesses: readonly MessageGuess[];
  /** Calibrated chance that the first guess is right. */
  readonly confidence: number;
  readonly thresholds: { readonly propose: number; readonly ask: number };
  readonly language: NormalisedText['language'];
  readonly script: NormalisedText['script'];
}

const LARGEST_BYTE = 127;
const GUESSES = 5;
const WORDS_SHOWN = 3;

/** The linear models become one matrix of bytes, one scale per feature; the rest of the blend is kept as it is. */
export function writeMessageModel({
  trainedOn,
  labels,
  vectoriser,
  svm,
  bayes,
  groups,
  groupOf,
  lexicon,
  meanings,
  blend,
  outcomes,
}: MessageModelParts): Uint8Array {
  const classCount = labels.length;
  const columnCount = vectoriser.idf.length;
  const [ofSvm = 1, ofBayes = 0, ofSum = 0, ofBest = 0, ofGroups = 0] = blend.weights;
  const weights = new Int8Array((columnCount + 1) * classCount);
  const scales = new Float32Array(columnCount + 1);
  const row = new Float64Array(classCount);
  const byKey = [...vectoriser.columnOf].sort(([a], [b]) => a - b);
  const idf = Float32Array.from(byKey, ([, column]) => vectoriser.idf[column] as number);
  for (let column = 0; column <= columnCount; column += 1) {
    const base = column * classCount;
    // After the features comes the bias.
    const from = byKey[column]?.[1] ?? columnCount;
    let largest = 1e-12;
    for (let index = 0; index < classCount; index += 1) {
      const at = from * classCount + index;
      const ofGroup = groups.weights[from * groups.classCount + (groupOf[index] as number)] as number;
      row[index] = ofSvm * (svm.weights[at] as number) + ofBayes * (bayes.weights[at] as number) + ofGroups * ofGroup;
      largest = Math.max(largest, Math.abs(row[index] as number));
    }
    const scale = largest / LARGEST_BYTE;
    scales[column] = scale;
    for (let index = 0; index < classCount; index += 1)
      weights[base + index] = Math.round((row[index] as number) / scale);
  }
  const calibration = calibrationOf(outcomes);
  const meta: z.infer<typeof Meta> = {
    format: 1,
    trainedOn,
    labels: [...labels],
    lexiconWeights: [ofSum, ofBest],
    lexicon: lexicon.map(({ beginning, whole, weight, classes }) => [beginning, whole, weight, [...classes]]),
    meanings: [...meanings],
    charMin: MESSAGE_FEATURES.charMin,
    calibration,
  };
  return packModel({
    meta,
    arrays: { keys: Int32Array.from(byKey, ([key]) => key), idf, weights, scales },
  });
}

/** A piece of text as the model sees it. */
interface Spoken {
  readonly rows: SparseRows;
  /** By class: what the lexicon says. */
  readonly sum: Float64Array;
  readonly best: Float64Array;
}

/** Versions kept from before the keys were sorted still read. */
const columnsOf = (keys: Int32Array): VectoriserLookup['columnOf'] =>
  keys.every((key, at) => at === 0 || key > (keys[at - 1] as number))
    ? sortedColumns(keys)
    : new Map(keys.entries().map(([column, key]) => [key, column]));

export function readMessageModel(bytes: Uint8Array) {
  const file = unpackModel(bytes);
  const meta = Meta.parse(file.meta);
  const keys = file.arrays.keys as Int32Array;
  const weights = file.arrays.weights as Int8Array;
  const scales = file.arrays.scales as Float32Array;
  const features = { ...MESSAGE_FEATURES, charMin: meta.charMin };
  const vectoriser: VectoriserLookup = {
    options: features,
    columnOf: columnsOf(keys),
    idf: file.arrays.idf as Float32Array,
  };
  const { labels } = meta;
  const classCount = labels.length;
  const lexicon = createLexicon(
    meta.lexicon.map(([beginning, whole, weight, classes]) => ({ beginning, whole, weight, classes })),
    classCount,
  );
  const [ofSum, ofBest] = meta.lexiconWeights;
  const meant = createMeanings(meta.meanings);
  const means = new Float32Array(scales.length).fill(Number.NaN);

  /** What a feature says for all classes on average; worked out when it is first met, for most never are. */
  function meanOf(column: number): number {
    const known = means[column] as number;
    if (!Number.isNaN(known)) return known;
    let sum = 0;
    for (let at = column * classCount; at < (column + 1) * classCount; at += 1) sum += weights[at] as number;
    const mean = ((scales[column] as number) * sum) / classCount;
    means[column] = mean;
    return mean;
  }

  function addColumn(column: number, value: number, scores: Float64Array): void {
    const base = column * classCount;
    const scaled = value * (scales[column] as number);
    for (let index = 0; index < classCount; index += 1) {
      scores[index] = (scores[index] as number) + scaled * (weights[base + index] as number);
    }
  }

  function score(rows: SparseRows, scores: Float64Array): void {
    for (let at = 0; at < rows.columns.length; at += 1) {
      addColumn(rows.columns[at] as number, rows.values[at] as number, scores);
    }
  }

  function rowsOf(key: string, words: readonly string[]): Spoken {
    const { sum, best } = lexicon.measure(words);
    const document = {
      ...toDocument(key, features),
      concepts: conceptBag(sum),
      meanings: meant.bag(words),
    };
    return { rows: vectorise(vectoriser, [document]), sum, best };
  }

  /** A word speaks for a class as far as it alone would raise the class above the average of all. */
  function tellingWords(index: number, spoken: readonly Spoken[], shown: readonly string[]): string[] {
    const told = spoken.map(({ rows, sum }, at) => {
      let gain = ofSum * (sum[index] as number);
      for (let entry = 0; entry < rows.columns.length; entry += 1) {
        const column = rows.columns[entry] as number;
        const weight = (scales[column] as number) * (weights[column * classCount + index] as number);
        gain += (rows.values[entry] as number) * (weight - meanOf(column));
      }
      return { at, gain };
    });
    return told
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain)
      .slice(0, WORDS_SHOWN)
      .sort((a, b) => a.at - b.at)
      .map(({ at }) => shown[at] ?? '');
  }

  return {
    labels,
    trainedOn: meta.trainedOn,
    /** What the message is about, with the words that say so for the first `explained` guesses. */
    read(text: string, explained = 1): MessageReading {
      const { key, text: clean, language, script } = normalise(text);
      const words = wordsOf(key);
      const scores = new Float64Array(classCount);
      const { rows, sum, best } = rowsOf(key, words);
      addColumn(keys.length, 1, scores);
      score(rows, scores);
      for (let index = 0; index < classCount; index += 1) {
        scores[index] = (scores[index] as number) + ofSum * (sum[index] as number) + ofBest * (best[index] as number);
      }
      softmax(scores);
      const ranked = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, GUESSES);
      const calibration = meta.calibration[language] ?? meta.calibration[''];
      const shown = wordsOf(clean);
      const aligned = shown.length === words.length ? shown : words;
      const known = rows.columns.length > 0;
      // Each word is read once, however many guesses are explained by it.
      const spoken = known && explained > 0 ? words.map((word) => rowsOf(word, [word])) : [];
      return {
        guesses: known
          ? ranked.map((index, rank) => ({
              label: labels[index] ?? '',
              probability: scores[index] as number,
              words: rank < explained ? tellingWords(index, spoken, aligned) : [],
            }))
          : [],
        confidence: known && calibration ? calibrated(calibration, scores[ranked[0] ?? 0] ?? 0) : 0,
        thresholds: { propose: calibration?.propose ?? 1, ask: calibration?.ask ?? 1 },
        language,
        script,
      };
    },
  };
}

export type MessageClassifier = ReturnType<typeof readMessageModel>;
