import { findGroups } from './clusters.ts';
import { extremity, type Point, principalComponents, project } from './components.ts';
import {
  groupAwareConsensus,
  representativeness,
  routingPriority,
  type TypicalStatement,
  typicalStatements,
} from './statements.ts';
import { placedPeople, type Tally, tally, type VoteMatrix } from './vote-matrix.ts';

export interface OpinionMap {
  /** Places of all people, also of those too silent to be in a group. */
  readonly points: readonly Point[];
  /** Group of each person, null without one. */
  readonly groupOf: readonly (number | null)[];
  readonly groups: readonly { size: number; typical: readonly TypicalStatement[] }[];
  readonly silhouette: number;
  readonly statements: readonly MappedStatement[];
  /** Statement indexes, what unites all groups first. */
  readonly uniting: readonly number[];
}

export interface MappedStatement {
  readonly all: Tally;
  readonly byGroup: readonly Tally[];
  readonly consensus: number;
  readonly priority: number;
}

/** The whole map from the votes: places, groups, what unites them, what sets each apart, and what to ask next. */
export function drawMap(matrix: VoteMatrix): OpinionMap {
  const components = principalComponents(matrix);
  const points = matrix.people.map((row) => project(row, components, matrix.removed));
  const placed = placedPeople(matrix);
  const found = placed.length >= 2 ? findGroups(placed.map((index) => points[index] as Point)) : null;
  const groupOf: (number | null)[] = matrix.people.map(() => null);
  placed.forEach((person, index) => {
    groupOf[person] = found ? (found.groupOf[index] ?? 0) : 0;
  });
  const members = Array.from({ length: found?.k ?? (placed.length > 0 ? 1 : 0) }, (_, group) =>
    placed.filter((person) => groupOf[person] === group),
  );
  const everybody = matrix.people.map((_, index) => index);
  const statements = Array.from({ length: matrix.statements }, (_, statement): MappedStatement => {
    const byGroup = members.map((group) => tally(matrix, statement, group));
    return {
      all: tally(matrix, statement, everybody),
      byGroup,
      consensus: groupAwareConsensus(byGroup),
      priority: routingPriority(added(byGroup), extremity(statement, components, matrix.removed)),
    };
  });
  const open = statements.flatMap((_, statement) => (matrix.removed.has(statement) ? [] : [statement]));
  return {
    points,
    groupOf,
    silhouette: found?.silhouette ?? 0,
    statements,
    groups: members.map((group, index) => ({
      size: group.length,
      typical: typicalStatements(
        open.map((statement) => {
          const own = statements[statement]?.byGroup[index] ?? NOTHING;
          const rest = added((statements[statement]?.byGroup ?? []).filter((_, other) => other !== index));
          return { statement, values: representativeness(own, rest) };
        }),
      ),
    })),
    uniting: open.toSorted((a, b) => (statements[b]?.consensus ?? 0) - (statements[a]?.consensus ?? 0)),
  };
}

const NOTHING: Tally = { agree: 0, disagree: 0, seen: 0 };

const added = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { agree, disagree, seen }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      seen: sum.seen + seen,
    }),
    NOTHING,
  );
