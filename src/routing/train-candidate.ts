import { loadKindModel, trainKindModel } from './kind-classifier.ts';
import { loadTopicModel, type TopicMessage, trainTopicRouter } from './topic-classifier.ts';
import { readTrainingSet } from './training-files.ts';

export interface CandidateRequest {
  /** `jurisdictions/<code>/topics`. */
  readonly folder: string;
  /** What people decided since, for training. */
  readonly learnt: readonly TopicMessage[];
  /** What people decided since, kept apart for measuring. */
  readonly history: readonly TopicMessage[];
  /** The promoted model; null while the shipped one routes, which has seen the held-out messages and is trained anew without them. */
  readonly present: Uint8Array | null;
  readonly aims: { readonly target: number; readonly level: number };
}

/** For each message of a set, whether the first topic was right. */
export interface Measured {
  readonly heldOut: readonly boolean[];
  readonly cases: readonly boolean[];
  readonly history: readonly boolean[];
}

export interface Candidate {
  readonly model: Uint8Array;
  readonly rules: string;
  readonly before: Measured;
  readonly after: Measured;
  readonly seconds: number;
}

/** Trains on everything but the parts kept for measuring, and measures against the model that routes now. Takes a minute: run it in a worker. */
export function trainCandidate({ folder, learnt, history, present, aims }: CandidateRequest): Candidate {
  const started = performance.now();
  const set = readTrainingSet(folder);
  const kinds = loadKindModel(trainKindModel(set.kinds, set.kindCues));
  const renamed = (message: TopicMessage): TopicMessage => ({ ...message, topic: set.presentTopic(message.topic) });
  const train = (more: readonly TopicMessage[]) =>
    trainTopicRouter([...set.training, ...more.map(renamed)], set.descriptions, {
      ...aims,
      groups: set.groups,
      meanings: set.meanings,
      addresseeOf: (topic) => set.roles.get(topic) ?? topic,
      kindOf: (text) => kinds.read(text).kind,
    });
  const measure = (model: Uint8Array): Measured => {
    const reader = loadTopicModel(model);
    const rights = (messages: readonly TopicMessage[]) =>
      messages.map(({ topic, text }) => set.presentTopic(reader.read(text, 0).guesses[0]?.label ?? '') === topic);
    return { heldOut: rights(set.heldOut), cases: rights(set.cases), history: rights(history.map(renamed)) };
  };
  const now = present ?? train([]).model;
  const candidate = train(learnt);
  return {
    model: candidate.model,
    rules: JSON.stringify(candidate.rules),
    before: measure(now),
    after: measure(candidate.model),
    seconds: (performance.now() - started) / 1000,
  };
}
