import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../test/support/console/start-console.ts';
import { createSimilarCasesRepository } from '../routing/index.ts';
import { createSimilarFinder } from './find-similar.ts';

let console: TestConsole;
let similar: ReturnType<typeof createSimilarCasesRepository>;
let finder: ReturnType<typeof createSimilarFinder>;
beforeAll(async () => {
  console = await startConsole();
  similar = createSimilarCasesRepository(console.services.db);
  finder = createSimilarFinder({ ...console.services, similar });
});
afterAll(() => console.stop());

const at = (latitude: number) => ({
  addressText: null,
  territoryCode: '751110000' as never,
  point: { latitude, longitude: 76.95 },
});
const write = (text: string, latitude: number, topicId = 'light.street') =>
  console.writeCase({ text, agencyCode: 'almaty.roads', topicId, place: at(latitude) });
const signature = (appealId: string) => console.services.db.caseSignature.findUnique({ where: { appealId } });

describe('the same matter told by many', () => {
  it('is one group when topic, place and words agree, and not across the town', async () => {
    const first = await write('На Абая не горят фонари, темно', 43.24);
    const second = await write('Фонари не горят на Абая уже неделю', 43.2405);
    const kazakh = await console.writeCase({
      text: 'Абай көшесінде шам жанбайды',
      language: 'kk',
      agencyCode: 'almaty.roads',
      topicId: 'light.street',
      place: at(43.2401),
    });
    const far = await write('Фонари не горят на Абая уже неделю у школы', 43.31);
    const other = await write('Яма посреди дороги, разбил колесо', 43.2402, 'road.pothole');
    await finder.round();
    const cluster = (await signature(first.appealId))?.clusterId;
    expect(cluster).toBeTruthy();
    expect((await signature(second.appealId))?.clusterId).toBe(cluster);
    expect((await signature(far.appealId))?.clusterId).not.toBe(cluster);
    expect((await signature(other.appealId))?.clusterId).toBeNull();
    const found = await similar.ofTicket(first.ticketId, 10);
    expect(found.map(({ number }) => number)).toEqual([second.number, kazakh.number]);
    expect(await similar.openNearby(first.appealId)).toBe(2);
  });

  it('groups copies of one text wherever they come from, drops none, and proposes a mass case', async () => {
    const text =
      'Требуем сохранить сквер на улице Жандосова: жители против парковки на месте деревьев, верните проект зелёной зоны.';
    const written = [];
    for (let person = 0; person < 11; person += 1)
      written.push(await write(`${text} Житель ${person}`, 43 + person * 0.1, 'green.park'));
    await finder.round();
    const clusters = new Set<string | null | undefined>();
    for (const { appealId } of written) clusters.add((await signature(appealId))?.clusterId);
    expect(clusters.size).toBe(1);
    const notices = await console.services.db.notification.findMany({ where: { kind: 'mass_case_proposed' } });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.facts).toMatchObject({ kind: 'campaign', size: 11 });
    await finder.round();
    expect(await console.services.db.notification.count({ where: { kind: 'mass_case_proposed' } })).toBe(1);
  });

  it('leaves sealed cases out', async () => {
    const { appealId } = await write('На Абая не горят фонари, темно', 43.2401);
    await console.services.db.appeal.update({ where: { id: appealId }, data: { sensitive: true } });
    await finder.round();
    expect(await signature(appealId)).toBeNull();
  });
});
