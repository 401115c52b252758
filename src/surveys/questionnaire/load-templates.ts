import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire } from './questionnaire.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

export interface SurveyTemplate {
  readonly name: string;
  readonly questionnaire: Questionnaire;
}

/** The jurisdiction's templates: every YAML file of the folder. */
export function loadTemplates(directory: string): SurveyTemplate[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.yaml'.length),
      questionnaire: readQuestionnaire(readFileSync(join(directory, file), 'utf8')),
    }));
}
