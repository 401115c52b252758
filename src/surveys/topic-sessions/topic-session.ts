import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Words } from '../questionnaire/words.ts';

/** planned → open → closed by the clock; summarised and replied by people. */
export type TopicState = 'planned' | 'open' | 'closed' | 'summarised' | 'replied';

export interface TopicSession {
  readonly id: string;
  readonly agencyCode: string;
  readonly title: Words;
  readonly question: Words;
  readonly background: Words;
  readonly rules: Words;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly ownerId: string;
  readonly replyDueOn: Day;
  readonly thankedAt: Date | null;
  readonly summary: Words | null;
  readonly summarisedAt: Date | null;
  readonly reply: Words | null;
  readonly repliedAt: Date | null;
}

export interface Contribution {
  readonly id: string;
  readonly sessionId: string;
  readonly words: string;
  readonly language: Language;
  readonly state: 'waiting' | 'shown' | 'removed';
  readonly reason: string | null;
  readonly theme: string | null;
  readonly createdAt: Date;
}

/** Worked out when asked, never stored. */
export function topicState(
  {
    opensAt,
    closesAt,
    summarisedAt,
    repliedAt,
  }: Pick<TopicSession, 'opensAt' | 'closesAt' | 'summarisedAt' | 'repliedAt'>,
  now: Date,
): TopicState {
  if (repliedAt) return 'replied';
  if (summarisedAt) return 'summarised';
  if (now < opensAt) return 'planned';
  return now < closesAt ? 'open' : 'closed';
}

/** The body said by when it replies, and that day is over. */
export const isReplyLate = (
  { replyDueOn, repliedAt }: Pick<TopicSession, 'replyDueOn' | 'repliedAt'>,
  today: Day,
): boolean => repliedAt === null && today > replyDueOn;
