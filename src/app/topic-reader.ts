import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TopicId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import {
  createUrgencyDetector,
  EmergencyData,
  loadKindModel,
  loadTopicModel,
  type TopicReader,
} from '../routing/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';

const MODELS = fileURLToPath(new URL('../../dist/router/', import.meta.url));
const GUESSES = 5;
/**
 * Where the card proposes a body and where it asks. The citizen confirms either, so a proposal may be less sure than a
 * silent routing: on the 120 hand-written messages 96 of 100 proposals at 0.4 name the right body.
 */
const THRESHOLDS = { propose: 0.4, ask: 0.25 };

/** The models trained by `npm run build` from the jurisdiction's labelled messages. */
export function loadTopicReader({ code, folder, topicNames }: Jurisdiction) {
  const topicModel = loadTopicModel(readModel(`${code}.model`));
  const kindModel = loadKindModel(readModel(`${code}.kinds.model`));
  const reader: TopicReader = {
    version: code,
    kind(text) {
      const { kind, probability } = kindModel.read(text);
      return { kind, probability };
    },
    topics(text) {
      const { guesses, confidence } = topicModel.read(text, GUESSES);
      const thresholds = THRESHOLDS;
      const [first, ...others] = guesses.filter(({ label }) => topicNames.has(label));
      if (!first) return { guesses: [], thresholds };
      // The calibrated chance replaces the model's own for the first guess; the rest share what is left.
      const left = (1 - confidence) / Math.max(1e-9, 1 - first.probability);
      const scaled = [
        { ...first, probability: confidence },
        ...others.map((guess) => ({ ...guess, probability: guess.probability * left })),
      ];
      return {
        guesses: scaled.map(({ label, probability, words }) => ({ topic: TopicId.parse(label), probability, words })),
        thresholds,
      };
    },
  };

  const data = EmergencyData.parse(JSON.parse(readFileSync(join(folder, 'emergency.json'), 'utf8')));
  const detectUrgency = createUrgencyDetector(data);
  return {
    reader,
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

function readModel(name: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(join(MODELS, name)));
  } catch (error) {
    throw new Error(`dist/router/${name} is missing: run "npm run build"`, { cause: error });
  }
}
