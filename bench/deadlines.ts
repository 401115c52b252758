/**
 * "Fifteen working days from this day" in Kazakhstan, 2025 to 2027: dates per second and the share of wrong answers.
 * Wrong is measured against a plain day loop over the calendar files, written here and shared with nobody.
 *
 *   node bench/deadlines.ts [--json] [--rounds N]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { addBusinessDays, formatISO, parseISO } from 'date-fns';
import { Temporal } from 'temporal-polyfill';
import { computeDue, loadJurisdiction } from '../src/deadlines/index.ts';
import type { Day } from '../src/kernel/day.ts';

const TERM_DAYS = 15;
const ROUND_MS = 400;
const WARM_UP_MS = 200;
const YEARS = [2025, 2026, 2027];
const MS_PER_DAY = 86_400_000;

interface LuxonDay {
  readonly year: number;
  toISODate(): string;
  plusBusiness(options: { days: number }): LuxonDay;
  setupBusiness(options: { holidayMatchers: ((on: LuxonDay) => boolean)[] }): void;
}

interface Contender {
  readonly name: string;
  readonly note: string;
  readonly dueOn: (from: Day) => string;
}

/** The calendar files read as plainly as possible: a set of days off and a set of worked weekends. */
function readSpecialDays(): { off: Set<string>; worked: Set<string> } {
  const off = new Set<string>();
  const worked = new Set<string>();
  for (const year of YEARS) {
    const file = new URL(`../jurisdictions/kz/calendar/${year}.json`, import.meta.url);
    const { days } = JSON.parse(readFileSync(file, 'utf8')) as { days: { on: string; working: boolean }[] };
    for (const { on, working } of days) (working ? worked : off).add(on);
  }
  return { off, worked };
}

const special = readSpecialDays();
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

function definition(from: string): string {
  let ms = Date.parse(from);
  for (let left = TERM_DAYS; left > 0; ) {
    ms += MS_PER_DAY;
    const on = isoDay(ms);
    const weekday = new Date(ms).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    if (special.worked.has(on) || (!weekend && !special.off.has(on))) left -= 1;
  }
  return isoDay(ms);
}

function temporalLoop(from: string): string {
  let on = Temporal.PlainDate.from(from);
  for (let left = TERM_DAYS; left > 0; ) {
    on = on.add({ days: 1 });
    const text = on.toString();
    if (special.worked.has(text) || (on.dayOfWeek < 6 && !special.off.has(text))) left -= 1;
  }
  return on.toString();
}

function contenders(): Contender[] {
  const { rulebook, calendar } = loadJurisdiction('kz');
  const load = createRequire(import.meta.url);
  const { DateTime } = load('luxon-business-days') as {
    DateTime: { fromISO(text: string, options: { zone: string }): LuxonDay; prototype: LuxonDay };
  };
  const holidayMatchers = [(on: LuxonDay) => special.off.has(on.toISODate())];
  const review = rulebook.rule('kz.appk.review', '2026-01-01' as Day);
  const luxon = (from: string) => DateTime.fromISO(from, { zone: 'utc' });
  DateTime.prototype.setupBusiness({ holidayMatchers });
  return [
    { name: 'dauys', note: 'prefix-sum table', dueOn: (from) => calendar.addWorkingDays(from, TERM_DAYS) },
    {
      name: 'dauys explained',
      note: 'the same with roll-over and every step of the explanation',
      dueOn: (from) => computeDue({ ...review, cutoff: 'none' }, from, [], calendar).dueOn,
    },
    {
      name: 'date-fns',
      note: 'addBusinessDays: weekends only',
      dueOn: (from) => formatISO(addBusinessDays(parseISO(from), TERM_DAYS), { representation: 'date' }),
    },
    {
      name: 'luxon-business-days',
      note: 'with our days off as a matcher; it has no worked weekends',
      dueOn: (from) => luxon(from).plusBusiness({ days: TERM_DAYS }).toISODate(),
    },
    { name: 'temporal-polyfill', note: 'day loop over the same sets', dueOn: temporalLoop },
  ];
}

function everyStart(): Day[] {
  const starts: Day[] = [];
  for (let ms = Date.parse('2025-01-01'); ms <= Date.parse('2027-11-30'); ms += MS_PER_DAY) {
    starts.push(isoDay(ms) as Day);
  }
  return starts;
}

/** Whole passes over all starts until the time is up; the answers are summed so that no work can be skipped. */
function datesPerSecond(dueOn: Contender['dueOn'], starts: readonly Day[], forMs: number): number {
  const begun = performance.now();
  let done = 0;
  let checksum = 0;
  let elapsed = 0;
  while (elapsed < forMs) {
    for (const from of starts) {
      checksum += dueOn(from).length;
      done += 1;
      if (done % 64 === 0) {
        elapsed = performance.now() - begun;
        if (elapsed >= forMs) break;
      }
    }
  }
  if (checksum !== done * 10) throw new Error('an answer was not a day');
  return (done / elapsed) * 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function benchDeadlines(rounds = 5) {
  const starts = everyStart();
  const truth = starts.map(definition);
  const all = contenders();
  const measured = new Map(all.map(({ name }) => [name, [] as number[]]));
  for (const { dueOn } of all) datesPerSecond(dueOn, starts, WARM_UP_MS);
  // Rounds are interleaved: a slow second of the machine touches everybody.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, dueOn } of all) measured.get(name)?.push(datesPerSecond(dueOn, starts, ROUND_MS));
  }
  const baseline = median(measured.get('temporal-polyfill') ?? []);
  const results = all.map(({ name, note, dueOn }) => {
    const perSecond = median(measured.get(name) ?? []);
    const wrong = starts.filter((from, index) => dueOn(from) !== truth[index]).length;
    return {
      name,
      note,
      datesPerSecond: Math.round(perSecond),
      ratioToTemporalLoop: Number((perSecond / baseline).toFixed(1)),
      wrongShare: Number((wrong / starts.length).toFixed(4)),
    };
  });
  return {
    bench: 'deadlines',
    rounds,
    starts: starts.length,
    termWorkingDays: TERM_DAYS,
    node: process.version,
    results,
  };
}

export function printDeadlines({ results, starts, rounds }: ReturnType<typeof benchDeadlines>): string {
  const rows = results.map(
    ({ name, datesPerSecond: speed, ratioToTemporalLoop: ratio, wrongShare, note }) =>
      `${name.padEnd(20)} ${speed.toLocaleString('en').padStart(12)}/s  x${String(ratio).padEnd(7)} wrong ${(wrongShare * 100).toFixed(1).padStart(5)} %  ${note}`,
  );
  return [`15 working days in Kazakhstan from each of ${starts} days, median of ${rounds} rounds`, ...rows].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const flag = process.argv.indexOf('--rounds');
  const report = benchDeadlines(flag > 0 ? Number(process.argv[flag + 1]) : 5);
  console.log(process.argv.includes('--json') ? JSON.stringify(report) : printDeadlines(report));
}
