import { z } from 'zod';
import { type MessageReading, readMessageModel, writeMessageModel } from './message-classifier.ts';
import { trainMessageModel } from './message-model.ts';

/** What the citizen means, in everyday words; the legal procedure follows from it and from the addressee. */
export const KINDS = ['question', 'problem', 'complaint', 'idea', 'thanks'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

export interface KindMessage {
  readonly kind: Kind;
  readonly lang: string;
  readonly text: string;
}

export interface KindReading {
  readonly kind: Kind;
  readonly probability: number;
  /** Sure enough to go on without asking. */
  readonly sure: boolean;
  readonly second: Kind | null;
}

/** Punctuation is no word to the model, but a question mark says more than most words. */
const withQuestionMarks = (text: string): string => text.replace(/[?？]+/gu, ' знаквопроса ');

export function trainKindModel(
  messages: readonly KindMessage[],
  cues: readonly { readonly kind: Kind; readonly text: string }[],
): Uint8Array {
  return writeMessageModel(
    trainMessageModel(
      messages.map(({ kind, lang, text }) => ({ label: kind, lang, text: withQuestionMarks(text) })),
      cues.map(({ kind, text }) => ({ label: kind, text })),
    ),
  );
}

export function loadKindModel(bytes: Uint8Array) {
  const model = readMessageModel(bytes);
  return {
    /** Without any known word the message is taken for a problem: the kind that loses nothing. */
    read(text: string): KindReading {
      const reading: MessageReading = model.read(withQuestionMarks(text), 0);
      const [first, second] = reading.guesses;
      if (!first) return { kind: 'problem', probability: 0, sure: false, second: null };
      return {
        kind: Kind.parse(first.label),
        probability: reading.confidence,
        sure: reading.confidence >= reading.thresholds.propose,
        second: second ? Kind.parse(second.label) : null,
      };
    },
  };
}

export type KindClassifier = ReturnType<typeof loadKindModel>;
