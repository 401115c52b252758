import { type MessageClassifier, readMessageModel, writeMessageModel } from './message-classifier.ts';
import { trainMessageModel } from './message-model.ts';

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

/** The same messages and descriptions give the same bytes. */
export function trainTopicModel(
  messages: readonly TopicMessage[],
  descriptions: readonly TopicDescription[],
): Uint8Array {
  return writeMessageModel(
    trainMessageModel(
      messages.map(({ topic, lang, text }) => ({ label: topic, lang, text })),
      descriptions.map(({ topic, text }) => ({ label: topic, text })),
    ),
  );
}

/** What a message is about. Who is competent for it is the register's business. */
export const loadTopicModel = (bytes: Uint8Array): MessageClassifier => readMessageModel(bytes);
