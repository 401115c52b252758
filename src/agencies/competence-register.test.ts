import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { createTerritoryTree, loadTerritories } from '../territories/index.ts';
import type { Competence, Directory } from './agency.ts';
import { createCompetenceRegister } from './competence-register.ts';
import { readDirectory } from './read-directory.ts';

const jurisdiction = new URL('../../jurisdictions/kz', import.meta.url).pathname;
const directory = readDirectory(jurisdiction);
const data = loadTerritories(`${jurisdiction}/territories`);
const tree = createTerritoryTree(data.units);
const register = createCompetenceRegister(directory, tree);
const today = day('2026-11-22');

const topic = (id: string) => TopicId.parse(id);
const place = (code: string) => TerritoryCode.parse(code);

function codes(id: string, where: string | null, on = today): readonly string[] | string {
  const found = register.competentBodies(topic(id), where === null ? null : place(where), on);
  return found.type === 'bodies' ? found.bodies.map(({ agencyCode }) => agencyCode) : found.type;
}

const ALMATY = '750000000';
const AUEZOV = '751310000';
const ASTANA = '710000000';
const TALGAR = '196200000';
const ALMATY_REGION = '190000000';
const KARAGANDA_REGION = '350000000';

describe('the competence register of the shipped directory', () => {
  it('sends a pothole in a district of Almaty to the city department, and to the ministry if the road is national', () => {
    const found = register.competentBodies(topic('road.pothole'), place(AUEZOV), today);
    expect(found).toMatchObject({
      type: 'bodies',
      bodies: [
        { agencyCode: 'almaty.roads', ownership: 'any', level: 'region', isFallback: false },
        { agencyCode: 'mintrans', ownership: 'republican', level: 'country' },
      ],
    });
  });

  it.each([
    ['light.street', ASTANA, 'astana.utilities'],
    ['water.outage', '790000000', 'shymkent.water'],
    ['school.levies', TALGAR, 'talgar.education'],
    ['yard.playground', AUEZOV, 'almaty.auezov.akimat'],
    ['police.crime', KARAGANDA_REGION, 'karaganda.police'],
    ['health.ambulance', TALGAR, 'almaty-oblast.health'],
    ['housing.lift', AUEZOV, 'almaty.lift_firm'],
  ])('sends %s in %s to %s', (id, where, agency) => {
    expect(codes(id, where)).toEqual([agency]);
  });

  it.each([
    ['almaty.lift_firm', 'housing.lift', AUEZOV, 'almaty.housing'],
    ['talgar.water', 'water.outage', TALGAR, 'talgar.utilities'],
    ['almaty.roads', 'road.pothole', AUEZOV, null],
    ['almaty.lift_firm', 'housing.lift', null, null],
  ])('knows who looks after %s in the matter %s', (provider, id, where, overseer) => {
    const at = where === null ? null : place(where);
    expect(register.overseerOf(AgencyCode.parse(provider), topic(id), at, today)).toBe(overseer);
  });

  it('asks for no place where a central body decides', () => {
    expect(codes('telecom.internet', null)).toEqual(['maidd']);
    expect(codes('telecom.internet', AUEZOV)).toEqual(['maidd']);
  });

  it.each([
    ['road.pothole', null, 'district'],
    ['police.crime', null, 'region'],
    ['yard.playground', ALMATY, 'city_district'],
    ['school.levies', ALMATY_REGION, 'district'],
  ])('asks for a more precise place for %s in %s', (id, where, level) => {
    expect(register.competentBodies(topic(id), where === null ? null : place(where), today)).toEqual({
      type: 'needs_place',
      level,
    });
  });

  it('does not ask again where a more precise place would change nothing', () => {
    expect(codes('school.levies', ALMATY)).toEqual(['almaty.education']);
    expect(codes('water.outage', KARAGANDA_REGION)).toEqual(['karaganda.akimat']);
  });

  it('falls back to the akimat of the district where no department is known, and says so', () => {
    const found = register.competentBodies(topic('water.outage'), place('113200000'), today);
    expect(found).toMatchObject({ type: 'bodies', bodies: [{ agencyCode: 'akkol.akimat', isFallback: true }] });
  });

  it('resolves a village through its district', () => {
    expect(codes('land.plot', '196243100')).toEqual(['talgar.land']);
  });

  it('finds somebody for every topic in every region, city and district', () => {
    const places = tree.all.filter(({ level }) => ['district', 'city', 'city_district'].includes(level));
    for (const id of directory.topicRoles.keys()) {
      for (const { code } of places)
        expect(register.competentBodies(id, code, today).type, `${id} in ${code}`).toBe('bodies');
    }
  });

  it('hears of an akimat’s silence at the level the citizen named', () => {
    expect(codes('civil_service.no_reply', KARAGANDA_REGION)).toEqual(['karaganda.akimat']);
    expect(codes('civil_service.no_reply', '196243100')).toEqual(['talgar.akimat']);
    expect(codes('civil_service.no_reply', AUEZOV)).toEqual(['almaty.akimat']);
  });

  it('speaks of known territories only, and of bodies that exist on the day', () => {
    const places = [...directory.agencies, ...directory.competences].map(({ territoryCode }) => territoryCode);
    expect(places.filter((code) => code !== null && tree.get(code) === null)).toEqual([]);
    expect(register.inForce(today).map(({ code }) => code)).not.toContain('antikor');
  });

  it('knew the anti-corruption agency before it was abolished and its successor from that day', () => {
    expect(codes('safety.corruption', null, day('2025-07-13'))).toEqual(['antikor']);
    expect(codes('safety.corruption', null, day('2025-07-14'))).toEqual(['knb']);
  });

  it('refuses a topic nobody has heard of', () => {
    expect(() => codes('road.unicorn', ALMATY)).toThrow('agencies.topic_unknown');
  });

  it('names the superiors of a department up to the government', () => {
    expect(register.superiorsOf(AgencyCode.parse('almaty.roads')).map(({ code }) => code)).toEqual([
      'almaty.akimat',
      'government',
    ]);
  });
});

describe('a body that reorganises on a date', () => {
  const splitOn = day('2027-03-01');
  const roads = directory.agencies.find(({ code }) => code === 'almaty.roads');
  const successor = { ...roads, code: AgencyCode.parse('almaty.lights'), effectiveFrom: splitOn } as NonNullable<
    typeof roads
  >;
  const lights = (row: Competence) => row.agencyCode === 'almaty.roads' && row.role === 'street_lighting';
  const reorganised: Directory = {
    ...directory,
    agencies: [...directory.agencies, successor],
    competences: [
      ...directory.competences.map((row) => (lights(row) ? { ...row, effectiveUntil: splitOn } : row)),
      ...directory.competences
        .filter(lights)
        .map((row) => ({ ...row, id: '5.900', agencyCode: successor.code, effectiveFrom: splitOn })),
    ],
  };
  const after = createCompetenceRegister(reorganised, tree);
  const at = (id: string, on: string) => {
    const found = after.competentBodies(topic(id), place(AUEZOV), day(on));
    return found.type === 'bodies' ? found.bodies[0]?.agencyCode : found.type;
  };

  it('keeps the old body to the eve and gives the new one the day itself', () => {
    expect(at('light.street', '2027-02-28')).toBe('almaty.roads');
    expect(at('light.street', '2027-03-01')).toBe('almaty.lights');
  });

  it('leaves the competences that did not move', () => {
    expect(at('road.pothole', '2027-03-02')).toBe('almaty.roads');
  });
});
