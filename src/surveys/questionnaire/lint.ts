import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { ABSOLUTE, CONJUNCTIONS, LEADING, NEGATIONS } from './lint-words.ts';
import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts';

/** Advice to the author; it stops nothing. */
export interface LintWarning {
  readonly code:
    | 'double_barrelled'
    | 'leading'
    | 'double_negative'
    | 'absolute'
    | 'too_long'
    | 'too_many_options'
    | 'options_uneven'
    | 'no_way_out'
    | 'many_open_questions'
    | 'survey_too_long';
  readonly path: string;
  readonly language?: Language;
  readonly words?: string;
}

const MAX_WORDS = 25;
const MAX_OPTIONS = 10;
const MAX_QUESTIONS = 15;
const MAX_OPEN = 3;

export function lintQuestionnaire(questionnaire: Questionnaire): LintWarning[] {
  const questions = questionsOf(questionnaire);
  const warnings = questions.flatMap(lintQuestion);
  if (questions.length > MAX_QUESTIONS) warnings.push({ code: 'survey_too_long', path: 'questions' });
  if (questions.filter(({ type }) => type === 'long_text' || type === 'short_text').length > MAX_OPEN)
    warnings.push({ code: 'many_open_questions', path: 'questions' });
  return warnings;
}

function lintQuestion(question: Question): LintWarning[] {
  const path = `questions.${question.key}`;
  const warnings: LintWarning[] = [];
  for (const language of LANGUAGES) {
    const texts = [question.text[language], ...question.wordings.map(({ text }) => text[language])];
    for (const text of texts)
      if (text)
        warnings.push(...lintText(text, language).map((warning) => ({ ...warning, path: `${path}.text`, language })));
  }
  if ('options' in question) {
    if (question.options.length > MAX_OPTIONS) warnings.push({ code: 'too_many_options', path: `${path}.options` });
    const hasWayOut = question.preferNotToSay || !question.required || ('other' in question && question.other);
    if (!hasWayOut) warnings.push({ code: 'no_way_out', path });
  }
  if (question.type === 'scale' && (question.to - question.from) % 2 === 1)
    warnings.push({ code: 'options_uneven', path });
  return warnings;
}

/** Looks at one sentence: the question itself, without its options. */
export function lintText(text: string, language: Language): Pick<LintWarning, 'code' | 'words'>[] {
  const found: Pick<LintWarning, 'code' | 'words'>[] = [];
  const low = text.toLocaleLowerCase(language);
  const first = (code: LintWarning['code'], patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const match = pattern.exec(low);
      if (match) {
        found.push({ code, words: match[0].trim() });
        return;
      }
    }
  };
  first('double_barrelled', CONJUNCTIONS[language]);
  first('leading', LEADING[language]);
  first('absolute', ABSOLUTE[language]);
  const negations = NEGATIONS[language].reduce((sum, pattern) => sum + [...low.matchAll(pattern)].length, 0);
  if (negations >= 2) found.push({ code: 'double_negative' });
  if (text.split(/\s+/u).length > MAX_WORDS) found.push({ code: 'too_long' });
  return found;
}
