/**
 * The shipped router on held-out messages: training time, memory of the loaded model, milliseconds a message for
 * language, kind, danger and topic with its reasons, beside a plain naive Bayes over words written here.
 *
 *   node bench/router.ts [--json] [--rounds N]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadKindModel, trainKindModel } from '../src/routing/kind-classifier.ts';
import { loadTopicModel, type TopicMessage, trainTopicModel } from '../src/routing/topic-classifier.ts';
import { readTrainingSet } from '../src/routing/training-files.ts';
import { createUrgencyDetector, EmergencyData } from '../src/routing/urgency.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});
const rounds = Math.max(1, Number(options.rounds));
const jurisdiction = join(import.meta.dirname, '../jurisdictions/kz');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const set = readTrainingSet(join(jurisdiction, 'topics'));
const { training, heldOut, descriptions } = set;

/** Array buffers are freed a turn after their owners, so that one collection does not see everything. */
async function usedMegabytes(): Promise<number> {
  for (let pass = 0; pass < 4; pass += 1) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** The textbook: words, add-one smoothing, log probabilities. */
function trainNaiveBayes(texts: readonly TopicMessage[]) {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const topics = new Map<string, { counts: Map<string, number>; total: number; texts: number }>();
  const vocabulary = new Set<string>();
  for (const { topic, text } of texts) {
    const entry = topics.get(topic) ?? { counts: new Map<string, number>(), total: 0, texts: 0 };
    topics.set(topic, entry);
    entry.texts += 1;
    for (const word of words(text)) {
      vocabulary.add(word);
      entry.counts.set(word, (entry.counts.get(word) ?? 0) + 1);
      entry.total += 1;
    }
  }
  return (text: string): string[] => {
    const said = words(text);
    const scored = [...topics].map(([topic, { counts, total, texts: count }]) => {
      let score = Math.log(count);
      for (const word of said) score += Math.log(((counts.get(word) ?? 0) + 1) / (total + vocabulary.size));
      return { topic, score };
    });
    return scored.sort((a, b) => b.score - a.score).map(({ topic }) => topic);
  };
}

function accuracyOf(rank: (text: string) => readonly string[]) {
  const ranked = heldOut.map(({ topic, text }) => rank(text).slice(0, 3).indexOf(topic));
  return {
    top1: Number((ranked.filter((at) => at === 0).length / ranked.length).toFixed(4)),
    top3: Number((ranked.filter((at) => at >= 0).length / ranked.length).toFixed(4)),
  };
}

function latencyOf(route: (text: string) => unknown) {
  for (const { text } of heldOut) route(text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { text } of heldOut) {
      const started = performance.now();
      route(text);
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(4));
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

const started = performance.now();
const bytes = trainTopicModel(training, descriptions, set.groups, set.meanings);
const kindBytes = trainKindModel(set.kinds, set.kindCues);
const trainingSeconds = Number(((performance.now() - started) / 1000).toFixed(1));

const before = await usedMegabytes();
const topics = loadTopicModel(bytes);
const kinds = loadKindModel(kindBytes);
/** What reading adds, and the file itself, which is read where it lies. */
const memoryMegabytes = Number(((await usedMegabytes()) - before + (bytes.length + kindBytes.length) / 1e6).toFixed(1));
const detectUrgency = createUrgencyDetector(
  EmergencyData.parse(JSON.parse(readFileSync(join(jurisdiction, 'emergency.json'), 'utf8'))),
);

const route = (text: string) => ({ urgency: detectUrgency(text), kind: kinds.read(text), topics: topics.read(text) });
const router = { ...accuracyOf((text) => topics.read(text, 0).guesses.map(({ label }) => label)), ...latencyOf(route) };
const bayes = trainNaiveBayes(training);
const baseline = { ...accuracyOf(bayes), ...latencyOf(bayes) };
const result = {
  benchmark: 'router',
  rounds,
  messages: heldOut.length,
  topics: topics.labels.length,
  trainedOn: training.length,
  trainingSeconds,
  memoryMegabytes,
  fileMegabytes: Number(((bytes.length + kindBytes.length) / 1e6).toFixed(1)),
  router,
  naiveBayes: baseline,
  ratio: {
    p50: Number((router.p50Ms / baseline.p50Ms).toFixed(2)),
    top1: Number((router.top1 / baseline.top1).toFixed(2)),
  },
};
if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else console.log(JSON.stringify(result, undefined, 2));
