import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change, Conversation, State, StoredFile } from './state.ts';
import type { Message } from './wire.ts';

export interface WorldOptions {
  readonly now: () => Date;
  readonly stateFile?: string | undefined;
  readonly onTrouble: (error: unknown) => void;
}

const SAVE_DELAY_MS = 250;
const EPOCH_2026 = Date.UTC(2026, 0, 1);

const emptyState = (): State => ({
  version: 1,
  people: [],
  bots: [],
  conversations: [],
  files: [],
  polls: [],
  nextGroupId: 1,
  nextPersonId: 900_000_001,
  nextFile: 1,
});

/** The memory of the simulated Telegram: what is remembered, who watches it, and how it reaches the disk. */
export function createWorld({ now, stateFile, onTrouble }: WorldOptions) {
  const blobs = new Map<string, Buffer>();
  const watchers = new Set<(change: Change) => void>();
  const state = (stateFile ? readState(stateFile, onTrouble) : undefined) ?? emptyState();
  const index = new Map(state.conversations.map((conversation) => [conversation.key, conversation]));
  let saveTimer: NodeJS.Timeout | undefined;
  let clockOffsetMs = 0;
  let changes = 0;

  const blobPath = (id: string) => join(`${stateFile}.files`, id);

  function save(): void {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    if (!stateFile) return;
    try {
      mkdirSync(dirname(stateFile), { recursive: true });
      writeFileSync(`${stateFile}.new`, JSON.stringify(state));
      renameSync(`${stateFile}.new`, stateFile);
    } catch (error) {
      onTrouble(error);
    }
  }

  function touch(): void {
    if (!stateFile || saveTimer) return;
    saveTimer = setTimeout(save, SAVE_DELAY_MS);
    saveTimer.unref();
  }

  return {
    state,
    now,

    /** Seconds as Telegram writes dates; they follow the business clock, limits and expiry do not. */
    date: (): number => Math.floor((now().getTime() + clockOffsetMs) / 1000),

    /**
     * Where a fresh sequence of update or message ids begins. It grows with time, so that chats started after the
     * state file was removed never repeat ids that the product still remembers.
     */
    firstId: (): number => Math.max(1, Math.floor((now().getTime() - EPOCH_2026) / 1000)),

    setClockOffset(ms: number): void {
      clockOffsetMs = ms;
    },

    touch,
    save,

    /** How many changes there have been: tells a page which events its picture already holds. */
    changes: () => changes,

    emit(change: Change): void {
      changes += 1;
      touch();
      for (const watcher of watchers) watcher(change);
    },

    watch(watcher: (change: Change) => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    conversation: (key: string): Conversation | undefined => index.get(key),

    addConversation(conversation: Conversation): Conversation {
      state.conversations.push(conversation);
      index.set(conversation.key, conversation);
      return conversation;
    },

    putBlob(file: StoredFile, bytes: Buffer): void {
      state.files.push(file);
      if (!stateFile) {
        blobs.set(file.id, bytes);
        return;
      }
      mkdirSync(`${stateFile}.files`, { recursive: true });
      writeFileSync(blobPath(file.id), bytes);
    },

    blob(id: string): Buffer | undefined {
      if (!stateFile) return blobs.get(id);
      try {
        return readFileSync(blobPath(id));
      } catch {
        return undefined;
      }
    },
  };
}

export type World = ReturnType<typeof createWorld>;

function readState(stateFile: string, onTrouble: (error: unknown) => void): State | undefined {
  let text: string;
  try {
    text = readFileSync(stateFile, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const state = JSON.parse(text) as State;
    if (state.version === 1) return state;
    throw new Error('written by another version');
  } catch (cause) {
    // Chats of a simulator are no reason not to start; what was there is kept for whoever wants to look.
    renameSync(stateFile, `${stateFile}.unreadable`);
    onTrouble(new Error(`${stateFile} could not be read; the chats start afresh`, { cause }));
    return undefined;
  }
}

/** Messages are kept in the order of their ids. */
export function findMessage(conversation: Conversation, id: number): Message | undefined {
  const { messages } = conversation;
  let low = 0;
  let high = messages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const message = messages[middle];
    if (!message) return undefined;
    if (message.message_id === id) return message;
    if (message.message_id < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
