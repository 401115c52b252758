import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Log } from '../../platform/log/log.ts';
import type { Intake } from './intake.ts';

/** All that a handler looks at; Telegram sends nothing else. */
export const UPDATES_WANTED = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'poll',
  'poll_answer',
  'inline_query',
] as const;

interface Deps {
  readonly api: Api;
  readonly intake: Pick<Intake, 'accept'>;
  readonly log: Log;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly timeoutSeconds?: number;
  /** Only one process may ask Telegram for updates. */
  readonly isMine?: () => boolean;
}

const LOOK_AGAIN_MS = 1_000;

/** Fetches updates until stopped. The offset moves only after the updates are stored, so that a crash loses none. */
export function createLongPolling({ api, intake, log, pause, timeoutSeconds = 30, isMine = () => true }: Deps) {
  const stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let offset = 0;
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (!isMine()) {
        // Whoever asks meanwhile knows how far it came; we begin with what Telegram still has.
        offset = 0;
        await pause(LOOK_AGAIN_MS, stopping.signal);
        continue;
      }
      try {
        const updates = await api.getUpdates(
          { offset, timeout: timeoutSeconds, limit: 100, allowed_updates: UPDATES_WANTED },
          stopping.signal as never,
        );
        await intake.accept(updates);
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        const waitMs =
          error instanceof GrammyError && error.error_code === 429
            ? (error.parameters.retry_after ?? 1) * 1_000
            : Math.min(30_000, 500 * 2 ** failures);
        log.warn({ err: error, failures }, 'polling failed');
        await pause(waitMs, stopping.signal);
      }
    }
  }

  return {
    start(): void {
      loop = run();
    },
    async stop(): Promise<void> {
      stopping.abort();
      await loop;
    },
  };
}
