import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { questionsOf } from '../questionnaire/questionnaire.ts';
import type { Words } from '../questionnaire/words.ts';
import { suppressList, suppressTable } from '../statistics/suppression.ts';
import { type QuestionResult, questionResult } from './question-result.ts';
import { type CountedSubmission, categoryOf } from './submission.ts';
import { besideHidden, forPublic } from './survey-results.ts';

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

/**
 * The same question in its other wordings, counted apart: did the words change the answer? A cell is shown when the
 * table of all wordings shows it and the whole does, so that no wording follows from the others.
 */
export function wordingResults(
  questionnaire: Questionnaire,
  submissions: readonly CountedSubmission[],
  minCell: number,
): { key: string; wordings: { key: string; text: Words; result: QuestionResult }[] }[] {
  const complete = submissions.filter(({ isComplete }) => isComplete);
  return questionsOf(questionnaire).flatMap((question) => {
    if (question.wordings.length === 0) return [];
    const counted = (read: readonly CountedSubmission[]): { n: number; result: QuestionResult } => ({
      n: read.length,
      result: questionResult(
        question,
        read.map((submission) => ({ submission, weight: 1 })),
      ),
    });
    const published = ({ n, result }: { n: number; result: QuestionResult }): QuestionResult =>
      forPublic({ title: {}, n, statement: {} as never, questions: [result] }, minCell).questions[0] ?? result;
    const whole = published(counted(complete));
    const all = [{ key: 'a', text: question.text }, ...question.wordings].map(({ key, text }) => ({
      key,
      text,
      ...counted(complete.filter(({ wordings }) => (wordings[question.key] ?? 'a') === key)),
    }));
    const table = suppressTable(
      all.map(({ result }) => result.options.map(({ count }) => count ?? 0)),
      minCell,
    );
    const isThin = all.some(({ result }) => result.answered > 0 && result.answered < minCell);
    const wordings = all.map(({ key, text, n, result }, row) => {
      const shown = published({ n, result });
      const options = shown.options.map((option, at) =>
        (table?.[row]?.[at] ?? null) === null || (whole.options[at]?.count ?? null) === null
          ? { ...option, count: null, share: null }
          : option,
      );
      const mean = isThin ? null : besideHidden({ ...shown, mean: result.mean }, options, minCell);
      return { key, text, result: { ...shown, options, mean: shown.mean && mean } };
    });
    return [{ key: question.key, wordings }];
  });
}
