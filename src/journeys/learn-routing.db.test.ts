import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../test/support/console/start-console.ts';
import { AgencyCode, newId, TopicId } from '../kernel/ids.ts';
import { type CandidateRequest, createLearningRepository, createModelsRepository } from '../routing/index.ts';
import { createRoutingLearner } from './learn-routing.ts';

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const TEXT = 'Светофор не работает на углу';

/** Training itself is replaced: what it is given and what follows from its figures is looked at. */
function learner(after: boolean[]) {
  const { services } = console;
  const asked: CandidateRequest[] = [];
  let promotions = 0;
  const models = createModelsRepository(services.db);
  const learning = createRoutingLearner({
    ...services,
    learning: createLearningRepository(services.db),
    models,
    train: async (request) => {
      asked.push(request);
      const rights = { heldOut: after.map(() => true), cases: [true], history: [] };
      const bytes = new Uint8Array([1, 2, 3]);
      return { model: bytes, rules: '{}', before: rights, after: { ...rights, heldOut: after }, seconds: 1 };
    },
    folder: 'nowhere',
    aims: { target: 0.9, level: 0.8 },
    onPromoted: async () => {
      promotions += 1;
    },
  });
  return { asked, learning, models, promotions: () => promotions };
}

async function correct(text: string, operatorId: string, agencyCode: string, topicId: string): Promise<void> {
  const { appealId } = await console.writeCase({ text });
  await console.services.uow.run(`test:${newId()}`, async (tx) => {
    await console.services.triage.route(tx, appealId, operatorId, {
      agencyCode: AgencyCode.parse(agencyCode),
      topicId: TopicId.parse(topicId),
    });
    return null;
  });
}

describe('learning from what people decided', () => {
  it('trains on corrections with their words, and leaves out one account that sends all to one body', async () => {
    const { person } = await console.signIn('operator');
    for (let at = 0; at < 12; at += 1) {
      const [body, topic] = at % 2 === 0 ? ['almaty.roads', 'road.traffic_light'] : ['almaty.ecology', 'green.park'];
      await correct(`${TEXT} ${at}`, person.id, body ?? '', topic ?? '');
    }
    for (let at = 0; at < 16; at += 1) await correct(`Лифт стоит ${at}`, newId(), 'almaty.energy', 'power.outage');
    const eve = newId();
    for (let at = 0; at < 9; at += 1) await correct(`Чужое ${at}`, eve, 'astana.utilities', 'coal.supply');

    const { asked, learning, models } = learner([true, true]);
    const version = await learning.train(person.id);
    const request = asked[0];
    const texts = [...(request?.learnt ?? []), ...(request?.history ?? [])];
    expect(texts.filter(({ text }) => text.startsWith('Чужое'))).toEqual([]);
    expect(texts.filter(({ topic }) => topic === 'power.outage').length).toBeGreaterThan(8);
    expect(request?.history.length).toBeGreaterThan(0);
    const [trained] = await models.list();
    expect(trained).toMatchObject({ version, state: 'candidate', verdict: 'not_worse', trainedBy: person.id });
    expect(trained?.excluded).toContainEqual({ labelledBy: eve, target: 'astana.utilities', count: 9, share: 1 });
  });

  it('promotes by night only what is not worse beyond noise, and rolls back by a click', async () => {
    const bad = learner(Array.from({ length: 40 }, (_, at) => at > 20));
    await bad.learning.nightly();
    expect(await bad.models.current()).toBeNull();
    const [refused] = await bad.models.list();
    expect(refused).toMatchObject({ state: 'refused', verdict: 'worse' });
    await expect(bad.learning.promote(refused?.version ?? 0, 'operator')).rejects.toMatchObject({
      code: 'routing.model_worse',
    });

    const good = learner([true, true, true]);
    await good.learning.nightly();
    expect(await good.models.current()).toMatchObject({ state: 'current', promotedBy: null });
    expect(good.promotions()).toBe(1);
    await good.learning.promote(null, 'operator');
    expect(await good.models.current()).toBeNull();
  });
});
