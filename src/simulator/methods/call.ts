import type { Uploads } from '../media-files.ts';
import type { Parameters } from '../parameters.ts';
import type { Bot } from '../state.ts';

/** One request of a bot, checked against the table. */
export interface Call {
  readonly bot: Bot;
  readonly params: Parameters;
  readonly uploads: Uploads;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
}

export type Methods = Record<string, (call: Call) => unknown>;
