import type { CitizenId } from '../../kernel/ids.ts';
import { MIN_CELL } from '../statistics/suppression.ts';
import type { OpinionMap } from './draw-map.ts';
import type { OpinionTopic, Statement } from './maps-repository.ts';

export interface DrawnMap {
  readonly people: readonly string[];
  readonly statements: readonly Statement[];
  readonly map: OpinionMap;
}

/** Where a person stands; null before they have a place. */
export interface Standing {
  readonly group: number;
  readonly size: number;
  readonly people: number;
  readonly groups: number;
  readonly typical: readonly { readonly statement: Statement; readonly side: 'agree' | 'disagree' }[];
}

export interface PublicMap {
  readonly topic: OpinionTopic;
  readonly people: number;
  readonly votes: number;
  readonly groups: readonly { readonly size: number; readonly typical: Standing['typical'] }[];
  /** What unites all groups first: shares of agreement in each, in tenths; none where a handful of a group has voted. */
  readonly uniting: readonly {
    readonly statement: Statement;
    readonly agree: readonly number[];
    readonly seen: number;
  }[];
}

export function standingOf(drawn: DrawnMap, citizenId: CitizenId): Standing | null {
  const { people, map } = drawn;
  const group = map.groupOf[people.indexOf(citizenId)];
  const size = group === null || group === undefined ? 0 : (map.groups[group]?.size ?? 0);
  if (group === null || group === undefined || size < MIN_CELL) return null;
  return {
    group,
    size,
    people: people.length,
    groups: map.groups.length,
    typical: typicalOf(drawn, group).slice(0, 3),
  };
}

/** The map moves while people vote: shares are said in tenths, so that a look before and after somebody votes tells nothing. */
export function publicMapOf(topic: OpinionTopic, drawn: DrawnMap): PublicMap {
  const { map, statements, people } = drawn;
  const areShown = people.length >= MIN_CELL && map.groups.every(({ size }) => size >= MIN_CELL);
  return {
    topic,
    people: people.length,
    votes: map.statements.reduce((sum, { all }) => sum + all.seen, 0),
    groups: areShown ? map.groups.map(({ size }, group) => ({ size, typical: typicalOf(drawn, group) })) : [],
    uniting: map.uniting.flatMap((index) => {
      const [statement, counted] = [statements[index], map.statements[index]];
      if (!statement || !counted || counted.all.seen < MIN_CELL) return [];
      const hasCompany = areShown && counted.byGroup.every(({ seen }) => seen >= MIN_CELL);
      const agree = hasCompany
        ? counted.byGroup.map((tally) => Math.round(((tally.agree + 1) / (tally.seen + 2)) * 10) / 10)
        : [];
      return [{ statement, agree, seen: counted.all.seen }];
    }),
  };
}

const typicalOf = ({ map, statements }: DrawnMap, group: number): Standing['typical'] =>
  (map.groups[group]?.typical ?? []).flatMap(({ statement, side }) => {
    const found = statements[statement];
    return found ? [{ statement: found, side }] : [];
  });
