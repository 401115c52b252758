import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reliabilityDiagram, riskCoverageCurve } from '../routing/charts.ts';
import { parseCsvRecords } from '../routing/csv.ts';
import { crossValidate, type Evaluation, evaluateOn, type LabelledText } from '../routing/evaluate.ts';

export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
}

const USAGE = `Usage: dauys router eval --train FILE.csv [--test FILE.csv] [--target 0.9] [--folds 5] [--json] [--report DIR]

The CSV has the columns text,label,group,lang and, if known, kind. Without --test: cross-validation by group.
The report draws reliability and risk–coverage for all texts, and apart for each language and kind.
`;

export async function routerCommand(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const [action, ...rest] = args;
    if (action === '--help' || action === '-h') {
      io.stdout(USAGE);
      return 0;
    }
    if (action !== 'eval') throw new UsageError(action ? `unknown action "${action}"` : 'an action is missing');
    return await evaluate(rest, io);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    io.stderr(`router: ${error.message}\n`);
    if (error instanceof UsageError) io.stderr(USAGE);
    return error instanceof UsageError ? 2 : 1;
  }
}

class UsageError extends Error {}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        train: { type: 'string' },
        test: { type: 'string' },
        target: { type: 'string', default: '0.9' },
        folds: { type: 'string', default: '5' },
        report: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function evaluate(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    io.stdout(USAGE);
    return 0;
  }
  if (!options.train) throw new UsageError('--train is missing');
  const target = Number(options.target);
  const folds = Number(options.folds);
  if (!(target > 0 && target <= 1)) throw new UsageError('--target must lie between 0 and 1');
  if (!(Number.isInteger(folds) && folds >= 2)) throw new UsageError('--folds must be a whole number from 2');

  const train = await readTexts(options.train, io);
  if (train.length < 2) throw new Error(`${options.train} holds fewer than two labelled texts`);
  const progress = (done: string) => io.stderr(`${done}\n`);
  const evaluation = options.test
    ? evaluateOn(train, await readTexts(options.test, io), { target })
    : crossValidate(train, { target, folds, progress });

  if (options.report) await writeReport(options.report, evaluation);
  io.stdout(options.json ? `${JSON.stringify(evaluation)}\n` : describe(evaluation));
  return 0;
}

async function readTexts(path: string, io: CommandIo): Promise<LabelledText[]> {
  const records = parseCsvRecords(await readFile(path, 'utf8'));
  const [first] = records;
  if (first && !('text' in first && 'label' in first)) throw new Error(`${path} lacks the columns text and label`);
  const texts = records
    .map(({ text = '', label = '', group = '', lang = '', kind = '' }) => ({
      text,
      label: label.trim(),
      group,
      lang: lang.trim(),
      kind: kind.trim(),
    }))
    .filter(({ label }) => label !== '');
  if (texts.length < records.length)
    io.stderr(`${path}: ${records.length - texts.length} rows without a label left out\n`);
  return texts;
}

async function writeReport(directory: string, evaluation: Evaluation): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { target } = evaluation;
  await Promise.all([
    writeFile(join(directory, 'metrics.json'), `${JSON.stringify(evaluation, undefined, 2)}\n`),
    writeFile(join(directory, 'reliability.svg'), reliabilityDiagram(evaluation.reliability, 'Reliability')),
    writeFile(
      join(directory, 'risk-coverage.svg'),
      riskCoverageCurve(evaluation.riskCoverage, target, 'Risk and coverage'),
    ),
    ...Object.entries(evaluation.curves).flatMap(([name, curves]) => [
      writeFile(
        join(directory, `reliability-${fileName(name)}.svg`),
        reliabilityDiagram(curves.reliability, `Reliability, ${name.replace('-', ' ')}`),
      ),
      writeFile(
        join(directory, `risk-coverage-${fileName(name)}.svg`),
        riskCoverageCurve(curves.riskCoverage, target, `Risk and coverage, ${name.replace('-', ' ')}`),
      ),
    ]),
  ]);
}

/** A language or kind comes from the file that is measured: nothing in it may lead out of the folder. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);

function describe(evaluation: Evaluation): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`).padStart(8);
  const lines = [
    `${evaluation.texts} texts, ${evaluation.classes} classes, ${evaluation.mode}`,
    `accuracy           ${percent(evaluation.accuracy)}`,
    `macro F1           ${percent(evaluation.macroF1)}`,
    `among first three  ${percent(evaluation.top3)}`,
    `at target ${evaluation.target}: coverage ${percent(evaluation.coverageAtTarget)}, accuracy ${percent(evaluation.accuracyAtTarget)}`,
    `always the most frequent ${percent(evaluation.baseline)}`,
    `calibration error  ${percent(evaluation.calibrationError)}`,
    `short list for ${evaluation.shortList.level}: ${evaluation.shortList.meanSize.toFixed(2)} classes, holds ${percent(evaluation.shortList.coverage)}`,
    `${evaluation.msPerText.toFixed(2)} ms a text, training ${evaluation.trainingSeconds.toFixed(1)} s`,
    ...Object.entries(evaluation.languages).map(
      ([lang, figures]) =>
        `  ${lang}: ${figures.texts} texts, accuracy ${percent(figures.accuracy)}, first three ${percent(figures.top3)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
