import type { z } from 'zod';
import type { MaskedText } from './masked-text.ts';

export const MODEL_USES = ['routing', 'answering', 'drafting', 'translation', 'themes'] as const;
export type ModelUse = (typeof MODEL_USES)[number];

export interface ModelRequest<Output> {
  readonly use: ModelUse;
  /** Name of a file in `prompts/` without `.md`; an unknown prompt stops the start, not the chat. */
  readonly prompt: string;
  readonly values: Readonly<Record<string, string | MaskedText>>;
  readonly output: z.ZodType<Output>;
  /** The whole call, repair included. */
  readonly timeoutMs: number;
  /** Hears the first reply while it is being written, all of it so far; unchecked, so nobody is shown it as it is. */
  readonly onText?: (saidSoFar: string) => void;
}

export type ModelReply<Output> =
  | { type: 'answered'; output: Output; model: string; tokens: number; durationMs: number; repaired: boolean }
  | { type: 'unavailable'; reason: 'not_configured' | 'switched_off' | 'budget_spent' | 'timed_out' | 'failed' }
  | { type: 'unusable'; reason: 'no_json' | 'wrong_shape'; durationMs: number };

/** A text model in or outside the house. It is an improvement, never a dependency: callers must work on `unavailable`. */
export interface LanguageModel {
  ask<Output>(request: ModelRequest<Output>): Promise<ModelReply<Output>>;
}
