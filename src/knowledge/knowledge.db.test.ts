import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { createJournal } from '../journal/index.ts';
import { day } from '../kernel/day.ts';
import { CitizenId, newId } from '../kernel/ids.ts';
import { MaskedText } from '../kernel/masked-text.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createAnswerPipeline } from './answer-pipeline.ts';
import { createAnswersRepository } from './answers-repository.ts';
import { loadConversation } from './conversation.ts';
import { measureRecall, parseQuestions } from './evaluation.ts';
import { createGapsRepository } from './gaps-repository.ts';
import { createKnowledgeRepository } from './knowledge-repository.ts';
import { createKnowledgeService } from './knowledge-service.ts';
import { loadRecords } from './load-records.ts';
import type { Found } from './passage.ts';
import { createMemorySearch } from './passage-memory.ts';
import { createPassageSearch } from './passage-search-read-model.ts';
import { isPossible } from './steps/decide.ts';
import { loadThesaurus } from './thesaurus.ts';

const directory = fileURLToPath(new URL('../../jurisdictions/kz/knowledge', import.meta.url));
const records = loadRecords(directory);
const thesaurus = loadThesaurus(`${directory}/synonyms.txt`);
const questions = parseQuestions(readFileSync(`${directory}/eval/questions.tsv`, 'utf8'));
const importer = { kind: 'machine', id: 'shipped' } as const;
const editor = { kind: 'operator', id: 'editor-1' } as const;
const approver = { kind: 'operator', id: 'editor-2' } as const;

let database: TestDatabase;
let db: Database;
let today = day('2026-11-22');
let run: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
let service: ReturnType<typeof createKnowledgeService>;
let search: ReturnType<typeof createPassageSearch>;
const answers = createAnswersRepository();
const gaps = createGapsRepository();

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { maxConnections: 4 });
  const uow = createUnitOfWork(db.prisma, createLog('silent'));
  run = async (work) => (await uow.run(newId(), work)).result;
  service = createKnowledgeService({
    knowledge: createKnowledgeRepository(),
    journal: createJournal(db.prisma),
    timezone: 'Asia/Almaty',
  });
  search = createPassageSearch({ db: db.prisma, today: async () => today, thesaurus });
  await run((tx) => service.install(tx, records, importer));
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const sourcesFor = async (text: string) => (await search.find(text, 'ru', 5)).map(({ passage }) => passage.source);

const content = (title: string, body: string, dates: { validUntil?: string; reviewOn?: string } = {}) => ({
  kind: 'faq',
  owner: 'almaty.roads',
  ownerName: { ru: 'Управление' },
  topics: ['road.pothole'],
  validFrom: '2026-01-01',
  validUntil: dates.validUntil ?? null,
  reviewOn: dates.reviewOn ?? '2027-06-01',
  sourceOn: '2026-01-01',
  translations: { ru: { title, body, synonyms: [], notice: null, references: [{ title: 'приказ', url: null }] } },
});

async function publish(id: string, title: string, body: string, dates = {}): Promise<string> {
  return run(async (tx) => {
    const { version } = await service.propose(
      tx,
      { id, origin: 'written', content: content(title, body, dates) },
      editor,
    );
    await service.approve(tx, version.id, approver);
    return version.id;
  });
}

describe('shipped knowledge in the database', () => {
  it('is installed once', async () => {
    expect(await run((tx) => service.install(tx, records, importer))).toEqual({
      installed: 0,
      unchanged: records.length,
      kept: 0,
    });
  });

  it('is found in the same order, with the same scores, as in memory, as far as it may be shown', async () => {
    const memory = createMemorySearch(records, thesaurus);
    const shown = (found: readonly Found[]) =>
      found
        .filter(isPossible)
        .slice(0, 3)
        .map(({ passage, score }) => [passage.group, score.toFixed(6)]);
    for (const { question } of questions.filter((_, index) => index % 3 === 0)) {
      const [inMemory, inDatabase] = [await memory.find(question, 'ru', 8), await search.find(question, 'ru', 8)];
      expect(shown(inDatabase), question).toEqual(shown(inMemory));
    }
  }, 60_000);

  it('reaches the same recall', async () => {
    const { groups } = await measureRecall(questions, search);
    expect(groups.kk?.recallAt5).toBeGreaterThanOrEqual(0.92);
    expect(groups.ru?.recallAt5).toBeGreaterThanOrEqual(0.95);
    expect(groups.en?.recallAt5).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});

describe('approval', () => {
  it('comes before answering', async () => {
    const { version } = await run((tx) =>
      service.propose(
        tx,
        {
          id: 'city.kumys',
          origin: 'written',
          content: content('Прокат кумысных бочек', 'Кумысные бочки выдают в парке.'),
        },
        editor,
      ),
    );
    expect(await sourcesFor('прокат кумысных бочек')).not.toContain('city.kumys');
    await run((tx) => service.approve(tx, version.id, approver));
    expect(await sourcesFor('прокат кумысных бочек')).toContain('city.kumys');
  });

  it('replaces the version before it at once', async () => {
    await publish('city.dombra', 'Уроки домбры', 'Уроки домбры по вторникам.');
    await publish('city.dombra', 'Уроки домбры', 'Уроки домбры по пятницам.');
    const [found] = await search.find('уроки домбры', 'ru', 1);
    expect(found?.passage.body).toBe('Уроки домбры по пятницам.');
  });

  it('is refused twice, and to content that is over or due for review', async () => {
    const id = await publish('city.once', 'Одноразовая карта', 'Карта действует день.');
    await expect(run((tx) => service.approve(tx, id, approver))).rejects.toMatchObject({
      code: 'knowledge.move_refused',
    });
    await expect(publish('city.over', 'Старое', 'Было.', { validUntil: '2026-02-01' })).rejects.toMatchObject({
      code: 'knowledge.expired',
    });
    await expect(publish('city.late', 'Старое', 'Было.', { reviewOn: '2026-02-01' })).rejects.toMatchObject({
      code: 'knowledge.review_overdue',
    });
  });

  it('takes a second person, and one version at a time', async () => {
    const write = (body: string, state: 'draft' | 'proposed') =>
      run((tx) =>
        service.propose(tx, { id: 'city.kokpar', origin: 'written', content: content('Кокпар', body), state }, editor),
      );
    const { version: draft } = await write('Кокпар летом.', 'draft');
    await expect(run((tx) => service.approve(tx, draft.id, approver))).rejects.toMatchObject({
      code: 'knowledge.move_refused',
    });
    await run((tx) => service.submit(tx, draft.id, editor));
    await expect(run((tx) => service.approve(tx, draft.id, editor))).rejects.toMatchObject({
      code: 'knowledge.own_version',
    });
    const { version: newer } = await write('Кокпар осенью.', 'proposed');
    await expect(run((tx) => service.approve(tx, draft.id, approver))).rejects.toMatchObject({
      code: 'knowledge.move_refused',
    });
    await run((tx) => service.approve(tx, newer.id, approver));
    expect((await search.find('кокпар', 'ru', 1))[0]?.passage.body).toBe('Кокпар осенью.');
    await run((tx) => service.review(tx, 'city.kokpar', day('2027-11-22'), approver));
    await expect(run((tx) => service.review(tx, 'city.kokpar', day('2026-01-01'), approver))).rejects.toMatchObject({
      code: 'knowledge.review_overdue',
    });
  });

  it('ends with the source: nothing is answered from a withdrawn one', async () => {
    await publish('city.shanyrak', 'Прокат шаныраков', 'Шаныраки выдают в музее.');
    await run((tx) => service.withdraw(tx, 'city.shanyrak', 'музей закрыт', editor));
    expect(await sourcesFor('прокат шаныраков')).not.toContain('city.shanyrak');
    await expect(run((tx) => service.withdraw(tx, 'city.shanyrak', 'ещё раз', editor))).rejects.toMatchObject({
      code: 'knowledge.move_refused',
    });
  });

  it('leaves alone what people changed in a shipped source', async () => {
    const [record] = records;
    if (!record) throw new Error('no records');
    const { id, ...rest } = record;
    await run(async (tx) => {
      const { version } = await service.propose(
        tx,
        { id, origin: 'shipped', content: { ...rest, topics: ['road.pothole'] } },
        editor,
      );
      await service.approve(tx, version.id, approver);
    });
    expect(await run((tx) => service.install(tx, [record], importer))).toEqual({ installed: 0, unchanged: 0, kept: 1 });
  });
});

describe('expiry', () => {
  it('stops answers the day after the last valid day, without any job', async () => {
    await publish('city.fair', 'Яблочная ярмарка алмаарасан', 'Ярмарка алмаарасан в субботу.', {
      validUntil: '2026-11-25',
    });
    today = day('2026-11-25');
    expect(await sourcesFor('ярмарка алмаарасан')).toContain('city.fair');
    today = day('2026-11-26');
    expect(await sourcesFor('ярмарка алмаарасан')).not.toContain('city.fair');
    today = day('2026-11-22');
  });
});

describe('answers', () => {
  const citizen = CitizenId.parse(newId());
  const pipeline = () =>
    createAnswerPipeline({
      conversation: loadConversation(`${directory}/conversation.yaml`),
      search,
      model: { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) },
    });

  async function askAndRecord(text: string, citizenId: CitizenId | null): Promise<string> {
    const answer = await pipeline().answer({
      text: MaskedText.parse(text),
      language: 'ru',
      mode: 'asked',
      context: null,
    });
    if (answer.type !== 'answer') throw new Error('not a question');
    return run((tx) => answers.record(tx, { citizenId, question: text, answer }));
  }

  it('name the people to tell when a source changes, each once', async () => {
    const version = await publish('city.tulip', 'Праздник тюльпанов карабаир', 'Праздник карабаир 3 мая.');
    await askAndRecord('когда праздник тюльпанов карабаир', citizen);
    await askAndRecord('праздник карабаир тюльпанов', citizen);
    await askAndRecord('праздник тюльпанов карабаир', null);
    const readers = await run((tx) => answers.takeReaders(tx, version, 100));
    expect(readers.map(({ citizenId }) => citizenId)).toEqual([citizen]);
    expect(await run((tx) => answers.takeReaders(tx, version, 100))).toEqual([]);
  });

  it('are rated, and forgotten with the citizen while the figures stay', async () => {
    const id = await askAndRecord('сколько ждать ответа на обращение', citizen);
    await run((tx) => answers.rate(tx, id, false));
    expect(await run((tx) => answers.forget(tx, citizen))).toBeGreaterThan(0);
    expect(await db.prisma.knowledgeAnswer.findUnique({ where: { id } })).toMatchObject({
      citizenId: null,
      question: null,
      status: 'answered',
      helpful: false,
    });
    await expect(run((tx) => answers.rate(tx, newId(), true))).rejects.toMatchObject({
      code: 'knowledge.no_such_answer',
    });
  });

  it('that were missing become one task, and its publication reaches everybody who asked', async () => {
    const people = [CitizenId.parse(newId()), CitizenId.parse(newId())];
    await askAndRecord('где получить охотничий билет', people[0] ?? null);
    await askAndRecord('как получить охотничий билет быстро', people[1] ?? null);
    const made = await run((tx) => gaps.gather(tx, new Date('2026-01-01T00:00:00Z')));
    const gap = made.find(({ label }) => label.includes('охотничий'));
    expect(gap?.questions).toBe(2);
    const id = gap?.id ?? '';
    await run((tx) => gaps.assign(tx, id, 'almaty.ecology', day('2026-12-14')));
    // Somebody asks the same later: it joins the task instead of making another.
    await askAndRecord('охотничий билет получить где', people[1] ?? null);
    expect(await run((tx) => gaps.gather(tx, new Date('2026-01-01T00:00:00Z')))).toEqual([]);
    await publish('city.hunting', 'Охотничий билет', 'Охотничий билет выдают в инспекции.');
    await run((tx) => gaps.link(tx, id, 'city.hunting'));
    expect(await run((tx) => gaps.publishedBy(tx, 'city.hunting'))).toBe(1);
    const asked = await run((tx) => gaps.takeAskers(tx, 100, { messages: 3, days: 7 }));
    expect(asked.map(({ citizenId, gapId }) => [citizenId, gapId]).sort()).toEqual(
      people.map((one) => [one, id]).sort(),
    );
    expect(await run((tx) => gaps.takeAskers(tx, 100, { messages: 3, days: 7 }))).toEqual([]);
    await expect(run((tx) => gaps.dismiss(tx, id))).rejects.toMatchObject({ code: 'knowledge.gap_move_refused' });
  });
});
