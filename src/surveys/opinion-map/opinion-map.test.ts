import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLot } from '../questionnaire/lot.ts';
import { extremity, principalComponents, project } from './components.ts';
import { drawMap } from './draw-map.ts';
import { drawStatement, groupAwareConsensus, representativeness, routingPriority } from './statements.ts';
import { placedPeople, tally, type Vote, type VoteMatrix } from './vote-matrix.ts';

const numbers = z.record(z.string(), z.number());
const Conversation = z.object({
  statements: z.array(z.number()),
  moderatedOut: z.array(z.number()),
  singularValues: z.array(z.number()),
  topConsensus: z.array(z.number()),
  people: z.array(z.string()),
  places: z.array(z.tuple([z.number(), z.number()])),
  reference: z.array(
    z.object({
      tid: z.number(),
      consensus: z.number(),
      extremity: z.number(),
      priority: z.number(),
      groups: z.record(z.string(), numbers),
    }),
  ),
});

function load(name: string) {
  const packed = readFileSync(new URL(`./fixtures/${name}.json.gz`, import.meta.url));
  const conversation = Conversation.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  const sign: Record<string, Vote> = { '+': 1, '-': -1, '0': 0 };
  const rows = conversation.people.map((line) => line.split(' '));
  const matrix: VoteMatrix = {
    statements: conversation.statements.length,
    removed: new Set(conversation.moderatedOut.map((id) => conversation.statements.indexOf(id))),
    people: rows.map(
      ([, votes = '']) =>
        new Map(
          [...votes].flatMap((mark, index): [number, Vote][] =>
            sign[mark] === undefined ? [] : [[index, sign[mark]]],
          ),
        ),
    ),
  };
  const exported = rows.map(([group]) => (group === '-' ? null : Number(group)));
  const members = [0, 1].map((group) => exported.flatMap((of, person) => (of === group ? [person] : [])));
  return { ...conversation, matrix, exported, members };
}

/** Hubert and Arabie's adjusted Rand index: 1 for the same grouping, 0 for chance. */
function adjustedRand(pairs: readonly (readonly [number, number])[]): number {
  const choose2 = (n: number) => (n * (n - 1)) / 2;
  const sumOf = (keys: readonly string[]) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce((sum, { length }) => sum + choose2(length), 0);
  const both = sumOf(pairs.map((pair) => pair.join()));
  const a = sumOf(pairs.map(([first]) => String(first)));
  const b = sumOf(pairs.map(([, second]) => String(second)));
  const chance = (a * b) / choose2(pairs.length);
  return (both - chance) / ((a + b) / 2 - chance);
}

describe.each(['seattle', 'vtaiwan'])('the opinion map on the Pol.is conversation %s', (name) => {
  const { matrix, reference, members, singularValues, topConsensus, statements, places } = load(name);
  const components = principalComponents(matrix);
  const [first = [], second = []] = members;

  it('finds the same main directions', () => {
    expect(components.singularValues[0]).toBeCloseTo(singularValues[0] ?? 0, 2);
    expect(components.singularValues[1]).toBeCloseTo(singularValues[1] ?? 0, 2);
  });

  it('puts people where the reference does, up to the sign of an axis', () => {
    places.forEach((place, person) => {
      const [x, y] = project(matrix.people[person] ?? new Map(), components, matrix.removed);
      expect(Math.abs(x)).toBeCloseTo(Math.abs(place[0]), 3);
      expect(Math.abs(y)).toBeCloseTo(Math.abs(place[1]), 3);
    });
  });

  it('gives every statement the reference consensus, representativeness, extremity and priority', () => {
    let worst = 0;
    const compare = (own: number, expected: number | undefined) => {
      worst = Math.max(worst, Math.abs(own - (expected ?? Number.NaN)) / Math.max(1, Math.abs(expected ?? 1)));
      expect(worst).not.toBeNaN();
    };
    reference.forEach((expected) => {
      const statement = statements.indexOf(expected.tid);
      const [own, rest] = [tally(matrix, statement, first), tally(matrix, statement, second)];
      compare(groupAwareConsensus([own, rest]), expected.consensus);
      const far = extremity(statement, components, matrix.removed);
      compare(far, expected.extremity);
      compare(
        routingPriority(
          { agree: own.agree + rest.agree, disagree: own.disagree + rest.disagree, seen: own.seen + rest.seen },
          far,
        ),
        expected.priority,
      );
      const values = representativeness(own, rest);
      const group = expected.groups['0'] ?? {};
      compare(values.agree, group.pa);
      compare(values.agreeTest, group.pat);
      compare(values.agreeRatio, group.ra);
      compare(values.agreeRatioTest, group.rat);
      compare(values.disagree, group.pd);
      compare(values.disagreeTest, group.pdt);
      compare(values.disagreeRatio, group.rd);
      compare(values.disagreeRatioTest, group.rdt);
    });
    expect(worst).toBeLessThan(1e-3);
  });

  it('puts the statements first that unite both groups', () => {
    const order = reference
      .map(({ tid }) => ({
        tid,
        consensus: groupAwareConsensus(members.map((group) => tally(matrix, statements.indexOf(tid), group))),
      }))
      .filter(({ tid }) => !matrix.removed.has(statements.indexOf(tid)))
      .sort((a, b) => b.consensus - a.consensus)
      .map(({ tid }) => tid);
    expect(order.slice(0, 5)).toEqual(topConsensus.slice(0, 5));
  });
});

describe('groups', () => {
  it('are those Pol.is found in vTaiwan: two, with an adjusted Rand index of at least 0.9', () => {
    const { matrix, exported } = load('vtaiwan');
    const map = drawMap(matrix);
    const pairs = exported.flatMap((group, person): [number, number][] => {
      const own = map.groupOf[person];
      return group === null || own === null || own === undefined ? [] : [[group, own]];
    });
    expect(placedPeople(matrix).length).toBe(1_218);
    expect(map.groups.length).toBe(2);
    expect(adjustedRand(pairs)).toBeGreaterThan(0.9);
  });

  it('exist as one group only while nobody differs', () => {
    const same: VoteMatrix = {
      statements: 3,
      removed: new Set(),
      people: Array.from(
        { length: 20 },
        () =>
          new Map<number, Vote>([
            [0, 1],
            [1, 1],
            [2, -1],
          ]),
      ),
    };
    const map = drawMap(same);
    expect(map.groups.map(({ size }) => size)).toEqual([20]);
  });
});

describe('routing', () => {
  it('gives every statement its share: after many people none is left unseen and new ones catch up', () => {
    const lot = createLot('routing');
    const seen = Array.from({ length: 30 }, () => ({ agree: 0, disagree: 0, seen: 0 }));
    const ask = (open: number) => {
      const unseen = new Set(seen.keys().filter((index) => index < open));
      for (let vote = 0; vote < 10; vote += 1) {
        const drawn = drawStatement(
          [...unseen].map((index) => ({
            index,
            priority: routingPriority(seen[index] ?? { agree: 0, disagree: 0, seen: 0 }, 1),
          })),
          lot,
        );
        if (!drawn) return;
        unseen.delete(drawn.index);
        const counts = seen[drawn.index];
        if (!counts) continue;
        counts.seen += 1;
        if (lot() < 0.5) counts.agree += 1;
        else counts.disagree += 1;
      }
    };
    for (let person = 0; person < 100; person += 1) ask(25);
    for (let person = 0; person < 20; person += 1) ask(30);
    const early = seen.slice(0, 25).map((counts) => counts.seen);
    expect(Math.min(...early)).toBeGreaterThan(15);
    expect(Math.min(...seen.slice(25).map((counts) => counts.seen))).toBeGreaterThanOrEqual(10);
  });
});
