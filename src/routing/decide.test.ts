import { describe, expect, it } from 'vitest';
import type { CompetentBodies, CompetentBody } from '../agencies/index.ts';
import { day } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { type CompetenceLookup, decide, type PlaceGuess, type RoutingFacts, type TopicGuess } from './decide.ts';

const body = (code: string, ownership: CompetentBody['ownership'] = 'any'): CompetentBody => ({
  agencyCode: AgencyCode.parse(code),
  competenceId: '4.2',
  role: code,
  ownership,
  level: 'region',
  territoryCode: null,
  isFallback: false,
});
const topic = (id: string, probability: number): TopicGuess => ({
  topic: TopicId.parse(id),
  probability,
  words: ['яма'],
});
const place = (code: string, probability = 1, source: PlaceGuess['source'] = 'named'): PlaceGuess => ({
  territory: TerritoryCode.parse(code),
  probability,
  source,
  words: null,
});
const lookup: CompetenceLookup = (id, territory): CompetentBodies => {
  if (id === 'gov.nobody') return { type: 'nobody' };
  if (territory === null) return { type: 'needs_place', level: 'region' };
  if (id === 'housing.two') return { type: 'bodies', bodies: [body('council', 'communal'), body('owner', 'private')] };
  return { type: 'bodies', bodies: [body(`${id}.${territory}`)] };
};
const thresholds = { propose: 0.8, ask: 0.7 };
const facts = (topics: TopicGuess[], places: PlaceGuess[], sealed = false): RoutingFacts => ({
  topics,
  places,
  on: day('2026-03-02'),
  sealed,
});
const route = (given: RoutingFacts) => decide(given, lookup, thresholds);

describe('deciding where a message goes', () => {
  it('proposes the one body that matter and place point to, with its reasons', () => {
    expect(route(facts([topic('road.pothole', 0.9), topic('road.snow', 0.1)], [place('75')]))).toMatchObject({
      type: 'proposal',
      choice: {
        body: { agencyCode: 'road.pothole.75', competenceId: '4.2' },
        words: ['яма'],
        place: { territory: '75' },
      },
      second: { body: { agencyCode: 'road.snow.75' } },
      confirmPlace: false,
    });
  });

  it('adds up matters that the same body decides', () => {
    const one: CompetenceLookup = () => ({ type: 'bodies', bodies: [body('roads')] });
    expect(
      decide(facts([topic('road.pothole', 0.5), topic('road.snow', 0.4)], [place('75')]), one, thresholds),
    ).toMatchObject({
      type: 'proposal',
      choice: { topic: 'road.pothole', probability: 0.9 },
    });
  });

  it('asks between two matters, two places or two owners, and says which', () => {
    expect(route(facts([topic('road.pothole', 0.5), topic('road.snow', 0.4)], [place('75')]))).toMatchObject({
      type: 'ask',
      about: 'topic',
    });
    expect(route(facts([topic('road.pothole', 1)], [place('75', 0.5), place('71', 0.5)]))).toMatchObject({
      type: 'ask',
      about: 'place',
    });
    const asked = route(facts([topic('housing.two', 0.7)], [place('75')]));
    expect(asked).toMatchObject({ type: 'ask', about: 'owner' });
    expect(asked.type === 'ask' && asked.options).toHaveLength(2);
  });

  it('proposes the usual one of two owners where the matter is clear, and names the other', () => {
    expect(route(facts([topic('housing.two', 1)], [place('75')]))).toMatchObject({
      type: 'proposal',
      second: { topic: 'housing.two' },
    });
  });

  it('never offers more than three options and hands the rest to a person', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => topic(`road.${name}`, 0.2));
    expect(route(facts(many, [place('75')]))).toMatchObject({ type: 'triage', reason: 'unsure' });
  });

  it('asks for the place when the matter is clear and the place is missing', () => {
    expect(route(facts([topic('road.pothole', 0.9)], []))).toMatchObject({
      type: 'ask_place',
      topic: 'road.pothole',
      level: 'region',
    });
  });

  it('has a habitual place confirmed instead of taking it for granted', () => {
    expect(route(facts([topic('road.pothole', 0.95)], [place('75', 1, 'last_confirmed')]))).toMatchObject({
      type: 'proposal',
      confirmPlace: true,
    });
  });

  it('hands to people what is sealed, about nothing known, or nobody’s', () => {
    expect(route(facts([topic('road.pothole', 1)], [place('75')], true))).toMatchObject({
      type: 'triage',
      reason: 'sensitive',
    });
    expect(route(facts([], [place('75')]))).toMatchObject({ type: 'triage', reason: 'no_topic' });
    expect(route(facts([topic('gov.nobody', 1)], [place('75')]))).toMatchObject({
      type: 'triage',
      reason: 'nobody_competent',
    });
  });
});
