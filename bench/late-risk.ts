/**
 * Whether "70 of 100" is 70 of 100, on a simulated history: thirty bodies of their own pace, twelve topics, durations
 * scattered log-normally around them. The estimate learns from the older two thirds and is asked about the rest at
 * half of each term. No real history is used; what a real one gives is on the console's page of risks.
 *
 *   node bench/late-risk.ts [--json] [--cases N]
 */
import { pathToFileURL } from 'node:url';
import { type AnsweredTicket, calibrationOf, loadJurisdiction, risksOf } from '../src/deadlines/index.ts';
import { day } from '../src/kernel/day.ts';

const SEED = 7;
const TERM_DAYS = 15;
const SPREAD = 0.4;
const OPEN = 10_000;

function createRandom(seed: number) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform() || 1e-9)) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

export function benchLateRisk(cases = 20_000) {
  const { calendar } = loadJurisdiction('kz');
  const { uniform, normal } = createRandom(SEED);
  const bodies = Array.from({ length: 30 }, (_, index) => ({ code: `body ${index}`, pace: 6 + 8 * uniform() }));
  const topics = Array.from({ length: 12 }, (_, index) => ({ code: `topic ${index}`, factor: 0.7 + 0.8 * uniform() }));
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(uniform() * items.length)] as Item;
  const history = Array.from({ length: cases }, (_, index): AnsweredTicket => {
    const [body, topic] = [pick(bodies), pick(topics)];
    const took = Math.max(0, Math.round(body.pace * topic.factor * Math.exp(SPREAD * normal())));
    const startOn = calendar.addWorkingDays(day('2025-06-02'), Math.floor((index / cases) * 320));
    return {
      agencyCode: body.code,
      topicId: topic.code,
      startOn,
      dueOn: calendar.addWorkingDays(startOn, TERM_DAYS),
      answeredOn: calendar.addWorkingDays(startOn, took),
    };
  });
  const open = history.slice(-OPEN).map((ticket, index) => ({ ...ticket, ticketId: String(index) }));
  const begun = performance.now();
  risksOf(open, history, () => calendar, day('2026-10-20'));
  const estimateMs = Math.round(performance.now() - begun);
  return {
    bench: 'late-risk',
    history: cases,
    simulated: true,
    open: open.length,
    estimateMs,
    ...calibrationOf(history, () => calendar),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--cases');
  const report = benchLateRisk(at > 0 ? Number(process.argv[at + 1]) : undefined);
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else {
    const { cases, brier, baselineBrier, bins, open, estimateMs } = report;
    console.log(
      `simulated history, ${cases} cases asked about: Brier ${brier?.toFixed(4)}, always the average ${baselineBrier?.toFixed(4)}`,
    );
    for (const { predicted, observed, cases: inside } of bins)
      console.log(`  said ${(100 * predicted).toFixed(1)} %, came late ${(100 * observed).toFixed(1)} %  (${inside})`);
    console.log(`${open} open tickets estimated in ${estimateMs} ms`);
  }
}
