import type { Language } from '../../kernel/language.ts';
import type { WrongAnswer } from '../questionnaire/check-answer.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Step } from '../questionnaire/route.ts';
import type { Wave } from '../wave.ts';
import type { SurveySession } from './session.ts';
import { type StepView, stepView } from './step-view.ts';
import type { Open } from './submission-of.ts';

/** What a person sees after each act. */
export type Turn =
  | {
      type: 'ask';
      view: StepView;
      session: SurveySession;
      questionnaire: Questionnaire;
      wrong: { reason: WrongAnswer | 'unreadable'; facts: Readonly<Record<string, string | number>> } | null;
    }
  | {
      type: 'finished' | 'screened';
      wave: Wave;
      questionnaire: Questionnaire;
      language: Language;
      messageId: number | null;
    };

export const ask = (
  { questionnaire, session }: Open,
  step: Step,
  wrong: Extract<Turn, { type: 'ask' }>['wrong'] = null,
): Turn => ({
  type: 'ask',
  view: stepView(questionnaire, session, step),
  session,
  questionnaire,
  wrong,
});
