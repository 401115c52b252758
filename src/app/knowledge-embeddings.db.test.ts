import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../test/support/console/start-console.ts';
import { MaskedText } from '../kernel/masked-text.ts';
import { composeKnowledge } from './knowledge.ts';

/** Meaning in three numbers: about children's places, about dogs, about anything else. */
const meaningOf = (text: string): number[] =>
  /сад|балабақша|kindergarten|малыш/iu.test(text)
    ? [1, 0, 0.1]
    : /собак|ит |dog|хвост/iu.test(text)
      ? [0, 1, 0.1]
      : [0, 0, 1];

let world: TestConsole;
let server: Server;
let isDown = false;
let knowledge: ReturnType<typeof composeKnowledge>;
const asked: { model: string; input: string[] }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const question = JSON.parse(body) as { model: string; input: string[] };
      asked.push(question);
      if (isDown) return void response.writeHead(500).end('no');
      const data = question.input.map((text, index) => ({ index, embedding: meaningOf(text) }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world = await startConsole();
  const { services } = world;
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  knowledge = composeKnowledge({
    ...services,
    folder: services.jurisdiction.folder,
    hasModel: false,
    embeddingModel: { apiKey: undefined, baseUrl, model: 'meaning-1' },
  });
  await knowledge.install(true);
  while (await knowledge.embedSome());
});
afterAll(async () => {
  await world?.stop();
  server?.close();
});

const ask = (text: string) =>
  world.services.uow
    .run(`test:${text}:${asked.length}`, (tx) =>
      knowledge.ask.ask(tx, {
        citizenId: null,
        text: MaskedText.parse(text),
        language: 'ru',
        mode: 'asked',
        context: null,
      }),
    )
    .then(({ result }) => (result.type === 'answered' ? result.answer : null));

it('keeps a vector for every passage of the index, in the database', async () => {
  const { db } = world.services;
  expect(await db.knowledgeEmbedding.count()).toBe(await db.knowledgePassage.count());
});

it('offers what is near in meaning although it shares no word, and asks instead of answering', async () => {
  const answer = await ask('Моему хвостатому нужны бумаги');
  expect(answer?.status).toBe('clarification');
  expect(answer && 'options' in answer && answer.options.some(({ source }) => source.startsWith('ulgi.'))).toBe(true);
});

it('answers by words as before where they suffice, and when the model is down', async () => {
  const question = 'Как поставить ребёнка в очередь в детский сад?';
  expect((await ask(question))?.status).toBe('answered');
  isDown = true;
  expect((await ask(question))?.status).toBe('answered');
  expect((await ask('Моему хвостатому нужны бумаги'))?.status).not.toBe('answered');
});
