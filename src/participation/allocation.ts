import { drawOf } from './fair-order.ts';
import type { BallotRule } from './round.ts';

export interface Project {
  readonly id: string;
  readonly cost: number;
}

export type BallotProblem = 'empty' | 'unknown_item' | 'too_many' | 'over_budget';

/** Whether a ballot keeps to the rule; null when it does. */
export function ballotProblem(
  rule: BallotRule,
  budget: number | null,
  chosen: readonly string[],
  projects: ReadonlyMap<string, Project>,
): BallotProblem | null {
  if (chosen.length === 0) return 'empty';
  if (new Set(chosen).size !== chosen.length || chosen.some((id) => !projects.has(id))) return 'unknown_item';
  switch (rule.type) {
    case 'none':
      return 'too_many';
    case 'voices':
      return chosen.length > rule.count ? 'too_many' : null;
    case 'knapsack': {
      const cost = chosen.reduce((sum, id) => sum + (projects.get(id)?.cost ?? 0), 0);
      return budget !== null && cost > budget ? 'over_budget' : null;
    }
  }
}

/**
 * Projects by votes until the money is spent; one that does not fit any more is passed over for the next that does. Equal
 * votes: the cheaper first, then the draw of the published seed.
 */
export function allocate(
  projects: readonly (Project & { readonly votes: number })[],
  budget: number | null,
  seed: string,
): ReadonlySet<string> {
  const ordered = projects
    .filter(({ votes }) => votes > 0)
    .toSorted(
      (a, b) =>
        b.votes - a.votes || a.cost - b.cost || (drawOf(seed, 'tie', a.id) < drawOf(seed, 'tie', b.id) ? -1 : 1),
    );
  const chosen = new Set<string>();
  let left = budget ?? Number.POSITIVE_INFINITY;
  for (const { id, cost } of ordered) {
    if (cost > left) continue;
    left -= cost;
    chosen.add(id);
  }
  return chosen;
}
