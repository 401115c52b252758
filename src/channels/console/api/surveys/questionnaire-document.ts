import { LANGUAGES } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import { Questionnaire } from '../../../../surveys/index.ts';

/** What a newcomer finds on an empty page. */
export function starterOf(t: Translate): Questionnaire {
  const said = (key: string) => Object.fromEntries(LANGUAGES.map((language) => [language, t(language, key)]));
  return Questionnaire.parse({
    title: {},
    intro: said('survey-starter-intro'),
    consent: said('survey-starter-consent'),
    thanks: said('survey-starter-thanks'),
    blocks: [
      {
        key: 'main',
        questions: [
          {
            key: 'q1',
            type: 'single',
            text: {},
            options: [
              { key: 'a', label: {} },
              { key: 'b', label: {} },
            ],
          },
        ],
      },
    ],
  });
}

/** Says where a document is not a questionnaire. */
export function questionnaireOf(document: unknown): Questionnaire {
  const read = Questionnaire.safeParse(document);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Refusal('survey.source_wrong', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}
