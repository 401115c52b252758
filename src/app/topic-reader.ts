import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TopicId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import {
  createUrgencyDetector,
  DecisionRules,
  EmergencyData,
  loadKindModel,
  loadTopicModel,
  shareOut,
  type TopicReader,
  thresholdsFor,
} from '../routing/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';

const MODELS = fileURLToPath(new URL('../../dist/router/', import.meta.url));
const GUESSES = 5;

/** The models trained by `npm run build` from the jurisdiction's labelled messages. */
export function loadTopicReader({ code, folder, topicNames, formerTopics }: Jurisdiction) {
  const kindModel = loadKindModel(readModel(`${code}.kinds.model`));
  const shipped = toBrain(`${code}-shipped`, readModel(`${code}.model`), readModel(`${code}.rules.json`));
  let brain = shipped;
  const reader: TopicReader = {
    get version() {
      return brain.version;
    },
    kind(text) {
      const { kind, probability } = kindModel.read(text);
      return { kind, probability };
    },
    topics(text, kind) {
      const { guesses, confidence, language } = brain.topics.read(text, GUESSES);
      const present = guesses.map((guess) => ({ ...guess, label: formerTopics.get(guess.label) ?? guess.label }));
      const known = present.filter(
        ({ label }, at) => topicNames.has(label) && present.findIndex((guess) => guess.label === label) === at,
      );
      return {
        guesses: shareOut(known, confidence).map(({ label, probability, words }) => ({
          topic: TopicId.parse(label),
          probability,
          words,
        })),
        thresholds: thresholdsFor(brain.rules, language, kind),
      };
    },
  };

  const data = EmergencyData.parse(JSON.parse(readFileSync(join(folder, 'emergency.json'), 'utf8')));
  const detectUrgency = createUrgencyDetector(data);
  return {
    reader,
    /** Another trained version reads from the next message on; null brings the shipped one back. */
    readWith(version: number | null, model?: Uint8Array, rules?: Uint8Array): void {
      brain = version === null || !model || !rules ? shipped : toBrain(`${code}-${version}`, model, rules);
    },
    detectUrgency,
    /** Numbers to call before anything else, in the language written; null when nobody is in danger. */
    emergencyAdvice(text: string, language: Language): string | null {
      const { dangers } = detectUrgency(text);
      if (dangers.length === 0) return null;
      const advice = dangers.flatMap(({ id }) =>
        data.dangers.filter((danger) => danger.id === id).map((danger) => danger.advice[language]),
      );
      const numbers = [...new Set(dangers.flatMap((danger) => danger.numbers))];
      const lines = numbers.map(
        (number) => `${number}: ${data.numbers.find((entry) => entry.number === number)?.name[language] ?? ''}`,
      );
      return [...new Set(advice), ...lines].join('\n');
    },
  };
}

const toBrain = (version: string, model: Uint8Array, rules: Uint8Array) => ({
  version,
  topics: loadTopicModel(model),
  rules: DecisionRules.parse(JSON.parse(new TextDecoder().decode(rules))),
});

function readModel(name: string): Uint8Array {
  try {
    return readFileSync(join(MODELS, name));
  } catch (error) {
    throw new Error(`dist/router/${name} is missing: run "npm run build"`, { cause: error });
  }
}
