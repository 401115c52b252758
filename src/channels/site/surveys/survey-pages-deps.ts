import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Surveys } from '../../../surveys/index.ts';
import type { SitePages } from '../site-pages.ts';

export interface SurveyPagesDeps {
  readonly pages: SitePages;
  readonly surveys: Surveys;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly agencyName: (code: string, language: Language) => string;
  readonly dayText: (day: Day, language: Language) => string;
  readonly newToken: () => string;
}
