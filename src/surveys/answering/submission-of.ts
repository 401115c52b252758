import type { Day } from '../../kernel/day.ts';
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import { answersOnWay } from '../questionnaire/route.ts';
import { wordingOf } from '../questionnaire/wording.ts';
import type { Wave } from '../wave.ts';
import { type SurveySession, secondsBand } from './session.ts';
import type { NewSubmission } from './submissions-repository.ts';

/** A conversation with all that belongs to it. */
export interface Open {
  readonly session: SurveySession;
  readonly wave: Wave;
  readonly questionnaire: Questionnaire;
  /** Finished submissions by quota, as they stood when the act began. */
  readonly taken: Readonly<Record<string, number>>;
}

/** What a conversation becomes when it ends: only answers on the way that was gone in the end, and no finer time than needed. */
export function submissionOf(
  { session, wave, questionnaire }: Omit<Open, 'taken'>,
  { stratum, isComplete, on }: { stratum: string; isComplete: boolean; on: Day },
): NewSubmission {
  const answers = answersOnWay(questionnaire, session.answers, session);
  const isStratified = wave.audience.sample !== null && wave.audience.sample.strata !== 'none';
  return {
    waveId: wave.id,
    mode: wave.mode,
    citizenId: session.citizenId,
    isComplete,
    channel: session.channel,
    language: session.language,
    answeredOn: on,
    secondsBand: secondsBand(session.seconds),
    strata: { language: session.language, ...(isStratified ? { stratum } : {}) },
    wordings: Object.fromEntries(
      questionsOf(questionnaire).flatMap((question) =>
        question.wordings.length > 0 && answers[question.key]
          ? [[question.key, wordingOf(question, session.seed)]]
          : [],
      ),
    ),
    answers,
  };
}
