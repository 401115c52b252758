import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log/log.ts';

/** Work that comes again and again. */
export interface Rounds {
  readonly name: string;
  readonly everyMs: number;
  /** Returns true when more work is waiting: the next round then starts at once. */
  readonly round: () => Promise<unknown>;
}

/** Repeats a piece of work without overlapping itself; a failing round is logged and tried again at the next beat. */
export function startLoop({ name, everyMs, log, round }: Rounds & { readonly log: Log }) {
  const stopping = new AbortController();
  let wake: () => void = () => undefined;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      let more = false;
      try {
        more = (await round()) === true;
      } catch (error) {
        if (!stopping.signal.aborted) log.warn({ err: error, loop: name }, 'round failed');
      }
      if (!more && !stopping.signal.aborted) await rest();
    }
  }

  async function rest(): Promise<void> {
    const woken = new AbortController();
    wake = () => woken.abort();
    await pause(everyMs, undefined, { signal: AbortSignal.any([stopping.signal, woken.signal]) }).catch(
      () => undefined,
    );
  }

  const done = run();
  return {
    /** Starts the next round now. */
    nudge: () => wake(),
    async stop(): Promise<void> {
      stopping.abort();
      await done;
    },
  };
}
export type Loop = ReturnType<typeof startLoop>;
