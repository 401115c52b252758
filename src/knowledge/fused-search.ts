import type { Language } from '../kernel/language.ts';
import { cosine, type Embedder } from './embedder.ts';
import type { EmbeddedPassage, EmbeddingsRepository } from './embeddings-repository.ts';
import type { Found, PassageSearch } from './passage.ts';
import { isPossible } from './steps/decide.ts';

interface Deps {
  /** Finds by words; it alone decides what is plainly covered. */
  readonly words: PassageSearch;
  readonly embedder: Embedder;
  readonly embeddings: Pick<EmbeddingsRepository, 'edition' | 'all'>;
  /** The same kind of stopwatch as the pipeline's, in milliseconds. */
  readonly stopwatch?: () => number;
}

/** Reciprocal rank fusion: the usual constant, which keeps one list from ruling the other. */
const RANK_CONSTANT = 60;
const LOOKED_AT = 20;
/** Nearer than this in meaning is worth offering, although it shares no words; never worth an answer unasked. */
const NEAR_IN_MEANING = 0.6;
/** What such a passage is worth to the decision: asked back about, not answered. */
const OFFERED = { score: 0, coverage: 0.42, likeness: 0, matched: 0.9 } as const;
const FRESH_MS = 10_000;

/**
 * Words and meaning together. Vectors lie in PostgreSQL and are compared here; when the model cannot be reached in time
 * the words alone answer, as without it.
 */
export function createFusedSearch({
  words,
  embedder,
  embeddings,
  stopwatch = () => performance.now(),
}: Deps): PassageSearch {
  let known: { edition: string; passages: readonly EmbeddedPassage[]; at: number } | null = null;

  async function passages(): Promise<readonly EmbeddedPassage[]> {
    if (known && stopwatch() - known.at < FRESH_MS) return known.passages;
    const edition = await embeddings.edition(embedder.model);
    if (known?.edition === edition) known = { ...known, at: stopwatch() };
    else known = { edition, passages: await embeddings.all(embedder.model), at: stopwatch() };
    return known.passages;
  }

  async function nearest(text: string): Promise<readonly { group: string; likeness: number }[]> {
    const [all, vectors] = await Promise.all([passages(), embedder.embed([text])]);
    const [wanted] = vectors ?? [];
    if (!wanted || all.length === 0) return [];
    const best = new Map<string, number>();
    for (const { group, vector } of all) {
      if (vector.length !== wanted.length) continue;
      best.set(group, Math.max(best.get(group) ?? -1, cosine(wanted, vector)));
    }
    return [...best]
      .map(([group, likeness]) => ({ group, likeness }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, LOOKED_AT);
  }

  return {
    open: words.open,
    async find(text: string, language: Language, limit: number): Promise<readonly Found[]> {
      const [byWords, byMeaning] = await Promise.all([
        words.find(text, language, LOOKED_AT),
        nearest(text).catch(() => []),
      ]);
      if (byMeaning.length === 0) return byWords.slice(0, limit);
      const found = new Map(byWords.map((one) => [one.passage.group, one]));
      for (const { group, likeness } of byMeaning) {
        if (found.has(group) || likeness < NEAR_IN_MEANING) continue;
        const passage = await words.open(group, language);
        if (passage) found.set(group, { passage, ...OFFERED });
      }
      const rankOf = (list: readonly string[], group: string): number => {
        const at = list.indexOf(group);
        return at === -1 ? 0 : 1 / (RANK_CONSTANT + at + 1);
      };
      const wordGroups = byWords.map(({ passage }) => passage.group);
      const meaningGroups = byMeaning.map(({ group }) => group);
      const worth = ({ passage: { group } }: Found): number => rankOf(wordGroups, group) + rankOf(meaningGroups, group);
      // What shares only a common word must not stand before what is near in meaning.
      const order = (one: Found, other: Found): number =>
        Number(isPossible(other)) - Number(isPossible(one)) || worth(other) - worth(one);
      return [...found.values()].sort(order).slice(0, limit);
    },
  };
}
