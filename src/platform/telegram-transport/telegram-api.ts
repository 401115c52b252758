import { Agent as HttpAgent } from 'node:http';
import { Agent } from 'node:https';
import { Api, GrammyError, HttpError } from 'grammy';
import type { RateLimiter } from './rate-limiter.ts';

/** What became of a request: "Telegram said no" and "nothing came back" are different facts. */
export type TelegramOutcome<Result> =
  | { type: 'ok'; result: Result }
  | { type: 'blocked'; description: string }
  | { type: 'too_many'; retryAfterMs: number }
  | { type: 'not_modified' }
  | { type: 'message_gone'; description: string }
  | { type: 'refused'; code: number; description: string }
  | { type: 'unreachable'; mayHaveArrived: boolean };

const SENDS = /^(send|copy|forward)/;

/** The raw client: keep-alive connections, because a fresh one for each call costs three times the CPU. */
export function createTelegramApi({ token, apiRoot }: { token: string; apiRoot: string }): Api {
  const secure = apiRoot.startsWith('https:');
  const agent = secure
    ? new Agent({ keepAlive: true, maxSockets: 32 })
    : new HttpAgent({ keepAlive: true, maxSockets: 32 });
  return new Api(token, { apiRoot, baseFetchConfig: { compress: true, agent }, timeoutSeconds: 40 });
}

/** Calls within the limits of the token and turns every "no" into data. */
export function createTelegramSender({ limiter, onTooMany }: { limiter: RateLimiter; onTooMany: () => void }) {
  return {
    async call<Result>(
      chat: string | number,
      lane: number,
      method: string,
      request: () => Promise<Result>,
    ): Promise<TelegramOutcome<Result>> {
      if (SENDS.test(method) || method.startsWith('edit')) await limiter.acquire(String(chat), lane);
      try {
        return { type: 'ok', result: await request() };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };

  function outcomeOf(error: unknown): Exclude<TelegramOutcome<never>, { type: 'ok' }> {
    if (error instanceof GrammyError) {
      const { error_code: code, description, parameters } = error;
      if (code === 429) {
        const retryAfterMs = (parameters.retry_after ?? 1) * 1_000;
        limiter.pause(retryAfterMs);
        onTooMany();
        return { type: 'too_many', retryAfterMs };
      }
      if (code === 403) return { type: 'blocked', description };
      if (description.includes('message is not modified')) return { type: 'not_modified' };
      if (
        /message (to edit|can't be edited|to delete|to be replied)|MESSAGE_ID_INVALID|message not found/i.test(
          description,
        )
      )
        return { type: 'message_gone', description };
      if (code >= 500) return { type: 'unreachable', mayHaveArrived: true };
      if (/chat not found|user is deactivated/i.test(description)) return { type: 'blocked', description };
      return { type: 'refused', code, description };
    }
    if (error instanceof HttpError)
      return {
        type: 'unreachable',
        mayHaveArrived: !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(
          String((error.error as { code?: string } | undefined)?.code ?? error.error),
        ),
      };
    throw error;
  }
}
export type TelegramSender = ReturnType<typeof createTelegramSender>;
