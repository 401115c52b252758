import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../kernel/language.ts';
import { checkQuestionnaire } from './check-questionnaire.ts';
import { estimateSeconds } from './length.ts';
import { lintQuestionnaire } from './lint.ts';
import { loadTemplates } from './load-templates.ts';
import { readQuestionnaire, writeQuestionnaire } from './read-questionnaire.ts';

const templates = loadTemplates('jurisdictions/kz/surveys');

describe('survey templates', () => {
  it('cover satisfaction, perception, consultation and pulse', () => {
    expect(templates.map(({ name }) => name)).toEqual([
      'answer-satisfaction',
      'caf-2020-perception',
      'draft-act-consultation',
      'quick-pulse',
    ]);
  });

  it.each(templates)(
    '$name is complete in every language and asks nothing our own lint would warn of',
    ({ questionnaire }) => {
      expect(checkQuestionnaire(questionnaire)).toEqual([]);
      expect(lintQuestionnaire(questionnaire)).toEqual([]);
    },
  );

  it.each(templates)('$name takes at most four minutes', ({ questionnaire }) => {
    for (const language of LANGUAGES) expect(estimateSeconds(questionnaire, language)).toBeLessThan(240);
  });

  it.each(templates)('$name is the same after being written as YAML and read again', ({ questionnaire }) => {
    expect(readQuestionnaire(writeQuestionnaire(questionnaire))).toEqual(questionnaire);
    expect(readQuestionnaire(JSON.stringify(questionnaire))).toEqual(questionnaire);
  });
});
