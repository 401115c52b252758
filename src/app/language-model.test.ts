import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenAiServer, startOpenAi } from '../../test/support/openai/openai-server.ts';
import { MaskedText } from '../kernel/masked-text.ts';
import {
  createAnswerPipeline,
  createMemorySearch,
  loadConversation,
  loadRecords,
  loadThesaurus,
} from '../knowledge/index.ts';
import { parseConfig } from '../platform/config/config.ts';
import { createLog } from '../platform/log/log.ts';
import { createLanguageModel } from './language-model.ts';

const directory = 'jurisdictions/kz/knowledge';
const search = createMemorySearch(loadRecords(directory), loadThesaurus(`${directory}/synonyms.txt`));
const conversation = loadConversation(`${directory}/conversation.yaml`);
const QUESTION = 'За сколько дней должны ответить на обращение?';
const WORDS = 'Орган рассматривает обращение 15 рабочих дней со дня регистрации';

let server: OpenAiServer;
let lines: string[];
beforeEach(async () => {
  server = await startOpenAi();
  lines = [];
});
afterEach(() => server.stop());

function ask(env: Record<string, string>) {
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const model = createLanguageModel(parseConfig(env).models, log);
  const pipeline = createAnswerPipeline({ conversation, search, model });
  return pipeline.answer({ text: MaskedText.parse(QUESTION), language: 'ru', mode: 'asked', context: null });
}
const sentence = (text: string, quote: string) =>
  JSON.stringify({ can_answer: true, sentences: [{ text, passage: 1, quote }] });

describe('the configured language model', () => {
  it('writes an answer that is shown with its citation', async () => {
    server.script(`\`\`\`json\n${sentence(`${WORDS}.`, WORDS)}\n\`\`\``);
    const answer = await ask({ OPENAI_BASE_URL: server.url, LLM_MODEL: 'small-7b' });
    expect(answer).toMatchObject({ status: 'answered', body: { type: 'written', sentences: [{ text: `${WORDS}.` }] } });
    expect(server.questions[0]).toMatchObject({
      body: {
        model: 'small-7b',
        temperature: 0,
        max_tokens: 700,
        response_format: { json_schema: { name: 'WrittenAnswer' } },
      },
    });
    expect(lines.join('')).not.toContain('обращение');
  });

  it.each([
    ['invents a term', sentence('Орган рассматривает обращение 30 рабочих дней.', WORDS)],
    ['says what it likes twice', 'I am not able to do that.'],
  ])('that %s leaves the passage itself as the answer', async (_, reply) => {
    server.script(reply, reply);
    const answer = await ask({ OPENAI_BASE_URL: server.url, LLM_MODEL: 'small-7b' });
    expect(answer).toMatchObject({ status: 'answered', body: { type: 'passage' } });
  });

  it.each([
    ['there is no server', {}],
    ['no model is named', { OPENAI_API_KEY: 'sk-test' }],
    [
      'answering is switched off',
      { OPENAI_API_KEY: 'sk-test', LLM_MODEL: 'small-7b', LLM_SWITCHED_OFF: 'routing, answering' },
    ],
    ['the budget is nothing', { OPENAI_API_KEY: 'sk-test', LLM_MODEL: 'small-7b', LLM_TOKENS_PER_HOUR: '0' }],
  ])('is not asked when %s', async (_, env) => {
    const answer = await ask({ ...env, OPENAI_BASE_URL: 'OPENAI_API_KEY' in env ? server.url : '' });
    expect(answer).toMatchObject({ status: 'answered', body: { type: 'passage' } });
    expect(server.questions).toEqual([]);
  });

  it('is said to be missing its name, once, at the start', async () => {
    await ask({ OPENAI_API_KEY: 'sk-test' });
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['no language model: LLM_MODEL is not set']);
  });

  it('refuses a use that does not exist', () => {
    expect(() => parseConfig({ LLM_SWITCHED_OFF: 'everything' })).toThrow('LLM_SWITCHED_OFF');
  });
});
