import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reliabilityDiagram, riskCoverageCurve } from '../src/routing/charts.ts';
import { byAddressee, type DecisionRules, shareOut, thresholdsFor } from '../src/routing/decision-rules.ts';
import { isHeldOut } from '../src/routing/folds.ts';
import { type Kind, type KindMessage, loadKindModel, trainKindModel } from '../src/routing/kind-classifier.ts';
import { type Judged, reliability, riskCoverage } from '../src/routing/measures.ts';
import {
  loadTopicModel,
  type RoutingAims,
  type TopicMessage,
  trainTopicRouter,
} from '../src/routing/topic-classifier.ts';
import { readTrainingSet } from '../src/routing/training-files.ts';

const ONE_IN = 5;
/** Nine proposals of ten name the right body, and eight questions of ten offer it ("another" is always offered too). */
const AIMS = { target: 0.9, level: 0.8 };

const { values: options } = parseArgs({
  options: {
    jurisdiction: { type: 'string', default: 'kz' },
    out: { type: 'string', default: 'dist/router' },
    report: { type: 'boolean', default: false },
    /** Folder for the reliability and risk–coverage curves of the held-out messages, by language and by kind. */
    charts: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '..');
const folder = join(root, 'jurisdictions', options.jurisdiction, 'topics');

function measureKinds(kinds: readonly KindMessage[], cues: readonly { kind: Kind; text: string }[]) {
  const classifier = loadKindModel(
    trainKindModel(
      kinds.filter(({ text }) => !isHeldOut(text, ONE_IN)),
      cues,
    ),
  );
  const heldOut = kinds.filter(({ text }) => isHeldOut(text, ONE_IN));
  return ['kk', 'ru', 'en'].map((lang) => {
    const own = heldOut.filter((message) => message.lang === lang);
    const right = own.filter(({ kind, text }) => classifier.read(text).kind === kind).length;
    return { lang, texts: own.length, right };
  });
}

interface Row {
  readonly lang: string;
  readonly texts: number;
  readonly top1: number;
  readonly top3: number;
  readonly coverageAt90: number;
  readonly accuracyAt90: number;
}

function measure(model: Uint8Array, messages: readonly TopicMessage[]): Row[] {
  const classifier = loadTopicModel(model);
  return ['kk', 'ru', 'en'].map((lang) => {
    const own = messages.filter((message) => message.lang === lang);
    const read = own.map(({ topic, text }) => {
      const { guesses, confidence, thresholds } = classifier.read(text, 0);
      return {
        first: guesses[0]?.label === topic,
        three: guesses.slice(0, 3).some(({ label }) => label === topic),
        sure: confidence >= thresholds.propose,
      };
    });
    const sure = read.filter((one) => one.sure);
    const part = (count: number, of: number) => (of > 0 ? Number((count / of).toFixed(4)) : 0);
    return {
      lang,
      texts: own.length,
      top1: part(read.filter(({ first }) => first).length, own.length),
      top3: part(read.filter(({ three }) => three).length, own.length),
      coverageAt90: part(sure.length, own.length),
      accuracyAt90: part(sure.filter(({ first }) => first).length, sure.length),
    };
  });
}

/** What the rules decide on held-out messages: proposed, asked with two or three options, or left to a person. */
function measureDecisions(
  model: Uint8Array,
  rules: DecisionRules,
  messages: readonly TopicMessage[],
  { addresseeOf, kindOf: kindOfText }: RoutingAims,
) {
  const classifier = loadTopicModel(model);
  const judged = messages.map(({ topic, lang, text }) => {
    const { guesses, confidence, language } = classifier.read(text, 0);
    const chances = byAddressee(shareOut(guesses, confidence), addresseeOf);
    const rule = thresholdsFor(rules, language, kindOfText(text));
    const truth = addresseeOf(topic);
    const right = chances[0]?.addressee === truth;
    if ((chances[0]?.chance ?? 0) >= rule.propose) return { lang, type: 'proposal', right };
    for (const count of [2, 3]) {
      const options = chances.slice(0, count);
      if (options.length === count && options.reduce((sum, { chance }) => sum + chance, 0) >= rule.ask)
        return { lang, type: 'ask', right: options.some(({ addressee }) => addressee === truth) };
    }
    return { lang, type: 'triage', right };
  });
  return ['kk', 'ru', 'en'].map((lang) => {
    const own = judged.filter((one) => one.lang === lang);
    const of = (type: string) => own.filter((one) => one.type === type);
    const part = (count: number, whole: number) => (whole > 0 ? Number((count / whole).toFixed(4)) : 0);
    return {
      lang,
      proposed: part(of('proposal').length, own.length),
      rightOfProposed: part(of('proposal').filter(({ right }) => right).length, of('proposal').length),
      asked: part(of('ask').length, own.length),
      amongAsked: part(of('ask').filter(({ right }) => right).length, of('ask').length),
      triage: part(of('triage').length, own.length),
    };
  });
}

/** Two curves for each language and each kind of the held-out messages. */
async function draw(
  into: string,
  model: Uint8Array,
  messages: readonly TopicMessage[],
  kindOfText: RoutingAims['kindOf'],
) {
  const classifier = loadTopicModel(model);
  const parts = new Map<string, Judged[]>();
  for (const { topic, lang, text } of messages) {
    const { guesses, confidence } = classifier.read(text, 0);
    const judged = { truth: topic, ranked: guesses.map(({ label }) => label), confidence };
    for (const name of ['all', lang, kindOfText(text)]) parts.set(name, [...(parts.get(name) ?? []), judged]);
  }
  await mkdir(into, { recursive: true });
  for (const [name, judged] of parts) {
    await writeFile(
      join(into, `topics-reliability-${name}.svg`),
      reliabilityDiagram(reliability(judged), `Reliability of topics, ${name}, ${judged.length} held-out messages`),
    );
    await writeFile(
      join(into, `topics-risk-coverage-${name}.svg`),
      riskCoverageCurve(riskCoverage(judged), AIMS.target, `Risk and coverage of topics, ${name}`),
    );
  }
}

const set = readTrainingSet(folder);
const { heldOut, descriptions, kinds, kindCues, roles } = set;
const started = performance.now();
const kindModel = trainKindModel(kinds, kindCues);
const kindOf = (reader: ReturnType<typeof loadKindModel>) => (text: string) => reader.read(text).kind;
const aims = {
  ...AIMS,
  groups: set.groups,
  meanings: set.meanings,
  addresseeOf: (topic: string) => roles.get(topic) ?? topic,
  kindOf: kindOf(loadKindModel(kindModel)),
};
if (options.report) {
  const { training } = set;
  const { model, rules } = trainTopicRouter(training, descriptions, aims);
  const report = {
    topics: new Set(heldOut.map(({ topic }) => topic)).size,
    trainedOn: training.length,
    trainingSeconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    heldOut: measure(model, heldOut),
    check: measure(model, set.check),
    evalMessages: measure(model, set.cases),
    decisions: measureDecisions(model, rules, heldOut, aims),
    kinds: measureKinds(kinds, kindCues),
  };
  if (options.charts) await draw(join(root, options.charts), model, heldOut, aims.kindOf);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else console.log(JSON.stringify(report, undefined, 2));
} else {
  const folderOut = join(root, options.out);
  const file = join(folderOut, `${options.jurisdiction}.model`);
  const messages = [...set.training, ...heldOut];
  const { model, rules } = trainTopicRouter(messages, descriptions, aims);
  await mkdir(folderOut, { recursive: true });
  await writeFile(file, model);
  await writeFile(join(folderOut, `${options.jurisdiction}.kinds.model`), kindModel);
  await writeFile(join(folderOut, `${options.jurisdiction}.rules.json`), `${JSON.stringify(rules, undefined, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${file}: ${messages.length} messages, ${(model.length / 1e6).toFixed(1)} MB, ${seconds} s`);
}
