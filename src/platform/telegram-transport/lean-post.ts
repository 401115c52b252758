import type { Dispatcher } from 'undici';

/** Telegram that says nothing for so long will not any more. */
const LONGEST_SILENCE_MS = 40_000;

/** A text out, a text back, without streams in between. */
export function post(connections: Dispatcher, path: string, body: string): Promise<string> {
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
