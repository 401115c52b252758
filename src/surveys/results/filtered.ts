import { type Question, questionsOf } from '../questionnaire/questionnaire.ts';
import { suppressTable } from '../statistics/suppression.ts';
import { shownTable } from './cross.ts';
import { type OptionResult, type QuestionResult, questionResult } from './question-result.ts';
import { type CountedSubmission, categoryOf } from './submission.ts';
import { besideHidden, forPublic, type ResultsInput, type SurveyResults, surveyResults } from './survey-results.ts';

type Filter = NonNullable<ResultsInput['filter']>;

const listsOf = ({ options, rows }: QuestionResult) => [options, ...rows.map((row) => row.options)];
const unweighted = (question: Question, submissions: readonly CountedSubmission[]) =>
  questionResult(
    question,
    submissions.map((submission) => ({ submission, weight: 1 })),
  );

/**
 * One group beside the whole, so that nobody can subtract: neither one filter from another, nor filters from the whole
 * or from a cross-table. A cell is shown when it is shown in the table of all groups, and when the whole shows it. How
 * many left a question out is no secret. Null when the group, or the rest, is a handful.
 */
export function filteredForPublic(
  { filter, ...input }: ResultsInput & { readonly filter: Filter },
  minCell: number,
): SurveyResults | null {
  const part = surveyResults({ ...input, filter });
  const whole = surveyResults(input);
  if (!part || !whole) return null;
  const shownPart = forPublic(part, minCell);
  const shownWhole = forPublic(whole, minCell);
  const complete = input.submissions.filter(({ isComplete }) => isComplete);
  const byCategory = Map.groupBy(complete, (submission) => categoryOf(submission, filter.variable));
  const questions = new Map(questionsOf(input.questionnaire).map((question) => [question.key, question]));
  return {
    ...shownPart,
    questions: shownPart.questions.map((shown, index) => {
      const question = questions.get(shown.key);
      const beside = shownWhole.questions[index];
      if (!question || !beside) return shown;
      // Whoever has no category follows from the others by subtraction: a group too.
      const isThin = [...byCategory.values()].some((members) => {
        const { answered } = unweighted(question, members);
        return answered > 0 && answered < minCell;
      });
      const cells = cellsOf(question, filter, complete, minCell);
      const [options = [], ...rows] = listsOf(shown).map((list, number) =>
        list.map((option, at) =>
          cells(number, option.key) && (listsOf(beside)[number]?.[at]?.count ?? null) !== null
            ? option
            : hidden(option),
        ),
      );
      return {
        ...shown,
        options,
        rows: shown.rows.map((row, number) => ({ ...row, options: rows[number] ?? [] })),
        mean: isThin ? null : besideHidden({ ...shown, mean: part.questions[index]?.mean ?? null }, options, minCell),
        means: isThin ? shown.means.map((item) => ({ ...item, mean: null })) : shown.means,
      };
    }),
  };
}

const hidden = (option: OptionResult): OptionResult => ({ ...option, count: null, share: null });

/** Whether the table of all groups shows the group's cell, by list (0, or a row of a matrix from 1) and option. */
function cellsOf(
  question: Question,
  { variable, category }: Filter,
  complete: readonly CountedSubmission[],
  minCell: number,
): (list: number, option: string) => boolean {
  // The same table that can be asked for as a cross-table.
  const isVariable = complete.some((submission) => categoryOf(submission, question.key) !== undefined);
  if (isVariable && question.type !== 'matrix') {
    const { table, shown } = shownTable(complete, variable, question.key, minCell);
    const row = shown?.[table.rows.indexOf(category)];
    return (_list, option) => {
      const at = table.columns.indexOf(option);
      return shown !== null && (at < 0 || (row?.[at] ?? null) !== null);
    };
  }
  const groups = [...Map.groupBy(complete, (submission) => categoryOf(submission, variable))]
    .filter(([key]) => key !== undefined)
    .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const at = groups.findIndex(([key]) => key === category);
  const found = groups.map(([, members]) => listsOf(unweighted(question, members)));
  const tables = (found[0] ?? []).map((list, number) => ({
    keys: list.map(({ key }) => key),
    shown: suppressTable(
      found.map((lists) => lists[number]?.map(({ count }) => count ?? 0) ?? []),
      minCell,
    ),
  }));
  return (list, option) => {
    const table = tables[list];
    return table?.shown?.[at]?.[table.keys.indexOf(option)] !== null && table?.shown !== null;
  };
}
