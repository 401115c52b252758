import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenAiServer, startOpenAi } from '../../../../test/support/openai/openai-server.ts';
import { aCitizen, buttons } from '../../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../../test/support/product/start-product.ts';

let server: OpenAiServer;
let product: Product;
beforeAll(async () => {
  server = await startOpenAi();
  product = await startProduct({ OPENAI_BASE_URL: server.url, LLM_MODEL: 'small-7b' });
  await product.parts.installed;
});
afterAll(async () => {
  await product?.stop();
  await server?.stop();
});

const WORDS = 'Орган рассматривает обращение 15 рабочих дней со дня регистрации';
const written = (...sentences: [string, string][]): string =>
  JSON.stringify({ can_answer: true, sentences: sentences.map(([text, quote]) => ({ text, passage: 1, quote })) });

it('shows the passage at once, and a model’s checked words in its place when they come', async () => {
  const dana = await aCitizen(product, 'Дана', 'ru');
  server.script(written([`${WORDS}.`, WORDS], ['Позвоните по телефону 8 800 555.', WORDS], [`${WORDS}.`, WORDS]));
  dana.send('За сколько дней орган обязан ответить на обращение?');
  const shown = await dana.waitForReply((message) => buttons(message).includes('Спросить людей'));
  const edited = await dana.waitFor(
    (message) => message.message_id === shown.message_id && (message.text ?? '').includes('искусственный интеллект'),
  );
  expect(edited.text).toContain(`${WORDS}. [1]`);
  expect(edited.text).not.toContain('8 800');
  expect(buttons(edited)).toContain('Спросить людей');
  await expect.poll(() => product.services.db.knowledgeAnswer.count({ where: { composedBy: 'written' } })).toBe(1);
});

it('leaves the passage where it is when the model invents or is silent', async () => {
  const oleg = await aCitizen(product, 'Олег', 'ru');
  server.script(written(['Ответ дают за 3 дня.', WORDS]));
  oleg.send('За сколько дней орган обязан ответить на обращение?');
  const shown = await oleg.waitForReply((message) => buttons(message).includes('Спросить людей'));
  await expect.poll(() => server.questions.length).toBe(2);
  expect(shown.text).toContain('15 рабочих дней');
  expect(shown.text).not.toContain('3 дня');
});

/** Pieces that wait for the test to let the next one go. */
function held(...pieces: readonly string[]) {
  const gates = pieces.map(() => Promise.withResolvers<void>());
  return {
    pieces: (async function* () {
      for (const [at, piece] of pieces.entries()) {
        yield piece;
        if (at < pieces.length - 1) await gates[at]?.promise;
      }
    })(),
    goOn: (at: number): void => gates[at]?.resolve(),
  };
}
const sentence = (text: string, quote: string): string => JSON.stringify({ text, passage: 1, quote });

it('shows checked sentences while the rest is still being written, and never an unchecked one', async () => {
  const aida = await aCitizen(product, 'Аида', 'ru');
  const reply = held(
    `{"can_answer": true, "sentences": [${sentence(`${WORDS}.`, WORDS)}, {"text": "Ответ дают за 3 дня`,
    `.", "passage": 1, "quote": "${WORDS}"}, ${sentence(`${WORDS}.`, WORDS)}]}`,
  );
  server.script({ pieces: reply.pieces });
  aida.send('За сколько дней орган обязан ответить на обращение?');
  const shown = await aida.waitForReply((message) => buttons(message).includes('Спросить людей'));
  const growing = await aida.waitFor(
    (message) => message.message_id === shown.message_id && (message.text ?? '').includes('Пишем дальше'),
  );
  expect(growing.text).toContain(`${WORDS}. [1]`);
  expect(growing.text).not.toContain('3 дня');
  expect(growing.text).toContain('искусственный интеллект');
  reply.goOn(0);
  const whole = await aida.waitFor(
    (message) =>
      message.message_id === shown.message_id && (message.text ?? '').includes('Это то, о чём вы спрашивали?'),
  );
  expect(whole.text).not.toContain('3 дня');
});

it('brings the passage back when the line breaks in the middle of a sentence', async () => {
  const timur = await aCitizen(product, 'Тимур', 'ru');
  const start = `{"can_answer": true, "sentences": [${sentence(`${WORDS}.`, WORDS)}, {"text": "И ещё`;
  const reply = held(start, ' ');
  server.script({ pieces: reply.pieces, breaks: true });
  timur.send('За сколько дней орган обязан ответить на обращение?');
  const shown = await timur.waitForReply((message) => buttons(message).includes('Спросить людей'));
  await timur.waitFor(
    (message) => message.message_id === shown.message_id && (message.text ?? '').includes('Пишем дальше'),
  );
  reply.goOn(0);
  const back = await timur.waitFor(
    (message) => message.message_id === shown.message_id && !(message.text ?? '').includes('искусственный интеллект'),
  );
  expect(back.text).toBe(shown.text);
});
