import { setImmediate } from 'node:timers/promises';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Condition, questionsIn } from '../questionnaire/condition.ts';
import { createLot, shuffled } from '../questionnaire/lot.ts';
import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import { wordsIn } from '../questionnaire/words.ts';
import { shownTable } from '../results/cross.ts';
import { type CountedSubmission, categoryOf } from '../results/submission.ts';
import { weightsFor } from '../results/survey-results.ts';
import type { Wave } from '../wave.ts';
import { inBands, wasSaid, yearOf } from './coarse.ts';
import { type Apart, type Cell, HIDDEN, LEAST_ROWS, protectRows } from './protect-rows.ts';
import { type Variable, variablesOf } from './variables.ts';

/** What is known of everybody besides the answers, the most useful first. */
const ABOUT = ['language', 'stratum', 'channel', 'answered_on', 'time_band'];
const TABLED = ['single', 'scale', 'stars', 'nps'];

export interface SafeColumn extends Omit<Variable, 'read' | 'unit' | 'kind'> {
  readonly cells: readonly Cell[];
}

/** A file of rows in which nobody can be found. */
export interface SafeRows {
  readonly title: string;
  readonly language: Language;
  readonly columns: readonly SafeColumn[];
  readonly rows: number;
  /** So many complete answers were left out by lot. */
  readonly leftOut: number;
  readonly isWeighted: boolean;
  /** Answers in words, masked, each question in an order of lot of its own: they stand beside nothing else. */
  readonly words: readonly { readonly question: string; readonly texts: readonly string[] }[];
}

interface Inputs {
  readonly wave: Pick<Wave, 'seed' | 'state' | 'minCell' | 'margins'>;
  readonly questionnaire: Questionnaire;
  readonly submissions: readonly CountedSubmission[];
  readonly language: Language;
  readonly mask: (text: string) => string;
}

const isOver = ({ state }: Pick<Wave, 'state'>): boolean => state === 'closed' || state === 'published';
const completeOf = (submissions: readonly CountedSubmission[]) => submissions.filter(({ isComplete }) => isComplete);

export const mayGiveRows = (wave: Pick<Wave, 'state'>, submissions: readonly CountedSubmission[]): boolean =>
  isOver(wave) && completeOf(submissions).length >= LEAST_ROWS;

/** Rows of a finished wave, complete answers only, made safe to leave. Refused while a wave runs and for a few dozen people. */
export async function safeRows({ wave, questionnaire, submissions, language, mask }: Inputs): Promise<SafeRows> {
  const complete = completeOf(submissions);
  if (!isOver(wave)) throw new Refusal('survey.rows_after_close');
  if (complete.length < LEAST_ROWS) throw new Refusal('survey.too_few_rows', { least: LEAST_ROWS });
  const { minCell, margins } = wave;
  const variables = inOrder(variablesOf(questionnaire, language, mask));
  const backgrounds = new Set([
    ...ABOUT,
    ...Object.keys(margins?.totals ?? {}),
    ...questionnaire.quotas.flatMap(({ when }) => questionsIn(when)),
  ]);
  const { kept, columns } = await protectRows(
    variables.map(({ unit, kind, read }) => {
      const cells = complete.map(read);
      const values =
        kind === 'number'
          ? inBands(cells, minCell)
          : kind === 'day'
            ? cells.map(yearOf)
            : kind === 'words'
              ? cells.map(wasSaid)
              : cells;
      return { unit, isBackground: backgrounds.has(unit), values };
    }),
    {
      minCell,
      lot: createLot(`${wave.seed}:rows`),
      followers: followersIn(questionnaire, variables),
      apart: await tablesOf(questionnaire, complete, minCell),
    },
  );
  const safe = variables.map(
    ({ name, label, type, values, question, kind }, at): SafeColumn => ({
      name,
      label,
      type: kind === 'words' ? 'numeric' : type,
      values,
      question,
      cells: columns[at] ?? [],
    }),
  );
  const raked = margins ? weightsFor(complete, margins) : null;
  return {
    title: wordsIn(questionnaire.title, language),
    language,
    columns:
      raked && margins
        ? [weightColumn(kept, safe, raked.weights, Object.keys(margins.totals), variables), ...safe]
        : safe,
    rows: kept.length,
    leftOut: complete.length - kept.length,
    isWeighted: raked !== null,
    words: variables.flatMap(({ name, label, kind, read }) => {
      const texts =
        kind === 'words' ? complete.map(read).filter((cell) => typeof cell === 'string' && cell !== '') : [];
      return texts.length === 0
        ? []
        : [{ question: label, texts: shuffled(texts, createLot(`${wave.seed}:${name}:words`)) as string[] }];
    }),
  };
}

const inOrder = (variables: readonly Variable[]): Variable[] => [
  ...ABOUT.flatMap((name) => variables.filter((variable) => variable.name === name)),
  ...variables.filter(({ name }) => !ABOUT.includes(name)),
];

/** A weight tells the categories it was made of: whoever has one of them hidden has the mean of all such people. */
function weightColumn(
  kept: readonly number[],
  safe: readonly SafeColumn[],
  weights: readonly number[],
  margins: readonly string[],
  variables: readonly Variable[],
): SafeColumn {
  const made = safe.filter((_, at) => margins.includes(variables[at]?.unit ?? ''));
  const hidden = kept.flatMap((row, place) =>
    made.some(({ cells }) => cells[place] === HIDDEN) ? [weights[row] ?? 1] : [],
  );
  const mean = hidden.reduce((sum, weight) => sum + weight, 0) / Math.max(1, hidden.length);
  return {
    name: 'weight',
    label: 'weight',
    type: 'numeric',
    values: [],
    question: null,
    cells: kept.map((row, place) =>
      round(made.some(({ cells }) => cells[place] === HIDDEN) ? mean : (weights[row] ?? 1)),
    ),
  };
}

const round = (weight: number): number => Math.round(weight * 1_000_000) / 1_000_000;

/** Whose being asked at all tells an answer to another question. */
function followersIn(questionnaire: Questionnaire, variables: readonly Variable[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const unitsOf = (key: string) =>
    variables.filter(({ unit }) => unit === key || unit.startsWith(`${key}__`)).map(({ unit }) => unit);
  const add = (asked: string, because: readonly string[]): void => {
    for (const key of because)
      for (const unit of unitsOf(key))
        found.set(
          unit,
          [...new Set([...(found.get(unit) ?? []), ...unitsOf(asked)])].filter((one) => one !== unit),
        );
  };
  const skips: string[] = [];
  for (const question of questionsOf(questionnaire)) {
    add(question.key, [...skips, ...conditionsOf(question).flatMap(namesIn)]);
    skips.push(...question.goTo.flatMap(({ when }) => (when ? namesIn(when) : [])));
  }
  return found;
}

const conditionsOf = (question: Question): Condition[] =>
  [question.when, ...('options' in question ? question.options.map(({ when }) => when) : [])].filter(
    (condition) => condition !== undefined,
  );

function namesIn(condition: Condition): string[] {
  return JSON.stringify(condition).includes('"language"')
    ? ['language', ...questionsIn(condition)]
    : questionsIn(condition);
}

/** What the console's cross-tables hide, the file hides too. */
async function tablesOf(
  questionnaire: Questionnaire,
  complete: readonly CountedSubmission[],
  minCell: number,
): Promise<Apart[]> {
  const names = [
    'language',
    'stratum',
    ...questionsOf(questionnaire).flatMap(({ key, type }) => (TABLED.includes(type) ? [key] : [])),
  ];
  const categories = names.map((name) => complete.map((submission) => categoryOf(submission, name)));
  const found: Apart[] = [];
  for (const [at, first] of categories.entries())
    for (const [further, second] of categories.slice(at + 1).entries()) {
      // A long file must not hold up those who wait for an answer.
      await setImmediate();
      if (!hasHandful(first, second, minCell)) continue;
      const [a = '', b = ''] = [names[at], names[at + 1 + further]];
      const { table, shown } = shownTable(complete, a, b, minCell);
      const rows = complete.flatMap((_, row) => {
        const [line, place] = [table.rows.indexOf(first[row] ?? ''), table.columns.indexOf(second[row] ?? '')];
        return shown?.[line]?.[place] === null ? [row] : [];
      });
      found.push({ units: [a, b], rows });
    }
  return found;
}

function hasHandful(
  first: readonly (string | undefined)[],
  second: readonly (string | undefined)[],
  minCell: number,
): boolean {
  const counts = new Map<string, Map<string, number>>();
  first.forEach((a, row) => {
    const b = second[row];
    if (a === undefined || b === undefined) return;
    const line = counts.get(a) ?? new Map<string, number>();
    counts.set(a, line.set(b, (line.get(b) ?? 0) + 1));
  });
  return counts.values().some((line) => line.values().some((count) => count < minCell));
}
