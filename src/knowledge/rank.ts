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
  const groups = new Map<string, RankedPassage[]>();
  for (const passage of passages) {
    const list = groups.get(passage.group);
    if (list) list.push(passage);
    else groups.set(passage.group, [passage]);
  }
  const idf = (key: string): number => idfOf(vocabulary.frequency(key), total);
  const rankings = [...groups].map(([group, translations]) => scoreGroup(group, translations, concepts, mass, idf));
  return rankings
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.group < other.group ? -1 : 1));
}

function scoreGroup(
  group: string,
  translations: readonly RankedPassage[],
  concepts: readonly Concept[],
  mass: number,
  idf: (key: string) => number,
): Ranking {
  const weights = new Map<string, number>();
  for (const { terms } of translations) {
    for (const key of terms.body) weights.set(key, Math.max(weights.get(key) ?? 0, BODY_HIT));
    for (const phrase of terms.phrases) for (const key of phrase) weights.set(key, PHRASE_HIT);
  }
  let matched = 0;
  for (const { variants, idf: weight } of concepts) {
    let best = 0;
    for (const variant of variants) best = Math.max(best, variant.weight * (weights.get(variant.key) ?? 0));
    matched += weight * best;
  }
  const coverage = matched / mass;
  const phrases = translations.flatMap(({ terms }) => terms.phrases);
  const likeness =
    coverage === 0 ? 0 : Math.max(0, ...phrases.map((phrase) => likenessOf(phrase, concepts, mass, idf)));
  return { group, score: coverage + likeness, coverage, likeness, matched: matched / idf('') };
}

/** Weighted Dice of a phrase and the question. */
function likenessOf(
  phrase: readonly string[],
  concepts: readonly Concept[],
  mass: number,
  idf: (key: string) => number,
): number {
  const keys = new Set(phrase);
  let matched = 0;
  for (const { variants, idf: weight } of concepts) {
    let best = 0;
    for (const variant of variants) if (keys.has(variant.key)) best = Math.max(best, variant.weight);
    matched += weight * best;
  }
  if (matched === 0) return 0;
  // A word kept under a Russian and a Kazakh key stands twice in the phrase; half its weight each is close enough.
  const phraseMass = phrase.reduce((sum, key) => sum + idf(key), 0) * 0.7;
  return Math.min(1, (2 * matched) / (mass + phraseMass));
}
