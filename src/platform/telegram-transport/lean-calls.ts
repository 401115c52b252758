import { HttpError, type Transformer } from 'grammy';
import type { Dispatcher } from 'undici';
import { post } from './lean-post.ts';

/** Methods that never carry a file and run with every message: a text leaves, a text comes back. */
const LEAN = new Set([
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'answerCallbackQuery',
  'setMyCommands',
]);

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
