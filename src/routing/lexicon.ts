import { foldCyrillic, foldText } from './spelling.ts';

/**
 * Words that tell a class, from its names, descriptions and key words. `word*` stands for every word that begins so;
 * other words are cut to a crude stem, because the languages here inflect at the end.
 */
export interface Lexicon {
  /** Per class: summed weight of the telling words found, and the weight of the strongest. */
  measure(words: readonly string[]): { readonly sum: Float64Array; readonly best: Float64Array };
  /** Which of the words speak for the class, strongest first. */
  wordsFor(index: number, words: readonly string[]): string[];
}

export interface LexiconEntry {
  readonly beginning: string;
  readonly whole: boolean;
  readonly weight: number;
  readonly classes: readonly number[];
}

const SHORTEST = 3;
const CUT_FROM = 5;

/** `whole` marks words too short to be cut: they count only when they stand alone. */
function toBeginning(word: string): { beginning: string; whole: boolean } {
  if (word.endsWith('*')) return { beginning: word.slice(0, -1), whole: false };
  if (word.length < CUT_FROM) return { beginning: word, whole: true };
  return { beginning: word.slice(0, Math.max(CUT_FROM - 1, word.length - (word.length > 7 ? 3 : 2))), whole: false };
}

const keyOf = ({ beginning, whole }: { beginning: string; whole: boolean }): string =>
  whole ? beginning : `${beginning}*`;

/** A word is worth the more, the fewer classes claim it and the rarer it is in messages. */
export function buildLexicon(
  texts: readonly (readonly string[])[],
  messages: readonly (readonly string[])[],
): LexiconEntry[] {
  const found = new Map<string, { beginning: string; whole: boolean; classes: Set<number> }>();
  for (const [index, lines] of texts.entries()) {
    for (const word of lines.flatMap((line) => foldCyrillic(foldText(line)).match(/[\p{L}\p{N}]+\*?/gu) ?? [])) {
      const form = toBeginning(word);
      if (form.beginning.length < SHORTEST) continue;
      const entry = found.get(keyOf(form)) ?? { ...form, classes: new Set<number>() };
      entry.classes.add(index);
      found.set(keyOf(form), entry);
    }
  }
  const unweighted = [...found.values()].map((entry) => ({ ...entry, weight: 1, classes: [...entry.classes] }));
  const match = createMatcher(unweighted);
  const seen = new Float64Array(unweighted.length);
  for (const words of messages) for (const at of new Set(words.flatMap(match))) seen[at] = (seen[at] ?? 0) + 1;
  return unweighted.flatMap((entry, at) => {
    const amongClasses = Math.log(texts.length / entry.classes.length);
    const inMessages = Math.log((messages.length + 2) / ((seen[at] ?? 0) + 2));
    const weight = (amongClasses * Math.max(0.2, inMessages)) / Math.max(1, Math.log(texts.length));
    return weight > 0 ? [{ ...entry, weight }] : [];
  });
}

function createMatcher(entries: readonly Pick<LexiconEntry, 'beginning' | 'whole'>[]) {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  let longest = 0;
  for (const [at, entry] of entries.entries()) {
    (entry.whole ? whole : beginnings).set(entry.beginning, at);
    longest = Math.max(longest, entry.beginning.length);
  }
  return (word: string): number[] => {
    const result: number[] = [];
    const exact = whole.get(word);
    if (exact !== undefined) result.push(exact);
    for (let length = SHORTEST; length <= Math.min(longest, word.length); length += 1) {
      const at = beginnings.get(word.slice(0, length));
      if (at !== undefined) result.push(at);
    }
    return result;
  };
}

export function createLexicon(entries: readonly LexiconEntry[], classCount: number): Lexicon {
  const match = createMatcher(entries);
  return {
    measure(words) {
      const sum = new Float64Array(classCount);
      const best = new Float64Array(classCount);
      const perWord = new Map<number, number>();
      for (const word of new Set(words)) {
        perWord.clear();
        for (const at of match(word)) {
          const entry = entries[at];
          for (const index of entry?.classes ?? []) {
            perWord.set(index, Math.max(perWord.get(index) ?? 0, entry?.weight ?? 0));
          }
        }
        for (const [index, weight] of perWord) {
          sum[index] = (sum[index] as number) + weight;
          if (weight > (best[index] as number)) best[index] = weight;
        }
      }
      return { sum, best };
    },
    wordsFor(index, words) {
      const weighed = words.map((word) => ({
        word,
        weight: match(word).reduce((most, at) => {
          const entry = entries[at];
          return entry?.classes.includes(index) ? Math.max(most, entry.weight) : most;
        }, 0),
      }));
      return weighed
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .map(({ word }) => word);
    },
  };
}
