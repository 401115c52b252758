import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../test/support/console/start-console.ts';
import type { CitizenId } from '../kernel/ids.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { AnnouncementForm, createEditorDesk, type SourceForm } from '../knowledge/index.ts';
import { composeAftercare } from './knowledge-aftercare.ts';
import { createKnowledgeConsole } from './knowledge-console.ts';
import { composeKnowledgeEditors } from './knowledge-editors.ts';

const writer = { id: newId(), role: 'officer', agencyCode: 'almaty.roads' };
const head = { id: newId(), role: 'supervisor', agencyCode: 'almaty.roads' };

let world: TestConsole;
let aftercare: ReturnType<typeof composeAftercare>;
let desk: ReturnType<typeof createEditorDesk>;
const run = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  (await world.services.uow.run(newId(), work)).result;

beforeAll(async () => {
  world = await startConsole();
  const { knowledge } = world.services;
  aftercare = composeAftercare(world.services);
  desk = createEditorDesk({
    knowledge: knowledge.repository,
    service: knowledge.service,
    gaps: knowledge.gaps,
    ownerName: () => ({ ru: 'Управление' }),
  });
});
afterAll(() => world.stop());

const form = (title: string, body: string, validUntil: string | null = null): SourceForm =>
  ({
    kind: 'faq',
    owner: 'almaty.roads',
    topics: [],
    validFrom: '2026-01-01',
    validUntil,
    reviewOn: '2036-01-01',
    sourceOn: '2026-01-01',
    texts: { kk: null, ru: { title, body, card: null, synonyms: [], references: [] }, en: null },
  }) as unknown as SourceForm;

async function publish(sourceId: string | null, what: SourceForm, gapId: string | null = null): Promise<string> {
  return run(async (tx) => {
    const saved = await desk.save(tx, writer, { sourceId, form: what, submit: true, gapId });
    await desk.approve(tx, head, saved.versionId);
    return saved.sourceId;
  });
}

async function someone(): Promise<CitizenId> {
  const { citizens } = world.services;
  return run(async (tx) => (await citizens.meet(tx, { channel: 'test', externalId: newId(), language: 'ru' })).id);
}

async function ask(citizenId: CitizenId, text: string): Promise<void> {
  await world.services.knowledge.search.refresh();
  await run((tx) => world.services.ask.ask(tx, { citizenId, text, language: 'ru', mode: 'asked', context: null }));
}

async function toldTo(citizenId: CitizenId) {
  const rows = await world.services.db.notification.findMany({
    where: { recipientId: citizenId },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, facts }) => ({ kind, facts: facts as Record<string, unknown> }));
}

const words = async (citizenId: CitizenId, at = 0): Promise<string> => {
  const news = (await toldTo(citizenId))[at];
  const screen = await aftercare.renderers.get(news?.kind ?? '')?.(news?.facts ?? {}, citizenId, 'ru');
  return screen?.text ?? '';
};

describe('an answer that no longer holds', () => {
  it('is corrected to whoever got it, with what changed, once', async () => {
    const [reader, other] = [await someone(), await someone()];
    const id = await publish(null, form('Прокат айгирлы', 'Прокат стоит 500 тенге. Работает до 18:00.'));
    await ask(reader, 'сколько стоит прокат айгирлы');
    await publish(id, form('Прокат айгирлы', 'Прокат стоит 700 тенге. Работает до 18:00.'));
    while (await aftercare.tell());
    expect((await toldTo(reader)).map(({ kind }) => kind)).toEqual(['knowledge_recall']);
    expect(await toldTo(other)).toEqual([]);
    const text = await words(reader);
    expect(text).toContain('Мы говорили:\nПрокат стоит 500 тенге.');
    expect(text).toContain('Теперь:\nПрокат стоит 700 тенге.');
    expect(text).not.toContain('18:00');
    while (await aftercare.tell());
    expect(await toldTo(reader)).toHaveLength(1);
  });

  it('says nothing when only dates changed', async () => {
    const reader = await someone();
    const id = await publish(null, form('Каток бозторы', 'Каток бозторы открыт зимой.'));
    await ask(reader, 'когда открыт каток бозторы');
    await publish(id, form('Каток бозторы', 'Каток бозторы открыт зимой.', '2030-01-01'));
    while (await aftercare.tell());
    expect(await toldTo(reader)).toEqual([]);
  });

  it('says that it ended when the source is withdrawn or runs out', async () => {
    const reader = await someone();
    const id = await publish(null, form('Талоны кызгалдак', 'Талоны кызгалдак выдают в парке.'));
    await ask(reader, 'где выдают талоны кызгалдак');
    await run((tx) => desk.withdraw(tx, head, id, 'больше не выдают'));
    while (await aftercare.tell());
    expect(await words(reader)).toContain('больше не действует');

    const late = await someone();
    const until = await world.services.db.$queryRaw<
      { on: string }[]
    >`select (business_now() at time zone 'Asia/Almaty')::date::text as on`;
    await publish(null, form('Базар шегиртке', 'Базар шегиртке в субботу.', until[0]?.on ?? ''));
    await ask(late, 'когда базар шегиртке');
    await world.services.db
      .$executeRaw`update knowledge_versions set valid_until = valid_until - 1 where content::text like '%шегиртке%'`;
    while (await aftercare.tell());
    expect(await words(late)).toContain('больше не действует');
  });

  it('waits for room in the contact budget, and is not dropped', async () => {
    const reader = await someone();
    const id = await publish(null, form('Мост каракурт', 'Мост каракурт закрыт.'));
    await ask(reader, 'что с мостом каракурт');
    await run(async (tx) => {
      for (const at of [1, 2, 3])
        await world.services.notifications.add(tx, {
          to: { kind: 'citizen', id: reader },
          kind: 'survey_invitation',
          facts: {},
          lane: 'surveys',
          dedupeKey: `test:${reader}:${at}`,
        });
    });
    await publish(id, form('Мост каракурт', 'Мост каракурт открыт.'));
    while (await aftercare.tell());
    expect(await toldTo(reader)).toHaveLength(3);
    await world.services.db
      .$executeRaw`update notifications set created_at = created_at - interval '8 days' where recipient_id = ${reader}`;
    while (await aftercare.tell());
    expect((await toldTo(reader)).at(-1)?.kind).toBe('knowledge_recall');
  });
});

describe('an announcement', () => {
  const almaty = () => [...world.services.tree.all.values()].find(({ name }) => name.ru === 'Алматы')?.code ?? '';
  const choose = (citizenId: CitizenId, subject: 'outages' | 'works', topic: string, territoryCode: string) =>
    run(async (tx) => {
      await world.services.knowledge.announcements.choose(tx, citizenId, { subjects: [subject], topic, territoryCode });
      return null;
    });
  const announce = (subject: string, topics: string[], territoryCode: string | null, endsOn: string | null = null) =>
    run((tx) =>
      createKnowledgeConsole(world.services).announce(
        tx,
        AnnouncementForm.parse({
          agency: 'almaty.water',
          subject,
          topics,
          territoryCode,
          texts: {
            kk: { title: 'Су болмайды', body: 'Абай көшесінде су болмайды.' },
            ru: { title: 'Отключат воду', body: 'На улице Абая не будет воды.' },
            en: null,
          },
          url: null,
          startsOn: null,
          endsOn,
        }),
        writer.id,
      ),
    );

  it('reaches who chose its subject, matter and place, and nobody else', async () => {
    const [inAlmaty, everywhere, onRoads, works] = [await someone(), await someone(), await someone(), await someone()];
    await choose(inAlmaty, 'outages', 'water.no_water', almaty());
    await choose(everywhere, 'outages', '', '');
    await choose(onRoads, 'outages', 'road.pothole', almaty());
    await choose(works, 'works', '', almaty());
    expect((await announce('outages', ['water.leak'], almaty())).readers).toBe(2);
    while (await aftercare.tell());
    expect(await words(inAlmaty)).toContain('Отключат воду');
    expect(await toldTo(everywhere)).toHaveLength(1);
    expect([...(await toldTo(onRoads)), ...(await toldTo(works))]).toEqual([]);
  });

  it('keeps to three messages a week, and what is over by then is told to nobody', async () => {
    const follower = await someone();
    await choose(follower, 'works', '', '');
    for (const _ of [1, 2, 3, 4]) await announce('works', [], null, '2036-01-01');
    while (await aftercare.tell());
    expect(await toldTo(follower)).toHaveLength(3);
    await world.services.db.$executeRaw`update announcements set ends_on = '2026-01-01'`;
    await world.services.db
      .$executeRaw`update notifications set created_at = created_at - interval '8 days' where recipient_id = ${follower}`;
    while (await aftercare.tell());
    expect(await toldTo(follower)).toHaveLength(3);
  });
});

describe('questions asked in vain', () => {
  it('become a task of the competent body, and its answer reaches everybody who asked', async () => {
    const people = [await someone(), await someone()];
    for (const person of people) await ask(person, 'Когда заасфальтируют яму на улице Абая в Алматы у моста торангы?');
    expect(await aftercare.gather()).toBe(1);
    const gap = await world.services.db.knowledgeGap.findFirstOrThrow();
    expect(gap.state === 'assigned' ? gap.dueOn : gap.agency === null).toBeTruthy();
    await publish(null, form('Ремонт ямы у моста торангы', 'Яму у моста торангы заделают весной.'), gap.id);
    while (await aftercare.tell());
    for (const person of people) expect(await words(person)).toContain('заделают весной');
  });
});

describe('the editors of a body', () => {
  const told = async () =>
    (
      await world.services.db.notification.findMany({ where: { kind: 'knowledge_reminder' }, orderBy: { id: 'asc' } })
    ).map(
      ({ recipientId, facts }): Record<string, unknown> => ({ to: recipientId, ...(facts as Record<string, unknown>) }),
    );

  it('hear of a task when it is theirs, when its day is near, and when it is over, each once', async () => {
    const editors = composeKnowledgeEditors(world.services, 'https://dauys.example');
    await editors.round();
    await world.services.db.notification.deleteMany({ where: { kind: 'knowledge_reminder' } });
    const [id, agency] = [newId(), 'almaty.roads'];
    await world.services.db.knowledgeGap.create({ data: { id, label: 'мост', state: 'open', openedAt: new Date() } });
    await run((tx) => world.services.knowledge.gaps.assign(tx, id, agency, '2036-05-05' as never));
    expect(await editors.round()).toBeGreaterThan(0);
    expect(await editors.round()).toBe(0);
    expect((await told()).map(({ stage, count, firstOn }) => [stage, count, firstOn])).toContainEqual([
      'new',
      1,
      '2036-05-05',
    ]);
    await run((tx) => world.services.knowledge.gaps.assign(tx, id, agency, '2026-01-05' as never));
    await editors.round();
    const last = (await told()).at(-1);
    expect(last).toMatchObject({ stage: 'late', firstOn: '2026-01-05', about: 'tasks' });
    const words = await editors.text(last ?? {}, { agencyCode: agency as never, language: 'kk' });
    expect(words).toContain('Мерзім өтіп кетті: 1');
    expect(words).toContain('https://dauys.example/console/gaps?state=assigned');
    expect(words).not.toContain('мост');
  });

  it('hear of a source whose review is near or over, and again when it has another day', async () => {
    const editors = composeKnowledgeEditors(world.services, 'https://dauys.example');
    const id = await publish(null, form('Каток алдабергенов', 'Каток алдабергенов открыт.'));
    await editors.round();
    await world.services.db
      .$executeRaw`update knowledge_sources set review_on = business_now()::date + 3 where id = ${id}`;
    expect(await editors.round()).toBeGreaterThan(0);
    expect(await editors.round()).toBe(0);
    await world.services.db.$executeRaw`update knowledge_sources set review_on = '2026-01-01' where id = ${id}`;
    await editors.round();
    const reviews = (await told()).filter(({ about }) => about === 'reviews');
    expect(reviews.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['soon', 'late']));
    await run((tx) => desk.review(tx, head, id, '2036-06-06' as never));
    expect(await editors.round()).toBe(0);
  });
});
