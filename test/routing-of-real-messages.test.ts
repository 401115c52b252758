import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompetenceRegister } from '../src/agencies/index.ts';
import { readJurisdiction } from '../src/app/jurisdiction.ts';
import { loadTopicReader } from '../src/app/topic-reader.ts';
import { day } from '../src/kernel/day.ts';
import { TopicId } from '../src/kernel/ids.ts';
import { createMessageRouter } from '../src/routing/index.ts';
import { createGazetteer, createTerritoryTree } from '../src/territories/index.ts';

const ON = day('2026-11-22');

describe('the router on 120 hand-written messages, half Kazakh, half Russian', () => {
  const jurisdiction = readJurisdiction('kz');
  const tree = createTerritoryTree(jurisdiction.territories.units, jurisdiction.territories.populations);
  const register = createCompetenceRegister(jurisdiction.directory, tree);
  const gazetteer = createGazetteer(jurisdiction.territories);
  const { reader, detectUrgency } = loadTopicReader(jurisdiction);
  const routeMessage = createMessageRouter({ reader, gazetteer, register, detectUrgency });

  const messages = ['eval-messages.tsv', 'eval-messages-2.tsv'].flatMap((file) =>
    readFileSync(`jurisdictions/kz/topics/${file}`, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')),
  );

  const judged = messages.map(([, text = '', topic = '', territory = '']) => {
    const place = gazetteer.placeOf(territory);
    const competent = register.competentBodies(
      TopicId.parse(topic),
      place.type === 'none' ? null : place.mention.code,
      ON,
    );
    const right = new Set(competent.type === 'bodies' ? competent.bodies.map(({ agencyCode }) => agencyCode) : []);
    const { decision } = routeMessage({
      text,
      point: null,
      territoryCode: null,
      usualTerritory: null,
      topicId: null,
      on: ON,
    });
    const offered = decision.type === 'ask' ? decision.options.map(({ body }) => body.agencyCode) : [];
    return {
      decision: decision.type,
      isRight: decision.type === 'proposal' && right.has(decision.choice.body.agencyCode),
      isOffered: offered.some((code) => right.has(code)),
    };
  });
  const of = (type: string) => judged.filter(({ decision }) => decision === type);

  it('proposes the right body for eight of ten, and nine of ten proposals are right', () => {
    expect(judged).toHaveLength(120);
    const right = judged.filter(({ isRight }) => isRight).length;
    expect(right / judged.length).toBeGreaterThanOrEqual(0.8);
    expect(right / of('proposal').length).toBeGreaterThanOrEqual(0.9);
  });

  it('offers the right body in eight of ten questions', () => {
    const asked = of('ask');
    expect(asked.filter(({ isOffered }) => isOffered).length / asked.length).toBeGreaterThanOrEqual(0.8);
  });

  it('leads eight of ten to the right body: by itself, or by one tap of the citizen', () => {
    const led = judged.filter(({ decision, isRight, isOffered }) => isRight || (decision === 'ask' && isOffered));
    expect(led.length / judged.length).toBeGreaterThanOrEqual(0.8);
  });

  it('hands at most 15 of 100 to a person', () => {
    expect(of('triage').length / judged.length).toBeLessThanOrEqual(0.15);
  });

  it.each(['Why is the road closed?', 'Почему закрыта дорога?', 'Жол неге жабық?'])(
    'sends %s to no ministry by itself, for any road may be meant',
    (text) => {
      const { decision } = routeMessage({
        text: `${text} Алматы`,
        point: null,
        territoryCode: null,
        usualTerritory: null,
        topicId: null,
        on: ON,
      });
      expect(decision.type === 'proposal' && decision.choice.body.agencyCode === 'min_transport').toBe(false);
    },
  );
});
