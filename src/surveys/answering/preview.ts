import type { Language } from '../../kernel/language.ts';
import type { Answer, Answers } from '../questionnaire/answer.ts';
import { checkAnswer, type WrongAnswer } from '../questionnaire/check-answer.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { readWrittenAnswer } from '../questionnaire/read-written-answer.ts';
import { nextStep, walk, withAnswer } from '../questionnaire/route.ts';
import { type StepView, stepView } from './step-view.ts';

export type Preview = { type: 'ask'; view: StepView } | { type: 'finished' };

const NOBODY = {
  id: '00000000-0000-4000-8000-000000000000',
  revision: 1,
  waveId: '',
  citizenId: null,
  channel: 'web' as const,
  stepKey: null,
  chosen: null,
  messageId: null,
  seconds: 0,
  touchedAt: new Date(0),
};

/** What a respondent would see after these answers: the live pane beside the editor. Nothing is stored. */
export function previewSurvey(
  questionnaire: Questionnaire,
  { answers, language, seed = 'preview' }: { answers: Answers; language: Language; seed?: string },
): Preview {
  const next = nextStep(questionnaire, answers, { seed, language });
  return next.type === 'ask'
    ? { type: 'ask', view: stepView(questionnaire, { ...NOBODY, answers, language, seed }, next.step) }
    : { type: 'finished' };
}

/** Words typed below the question, read as the chat reads them. */
export function previewWords(
  questionnaire: Questionnaire,
  { answers, language, seed = 'preview' }: { answers: Answers; language: Language; seed?: string },
  words: string,
): ReturnType<typeof previewAnswer> | { type: 'wrong'; reason: 'unreadable' } {
  const { next } = walk(questionnaire, answers, { seed, language });
  const answer = next && readWrittenAnswer(next, words, answers, { seed, language });
  if (next && !answer) return { type: 'wrong', reason: 'unreadable' };
  return previewAnswer(questionnaire, { answers, language, seed }, answer ?? { kind: 'skipped' });
}

/** The answers with one more, or why it would not be taken. */
export function previewAnswer(
  questionnaire: Questionnaire,
  { answers, language, seed = 'preview' }: { answers: Answers; language: Language; seed?: string },
  answer: Answer,
): { type: 'taken'; answers: Answers } | { type: 'wrong'; reason: WrongAnswer } | { type: 'finished' } {
  const { next } = walk(questionnaire, answers, { seed, language });
  if (!next) return { type: 'finished' };
  const checked = checkAnswer(next, answer, answers, { seed, language });
  return checked.type === 'wrong'
    ? { type: 'wrong', reason: checked.reason }
    : { type: 'taken', answers: withAnswer(answers, next, checked.answer) };
}
