import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../test/support/console/start-console.ts';
import { AgencyCode, newId, TopicId } from '../kernel/ids.ts';
import { composeRoutingCare, type RoutingCare } from './routing-care.ts';

const TOPICS = ['road.traffic_light', 'housing.lift', 'animal.stray_dogs', 'coal.supply', 'defence.conscription'];
/** Words of no other message, so that only learning can tell what they mean. */
const LEARNT = 'Кракозябла опять не мигает';

let console: TestConsole;
let care: RoutingCare;
let folder: string;

/** The jurisdiction's own files, cut down to a few topics: the whole machinery, trained in a second. */
async function cutDown(from: string): Promise<string> {
  const to = await mkdtemp(join(tmpdir(), 'routing-care-'));
  await mkdir(join(to, 'topics'));
  const files = ['topics', 'descriptions-a', 'descriptions-b', 'keywords', 'messages-a', 'messages-b', 'eval-messages'];
  for (const name of files) {
    const text = await readFile(join(from, 'topics', `${name}.tsv`), 'utf8');
    const [head = '', ...rows] = text.split('\n');
    const kept = rows.filter((row) => TOPICS.some((topic) => row.split('\t').includes(topic)));
    await writeFile(join(to, 'topics', `${name}.tsv`), [head, ...kept].join('\n'));
  }
  for (const name of ['kinds', 'kind-words'])
    await writeFile(join(to, 'topics', `${name}.tsv`), await readFile(join(from, 'topics', `${name}.tsv`), 'utf8'));
  return to;
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

beforeAll(async () => {
  console = await startConsole();
  const { services } = console;
  folder = await cutDown(services.jurisdiction.folder);
  care = composeRoutingCare({ ...services, jurisdiction: { ...services.jurisdiction, folder } });
});
afterAll(async () => {
  await console.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the real training in the worker', () => {
  it('learns from corrections, leaves a poisoned batch out, routes when promoted, and is put back by a click', async () => {
    const { person } = await console.signIn('operator');
    const bodies = [
      ['almaty.roads', 'road.traffic_light', LEARNT],
      ['almaty.energy', 'coal.supply', 'Уголь на складе кончился, топить нечем'],
    ] as const;
    for (let at = 0; at < 24; at += 1) {
      const [body, topic, text] = bodies[at % 2] ?? bodies[0];
      await correct(`${text} ${at}`, person.id, body, topic);
    }
    const eve = newId();
    for (let at = 0; at < 10; at += 1)
      await correct(`${LEARNT} и снова ${at}`, eve, 'astana.utilities', 'housing.lift');

    const { reader } = console.services;
    expect(reader.version).toBe('kz-shipped');
    const version = await care.learner.train(person.id);
    const [trained] = await care.models.list();
    expect(trained).toMatchObject({ version, state: 'candidate', verdict: 'not_worse', trainedBy: person.id });
    expect(trained?.excluded).toEqual([{ labelledBy: eve, target: 'astana.utilities', count: 10, share: 1 }]);
    expect(trained?.figures['heldOut']?.messages).toBeGreaterThan(40);
    expect(reader.version).toBe('kz-shipped');

    await care.learner.promote(version ?? 0, person.id);
    expect(reader.version).toBe(`kz-${version}`);
    expect(reader.topics(LEARNT, 'problem').guesses[0]?.topic).toBe('road.traffic_light');
    const other = composeRoutingCare(console.services);
    await other.follow();
    expect(reader.version).toBe(`kz-${version}`);

    await care.learner.promote(null, person.id);
    expect(reader.version).toBe('kz-shipped');
    const told = await console.services.db.journalEntry.findMany({ where: { streamId: 'routing:models' } });
    expect(told.map(({ type }) => type)).toEqual([
      'routing.examples_excluded',
      'routing.model_trained',
      'routing.model_promoted',
      'routing.model_promoted',
    ]);
  }, 120_000);
});
