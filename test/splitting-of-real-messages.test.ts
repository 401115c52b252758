import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompetenceRegister } from '../src/agencies/index.ts';
import { readJurisdiction } from '../src/app/jurisdiction.ts';
import { loadTopicReader } from '../src/app/topic-reader.ts';
import { createMatterRouter } from '../src/appeals/index.ts';
import { day } from '../src/kernel/day.ts';
import { createMessageRouter } from '../src/routing/index.ts';
import { createGazetteer, createTerritoryTree } from '../src/territories/index.ts';

const SEVERAL: readonly (readonly [string, readonly string[]])[] = [
  [
    '1. Не вывозят мусор во дворе\n2. Не работает лифт\n3. Яма на дороге. Алматы, Бостандыкский район',
    ['waste.collection', 'housing.lift', 'road.pothole'],
  ],
  ['Жолда шұңқыр бар және қоқыс шығарылмайды, Алматы, Алмалы ауданы', ['road.pothole', 'waste.collection']],
  [
    'Во-первых, автобус 92 не ходит по расписанию. Во-вторых, во дворе бродячие собаки. Алматы, Ауэзовский район',
    ['transport.bus_schedule', 'animal.stray_dogs'],
  ],
  ['Астана, Есиль: нет горячей воды, а также не чистят снег во дворе', ['heat.hot_water', 'road.snow']],
  [
    'First, the rubbish is not collected. Second, stray dogs attack children. Almaty, Medeu district',
    ['waste.collection', 'animal.stray_dogs'],
  ],
  ['Жылу жоқ, үй суық. Лифт істемейді. Алматы, Әуезов ауданы', ['heat.no_heating', 'housing.lift']],
  [
    'Во дворе не вывозят мусор. По двору бегают бродячие собаки. Алматы, Алмалинский район',
    ['waste.collection', 'animal.stray_dogs'],
  ],
  ['Үйде су жоқ. Сондай-ақ аулада бұралқы иттер жүр. Шымкент', ['water.outage', 'animal.stray_dogs']],
];

describe('messages about several matters', () => {
  const jurisdiction = readJurisdiction('kz');
  const tree = createTerritoryTree(jurisdiction.territories.units, jurisdiction.territories.populations);
  const register = createCompetenceRegister(jurisdiction.directory, tree);
  const { reader, detectUrgency } = loadTopicReader(jurisdiction);
  const gazetteer = createGazetteer(jurisdiction.territories);
  const router = createMatterRouter({
    routeMessage: createMessageRouter({ reader, gazetteer, register, detectUrgency }),
    register,
    procedures: jurisdiction.proceduresByKind,
  });
  const partsOf = (text: string): string[] => {
    const { record } = router.propose(
      {
        text,
        language: 'ru',
        place: { territoryCode: null, addressText: null, point: null },
        usualTerritory: null,
        chosen: { topicId: null, kind: null, agencyCode: null },
      } as never,
      day('2026-11-22'),
    );
    return record.type === 'proposal' ? (record.parts ?? []).map(({ topicId }) => topicId) : [];
  };

  it('finds at least seven of eight, with the right topics', () => {
    const right = SEVERAL.filter(([text, topics]) => partsOf(text).toSorted().join() === topics.toSorted().join());
    const missed = SEVERAL.filter((one) => !right.includes(one)).map(([text]) => `${text}: ${partsOf(text)}`);
    expect(right.length, missed.join('\n')).toBeGreaterThanOrEqual(7);
  });

  it('cuts at most three of the 120 hand-written messages, each of which is about one matter', () => {
    const texts = ['eval-messages.tsv', 'eval-messages-2.tsv'].flatMap((file) =>
      readFileSync(`jurisdictions/kz/topics/${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t')[1] ?? ''),
    );
    const cut = texts.filter((text) => partsOf(text).length > 0);
    expect(texts).toHaveLength(120);
    expect(cut.length, cut.join('\n')).toBeLessThanOrEqual(3);
  });
});
