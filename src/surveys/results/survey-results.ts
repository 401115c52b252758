import { addDays, type Day } from '../../kernel/day.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import type { Words } from '../questionnaire/words.ts';
import type { Estimate } from '../statistics/estimates.ts';
import { type Raked, rake } from '../statistics/raking.ts';
import { mayShowGroup, suppressList } from '../statistics/suppression.ts';
import type { DatedMargins, Wave } from '../wave.ts';
import { type OptionResult, type QuestionResult, questionResult } from './question-result.ts';
import { type HonestStatement, marginPoints } from './statement.ts';
import { type CountedSubmission, categoryOf } from './submission.ts';

const TRIM = { lower: 0.3, upper: 3 };

export interface SurveyResults {
  readonly title: Words;
  readonly n: number;
  readonly statement: HonestStatement;
  readonly questions: readonly QuestionResult[];
}

export interface ResultsInput {
  readonly questionnaire: Questionnaire;
  readonly wave: Pick<Wave, 'mode' | 'audience' | 'frameSize' | 'margins' | 'minCell'>;
  readonly submissions: readonly CountedSubmission[];
  /** People a message reached, and how many of them finished. */
  readonly reached: { readonly people: number; readonly finished: number };
  /** One group only, such as `{ variable: 'language', category: 'kk' }`. */
  readonly filter?: { readonly variable: string; readonly category: string };
}

/** Results for those who may see every number; `forPublic` makes the version for everybody. Null when a filter would single people out. */
export function surveyResults({
  questionnaire,
  wave,
  submissions,
  reached,
  filter,
}: ResultsInput): SurveyResults | null {
  const complete = submissions.filter(({ isComplete }) => isComplete);
  const raked = wave.margins ? weightsFor(complete, wave.margins) : null;
  const weighted = complete.map((submission, index) => ({ submission, weight: raked?.weights[index] ?? 1 }));
  const counted = filter
    ? weighted.filter(({ submission }) => categoryOf(submission, filter.variable) === filter.category)
    : weighted;
  if (filter && !mayShowGroup(counted.length, complete.length, wave.minCell)) return null;
  const days = complete.map(({ answeredOn }) => answeredOn).sort();
  const last = days.at(-1);
  const basis = wave.audience.sample ? 'sample' : wave.audience.open ? 'open' : 'list';
  const effectiveN = raked?.effectiveN ?? complete.length;
  return {
    title: questionnaire.title,
    n: counted.length,
    statement: {
      basis,
      n: counted.length,
      partial: submissions.length - complete.length,
      frameSize: wave.frameSize,
      asked: reached.people,
      responseRate: reached.people === 0 ? null : reached.finished / reached.people,
      from: days[0] ?? null,
      // Anonymous answers carry the Monday of their week: they came by its Sunday.
      until: last === undefined ? null : wave.mode === 'anonymous' ? addDays(last as Day, 6) : last,
      languages: Object.fromEntries(
        LANGUAGES.map((language: Language) => [
          language,
          complete.filter((submission) => submission.language === language).length,
        ]),
      ),
      weighting:
        raked && wave.margins
          ? {
              on: wave.margins.on,
              source: wave.margins.source,
              designEffect: raked.designEffect,
              effectiveN: raked.effectiveN,
            }
          : null,
      marginPoints: basis === 'sample' && !wave.audience.open && complete.length > 0 ? marginPoints(effectiveN) : null,
    },
    questions: questionsOf(questionnaire).map((question) => questionResult(question, counted)),
  };
}

/** Weights that bring the answers to the known population; null while a category of it has nobody who answered. */
export function weightsFor(submissions: readonly CountedSubmission[], { totals }: DatedMargins): Raked | null {
  const rows = submissions.map((submission) =>
    Object.fromEntries(Object.keys(totals).map((variable) => [variable, categoryOf(submission, variable)])),
  );
  const isEmpty = Object.entries(totals).some(([variable, categories]) =>
    Object.keys(categories).some((category) => !rows.some((row) => row[variable] === category)),
  );
  if (submissions.length === 0 || isEmpty) return null;
  const raked = rake(rows, totals, { trim: TRIM, tolerance: 1e-10 });
  const average = raked.weights.reduce((sum, weight) => sum + weight, 0) / raked.weights.length;
  return { ...raked, weights: raked.weights.map((weight) => weight / average) };
}

/** Everything an outsider could use to single people out is gone; what is left can be published and counted with. */
export function forPublic(results: SurveyResults, minCell: number): SurveyResults {
  const statement = { ...results.statement, languages: hideFewSpeakers(results.statement.languages, minCell) };
  if (results.n < minCell) return { ...results, statement, questions: results.questions.map(hidden) };
  return {
    ...results,
    statement,
    questions: results.questions.map((question) => {
      if (question.answered < minCell) return hidden(question);
      const options = hideSmall(question.options, minCell);
      return {
        ...question,
        // Words of a hand that skipped or declined are counted only in company.
        skipped: question.skipped < minCell ? 0 : question.skipped,
        declined: question.declined < minCell ? 0 : question.declined,
        options,
        mean: besideHidden(question, options, minCell),
        rows: question.rows.map((row) => ({ ...row, options: hideSmall(row.options, minCell) })),
        means: question.means.map((item) => ((item.mean?.n ?? 0) < minCell ? { ...item, mean: null } : item)),
      };
    }),
  };
}

function hideFewSpeakers(languages: HonestStatement['languages'] = {}, minCell: number): HonestStatement['languages'] {
  const spoken = Object.entries(languages);
  const shown = suppressList(
    spoken.map(([, people]) => people ?? 0),
    minCell,
  );
  return Object.fromEntries(
    spoken.map(([language, people], at) => [language, people === 0 ? 0 : (shown?.[at] ?? null)]),
  );
}

/**
 * A mean beside hidden counts is one equation more for whoever wants them: said only so finely that moving a whole cell's
 * worth of people would not show.
 */
export function besideHidden(
  { mean, type, answered }: Pick<QuestionResult, 'mean' | 'type' | 'answered'>,
  options: readonly OptionResult[],
  minCell: number,
): Estimate | null {
  if (!mean || !options.some(({ count }) => count === null)) return mean;
  const step = (2 * minCell * (type === 'nps' ? 100 : 1)) / Math.max(1, answered);
  const coarse = (value: number): number => Math.round(value / step) * step;
  return {
    ...mean,
    value: coarse(mean.value),
    interval: { low: coarse(mean.interval.low), high: coarse(mean.interval.high) },
  };
}

const hidden = (question: QuestionResult): QuestionResult => ({
  ...question,
  answered: 0,
  skipped: 0,
  declined: 0,
  options: [],
  rows: [],
  mean: null,
  means: [],
});

/** Where several may be chosen the counts do not add up, but they come close when most people choose one: hidden alike. */
function hideSmall(options: readonly OptionResult[], minCell: number): OptionResult[] {
  const shown = suppressList(
    options.map(({ count }) => count ?? 0),
    minCell,
  );
  return options.map((option, index) =>
    shown === null || shown[index] === null ? { ...option, count: null, share: null } : option,
  );
}
