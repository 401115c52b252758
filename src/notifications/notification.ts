import { z } from 'zod';

/** Smaller goes first: a conversation must never wait behind a survey. */
export const LANES = { conversation: 0, official: 1, petitions: 2, surveys: 3 } as const;
export type Lane = keyof typeof LANES;

export const Recipient = z.object({
  kind: z.enum(['citizen', 'second_contact', 'agency', 'officer', 'operators', 'chat', 'agency_channel']),
  /** Citizen id (for a second contact: of whom they stand by), agency code, id of an agency's channel, staff id, `operators`, or `<channel>:<external id>` for a chat without a citizen. */
  id: z.string(),
});
export type Recipient = z.infer<typeof Recipient>;

/** What happened, never how it is worded: the channel words it when it delivers, in the language of that moment. */
export interface Notification {
  readonly id: string;
  readonly recipient: Recipient;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lane: Lane;
  readonly attempts: number;
  /** An earlier attempt may have reached the recipient: nobody can know. */
  readonly uncertain: boolean;
  readonly createdAt: Date;
}

/** What became of one attempt. "The service answered no" and "nothing came back" are told apart. */
export type DeliveryOutcome =
  | { type: 'delivered'; channel: string; ref?: Readonly<Record<string, string | number>> }
  | { type: 'later'; afterMs: number; problem: string }
  | { type: 'unreachable'; channel: string; problem: string }
  | { type: 'refused'; channel: string; problem: string }
  /** The request left and no answer came: it may have been shown. */
  | { type: 'unknown'; problem: string };

export const MAX_ATTEMPTS = 12;

/** 2 s, 4 s, 8 s … at most an hour between attempts. */
export const backoffMs = (attempts: number): number => Math.min(3_600_000, 1_000 * 2 ** attempts);
