import type { Day } from '../kernel/day.ts';

export const FIGURE_SCOPES = ['all', 'agency', 'topic', 'region'] as const;
export type FigureScope = (typeof FIGURE_SCOPES)[number];

/** What the citizen said of an answer. `silent`: nothing; it is never counted as a yes. */
export const VERDICTS = ['resolved', 'partly', 'unresolved', 'silent'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const COUNTS = [
  'received',
  'passedOn',
  'withdrawn',
  'registeredInTime',
  'registeredLate',
  'unregisteredLate',
  'lawInTime',
  'lawLate',
  'lawOverdue',
  'promiseInTime',
  'promiseLate',
  'promiseOverdue',
  'answered',
  'extended',
  'disputed',
  ...VERDICTS,
] as const;
export type Count = (typeof COUNTS)[number];

/** Counts of the tickets delivered in one month, or in several together. */
export type Counts = Readonly<Record<Count, number>>;

/** How many tickets waited how many days for their first answer. */
export type Waits = ReadonlyMap<number, number>;

export interface Figures {
  readonly counts: Counts;
  readonly waits: Waits;
}

/** One month of one body, topic, region or of everything (`key` empty). */
export interface FigureCell extends Figures {
  readonly scope: FigureScope;
  readonly key: string;
  /** The first day of the month of delivery. */
  readonly month: Day;
}

export function sumFigures(parts: readonly Figures[]): Figures {
  const counts = Object.fromEntries(
    COUNTS.map((name) => [name, parts.reduce((sum, part) => sum + part.counts[name], 0)]),
  ) as Record<Count, number>;
  const waits = new Map<number, number>();
  for (const part of parts) for (const [days, tickets] of part.waits) waits.set(days, (waits.get(days) ?? 0) + tickets);
  return { counts, waits };
}

/** The lower median of days waited, or null when nobody has an answer. */
export function medianWait(waits: Waits): number | null {
  const total = [...waits.values()].reduce((sum, tickets) => sum + tickets, 0);
  let seen = 0;
  for (const days of [...waits.keys()].sort((a, b) => a - b)) {
    seen += waits.get(days) ?? 0;
    if (seen * 2 >= total) return days;
  }
  return null;
}
