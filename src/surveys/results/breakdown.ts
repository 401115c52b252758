import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { questionsOf } from '../questionnaire/questionnaire.ts';
import type { Words } from '../questionnaire/words.ts';
import { suppressList } from '../statistics/suppression.ts';
import { type QuestionResult, questionResult } from './question-result.ts';
import { type CountedSubmission, categoryOf } from './submission.ts';
import { forPublic } from './survey-results.ts';

/** A thing people can be told apart by: `language`, `stratum`, a question with one answer. */
export interface Variable {
  readonly key: string;
  /** Words of the question; null for language and stratum. */
  readonly text: Words | null;
  readonly categories: readonly { readonly key: string; readonly label: Words | null }[];
}

const NUMERIC = ['scale', 'stars', 'nps'];

/** What results can be filtered, crossed and weighted by; only categories that somebody is in. */
export function variablesFor(questionnaire: Questionnaire, submissions: readonly CountedSubmission[]): Variable[] {
  const complete = submissions.filter(({ isComplete }) => isComplete);
  const present = (key: string): string[] =>
    [...new Set(complete.map((submission) => categoryOf(submission, key)))]
      .filter((category): category is string => category !== undefined)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const own = ['language', 'stratum'].map(
    (key): Variable => ({
      key,
      text: null,
      categories: present(key).map((category) => ({ key: category, label: null })),
    }),
  );
  const asked = questionsOf(questionnaire).flatMap((question): Variable[] => {
    if (question.type !== 'single' && !NUMERIC.includes(question.type)) return [];
    const labels = new Map('options' in question ? question.options.map(({ key, label }) => [key, label]) : []);
    const categories = present(question.key).map((key) => ({ key, label: labels.get(key) ?? null }));
    return [{ key: question.key, text: question.text, categories }];
  });
  return [...own, ...asked].filter(({ categories }) => categories.length > 1);
}

/** How long people took, in bands; small bands are hidden with as many others as it takes. */
export function durations(
  submissions: readonly CountedSubmission[],
  minCell: number,
): { band: string; people: number | null }[] {
  const bands = ['under_30s', '30_to_60s', '1_to_3min', '3_to_10min', 'over_10min'];
  const counts = bands.map(
    (band) => submissions.filter(({ isComplete, secondsBand }) => isComplete && secondsBand === band).length,
  );
  const shown = suppressList(counts, minCell);
  return bands.map((band, index) => ({ band, people: shown?.[index] ?? null }));
}

/** The same question in its other wordings, counted apart: did the words change the answer? */
export function wordingResults(
  questionnaire: Questionnaire,
  submissions: readonly CountedSubmission[],
  minCell: number,
): { key: string; wordings: { key: string; text: Words; result: QuestionResult }[] }[] {
  return questionsOf(questionnaire).flatMap((question) => {
    if (question.wordings.length === 0) return [];
    const complete = submissions.filter(({ isComplete }) => isComplete);
    const wordings = [{ key: 'a', text: question.text }, ...question.wordings].map(({ key, text }) => {
      const read = complete.filter(({ wordings }) => (wordings[question.key] ?? 'a') === key);
      const result = questionResult(
        question,
        read.map((submission) => ({ submission, weight: 1 })),
      );
      const [shown = result] = forPublic(
        { title: {}, n: read.length, statement: {} as never, questions: [result] },
        minCell,
      ).questions;
      return { key, text, result: shown };
    });
    return [{ key: question.key, wordings }];
  });
}
