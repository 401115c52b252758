import type { SurveyId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Questionnaire } from './questionnaire/questionnaire.ts';
import type { Words } from './questionnaire/words.ts';

/** Anonymous: answers and people cannot be joined. Confidential: the body that asks may know who answered what, nobody else. */
export type SurveyMode = 'anonymous' | 'confidential';

export type SurveyState = 'draft' | 'in_review' | 'approved' | 'archived';

export interface Survey {
  readonly id: SurveyId;
  readonly revision: number;
  readonly agencyCode: string;
  readonly mode: SurveyMode;
  readonly state: SurveyState;
  readonly title: Words;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface SurveyVersion {
  readonly id: string;
  readonly surveyId: SurveyId;
  readonly number: number;
  readonly state: 'draft' | 'in_review' | 'approved';
  readonly questionnaire: Questionnaire;
  readonly authorId: string;
  readonly approverId: string | null;
  readonly note: string | null;
}

export type SurveyEvent = 'edited' | 'submitted' | 'approved' | 'sent_back' | 'archived';

const ALLOWED_FROM: Record<SurveyEvent, readonly SurveyState[]> = {
  // Editing an approved survey begins its next version; waves keep theirs.
  edited: ['draft', 'approved'],
  submitted: ['draft'],
  approved: ['in_review'],
  sent_back: ['in_review'],
  archived: ['draft', 'approved'],
};

const STATE_AFTER: Record<SurveyEvent, SurveyState> = {
  edited: 'draft',
  submitted: 'in_review',
  approved: 'approved',
  sent_back: 'draft',
  archived: 'archived',
};

export function moveSurvey(survey: Survey, event: SurveyEvent): Survey {
  if (!ALLOWED_FROM[event].includes(survey.state))
    throw new Refusal('survey.move_refused', { state: survey.state, event });
  return { ...survey, state: STATE_AFTER[event], revision: survey.revision + 1 };
}
