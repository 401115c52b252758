import type { Readable } from 'node:stream';
import { Api, GrammyError, HttpError } from 'grammy';
import { Pool } from 'undici';
import { leanCalls } from './lean-calls.ts';
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

/** Requests under way at once; more wait for a connection. */
const CONNECTIONS = 32;

/** The raw client, over kept connections and without a `fetch` in between: half the CPU of a call was its wrapping. */
export function createTelegramApi({ token, apiRoot }: { token: string; apiRoot: string }): Api {
  const { origin, pathname } = new URL(apiRoot);
  const connections = new Pool(origin, { connections: CONNECTIONS });
  const api = new Api(token, { apiRoot, fetch: leanFetch(origin, connections) as never, timeoutSeconds: 40 });
  api.config.use(leanCalls({ connections, path: `${pathname.replace(/\/$/, '')}/bot${token}/` }));
  return api;
}

/** As much of `fetch` as grammY needs: a POST with a text or a stream, and JSON back. */
function leanFetch(origin: string, connections: Pool) {
  return async (
    url: string,
    {
      method,
      headers,
      body,
      signal,
    }: { method: 'POST'; headers: Record<string, string>; body?: string | Readable; signal?: AbortSignal },
  ) => {
    const response = await connections.request({
      path: url.slice(origin.length),
      method,
      headers,
      body: body ?? null,
      signal: signal ?? null,
    });
    return { json: () => response.body.json() };
  };
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
        mayHaveArrived: !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/.test(
          String((error.error as { code?: string } | undefined)?.code ?? error.error),
        ),
      };
    throw error;
  }
}
export type TelegramSender = ReturnType<typeof createTelegramSender>;
