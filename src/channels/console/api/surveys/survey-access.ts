import type { Staff, StaffRole } from '../../../../access/index.ts';
import { Refusal } from '../../../../kernel/refusal.ts';

/** Who writes, fields and reads answers: the service's operators everywhere, supervisors for their own body. */
export const SURVEY_RUNNERS = ['operator', 'supervisor'] as const satisfies readonly StaffRole[];
/** Who may look at questionnaires, try them out and see published-like figures. */
export const SURVEY_READERS = ['operator', 'supervisor', 'officer', 'auditor'] as const satisfies readonly StaffRole[];

export const runsSurveys = { access: { who: 'roles', roles: SURVEY_RUNNERS, scope: 'surveys' } } as const;
export const readsSurveys = { access: { who: 'roles', roles: SURVEY_READERS, scope: 'surveys' } } as const;

/** Null: every body's. */
export const bodiesOf = ({ agencyCode }: Pick<Staff, 'agencyCode'>): readonly string[] | null =>
  agencyCode === null ? null : [agencyCode];

/** Another body's survey does not exist for this person. */
export function assertOwnSurvey({ agencyCode }: Pick<Staff, 'agencyCode'>, surveyAgency: string): void {
  if (agencyCode !== null && agencyCode !== surveyAgency) throw new Refusal('survey.not_found');
}
