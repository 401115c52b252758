import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { drawMap } from '../src/surveys/opinion-map/draw-map.ts';
import type { Vote } from '../src/surveys/opinion-map/vote-matrix.ts';
import { createLot } from '../src/surveys/questionnaire/lot.ts';
import { rake } from '../src/surveys/statistics/raking.ts';
import { surveysOnADatabase } from '../test/builders/surveys-on-a-database.ts';
import { startBenchDatabase } from './support/bench-database.ts';

/**
 * Many people answering seven questions at once, each answer a transaction of its own on an embedded PostgreSQL with
 * fsync on; then the count of the results, and the statistics alone. `--people 50000` is the whole thing.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '16' },
  },
  strict: false,
});
const PEOPLE = Number(values.people);
const LANES = Number(values.lanes);

const words = (text: string) => ({ kk: text, ru: text, en: text });
const options = ['yes', 'rather', 'no'].map((key) => ({ key, label: words(key) }));
const questions = Array.from({ length: 7 }, (_, index) => ({
  key: `q${index + 1}`,
  type: 'single' as const,
  text: words(`Question ${index + 1}`),
  options,
}));
const questionnaire = {
  title: words('Seven questions'),
  intro: words('i'),
  consent: words('c'),
  thanks: words('t'),
  blocks: [{ key: 'b', questions }],
  quotas: [{ key: 'all', label: words('all'), when: { question: 'q1', answered: true }, limit: PEOPLE }],
};

const round = (number: number, digits = 2): number => Number(number.toFixed(digits));
const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

const server = await startBenchDatabase();
const on = surveysOnADatabase(server.url, {}, LANES + 2);
const people = await on.people(PEOPLE, { territory: 'bench' });
const warm = await on.people(30, { territory: 'warm' });
const wave = await on.wave({ questionnaire, audience: { territories: ['bench', 'warm'] } });

const latencies: number[] = [];
async function answer(person: (typeof people)[number], index: number): Promise<void> {
  const timed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const at = performance.now();
    const result = await work();
    latencies.push(performance.now() - at);
    return result;
  };
  let turn = await on.inTx((tx) => on.surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'));
  for (let step = 0; turn.type === 'ask'; step += 1) {
    const { sessionId, stepKey } = turn.view;
    // As the chat does it: a press names its conversation, which is asked for while the transaction opens.
    turn = await timed(() =>
      on.inTx(
        (tx) => on.surveys.answering.choose(tx, sessionId, person, stepKey, options[(index + step) % 3]?.key ?? 'no'),
        (tx) => on.surveys.answering.foresee(tx, sessionId),
      ),
    );
  }
}
for (const [index, person] of warm.entries()) await answer(person, index);
await on.rows('update survey_quota_counts set finished = 0');
latencies.length = 0;

let next = 0;
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (let index = next++; index < PEOPLE; index = next++)
      await answer(people[index] ?? people[0] ?? ('' as never), index);
  }),
);
const seconds = (performance.now() - startedAt) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
await on.surveys.mixAll();
await on.inTx((tx) => on.surveys.waves.close(tx, wave.id, 'bench'));
const counting = performance.now();
const results = await on.surveys.results.results(wave.id);
const countSeconds = (performance.now() - counting) / 1_000;
const expected = options.map(
  (_, at) =>
    [...people.keys()].filter((index) => index % 3 === at).length +
    [...warm.keys()].filter((index) => index % 3 === at).length,
);
const counts = results.questions[0]?.options.map(({ count }) => count);

const lot = createLot('bench');
const rows = Array.from({ length: 50_000 }, () => ({
  sex: lot() < 0.6 ? 'f' : 'm',
  age: ['18', '30', '45', '60'][Math.floor(lot() * 4)] ?? '18',
  language: lot() < 0.3 ? 'kk' : 'ru',
}));
const raking = performance.now();
const raked = rake(rows, {
  sex: { f: 26_000, m: 24_000 },
  age: { '18': 12_000, '30': 15_000, '45': 12_500, '60': 10_500 },
  language: { kk: 34_000, ru: 16_000 },
});
const rakingMs = performance.now() - raking;

const matrix = {
  statements: 200,
  removed: new Set<number>(),
  people: Array.from({ length: 2_000 }, () => {
    const side = lot() < 0.5 ? 1 : -1;
    return new Map<number, Vote>(
      Array.from({ length: 30 }, () => [
        Math.floor(lot() * 200),
        (lot() < 0.7 ? side : lot() < 0.5 ? 0 : -side) as Vote,
      ]),
    );
  }),
};
const mapping = performance.now();
const map = drawMap(matrix);
const mapMs = performance.now() - mapping;

await on.close();
await server.stop();
const report = {
  cores: cpus().length,
  load: round(loadavg()[0] ?? 0),
  people: PEOPLE,
  lanes: LANES,
  answersPerSecond: round((PEOPLE * 7) / seconds, 0),
  peoplePerSecond: round(PEOPLE / seconds, 1),
  p50Ms: round(percentile(latencies, 0.5)),
  p99Ms: round(percentile(latencies, 0.99)),
  cpuMsPerAnswer: round((cpu.user + cpu.system) / 1_000 / (PEOPLE * 7), 3),
  counted: {
    n: results.n,
    counts,
    correct: JSON.stringify(counts) === JSON.stringify(expected),
    seconds: round(countSeconds),
  },
  raking50000: { ms: round(rakingMs, 0), rounds: raked.rounds, largestGap: raked.largestGap },
  opinionMap2000by200: { ms: round(mapMs, 0), groups: map.groups.length },
};
console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
process.exit(0);
