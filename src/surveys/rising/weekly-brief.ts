import type { Words } from '../questionnaire/words.ts';
import type { Rising } from './rising-topics.ts';

export interface TopicBrief extends Omit<Rising, 'key'> {
  readonly topicId: string;
  /** Of this week's number, what was said in topic sessions. */
  readonly inSessions: number;
  /** Places with at least so many people as a cell needs; the others are counted together. */
  readonly places: readonly { readonly code: string | null; readonly count: number }[];
  readonly quotes: readonly string[];
  /** What was done with this week's cases so far. */
  readonly done: { readonly answered: number; readonly open: number; readonly late: number };
}

/** Questions to the bot: with an approved source behind the answers, or without. */
export interface QuestionBrief extends Omit<Rising, 'key'> {
  readonly label: string;
  readonly hasAnswer: boolean;
}

/** "You said, we did" of this week: duties of surveys fulfilled, topics replied to, and what is owed. */
export interface WhatWasDone {
  readonly kept: readonly { readonly kind: 'survey' | 'topic'; readonly id: string; readonly title: Words }[];
  readonly owed: number;
  readonly late: number;
}

/** What people raise more than usual, for leaders. Counts, places, masked words and deeds; no judgement of persons. */
export interface WeeklyBrief {
  readonly from: Date;
  readonly until: Date;
  readonly appeals: number;
  readonly contributions: number;
  readonly questions: number;
  readonly rising: readonly TopicBrief[];
  readonly risingQuestions: readonly QuestionBrief[];
  readonly done: WhatWasDone;
}
