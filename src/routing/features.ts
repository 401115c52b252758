/**
 * Texts as bags of hashed n-grams: words 1–2 and characters inside word boundaries. A 32-bit hash stands for the n-gram
 * itself; with some 10^5 features in use a collision is rare and harmless, and no model has to carry strings.
 */
export interface FeatureOptions {
  readonly wordMax: number;
  readonly charMin: number;
  readonly charMax: number;
  readonly minDocuments: number;
  /** Meanings and their pairs in fewer documents are left out: a pair met once is mostly chance. */
  readonly minMeaningDocuments: number;
  readonly wordWeight: number;
  readonly charWeight: number;
  readonly conceptWeight: number;
  readonly meaningWeight: number;
}

export const DEFAULT_FEATURES: FeatureOptions = {
  wordMax: 2,
  charMin: 2,
  charMax: 5,
  minDocuments: 1,
  minMeaningDocuments: 1,
  wordWeight: 1,
  charWeight: 1,
  conceptWeight: 0,
  meaningWeight: 0,
};

export interface Bag {
  readonly keys: Int32Array;
  readonly counts: Float32Array;
}

export interface Document {
  readonly words: Bag;
  readonly chars: Bag;
  /** What a lexicon says the text is about: concept numbers and how strongly, the same in every language. */
  readonly concepts?: Bag;
  /** Meanings and pairs of meanings, the same in every language. */
  readonly meanings?: Bag;
}

export function conceptBag(strengths: Float64Array): Bag {
  const keys: number[] = [];
  const counts: number[] = [];
  for (let concept = 0; concept < strengths.length; concept += 1) {
    const strength = strengths[concept] as number;
    if (strength <= 0) continue;
    keys.push(finish(step(CONCEPT_SEED, concept)));
    counts.push(strength);
  }
  return { keys: Int32Array.from(keys), counts: Float32Array.from(counts) };
}

/** Each meaning as often as it is said, and once every pair of different ones. */
export function meaningBag(said: readonly (readonly number[])[]): Bag {
  const counts = new Map<number, number>();
  for (const meaning of said.flat()) {
    const key = finish(step(MEANING_SEED, meaning));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const different = [...new Set(said.flat())].sort((a, b) => a - b);
  for (const [at, one] of different.entries())
    for (const other of different.slice(at + 1)) counts.set(finish(step(step(PAIR_SEED, one), other)), 1);
  return toBag(counts);
}

/** Compressed sparse rows. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Vectoriser {
  readonly options: FeatureOptions;
  readonly columnOf: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
}

/** What reading needs of a vectoriser: a map, or sorted keys where a map would weigh as much as the model. */
export type VectoriserLookup = Omit<Vectoriser, 'columnOf'> & {
  readonly columnOf: { get(key: number): number | undefined };
};

/** Keys in ascending order stand for their own positions. */
export const sortedColumns = (keys: Int32Array): VectoriserLookup['columnOf'] => ({
  get(key) {
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = keys[middle] as number;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  },
});

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_SEED = 0x811c9dc5;
const CHAR_SEED = 0x2f0b4c47;
const CONCEPT_SEED = 0x51f15ee5;
const MEANING_SEED = 0x6a09e667;
const PAIR_SEED = 0x3c6ef372;
const SPACE = 32;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function toBag(counts: Map<number, number>): Bag {
  return { keys: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
}

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** Expects text that `foldText` has already been through. */
export function toDocument(text: string, options: FeatureOptions = DEFAULT_FEATURES): Document {
  const words = new Map<number, number>();
  const chars = new Map<number, number>();
  const tokens = wordsOf(text);
  let previous = 0;
  for (const [position, token] of tokens.entries()) {
    let hash = WORD_SEED;
    for (let at = 0; at < token.length; at += 1) hash = step(hash, token.charCodeAt(at));
    const single = finish(hash);
    words.set(single, (words.get(single) ?? 0) + 1);
    if (options.wordMax > 1 && position > 0) {
      const pair = finish(step(previous, single));
      words.set(pair, (words.get(pair) ?? 0) + 1);
    }
    previous = single;
    countCharacters(token, options, chars);
  }
  return { words: toBag(words), chars: toBag(chars) };
}

function countCharacters(token: string, { charMin, charMax }: FeatureOptions, into: Map<number, number>): void {
  const padded = token.length + 2;
  for (let start = 0; start < padded; start += 1) {
    let hash = CHAR_SEED;
    const last = Math.min(padded, start + charMax);
    for (let at = start; at < last; at += 1) {
      hash = step(hash, at === 0 || at === padded - 1 ? SPACE : token.charCodeAt(at - 1));
      if (at - start + 1 < charMin) continue;
      const key = finish(hash);
      into.set(key, (into.get(key) ?? 0) + 1);
    }
  }
}

export function fitVectoriser(documents: readonly Document[], options: FeatureOptions = DEFAULT_FEATURES): Vectoriser {
  const frequency = new Map<number, number>();
  const meant = new Map<number, number>();
  const concepts = new Set<number>();
  for (const { words, chars, concepts: named, meanings } of documents) {
    for (const key of named?.keys ?? []) concepts.add(key);
    for (const key of words.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    for (const key of chars.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    for (const key of meanings?.keys ?? []) meant.set(key, (meant.get(key) ?? 0) + 1);
  }
  const columnOf = new Map<number, number>();
  const idf: number[] = [];
  for (const [counts, least] of [
    [frequency, options.minDocuments],
    [meant, options.minMeaningDocuments],
  ] as const) {
    for (const [key, count] of counts) {
      if (count < least || columnOf.has(key)) continue;
      columnOf.set(key, columnOf.size);
      idf.push(Math.log((1 + documents.length) / (1 + count)) + 1);
    }
  }
  for (const key of concepts) {
    columnOf.set(key, columnOf.size);
    idf.push(1);
  }
  return { options, columnOf, idf: Float32Array.from(idf) };
}

/** Sublinear term frequency × inverse document frequency, each block of unit length times its weight. */
export function vectorise({ options, columnOf, idf }: VectoriserLookup, documents: readonly Document[]): SparseRows {
  const size = documents.reduce(
    (sum, { words, chars, concepts, meanings }) =>
      sum + words.keys.length + chars.keys.length + (concepts?.keys.length ?? 0) + (meanings?.keys.length ?? 0),
    0,
  );
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  const starts = new Int32Array(documents.length + 1);
  let end = 0;
  const addBlock = (bag: Bag, weight: number, dampened: boolean) => {
    const begin = end;
    let squares = 0;
    for (let at = 0; at < bag.keys.length; at += 1) {
      const column = columnOf.get(bag.keys[at] as number);
      if (column === undefined) continue;
      const count = bag.counts[at] as number;
      const value = (dampened ? 1 + Math.log(count) : count) * (idf[column] as number);
      columns[end] = column;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
    for (let at = begin; at < end; at += 1) values[at] = (values[at] as number) * scale;
  };
  for (const [row, { words, chars, concepts, meanings }] of documents.entries()) {
    addBlock(words, options.wordWeight, true);
    addBlock(chars, options.charWeight, true);
    if (concepts) addBlock(concepts, options.conceptWeight, false);
    if (meanings) addBlock(meanings, options.meaningWeight, true);
    starts[row + 1] = end;
  }
  return {
    starts,
    columns: columns.subarray(0, end),
    values: values.subarray(0, end),
    rowCount: documents.length,
    columnCount: idf.length,
  };
}
