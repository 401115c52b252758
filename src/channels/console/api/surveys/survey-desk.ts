import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Surveys, SurveyTemplate, UnnamedTheme } from '../../../../surveys/index.ts';

/** What the survey pages need beside the domain itself. */
export interface SurveysDesk {
  readonly surveys: Surveys;
  /** Ready questionnaires of the jurisdiction. */
  readonly templates: readonly SurveyTemplate[];
  /** Personal data in words becomes tokens. */
  readonly mask: (text: string) => string;
  /** Names for groups of masked answers; null where no model is configured. */
  readonly nameThemes: (themes: readonly UnnamedTheme[], language: Language) => Promise<(string | null)[] | null>;
  readonly renderPng: (svg: string) => Uint8Array;
  readonly dayText: (on: Day, language: Language) => string;
  /** Messages per second that the bot's token may send. */
  readonly sendRate: number;
  /** `@name` of the bot without the sign; null while it is not known or in the simulator. */
  readonly botName: () => string | null;
}
