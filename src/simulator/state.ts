import type { BotCommand, Chat, InlineKeyboard, MemberStatus, Message, ReplyKeyboard, Update, User } from './wire.ts';

/** Everything the simulated Telegram remembers; plain JSON, so that it can be written to a file and read back. */
export interface State {
  version: 1;
  people: Person[];
  bots: Bot[];
  conversations: Conversation[];
  files: StoredFile[];
  polls: PollRecord[];
  nextGroupId: number;
  nextPersonId: number;
  nextFile: number;
}

export interface Person {
  user: User;
  /** Where the page lists them. */
  role: 'citizen' | 'staff';
  phone: string;
}

export interface Webhook {
  url: string;
  secret: string | undefined;
  maxConnections: number;
  lastErrorAt?: number | undefined;
  lastError?: string | undefined;
}

export interface Bot {
  /** The first token that knocks owns the bot that was there from the beginning. */
  token: string | undefined;
  user: User;
  nextUpdateId: number;
  pending: Update[];
  webhook: Webhook | undefined;
  allowedUpdates: string[] | undefined;
  commands: { scope: string; language: string; commands: BotCommand[] }[];
  names: Record<string, string>;
  descriptions: Record<string, string>;
  shortDescriptions: Record<string, string>;
  menuButtons: Record<string, Record<string, unknown>>;
  adminRights: Record<string, Record<string, unknown>>;
}

export interface Topic {
  threadId: number;
  name: string;
  iconColor: number;
  isClosed: boolean;
}

/** A private chat of one person with one bot, or a group. */
export interface Conversation {
  /** `<bot>:<person>` for a private chat, the chat id for a group. */
  key: string;
  chat: Chat;
  botId: number | undefined;
  nextMessageId: number;
  messages: Message[];
  /** Private: the person has written or pressed Start; a bot may not speak first. */
  isStarted: boolean;
  isBlocked: boolean;
  members: Record<string, Member>;
  topics: Topic[];
  pinned: number[];
  replyKeyboard: ShownKeyboard | undefined;
  /** Messages sent with anything but an inline keyboard; they can never be edited. */
  uneditable?: number[];
  description: string;
  /** The newest message of a person that the bot has taken: the second tick. */
  seenByBot: number;
  /** Reactions by message id, then by user id. */
  reactions: Record<string, Record<string, string[]>>;
}

export interface Member {
  status: MemberStatus;
  title?: string | undefined;
}

export interface ShownKeyboard {
  messageId: number;
  markup: ReplyKeyboard | { force_reply: true; input_field_placeholder?: string | undefined };
}

export interface StoredFile {
  id: string;
  uniqueId: string;
  path: string;
  name: string;
  mime: string;
  size: number;
  kind: string;
}

export interface PollRecord {
  id: string;
  botId: number | undefined;
  chatKey: string;
  messageId: number;
  votes: Record<string, number[]>;
  /** Real time at which an `open_period` ends. */
  closesAt: number | undefined;
}

/** What a page or a test can watch. */
export type Change =
  | { type: 'message'; key: string; message: Message }
  | { type: 'edited'; key: string; message: Message }
  | { type: 'deleted'; key: string; messageIds: number[] }
  | { type: 'chat'; key: string }
  | { type: 'typing'; key: string; action: string; botId: number }
  | { type: 'answered'; key: string; answer: CallbackAnswer }
  | { type: 'people' }
  | { type: 'bot'; botId: number }
  | { type: 'clock'; at: string };

export interface CallbackAnswer {
  queryId: string;
  userId: number;
  messageId: number;
  text: string | undefined;
  isAlert: boolean;
  url: string | undefined;
}

export type { InlineKeyboard };
