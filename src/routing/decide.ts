import type { CompetentBodies, CompetentBody } from '../agencies/index.ts';
import type { Day } from '../kernel/day.ts';
import type { TerritoryCode, TopicId } from '../kernel/ids.ts';

export interface TopicGuess {
  readonly topic: TopicId;
  readonly probability: number;
  /** The citizen's own words that spoke for this topic, strongest first. */
  readonly words: readonly string[];
}

/** `last_confirmed` is a habit, not a statement: it is offered, never taken for granted. */
export type PlaceSource = 'named' | 'address' | 'map_point' | 'last_confirmed';

export interface PlaceGuess {
  readonly territory: TerritoryCode;
  readonly probability: number;
  readonly source: PlaceSource;
  /** The words of the message that name it, when it was named. */
  readonly words: string | null;
}

/** The competence register: who decides this matter at this place on this day. */
export type CompetenceLookup = (topic: TopicId, territory: TerritoryCode | null, on: Day) => CompetentBodies;

/** One body with everything that led to it; what a citizen, an officer and an auditor are shown comes from here. */
export interface Choice {
  readonly body: CompetentBody;
  readonly topic: TopicId;
  readonly words: readonly string[];
  readonly place: PlaceGuess | null;
  readonly probability: number;
}

export type TriageReason = 'sensitive' | 'no_topic' | 'nobody_competent' | 'unsure';

export type RoutingDecision =
  | { type: 'proposal'; choice: Choice; second: Choice | null; confirmPlace: boolean }
  /** The likeliest bodies, and what tells them apart: what it is about, whose it is, or where it is. */
  | { type: 'ask'; about: 'topic' | 'owner' | 'place'; options: readonly Choice[] }
  /** The matter is clear, the place is missing or too coarse for it. */
  | { type: 'ask_place'; topic: TopicId; words: readonly string[]; level: string }
  | { type: 'triage'; reason: TriageReason; candidates: readonly Choice[] };

export interface RoutingThresholds {
  /** From here on the first choice is right often enough to be proposed. */
  readonly propose: number;
  /** From here on the truth is often enough among the options of a question. */
  readonly ask: number;
}

export interface RoutingFacts {
  readonly topics: readonly TopicGuess[];
  readonly places: readonly PlaceGuess[];
  readonly on: Day;
  readonly sealed: boolean;
}

const TOPICS_CONSIDERED = 5;
const CANDIDATES_KEPT = 5;
const MOST_OPTIONS = 3;

/**
 * From what it is about and where it is, to whose it is. The register alone names bodies; the model only says how likely
 * each matter is. Several owners of one matter share its probability, the register's first getting the larger part.
 */
export function decide(
  facts: RoutingFacts,
  competentBodies: CompetenceLookup,
  thresholds: RoutingThresholds,
): RoutingDecision {
  const { choices, missing } = collect(facts, competentBodies);
  const candidates = choices.slice(0, CANDIDATES_KEPT);
  if (facts.sealed) return { type: 'triage', reason: 'sensitive', candidates };
  if (facts.topics.length === 0) return { type: 'triage', reason: 'no_topic', candidates };

  const [first, second = null] = candidates;
  if (missing && missing.probability > (first?.probability ?? 0)) {
    // Sure enough to be proposed is sure enough to be asked where.
    if (missing.probability < Math.min(thresholds.ask, thresholds.propose))
      return { type: 'triage', reason: 'unsure', candidates };
    return { type: 'ask_place', topic: missing.guess.topic, words: missing.guess.words, level: missing.level };
  }
  if (!first) return { type: 'triage', reason: 'nobody_competent', candidates };
  if (first.probability >= thresholds.propose) {
    return { type: 'proposal', choice: first, second, confirmPlace: first.place?.source === 'last_confirmed' };
  }
  const options = shortest(candidates, thresholds.ask);
  return options
    ? { type: 'ask', about: difference(options), options }
    : { type: 'triage', reason: 'unsure', candidates };
}

interface Missing {
  readonly guess: TopicGuess;
  readonly level: string;
  readonly probability: number;
}

function collect({ topics, places, on }: RoutingFacts, lookup: CompetenceLookup) {
  const best = new Map<string, Choice>();
  const totals = new Map<string, number>();
  let missing: Missing | null = null;
  let missingTotal = 0;
  const somewhere: readonly (PlaceGuess | null)[] = places.length > 0 ? places : [null];
  for (const guess of topics.slice(0, TOPICS_CONSIDERED)) {
    for (const place of somewhere) {
      const probability = guess.probability * (place?.probability ?? 1);
      const found = lookup(guess.topic, place?.territory ?? null, on);
      if (found.type === 'needs_place') {
        missing ??= { guess, level: found.level, probability: 0 };
        missingTotal += probability;
      }
      if (found.type !== 'bodies') continue;
      for (const [rank, body] of found.bodies.entries()) {
        const part = probability * ownershipShare(rank, found.bodies.length);
        const before = best.get(body.agencyCode);
        totals.set(body.agencyCode, (totals.get(body.agencyCode) ?? 0) + part);
        if (!before || part > before.probability) {
          best.set(body.agencyCode, { body, topic: guess.topic, words: guess.words, place, probability: part });
        }
      }
    }
  }
  const choices = [...best.entries()]
    .map(([agency, choice]) => ({ ...choice, probability: Math.min(1, totals.get(agency) ?? 0) }))
    .sort((a, b) => b.probability - a.probability || (a.body.agencyCode < b.body.agencyCode ? -1 : 1));
  return { choices, missing: missing && { ...(missing as Missing), probability: missingTotal } };
}

/** The register names the usual owner of a matter first; each next one is this many times less likely. */
const LESS_LIKELY = 9;
const ownershipShare = (rank: number, count: number): number =>
  (LESS_LIKELY ** (count - 1 - rank) * (LESS_LIKELY - 1)) / (LESS_LIKELY ** count - 1);

/** Two options when two are enough, three when needed, none when even three would hide the truth too often. */
function shortest(candidates: readonly Choice[], enough: number): readonly Choice[] | null {
  for (let count = 2; count <= Math.min(MOST_OPTIONS, candidates.length); count += 1) {
    const options = candidates.slice(0, count);
    if (options.reduce((sum, { probability }) => sum + probability, 0) >= enough) return options;
  }
  return null;
}

function difference(options: readonly Choice[]): 'topic' | 'owner' | 'place' {
  const varies = (of: (choice: Choice) => unknown) => new Set(options.map(of)).size > 1;
  if (varies(({ topic }) => topic)) return 'topic';
  return varies(({ place }) => place?.territory) ? 'place' : 'owner';
}
