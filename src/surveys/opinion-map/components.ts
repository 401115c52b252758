import { createLot } from '../questionnaire/lot.ts';
import type { VoteMatrix, VoteRow } from './vote-matrix.ts';

export interface Components {
  /** Mean vote per statement: the centre of the map. */
  readonly centre: readonly number[];
  readonly axes: readonly (readonly number[])[];
  readonly singularValues: readonly number[];
}

export type Point = readonly [x: number, y: number];

const ROUNDS = 100;

/** The two directions in which people differ most: power iteration on votes with missing ones at the statement's mean. */
export function principalComponents({ people, statements, removed }: VoteMatrix, count = 2): Components {
  const sums = new Float64Array(statements);
  const votes = new Float64Array(statements);
  for (const row of people)
    for (const [statement, vote] of row) {
      sums[statement] = (sums[statement] ?? 0) + vote;
      votes[statement] = (votes[statement] ?? 0) + 1;
    }
  const centre = Array.from({ length: statements }, (_, statement) =>
    removed.has(statement) ? 0 : (sums[statement] ?? 0) / Math.max(1, votes[statement] ?? 0),
  );
  const rows = people.map((row) => deviations(row, centre, removed));
  const axes: number[][] = [];
  const singularValues: number[] = [];
  for (let component = 0; component < count; component += 1) {
    let axis = startOf(statements, component);
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = new Float64Array(statements);
      for (const row of rows) {
        const length = row.reduce((total, [statement, value]) => total + value * (axis[statement] ?? 0), 0);
        for (const [statement, value] of row) next[statement] = (next[statement] ?? 0) + value * length;
      }
      axis = normalised(withoutEarlier([...next], axes));
    }
    axes.push(axis);
    singularValues.push(
      Math.sqrt(
        rows.reduce(
          (total, row) => total + row.reduce((sum, [statement, value]) => sum + value * (axis[statement] ?? 0), 0) ** 2,
          0,
        ),
      ),
    );
  }
  return { centre, axes, singularValues };
}

type Deviation = readonly [statement: number, value: number];

const deviations = (row: VoteRow, centre: readonly number[], removed: ReadonlySet<number>): Deviation[] =>
  [...row].flatMap(([statement, vote]): Deviation[] =>
    removed.has(statement) ? [] : [[statement, vote - (centre[statement] ?? 0)]],
  );

/** A person's place from the answered statements only, stretched as if all had been answered. */
export function project(row: VoteRow, { centre, axes }: Components, removed: ReadonlySet<number>): Point {
  const answered = deviations(row, centre, removed);
  // A removed statement counts as answered, with zero, by everybody.
  const stretch = Math.sqrt(centre.length / Math.max(1, answered.length + removed.size));
  const along = (axis: readonly number[] | undefined): number =>
    stretch * answered.reduce((total, [statement, value]) => total + value * (axis?.[statement] ?? 0), 0);
  return [along(axes[0]), along(axes[1])];
}

/** How far out one lone agreement with a statement would put a person. */
export function extremity(statement: number, { centre, axes }: Components, removed: ReadonlySet<number>): number {
  if (removed.has(statement)) return 0;
  const length = Math.hypot(axes[0]?.[statement] ?? 0, axes[1]?.[statement] ?? 0);
  return Math.sqrt(centre.length) * Math.abs(1 - (centre[statement] ?? 0)) * length;
}

/** The same start every time: a map must not turn over because it was drawn again. */
function startOf(length: number, component: number): number[] {
  const lot = createLot(`component ${component}`);
  return normalised(Array.from({ length }, () => lot() - 0.5));
}

function withoutEarlier(vector: number[], axes: readonly (readonly number[])[]): number[] {
  let left = vector;
  for (const axis of axes) {
    const along = left.reduce((total, value, index) => total + value * (axis[index] ?? 0), 0);
    left = left.map((value, index) => value - along * (axis[index] ?? 0));
  }
  return left;
}

function normalised(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
