import type { QueryWord } from './term-analysis.ts';
import { NO_THESAURUS, type Thesaurus } from './thesaurus.ts';

/** How many passages hold a term, and which terms look like it. One per process; a few thousand words fit in a few MB. */
export interface Vocabulary {
  /** Adds to the term's count. */
  add(term: string, passages: number): void;
  /** Sets the term's count, as another process knows it. */
  set(term: string, passages: number): void;
  /** Passages that hold the term; 0 for an unknown one. */
  frequency(term: string): number;
  readonly size: number;
  /** Known terms that share enough character trigrams, best first. */
  similar(term: string): readonly { readonly term: string; readonly similarity: number }[];
}

export interface Variant {
  readonly key: string;
  readonly weight: number;
}

/** One idea of the question: the word's own keys and the known words that look like it. */
export interface Concept {
  readonly word: string;
  readonly variants: readonly Variant[];
  readonly idf: number;
  /** No passage holds the word as written; only lookalikes were found, or nothing. */
  readonly known: boolean;
}

const MIN_SIMILARITY = 0.46;
const MAX_SIMILAR = 6;
/** A lookalike of a word that is itself known counts less: it is probably another word. */
const SIMILAR_TO_KNOWN = 0.45;
const SIMILAR_TO_UNKNOWN = 0.85;
const SAME_MEANING = 0.7;
const GENERIC = 0.5;

/** Trigrams of the padded word, so that its beginning weighs more than its end: endings vary in all three languages. */
export function gramsOf(term: string): string[] {
  const padded = `__${term}_`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  return [...grams];
}

export function createVocabulary(): Vocabulary {
  const frequencies = new Map<string, number>();
  const terms: { term: string; grams: number }[] = [];
  const postings = new Map<string, number[]>();
  // Counters of one lookup, all zero between lookups; faster than a map by an order of magnitude.
  let shared = new Uint8Array(1024);

  function set(term: string, passages: number): void {
    const isNew = !frequencies.has(term);
    frequencies.set(term, Math.max(0, passages));
    if (!isNew) return;
    const grams = gramsOf(term);
    const index = terms.push({ term, grams: grams.length }) - 1;
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list) list.push(index);
      else postings.set(gram, [index]);
    }
  }

  return {
    get size() {
      return frequencies.size;
    },
    frequency: (term) => frequencies.get(term) ?? 0,
    add: (term, passages) => set(term, (frequencies.get(term) ?? 0) + passages),
    set,
    similar(term) {
      if (term.length < 3 || /^\d+$/.test(term)) return [];
      if (shared.length < terms.length) shared = new Uint8Array(terms.length * 2);
      const grams = gramsOf(term);
      const touched: number[] = [];
      for (const gram of grams)
        for (const index of postings.get(gram) ?? []) {
          if (shared[index] === 0) touched.push(index);
          shared[index] = (shared[index] ?? 0) + 1;
        }
      const found: { term: string; similarity: number }[] = [];
      for (const index of touched) {
        const candidate = terms[index];
        const similarity = candidate ? (2 * (shared[index] ?? 0)) / (grams.length + candidate.grams) : 0;
        shared[index] = 0;
        if (!candidate || similarity < MIN_SIMILARITY || candidate.term === term) continue;
        if ((frequencies.get(candidate.term) ?? 0) > 0) found.push({ term: candidate.term, similarity });
      }
      return found
        .sort((one, other) => other.similarity - one.similarity || (one.term < other.term ? -1 : 1))
        .slice(0, MAX_SIMILAR);
    },
  };
}

export const idfOf = (frequency: number, passages: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/** Turns the words of a question into concepts that the passages can be scored by. */
export function conceptsOf(
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
  passages: number,
  thesaurus: Thesaurus = NO_THESAURUS,
): Concept[] {
  return words.map(({ word, keys, generic }) => {
    const known = keys.filter((key) => vocabulary.frequency(key) > 0);
    const penalty = known.length > 0 ? SIMILAR_TO_KNOWN : SIMILAR_TO_UNKNOWN;
    const variants = new Map<string, number>(known.map((key) => [key, 1]));
    for (const key of keys)
      for (const { term, similarity } of vocabulary.similar(key))
        variants.set(term, Math.max(variants.get(term) ?? 0, similarity * penalty));
    for (const other of keys.flatMap(thesaurus))
      if (vocabulary.frequency(other) > 0) variants.set(other, Math.max(variants.get(other) ?? 0, SAME_MEANING));
    const frequency = known.length > 0 ? Math.min(...known.map((key) => vocabulary.frequency(key))) : 0;
    // An unknown word may be a rare name or a slip of the finger: it weighs as a fairly rare word, not as the rarest.
    const idf = idfOf(known.length > 0 ? frequency : Math.min(4, passages), passages) * (generic ? GENERIC : 1);
    return { word, variants: [...variants].map(([key, weight]) => ({ key, weight })), idf, known: known.length > 0 };
  });
}
