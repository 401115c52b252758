import { calibrated } from './confidence.ts';
import { byAddressee, type DecisionRules, fitDecisionRules, shareOut, type UnseenDecision } from './decision-rules.ts';
import { type Calibration, calibrationOf } from './message-calibration.ts';
import { type MessageClassifier, readMessageModel, writeMessageModel } from './message-classifier.ts';
import { trainMessageModel } from './message-model.ts';
import { normalise } from './normalise.ts';

export interface TopicMessage {
  readonly topic: string;
  readonly lang: string;
  readonly text: string;
}

/** Names, descriptions or key words of a topic, in any language. */
export interface TopicDescription {
  readonly topic: string;
  readonly text: string;
}

/** Branches of the topic tree by topic. */
export type TopicGroups = ReadonlyMap<string, string>;

const train = (
  messages: readonly TopicMessage[],
  descriptions: readonly TopicDescription[],
  groups: TopicGroups = new Map(),
  meanings: readonly string[] = [],
) =>
  trainMessageModel(
    messages.map(({ topic, lang, text }) => ({ label: topic, lang, text })),
    descriptions.map(({ topic, text }) => ({ label: topic, text })),
    (topic) => groups.get(topic) ?? topic,
    meanings,
  );

/** The same messages and descriptions give the same bytes. */
export const trainTopicModel = (
  messages: readonly TopicMessage[],
  descriptions: readonly TopicDescription[],
  groups?: TopicGroups,
  meanings?: readonly string[],
): Uint8Array => writeMessageModel(train(messages, descriptions, groups, meanings));

export interface RoutingAims {
  readonly groups: TopicGroups;
  /** Words that mean one thing, one meaning a line. */
  readonly meanings: readonly string[];
  /** Share of proposals that name the right addressee. */
  readonly target: number;
  /** Share of questions that offer it. */
  readonly level: number;
  /** Topics with one addressee need not be told apart. */
  readonly addresseeOf: (topic: string) => string;
  readonly kindOf: (text: string) => string;
}

/** The model together with the thresholds that reach the aims on messages it had not seen. */
export function trainTopicRouter(
  messages: readonly TopicMessage[],
  descriptions: readonly TopicDescription[],
  { groups, meanings, target, level, addresseeOf, kindOf }: RoutingAims,
): { model: Uint8Array; rules: DecisionRules } {
  const parts = train(messages, descriptions, groups, meanings);
  const calibration: Record<string, Calibration> = calibrationOf(parts.outcomes);
  const decisions = parts.outcomes.flatMap(({ at, top }): UnseenDecision[] => {
    const message = messages[at];
    if (!message) return [];
    const { language } = normalise(message.text);
    const platt = calibration[language] ?? calibration[''];
    const confidence = platt ? calibrated(platt, top[0]?.probability ?? 0) : 0;
    const chances = byAddressee(shareOut(top, confidence), addresseeOf);
    return [{ language, kind: kindOf(message.text), chances, truth: addresseeOf(message.topic) }];
  });
  return { model: writeMessageModel(parts), rules: fitDecisionRules(decisions, { target, level }) };
}

/** What a message is about. Who is competent for it is the register's business. */
export const loadTopicModel = (bytes: Uint8Array): MessageClassifier => readMessageModel(bytes);
