import { HttpError, type Transformer } from 'grammy';
import type { Dispatcher } from 'undici';

/** Methods that never carry a file and run with every message: a text leaves, a text comes back. */
const LEAN = new Set([
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'answerCallbackQuery',
  'setMyCommands',
]);

/** Telegram that says nothing for so long will not any more. */
const LONGEST_SILENCE_MS = 40_000;

interface Options {
  readonly connections: Dispatcher;
  /** `/bot<token>/`: what stands before the method. */
  readonly path: string;
}

/** Carries such calls past grammY's own client, whose timers, signals and streams cost more than the call itself. */
export function leanCalls({ connections, path }: Options): Transformer {
  return async (call, method, payload, signal) => {
    if (signal || !LEAN.has(method)) return call(method, payload, signal);
    try {
      return JSON.parse(
        await post(
          connections,
          `${path}${method}`,
          JSON.stringify(payload, (_key, value) => value ?? undefined),
        ),
      );
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

function post(connections: Dispatcher, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    connections.dispatch(
      {
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        headersTimeout: LONGEST_SILENCE_MS,
        bodyTimeout: LONGEST_SILENCE_MS,
      },
      {
        onRequestStart: () => undefined,
        onResponseData: (_request, part) => void parts.push(part),
        onResponseEnd: () => resolve(Buffer.concat(parts).toString()),
        onResponseError: (_request, error) => reject(error),
      },
    );
  });
}
