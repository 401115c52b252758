import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TerritoryCode } from '../kernel/ids.ts';
import { LANGUAGES } from '../kernel/language.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import { loadTerritories } from './load-territories.ts';
import { createTerritoryTree } from './territory-tree.ts';

const folder = new URL('../../jurisdictions/kz/territories', import.meta.url).pathname;
const place = (code: string) => TerritoryCode.parse(code);

let gazetteer: Gazetteer;

const data = loadTerritories(folder);
const tree = createTerritoryTree(data.units);

beforeAll(() => {
  gazetteer = createGazetteer(data);
});

/** The code found, `none`, or `ambiguous:` with the candidates in order. */
function verdict(text: string, near?: string): string {
  const found = gazetteer.placeOf(text, near ? { near: place(near) } : {});
  if (found.type === 'none') return 'none';
  return found.type === 'found' ? found.mention.code : `ambiguous:${found.candidates.toSorted().join(',')}`;
}

describe('the gazetteer', () => {
  it('names the right unit for 95 of 100 mentions written before it was tuned', () => {
    const [, ...lines] = readFileSync(new URL('./place-mentions.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const wrong = lines.filter((line) => {
      const [text = '', , expected = ''] = line.split('\t');
      const [kind, candidates] = expected.split(':');
      const wanted = candidates ? `${kind}:${candidates.split(',').sort().join(',')}` : expected;
      return verdict(text) !== wanted;
    });
    expect(lines.length).toBeGreaterThanOrEqual(200);
    expect(1 - wrong.length / lines.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('finds every district by its official names beside its region, in three languages', () => {
    const districts = data.units.filter(({ level }) => level === 'district' || level === 'city_district');
    const missed = districts.flatMap(({ code }) =>
      LANGUAGES.map((language) => tree.fullName(code, language)).filter((text) => verdict(text) !== code),
    );
    expect(districts).toHaveLength(195);
    expect(missed).toEqual([]);
  });

  it('never throws, and its offsets are the words it matched', () => {
    const scraps = fc.constantFrom(
      'г. ',
      'Алматы',
      ' ауданы',
      ', ',
      'р-н',
      '\u200b',
      'Абай',
      ' облысы',
      '10',
      'мкр ',
      '🙂',
      'ул. ',
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 8 })), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const { start, end, matched } of gazetteer.find(text)) expect(text.slice(start, end)).toBe(matched);
        gazetteer.readAddress(text);
      }),
    );
  });

  it.each([
    ['г. Алматы', '750000000'],
    ['Алматы облысы', '190000000'],
    ['Алматинская обл.', '190000000'],
    ['Almaty oblysy', '190000000'],
    ['Өскеменнен жазып отырмын', '631000000'],
    ['Шымкенттегі', '790000000'],
    ['Шевченко город', '471000000'],
    ['Кокчетав', '111000000'],
  ])('reads %s as %s', (text, code) => {
    expect(verdict(text)).toBe(code);
  });

  it.each([
    'На Абая 10 не горит фонарь',
    'Жамбыл көшесі, 5-үй',
    'многодетных семей в подъезде трое',
    'көше шамдары жанбайды',
    'рудник шумит',
    'в октябре обещали сделать',
  ])('sees no place in "%s"', (text) => {
    expect(verdict(text)).toBe('none');
  });

  it('lets another mention in the text decide between units of one name', () => {
    expect(verdict('Абайский район, Карагандинская область')).toBe('353200000');
    expect(verdict('Шымкент, Абайский район')).toBe('791110000');
  });

  it.each([
    ['мкр Аксай-4, Алматы, не горят фонари', '751310000'],
    ['Алматы, Калкаман, нет воды', '751810000'],
    ['Шаңырақ-2 ықшамауданында жол жоқ', '751210000'],
    ['Шымкент, Самал-3: ашық құдық', '791110000'],
    ['Қарағанды, Майқұдық, қар', '351000000'],
  ])('knows where the housing area of "%s" lies', (text, code) => {
    expect(verdict(text)).toBe(code);
  });

  it('is content with the district where it has two villages of one name', () => {
    expect(verdict('с. Акши, Аягозский район')).toBe('103600000');
  });

  it('asks which city a housing area of a common name is in', () => {
    expect(verdict('мкр Самал, двор 5')).toMatch(/^ambiguous:/);
    expect(verdict('мкр Самал, двор 5', '750000000')).toBe('751710000');
  });

  it('lets the writer’s whereabouts decide only where the text does not', () => {
    expect(verdict('в Жамбылском районе', '190000000')).toBe('194200000');
    expect(verdict('в Жамбылском районе', '591000000')).toBe('594600000');
    expect(verdict('в Ауэзовском районе', '591000000')).toBe('751310000');
  });

  it('says which words it read, where, and how sure it is', () => {
    const text = 'Қоқыс, Медеу ауданында';
    const [mention] = gazetteer.find(text);
    expect(mention).toMatchObject({ code: '751710000', level: 'city_district', reason: 'named', ambiguousWith: [] });
    expect(text.slice(mention?.start, mention?.end)).toBe('Медеу');
    expect(mention?.confidence).toBeGreaterThan(0.9);
  });

  it('is less sure of a misspelt name', () => {
    const [mention] = gazetteer.find('Карагнада, лифт');
    expect(mention).toMatchObject({ code: '351000000', reason: 'misspelt' });
    expect(mention?.confidence).toBeLessThan(0.7);
  });

  it.each(['', '   ', '\u202e\u200b', '👍🏽', 'а'.repeat(5000), '№№№', 'г. ', 'район'])('survives %j', (text) => {
    expect(verdict(text)).toBe('none');
  });
});

describe('a point on the map', () => {
  it.each([
    ['Almaty, Medeu', 43.2389, 76.9566, '751710000'],
    ['Almaty, Auezov', 43.2238, 76.8505, '751310000'],
    ['Shymkent', 42.3417, 69.5901, '79'],
    ['Karaganda city', 49.8047, 73.1094, '351000000'],
    ['Talgar', 43.3036, 77.2408, '196200000'],
  ])('finds the unit around %s', (_, lat, lon, code) => {
    expect(gazetteer.locate(lat, lon)?.code.startsWith(code)).toBe(true);
  });

  it('names the city alone where its districts are not well known', () => {
    expect(gazetteer.locate(51.128, 71.43)).toMatchObject({ code: '710000000', level: 'city_rep' });
  });

  it('is less sure near a border', () => {
    expect(gazetteer.locate(43.2238, 76.8505)?.confidence).toBe(0.95);
    const sure = [0, 0.01, 0.02, 0.03, 0.04, 0.05].map((east) => gazetteer.locate(43.2238, 76.8505 + east)?.confidence);
    expect(sure).toContain(0.7);
  });

  it('is nowhere outside the country', () => {
    expect(gazetteer.locate(55.75, 37.62)).toBeNull();
    expect(gazetteer.locate(Number.NaN, 0)).toBeNull();
  });
});

describe('an address in words', () => {
  it.each([
    ['Абая 10, Алматы', 'Абая', '10', '750000000'],
    ['г. Алматы, проспект Абая 10/2', 'проспект Абая', '10/2', '750000000'],
    ['ул. Толе би, дом 286, Ауэзовский район', 'ул. Толе би', '286', '751310000'],
    ['Астана, улица Кабанбай батыра 53', 'улица Кабанбай батыра', '53', '710000000'],
    ['Тараз қаласы Төле би көшесі 95-үй', 'Төле би көшесі', '95', '311000000'],
    ['Шымкент, Байтұрсынов көшесінде бағдаршам', 'Байтұрсынов көшесінде', null, '790000000'],
    ['Алматыда су жоқ', null, null, '750000000'],
  ])('reads "%s"', (text, street, house, code) => {
    const address = gazetteer.readAddress(text);
    expect({ street: address.street, house: address.house }).toEqual({ street, house });
    expect(address.place).toMatchObject({ type: 'found', mention: { code } });
  });
});
