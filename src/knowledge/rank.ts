import type { Language } from '../kernel/language.ts';
import { passageKeys } from './term-analysis.ts';
import { type Concept, idfOf, type Vocabulary } from './vocabulary.ts';

/** What a passage is found by. Stored beside the passage, so that searching never analyses text again. */
export interface PassageTerms {
  /** Keys of the title and of each synonym, one list per phrase. */
  readonly phrases: readonly (readonly string[])[];
  /** Keys of the text, without those of the phrases. */
  readonly body: readonly string[];
}

export interface RankedPassage {
  readonly id: string;
  /** Translations of one passage share it; they are found together and shown in the citizen's language. */
  readonly group: string;
  readonly language: Language;
  readonly terms: PassageTerms;
}

export interface Ranking {
  readonly group: string;
  /** 0 … 2: how much of the question the group covers plus how closely one of its phrases is the question. */
  readonly score: number;
  /** 0 … 1: the share of the question's weight that the group holds. */
  readonly coverage: number;
  /** 0 … 1: likeness of the question to the closest title or synonym. */
  readonly likeness: number;
  /** How much rare matter of the question was found, in units of the rarest possible word; coverage is only a share. */
  readonly matched: number;
}

const PHRASE_HIT = 1;
const BODY_HIT = 0.6;
const PHRASE_SHARE = 0.7;

export function termsOf(passage: { title: string; synonyms: readonly string[]; body: string }): PassageTerms {
  const phrases = [passage.title, ...passage.synonyms]
    .map((phrase) => [...new Set(passageKeys(phrase))])
    .filter((keys) => keys.length > 0);
  const inPhrases = new Set(phrases.flat());
  return { phrases, body: [...new Set(passageKeys(passage.body))].filter((key) => !inPhrases.has(key)) };
}

export const allTerms = (terms: PassageTerms): string[] => [...new Set([...terms.phrases.flat(), ...terms.body])];

/** Best first. Pure: the same passages and statistics give the same order in memory and behind PostgreSQL. */
export function rank(
  concepts: readonly Concept[],
  passages: readonly RankedPassage[],
  vocabulary: Vocabulary,
  total: number,
): Ranking[] {
  const mass = concepts.reduce((sum, { idf }) => sum + idf, 0);
  if (mass === 0) return [];
  const question: WeighedQuestion = {
    concepts,
    mass,
    hits: hitsOf(concepts),
    idf: rememberIdf(vocabulary, total),
    rarest: idfOf(0, total),
  };
  const rankings = [...Map.groupBy(passages, ({ group }) => group)].map(([group, translations]) =>
    scoreGroup(group, translations, question),
  );
  return rankings
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.group < other.group ? -1 : 1));
}

interface Hit {
  readonly concept: number;
  readonly weight: number;
}

interface WeighedQuestion {
  readonly concepts: readonly Concept[];
  readonly mass: number;
  /** Which words of the question a key stands for. */
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
  readonly idf: (key: string) => number;
  /** What the rarest possible word weighs. */
  readonly rarest: number;
}

function hitsOf(concepts: readonly Concept[]): ReadonlyMap<string, Hit[]> {
  const hits = new Map<string, Hit[]>();
  concepts.forEach(({ variants }, concept) => {
    for (const { key, weight } of variants) {
      const list = hits.get(key);
      if (list) list.push({ concept, weight });
      else hits.set(key, [{ concept, weight }]);
    }
  });
  return hits;
}

function rememberIdf(vocabulary: Vocabulary, total: number): (key: string) => number {
  const known = new Map<string, number>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const idf = idfOf(vocabulary.frequency(key), total);
    known.set(key, idf);
    return idf;
  };
}

function scoreGroup(group: string, translations: readonly RankedPassage[], question: WeighedQuestion): Ranking {
  const best = new Float64Array(question.concepts.length);
  let likeness = 0;
  for (const { terms } of translations) {
    mark(terms.body, question, BODY_HIT, best);
    for (const phrase of terms.phrases) {
      const inPhrase = new Float64Array(question.concepts.length);
      if (!mark(phrase, question, PHRASE_HIT, inPhrase)) continue;
      for (const [concept, weight] of inPhrase.entries()) best[concept] = Math.max(best[concept] ?? 0, weight);
      likeness = Math.max(likeness, likenessOf(phrase, worthOf(inPhrase, question), question));
    }
  }
  const matched = worthOf(best, question);
  const coverage = matched / question.mass;
  return { group, score: coverage + likeness, coverage, likeness, matched: matched / question.rarest };
}

/** Raises `best` to what the keys are worth for each word of the question; false when they hold none of it. */
function mark(keys: readonly string[], { hits }: WeighedQuestion, hitWorth: number, best: Float64Array): boolean {
  let any = false;
  for (const key of keys)
    for (const { concept, weight } of hits.get(key) ?? []) {
      any = true;
      best[concept] = Math.max(best[concept] ?? 0, weight * hitWorth);
    }
  return any;
}

const worthOf = (best: Float64Array, { concepts }: WeighedQuestion): number =>
  concepts.reduce((sum, { idf }, concept) => sum + idf * (best[concept] ?? 0), 0);

/** Weighted Dice of a phrase and the question. */
function likenessOf(phrase: readonly string[], matched: number, { mass, idf }: WeighedQuestion): number {
  // A word kept under a Russian and a Kazakh key stands twice in the phrase; a share of both is close enough.
  const phraseMass = phrase.reduce((sum, key) => sum + idf(key), 0) * PHRASE_SHARE;
  return Math.min(1, (2 * matched) / (mass + phraseMass));
}
