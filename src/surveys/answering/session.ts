import type { Language } from '../../kernel/language.ts';
import type { Answers } from '../questionnaire/answer.ts';

export type AnswerChannel = 'telegram' | 'web';

/** Somebody in the middle of a questionnaire. Gone the moment it is finished. */
export interface SurveySession {
  readonly id: string;
  readonly revision: number;
  readonly waveId: string;
  readonly citizenId: string | null;
  readonly channel: AnswerChannel;
  readonly language: Language;
  readonly seed: string;
  readonly answers: Answers;
  /** A step gone back to; null while the next open one is shown. */
  readonly stepKey: string | null;
  /** Boxes ticked but not sent yet, in the order they were ticked. */
  readonly chosen: readonly string[] | null;
  /** Where the chat shows it. */
  readonly messageId: number | null;
  /** Time spent answering; breaks are left out. */
  readonly seconds: number;
  readonly touchedAt: Date;
}

/** A longer silence is a break, not thinking. */
const LONGEST_THOUGHT_SECONDS = 300;

export function secondsAfter({ seconds, touchedAt }: Pick<SurveySession, 'seconds' | 'touchedAt'>, now: Date): number {
  const passed = Math.max(0, Math.round((now.getTime() - touchedAt.getTime()) / 1_000));
  return seconds + (passed > LONGEST_THOUGHT_SECONDS ? 0 : passed);
}

/** Kept instead of the seconds, which could tell people apart. */
export function secondsBand(seconds: number): string {
  if (seconds < 30) return 'under_30s';
  if (seconds < 60) return '30_to_60s';
  if (seconds < 180) return '1_to_3min';
  return seconds < 600 ? '3_to_10min' : 'over_10min';
}
