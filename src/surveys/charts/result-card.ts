import type { Language } from '../../kernel/language.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { QuestionResult } from '../results/question-result.ts';
import type { SurveyResults } from '../results/survey-results.ts';
import { barsOf, drawChart } from './draw-chart.ts';

const MOST_BARS = 6;

/** The question a card is about: the first that can be drawn, a choice before a scale. */
export function mainQuestion(
  { questions }: Pick<SurveyResults, 'questions'>,
  language: Language,
): QuestionResult | null {
  const drawable = questions.filter((question) => question.options.length > 0 && barsOf(question, language).length > 1);
  return drawable.find(({ type }) => type === 'single' || type === 'multiple') ?? drawable[0] ?? null;
}

/** The main result as a picture for those who answered; null where everything is hidden. */
export function resultCard(
  results: Pick<SurveyResults, 'title' | 'questions'>,
  language: Language,
  { notes, footer }: { notes: readonly string[]; footer: string },
): string | null {
  const question = mainQuestion(results, language);
  if (!question) return null;
  const inOrder = ['single', 'multiple', 'ranking'].includes(question.type)
    ? question.options.toSorted((a, b) => (b.share?.value ?? 0) - (a.share?.value ?? 0))
    : question.options;
  return drawChart({ ...question, options: inOrder.slice(0, MOST_BARS) }, language, {
    overline: wordsIn(results.title, language),
    title: wordsIn(question.text, language),
    notes,
    footer,
  });
}
