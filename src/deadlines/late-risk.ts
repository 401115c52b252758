/** How long one finished ticket of this agency took, in working days from the start of its term. */
export interface FinishedTerm {
  readonly agencyCode: string;
  readonly topicId: string | null;
  readonly workingDays: number;
}

export interface RunningTerm {
  readonly agencyCode: string;
  readonly topicId: string | null;
  /** Working days since the term began. */
  readonly elapsed: number;
  /** Working days the term has in all. */
  readonly allowed: number;
  /** Open tickets of the agency now, over its usual number; 1 is usual. */
  readonly load: number;
}

/** Why the number is what it is: every factor can be shown to the supervisor. */
export interface LateRisk {
  readonly probability: number;
  /** Cases like this one that had lasted as long, and how many of them came too late. */
  readonly comparable: number;
  readonly comparableLate: number;
  readonly basis: 'agency_and_topic' | 'agency' | 'everyone' | 'no_history';
  readonly loadFactor: number;
}

/** A narrow group pulls towards the wider one until it has about this many cases of its own. */
const PRIOR_WEIGHT = 10;
const PRIOR_LATE = 0.2;
/** What one doubling of the load does to the odds; kept small, for it is a judgement, not a measurement. */
const LOAD_EXPONENT = 0.5;
const LOAD_LIMITS = [0.5, 3] as const;

/**
 * The chance that a running term ends late: among finished cases of the same agency and topic that had lasted as long
 * as this one has, the share that took longer than allowed, pulled towards the agency and towards everyone where
 * cases are few, and corrected by the load. It sorts a list; it judges nobody.
 */
export function createLateRisk(history: readonly FinishedTerm[]) {
  const sortedBy = (keyOf: (term: FinishedTerm) => string) => {
    const groups = new Map<string, number[]>();
    for (const term of history) {
      const key = keyOf(term);
      const durations = groups.get(key) ?? [];
      durations.push(term.workingDays);
      groups.set(key, durations);
    }
    for (const durations of groups.values()) durations.sort((a, b) => a - b);
    return groups;
  };
  const pairKey = (agencyCode: string, topicId: string | null) => `${agencyCode}\n${topicId ?? ''}`;
  const pairs = sortedBy(({ agencyCode, topicId }) => pairKey(agencyCode, topicId));
  const agencies = sortedBy(({ agencyCode }) => agencyCode);
  const everyone = sortedBy(() => '');

  return (term: RunningTerm): LateRisk => {
    const { elapsed, allowed } = term;
    const loadFactor = Math.min(Math.max(term.load, LOAD_LIMITS[0]), LOAD_LIMITS[1]) ** LOAD_EXPONENT;
    const levels = [
      ['everyone', everyone.get('')],
      ['agency', agencies.get(term.agencyCode)],
      ['agency_and_topic', pairs.get(pairKey(term.agencyCode, term.topicId))],
    ] as const;
    let risk: LateRisk = {
      probability: PRIOR_LATE,
      comparable: 0,
      comparableLate: 0,
      basis: 'no_history',
      loadFactor,
    };
    for (const [basis, durations = []] of levels) {
      // A case that has lasted `elapsed` days can still be compared with those that took at least as long.
      const comparable = durations.length - countBelow(durations, elapsed);
      const comparableLate = durations.length - countBelow(durations, Math.max(allowed + 1, elapsed));
      if (comparable === 0) continue;
      const probability = (comparableLate + PRIOR_WEIGHT * risk.probability) / (comparable + PRIOR_WEIGHT);
      risk = { probability, comparable, comparableLate, basis, loadFactor };
    }
    if (elapsed > allowed) return { ...risk, probability: 1 };
    const odds = (risk.probability / (1 - risk.probability)) * loadFactor;
    return { ...risk, probability: odds / (1 + odds) };
  };
}
export type LateRiskOf = ReturnType<typeof createLateRisk>;

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly predicted: number;
  readonly observed: number;
}

/** Whether "70 of 100" was 70 of 100: predictions against what happened, and the Brier score (0 best, 0.25 a coin). */
export function calibration(
  outcomes: readonly { readonly probability: number; readonly late: boolean }[],
  bins = 5,
): { readonly bins: readonly CalibrationBin[]; readonly brier: number | null } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const found = Array.from({ length: bins }, (_, index) => {
    const [from, to] = [index / bins, (index + 1) / bins];
    const inside = outcomes.filter(({ probability }) => Math.min(Math.floor(probability * bins), bins - 1) === index);
    if (inside.length === 0) return null;
    const predicted = mean(inside.map(({ probability }) => probability));
    const observed = mean(inside.map(({ late }) => Number(late)));
    return { from, to, cases: inside.length, predicted, observed };
  });
  const brier = mean(outcomes.map(({ probability, late }) => (probability - Number(late)) ** 2));
  return {
    bins: found.filter((bin): bin is CalibrationBin => bin !== null),
    brier: outcomes.length > 0 ? brier : null,
  };
}
