import type { ModelUse } from '../../kernel/language-model.ts';

const HOUR_MS = 3_600_000;

interface Options {
  /** For each use by itself: a flood of questions must not silence routing. */
  readonly tokensPerHour: number;
  readonly stopwatch: () => number;
}

/**
 * Tokens of the last sixty minutes, in this process. A call counts with its estimate while it runs, so that many at once
 * cannot pass together.
 */
export function createTokenBudget({ tokensPerHour, stopwatch }: Options) {
  const spendings = new Map<ModelUse, { at: number; tokens: number }[]>();
  return {
    /** Null when the hour's tokens do not suffice; otherwise tell with `settle` what it really took. */
    hold(use: ModelUse, estimate: number): { settle(tokens: number): void } | null {
      const now = stopwatch();
      const recent = (spendings.get(use) ?? []).filter(({ at }) => now - at < HOUR_MS);
      spendings.set(use, recent);
      const spent = recent.reduce((sum, { tokens }) => sum + tokens, 0);
      if (spent + estimate > tokensPerHour) return null;
      const entry = { at: now, tokens: estimate };
      recent.push(entry);
      return {
        settle(tokens) {
          entry.tokens = tokens;
        },
      };
    },
  };
}
export type TokenBudget = ReturnType<typeof createTokenBudget>;
