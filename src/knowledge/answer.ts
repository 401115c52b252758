import type { Language } from '../kernel/language.ts';
import type { Passage } from './passage.ts';

/** Every way an answer can end; the prefix is the group that statistics count by. */
export const ANSWER_STATUSES = [
  'answered',
  'clarification',
  'unanswerable_not_covered',
  'unanswerable_language',
  'unanswerable_empty',
  'unanswerable_personal_legal_advice',
  'unanswerable_party_politics',
  'unanswerable_medical_advice',
  'unanswerable_out_of_scope',
  'guardrails_injection',
  'guardrails_secret',
  'error_search',
] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

export type DangerKind = 'fire' | 'gas' | 'medical' | 'violence' | 'self_harm';
export type SmallTalkKind = 'greeting' | 'thanks' | 'how_are_you' | 'who_are_you' | 'goodbye' | 'acknowledged';

/** What one step of the pipeline did; kept with the answer, never with the citizen's words. */
export interface Trace {
  readonly step: string;
  readonly version: string;
  readonly durationMs: number;
  readonly outcome: string;
}

export interface Suggestion {
  readonly source: string;
  readonly group: string;
  readonly title: string;
}

/** A sentence written by a model and the passages that carry it, by their place in `passages`. */
export interface CitedSentence {
  readonly text: string;
  readonly passages: readonly number[];
}

export type AnswerBody =
  /** The best passage itself, laid out. */
  | { readonly type: 'passage'; readonly passage: Passage }
  /** Written by a model from the passages, checked sentence by sentence; shown with the mark of AI. */
  | {
      readonly type: 'written';
      readonly sentences: readonly CitedSentence[];
      readonly passages: readonly Passage[];
      readonly model: string;
    };

export type Answer =
  | {
      readonly type: 'answer';
      readonly status: 'answered';
      readonly language: Language;
      readonly body: AnswerBody;
      readonly alternatives: readonly Suggestion[];
      readonly trace: readonly Trace[];
    }
  /** One question back, at most once in a row: which of these was meant. */
  | {
      readonly type: 'answer';
      readonly status: 'clarification';
      readonly language: Language;
      readonly options: readonly Suggestion[];
      readonly trace: readonly Trace[];
    }
  | {
      readonly type: 'answer';
      readonly status: Exclude<AnswerStatus, 'answered' | 'clarification'>;
      readonly language: Language;
      readonly alternatives: readonly Suggestion[];
      readonly trace: readonly Trace[];
    }
  /** Not a question: the channel greets, files a problem, or shows the emergency card first. */
  | {
      readonly type: 'small_talk';
      readonly kind: SmallTalkKind;
      readonly language: Language;
      readonly trace: readonly Trace[];
    }
  | { readonly type: 'complaint'; readonly language: Language; readonly trace: readonly Trace[] }
  | {
      readonly type: 'danger';
      readonly kind: DangerKind;
      readonly language: Language;
      readonly trace: readonly Trace[];
    };

export const statusGroup = (status: AnswerStatus): string => status.split('_')[0] ?? status;
