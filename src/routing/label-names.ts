import { type Document, type FeatureOptions, toDocument, type Vectoriser, vectorise, wordsOf } from './features.ts';
import { createSimilarityIndex, similarities } from './similarity-index.ts';

/**
 * What a class is called tells what it is about: "Alatyr district" is named in messages long before the first example
 * of that class arrives. On the labelled sets this doubled macro F1 where labels are names of bodies, and cost nothing
 * where they are codes.
 */
export interface LabelNames {
  /** Per class: share of the name's telling words found in the text, their weight, likeness of letters. */
  measure(document: Document, words: readonly string[]): LabelEvidence;
}

export interface LabelEvidence {
  readonly share: Float64Array;
  readonly weight: Float64Array;
  readonly likeness: Float32Array;
}

const SHORTEST = 4;
const KEPT_SHARE = 0.7;

/** A crude stem: languages here inflect at the end. */
function stem(word: string): string {
  const kept = Math.min(word.length - 2, Math.ceil(word.length * KEPT_SHARE));
  return word.slice(0, Math.max(SHORTEST, kept));
}

function stemsIn(words: readonly string[], idOf: ReadonlyMap<string, number>, longest: number): Set<number> {
  const found = new Set<number>();
  for (const word of words) {
    for (let length = SHORTEST; length <= Math.min(longest, word.length); length += 1) {
      const id = idOf.get(word.slice(0, length));
      if (id !== undefined) found.add(id);
    }
  }
  return found;
}

export function createLabelNames(
  names: readonly string[],
  vectoriser: Vectoriser,
  trainingWords: readonly (readonly string[])[],
): LabelNames {
  const stemsOf = names.map((name) => [
    ...new Set(
      wordsOf(name)
        .filter((word) => word.length >= SHORTEST)
        .map(stem),
    ),
  ]);
  const idOf = new Map<string, number>();
  for (const stems of stemsOf) for (const text of stems) if (!idOf.has(text)) idOf.set(text, idOf.size);
  const longest = [...idOf.keys()].reduce((most, text) => Math.max(most, text.length), 0);
  const classesOf: number[][] = Array.from({ length: idOf.size }, () => []);
  for (const [index, stems] of stemsOf.entries()) for (const text of stems) classesOf[idOf.get(text) ?? 0]?.push(index);

  const seen = new Float64Array(idOf.size);
  for (const words of trainingWords) for (const id of stemsIn(words, idOf, longest)) seen[id] = (seen[id] ?? 0) + 1;
  const total = Math.max(1, trainingWords.length);
  const worth = seen.map((count, id) => {
    const amongLabels = Math.log(names.length / (classesOf[id]?.length ?? 1)) + 0.1;
    return amongLabels * Math.max(0.05, Math.log(1 / (count / total + 2 / total)));
  });
  const whole = stemsOf.map((stems) => stems.reduce((sum, text) => sum + (worth[idOf.get(text) ?? 0] ?? 0), 0));

  const lettersOnly: FeatureOptions = { ...vectoriser.options, wordWeight: 0, charWeight: 1 };
  const letters = { ...vectoriser, options: lettersOnly };
  const index = createSimilarityIndex(
    vectorise(
      letters,
      names.map((name) => toDocument(name, vectoriser.options)),
    ),
  );

  return {
    measure(document, words) {
      const weight = new Float64Array(names.length);
      for (const id of stemsIn(words, idOf, longest)) {
        for (const at of classesOf[id] ?? []) weight[at] = (weight[at] ?? 0) + (worth[id] ?? 0);
      }
      const share = weight.map((value, at) => value / Math.max(1e-9, whole[at] ?? 0));
      const likeness = new Float32Array(names.length);
      similarities(index, vectorise(letters, [document]), 0, likeness);
      return { share, weight, likeness };
    },
  };
}
