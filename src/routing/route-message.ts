import type { CompetenceRegister } from '../agencies/index.ts';
import type { Day } from '../kernel/day.ts';
import type { TerritoryCode, TopicId } from '../kernel/ids.ts';
import type { Gazetteer } from '../territories/index.ts';
import { decide, type PlaceGuess, type RoutingDecision, type RoutingThresholds, type TopicGuess } from './decide.ts';
import { type LanguageGuess, normalise } from './normalise.ts';
import type { Urgency } from './urgency.ts';

export interface Message {
  readonly text: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly territoryCode: TerritoryCode | null;
  readonly usualTerritory: TerritoryCode | null;
  readonly topicId: TopicId | null;
  readonly on: Day;
}

export interface RoutedMessage {
  readonly language: LanguageGuess;
  readonly kind: { readonly kind: string; readonly probability: number };
  readonly places: readonly PlaceGuess[];
  /** The unit the message is about, when its own words or the map say so. */
  readonly territoryCode: TerritoryCode | null;
  readonly topics: readonly TopicGuess[];
  readonly urgency: Urgency;
  readonly decision: RoutingDecision;
  readonly trace: readonly TraceStep[];
}

/** One step of the way from words to a body: by which version, with what result, in what time. */
export interface TraceStep {
  readonly step: 'language' | 'urgency' | 'kind' | 'place' | 'topic' | 'body';
  readonly version: string;
  readonly outcome: string;
  readonly ms: number;
}

/** What a message is about; the shipped model or any other that gives calibrated shares. */
export interface TopicReader {
  /** Likeliest first, with the thresholds that hold for a message of this language and kind. */
  topics(
    text: string,
    kind: string,
  ): { readonly guesses: readonly TopicGuess[]; readonly thresholds: RoutingThresholds };
  kind(text: string): { kind: string; probability: number };
  readonly version: string;
}

interface Deps {
  readonly reader: TopicReader;
  readonly gazetteer: Pick<Gazetteer, 'placeOf' | 'locate'>;
  readonly register: Pick<CompetenceRegister, 'competentBodies'>;
  readonly detectUrgency: (text: string) => Urgency;
  /** Versions of what is not a trained model: rules and registers, by step. */
  readonly versions?: Partial<Record<TraceStep['step'], string>>;
}

const MAP_POINT_IS_SURE = 0.98;
/** Taken for this once, and shown on the card to be confirmed. */
const HABIT = 0.95;
const CHOSEN: RoutingThresholds = { propose: 0.5, ask: 0.5 };

/** From words to a decision, step by step: normalise, urgency, kind, place, topic, body. Pure and quick: it runs on the message path. */
export function createMessageRouter({ reader, gazetteer, register, detectUrgency, versions = {} }: Deps) {
  return function routeMessage(message: Message): RoutedMessage {
    const { text, topicId, on } = message;
    const trace: TraceStep[] = [];
    function step<Result>(name: TraceStep['step'], work: () => Result, outcome: (result: Result) => string): Result {
      const started = performance.now();
      const result = work();
      const ms = Number((performance.now() - started).toFixed(3));
      const version = name === 'topic' || name === 'kind' ? reader.version : (versions[name] ?? '1');
      trace.push({ step: name, version, outcome: outcome(result), ms });
      return result;
    }

    const {
      key: _key,
      text: _clean,
      ...language
    } = step(
      'language',
      () => normalise(text),
      (guess) => `${guess.language} ${guess.script}`,
    );
    const urgency = step(
      'urgency',
      () => detectUrgency(text),
      ({ dangers, sealed }) => [...dangers.map(({ id }) => id), ...(sealed ? ['sealed'] : [])].join(' ') || 'none',
    );
    const kind = step(
      'kind',
      () => reader.kind(text),
      (guess) => `${guess.kind} ${guess.probability.toFixed(2)}`,
    );
    const places = step(
      'place',
      () => placesOf(message),
      (found) => found.map(({ territory, source }) => `${territory} ${source}`).join(', ') || 'none',
    );
    const { guesses: topics, thresholds } = step(
      'topic',
      () =>
        topicId
          ? { guesses: [{ topic: topicId, probability: 1, words: [] }], thresholds: CHOSEN }
          : reader.topics(text, kind.kind),
      ({ guesses }) =>
        guesses
          .slice(0, 3)
          .map(({ topic, probability }) => `${topic} ${probability.toFixed(2)}`)
          .join(', '),
    );
    const decision = step(
      'body',
      () => decide({ topics, places, on, sealed: urgency.sealed }, register.competentBodies, thresholds),
      ({ type }) => type,
    );
    const [stated = null] = places.length === 1 ? places.filter(({ source }) => source !== 'last_confirmed') : [];
    return { language, kind, places, territoryCode: stated?.territory ?? null, topics, urgency, decision, trace };
  };

  /** A point on the map beats words, words beat habit. */
  function placesOf({ text, point, territoryCode, usualTerritory }: Message): PlaceGuess[] {
    if (territoryCode)
      return [
        {
          territory: territoryCode,
          probability: MAP_POINT_IS_SURE,
          source: point ? 'map_point' : 'address',
          words: null,
        },
      ];
    const located = point ? gazetteer.locate(point.latitude, point.longitude) : null;
    if (located)
      return [{ territory: located.code, probability: located.confidence, source: 'map_point', words: null }];
    const place = gazetteer.placeOf(text, usualTerritory ? { near: usualTerritory } : {});
    if (place.type === 'found')
      return [
        {
          territory: place.mention.code,
          probability: place.mention.confidence,
          source: 'named',
          words: place.mention.matched,
        },
      ];
    if (place.type === 'ambiguous') {
      const { matched, confidence } = place.mention;
      return place.candidates.slice(0, 3).map((territory, _rank, all) => ({
        territory,
        probability: confidence / all.length,
        source: 'named',
        words: matched,
      }));
    }
    return usualTerritory
      ? [{ territory: usualTerritory, probability: HABIT, source: 'last_confirmed', words: null }]
      : [];
  }
}
export type MessageRouter = ReturnType<typeof createMessageRouter>;
