import type { CallbackAnswer } from '../state.ts';
import type { User } from '../wire.ts';
import { fetchEarlier, fetchEverything, type Snapshot } from './api.ts';
import { setTimeZone } from './words.ts';

export type Chat = Snapshot['conversations'][number];
export type ChatMessage = Chat['messages'][number];
export type Person = Snapshot['people'][number];

type Event = { seq: number } & (
  | { type: 'message' | 'edited'; key: string; message: ChatMessage }
  | { type: 'deleted'; key: string; messageIds: number[] }
  | { type: 'chat'; key: string; chat: Omit<Chat, 'messages'> }
  | { type: 'typing'; key: string; action: string }
  | { type: 'answered'; key: string; answer: CallbackAnswer }
  | { type: 'people' }
  | { type: 'bot' }
  | { type: 'clock'; at: string }
);

const READ_KEY = 'dauys.read';
const TYPING_MS = 5000;

/** What the page knows. Views subscribe and draw; nothing here touches the document. */
export function createStore() {
  const chats = new Map<string, Chat>();
  const typing = new Map<string, string>();
  const listeners = new Set<() => void>();
  const answerListeners = new Set<(key: string, answer: CallbackAnswer) => void>();
  const read: Record<string, number> = JSON.parse(localStorage.getItem(READ_KEY) ?? '{}');
  let snapshot: Snapshot | undefined;
  let clockOffsetMs = 0;
  let isConnected = false;
  let isScheduled = false;
  let refreshing: Promise<void> | undefined;
  let isStale = false;
  const waiting: Event[] = [];

  /** Many events, one drawing. */
  function changed(): void {
    if (isScheduled) return;
    isScheduled = true;
    const draw = () => {
      isScheduled = false;
      for (const listener of listeners) listener();
    };
    // A hidden page gets no animation frames, and should still count what is unread.
    if (document.hidden) setTimeout(draw, 0);
    else requestAnimationFrame(draw);
  }

  /** The whole picture again; what happens meanwhile waits and is applied to it. */
  function refresh(): Promise<void> {
    isStale = refreshing !== undefined;
    refreshing ??= load().then(settle, () => {
      // The server is away; the stream will say when it is back.
      refreshing = undefined;
    });
    return refreshing;
  }

  function settle(): void {
    refreshing = undefined;
    for (const event of waiting.splice(0)) apply(event);
    if (isStale) void refresh();
  }

  async function load(): Promise<void> {
    snapshot = await fetchEverything();
    setTimeZone(snapshot.clock.timeZone);
    clockOffsetMs = new Date(snapshot.clock.now).getTime() - Date.now();
    chats.clear();
    for (const chat of snapshot.conversations) chats.set(chat.key, chat);
    changed();
  }

  function apply(event: Event): void {
    if (refreshing) {
      waiting.push(event);
      return;
    }
    // Already in the picture; only what passes by, like typing and answers, still counts.
    const isOld = snapshot !== undefined && event.seq <= snapshot.seq;
    if (isOld && event.type !== 'typing' && event.type !== 'answered') return;
    switch (event.type) {
      case 'message':
      case 'edited':
        place(event.key, event.message);
        break;
      case 'deleted': {
        const chat = chats.get(event.key);
        if (chat) chat.messages = chat.messages.filter((one) => !event.messageIds.includes(one.message_id));
        break;
      }
      case 'chat': {
        const known = chats.get(event.key);
        chats.set(event.key, { ...event.chat, messages: known?.messages ?? [] });
        break;
      }
      case 'typing':
        typing.set(event.key, event.action);
        setTimeout(() => {
          typing.delete(event.key);
          changed();
        }, TYPING_MS);
        break;
      case 'answered':
        for (const listener of answerListeners) listener(event.key, event.answer);
        break;
      case 'clock':
        clockOffsetMs = new Date(event.at).getTime() - Date.now();
        break;
      case 'people':
      case 'bot':
        void refresh();
        return;
    }
    changed();
  }

  function place(key: string, message: ChatMessage): void {
    const chat = chats.get(key);
    if (!chat) {
      void refresh();
      return;
    }
    if (message.from?.is_bot) typing.delete(key);
    const at = chat.messages.findIndex((one) => one.message_id === message.message_id);
    if (at >= 0) chat.messages[at] = message;
    else chat.messages.push(message);
  }

  function connect(): void {
    const source = new EventSource('/try/api/events');
    source.addEventListener('open', () => {
      isConnected = true;
      void refresh();
    });
    source.addEventListener('message', ({ data }) => apply(JSON.parse(data) as Event));
    source.addEventListener('error', () => {
      isConnected = false;
      changed();
    });
  }

  return {
    chats,
    connect,
    refresh,
    changed,
    isReady: () => snapshot !== undefined,
    isConnected: () => isConnected,
    isClockMovable: () => snapshot?.clock.isMovable ?? false,
    now: () => new Date(Date.now() + clockOffsetMs),
    people: (): readonly Person[] => snapshot?.people ?? [],
    person: (id: number): Person | undefined => snapshot?.people.find(({ user }) => user.id === id),
    places: () => snapshot?.places ?? [],
    bot: (id?: number) => snapshot?.bots.find(({ user }) => id === undefined || user.id === id),
    typing: (key: string) => typing.get(key),

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    onAnswer(listener: (key: string, answer: CallbackAnswer) => void): () => void {
      answerListeners.add(listener);
      return () => answerListeners.delete(listener);
    },

    async loadEarlier(chat: Chat): Promise<boolean> {
      const [first] = chat.messages;
      if (!first) return false;
      const { messages } = await fetchEarlier(chat.key, first.message_id);
      chat.messages.unshift(...messages);
      if (messages.length > 0) changed();
      return messages.length > 0;
    },

    unread(chat: Chat): number {
      const last = read[chat.key] ?? 0;
      return chat.messages.filter((one) => one.message_id > last && (chat.botId === undefined || one.from?.is_bot))
        .length;
    },

    markRead(chat: Chat): void {
      const last = chat.messages.at(-1)?.message_id ?? 0;
      if ((read[chat.key] ?? 0) === last) return;
      read[chat.key] = last;
      localStorage.setItem(READ_KEY, JSON.stringify(read));
      changed();
    },
  };
}

export type Store = ReturnType<typeof createStore>;

export const nameOf = (user: Pick<User, 'first_name' | 'last_name'>): string =>
  [user.first_name, user.last_name].filter(Boolean).join(' ');

export const isGroup = (chat: Chat): boolean => chat.botId === undefined;

/** The person whose private chat this is, or the first of the group who is not a bot. */
export const ownerOf = (chat: Chat): number =>
  isGroup(chat) ? (chat.members.find(({ user }) => !user.is_bot)?.user.id ?? 0) : chat.chat.id;
