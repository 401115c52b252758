import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createAnswerPipeline,
  createMemorySearch,
  loadConversation,
  loadRecords,
  loadThesaurus,
  measureAllowed,
  measureAnswers,
  measureClaims,
  measureHeldOut,
  measureRecall,
  measureRefusals,
  measureTurns,
  parseQuestions,
  parseRefusals,
  parseTurns,
} from '../knowledge/index.ts';
import type { Command } from './command.ts';

const USAGE = `usage: dauys knowledge eval [--json] [--misses] [--jurisdiction CODE]

Asks the labelled questions of jurisdictions/CODE/knowledge/eval without any model and without a database.
  --misses  lists what went wrong
`;
const JURISDICTIONS = join(import.meta.dirname, '../../jurisdictions');

/** `dauys knowledge eval`: recall, how questions end, what is refused, and what is told apart. */
export const knowledgeCommand: Command = async (args, io) => {
  const [action, ...rest] = args;
  if (action !== 'eval') {
    io.stderr(USAGE);
    return 2;
  }
  const options = { json: { type: 'boolean' }, misses: { type: 'boolean' }, jurisdiction: { type: 'string' } } as const;
  const { values } = parseArgs({ args: rest, options });
  const report = await evaluate(join(JURISDICTIONS, values.jurisdiction ?? 'kz', 'knowledge'));
  if (values.json) {
    const { misses, ...figures } = report;
    io.stdout(`${JSON.stringify(values.misses ? report : figures)}\n`);
    return 0;
  }
  for (const [name, groups] of Object.entries({
    recall: report.recall,
    status: report.status,
    refusals: report.refusals,
    allowed: report.allowed,
    heldOut: report.heldOut,
    turns: report.turns,
  })) {
    io.stdout(`${name}\n`);
    for (const [group, figures] of Object.entries(groups))
      io.stdout(
        `  ${group.padEnd(32)} ${Object.entries(figures)
          .map(([key, value]) => `${key} ${value}`)
          .join('  ')}\n`,
      );
  }
  const { planted, caught, truths, kept } = report.claims;
  io.stdout(`claims\n  planted ${planted}  caught ${caught}  true sentences ${truths}  kept ${kept}\n`);
  if (values.misses) for (const miss of report.misses) io.stdout(`${JSON.stringify(miss)}\n`);
  return 0;
};

async function evaluate(directory: string) {
  const table = (name: string): string => readFileSync(join(directory, 'eval', `${name}.tsv`), 'utf8');
  const records = loadRecords(directory);
  const search = createMemorySearch(records, loadThesaurus(join(directory, 'synonyms.txt')));
  const pipeline = createAnswerPipeline({
    conversation: loadConversation(join(directory, 'conversation.yaml')),
    search,
    model: { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) },
  });
  const questions = parseQuestions(table('questions'));
  const begun = performance.now();
  const recall = await measureRecall(questions, search);
  const msPerQuestion = Math.round(((performance.now() - begun) / questions.length) * 100) / 100;
  const status = await measureAnswers(questions, pipeline);
  const refusals = await measureRefusals(parseRefusals(table('refusals')), pipeline);
  const allowed = await measureAllowed(parseRefusals(table('allowed')), pipeline);
  const heldOut = await measureHeldOut(parseRefusals(table('held-out')), pipeline);
  const turns = await measureTurns(parseTurns(table('turns')), pipeline);
  return {
    records: records.length,
    questions: questions.length,
    msPerQuestion,
    recall: recall.groups,
    status: status.groups,
    refusals: refusals.groups,
    allowed: allowed.groups,
    heldOut,
    turns: turns.groups,
    claims: measureClaims(records),
    misses: [...recall.misses, ...status.wrong, ...refusals.wrong, ...allowed.wrong, ...turns.wrong],
  };
}
