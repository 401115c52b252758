import { Worker } from 'node:worker_threads';
import { GrammyError, HttpError } from 'grammy';
import type { ApiResponse, Message } from 'grammy/types';

/** What is written down of a message that was sent: a statement whose `$1` is the message's id. */
export interface Note {
  readonly name: string;
  readonly text: string;
  /** From `$2` on. */
  readonly values: readonly unknown[];
}

export interface NotedMessage {
  readonly message_id: number;
  /** The note stands in the database; otherwise whoever sent it has to write it. */
  readonly isNoted: boolean;
}

/** What the thread is asked and what it answers. */
export interface ToSend {
  readonly id: number;
  readonly body: string;
  readonly note: Note;
}
export interface Sent {
  readonly id: number;
  readonly reply?: ApiResponse<Message>;
  readonly isNoted?: boolean;
  readonly failure?: { readonly code: string | undefined; readonly message: string };
}

export interface Addresses {
  readonly apiRoot: string;
  readonly token: string;
  readonly databaseUrl: string;
}

const THREAD = new URL('./noted-sends-thread.ts', import.meta.url);
const METHOD = 'sendMessage';
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

interface Waiting {
  readonly payload: object;
  resolve(message: NotedMessage): void;
  reject(error: unknown): void;
}

/**
 * Messages that must be known by their id ever after. Between Telegram's having one and our having noted it, a crash
 * makes it come twice; so they are sent by a thread that has nothing else to do and writes the note before it tells.
 */
export function createNotedSends(addresses: Addresses) {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let count = 0;

  function open(): Worker {
    const worker = new Worker(THREAD, { workerData: addresses, resourceLimits: MEMORY });
    worker.on('message', settle);
    worker.once('error', (error) => lose(worker, error));
    worker.once('exit', () => lose(worker, new Error('the sending thread ended')));
    // What is on its way is waited for by whoever sent it.
    worker.unref();
    return worker;
  }

  /** Nobody knows what became of what the thread had in hand. */
  function lose(worker: Worker, error: unknown): void {
    if (thread !== worker) return;
    thread = null;
    for (const { reject } of waiting.values()) reject(new HttpError(`Network request for '${METHOD}' failed!`, error));
    waiting.clear();
  }

  function settle({ id, reply, isNoted = false, failure }: Sent): void {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (failure) asked.reject(new HttpError(`Network request for '${METHOD}' failed!`, failure));
    else if (reply?.ok) asked.resolve({ message_id: reply.result.message_id, isNoted });
    else if (reply)
      asked.reject(
        new GrammyError(`Call to '${METHOD}' failed!`, reply, METHOD, asked.payload as Record<string, unknown>),
      );
  }

  return {
    /** Fails as `api.sendMessage` does. */
    send(payload: object, note: Note): Promise<NotedMessage> {
      thread ??= open();
      const id = count++;
      const sent = new Promise<NotedMessage>((resolve, reject) => void waiting.set(id, { payload, resolve, reject }));
      thread.postMessage({ id, body: JSON.stringify(payload), note } satisfies ToSend);
      return sent;
    },

    async close(): Promise<void> {
      const worker = thread;
      if (worker) lose(worker, new Error('stopped'));
      await worker?.terminate();
    },
  };
}
export type NotedSends = Pick<ReturnType<typeof createNotedSends>, 'send'>;
