import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenAiServer, startOpenAi } from '../../../test/support/openai/openai-server.ts';
import type { ModelUse } from '../../kernel/language-model.ts';
import { MaskedText } from '../../kernel/masked-text.ts';
import { createLog } from '../log/log.ts';
import { createOpenAiModel } from './openai-model.ts';
import { loadPrompts } from './prompts.ts';

const prompts = loadPrompts('prompts');
const SECRET_WORDS = 'труба прорвала асфальт на Абая';
const Choice = z.object({ choice: z.number().int() });
const opinion = {
  use: 'routing',
  prompt: 'routing/second-opinion.v1',
  values: { message: MaskedText.parse(SECRET_WORDS), candidates: '1. water\n2. roads' },
  output: Choice,
  timeoutMs: 2_000,
} as const;
const lines: string[] = [];
const log = createLog('debug', { write: (line) => void lines.push(line) });

// Loading the client takes longer than the shortest limits below.
beforeAll(async () => void (await import('openai')));

let server: OpenAiServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
  // Whatever happened in a test, nobody's words are in the log, and neither is the key.
  expect(lines.join('')).not.toMatch(/прорвала|sk-test/);
  lines.length = 0;
});

interface Setup extends NonNullable<Parameters<typeof startOpenAi>[0]> {
  readonly tokensPerHour?: number;
  readonly off?: Set<ModelUse>;
  readonly stopwatch?: () => number;
}

async function open({ tokensPerHour = 100_000, off = new Set(), stopwatch, ...behaviour }: Setup = {}) {
  server = await startOpenAi(behaviour);
  const model = createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl: server.url,
    model: 'small-7b',
    prompts,
    log,
    budget: { tokensPerHour },
    isSwitchedOff: (use) => off.has(use),
    ...(stopwatch ? { stopwatch } : {}),
  });
  return { model, server };
}

describe('a question to a language model', () => {
  it('goes out with the model, the temperature, the limit and the strict schema of its prompt', async () => {
    const { model, server } = await open();
    server.script('{"choice": 1}');
    expect(await model.ask(opinion)).toEqual({
      type: 'answered',
      output: { choice: 1 },
      model: 'scripted-1',
      tokens: 100,
      durationMs: expect.any(Number),
      repaired: false,
    });
    expect(server.questions).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer sk-test',
        body: {
          model: 'small-7b',
          temperature: 0,
          max_tokens: 40,
          messages: [{ role: 'user', content: expect.stringContaining(SECRET_WORDS) }],
          response_format: {
            type: 'json_schema',
            json_schema: {
              name: 'SecondOpinionReply',
              strict: true,
              schema: {
                type: 'object',
                properties: { choice: { type: 'integer' } },
                required: ['choice'],
                additionalProperties: false,
              },
            },
          },
        },
      },
    ]);
  });

  it('repeats the labels in the words, for servers that do not show the schema to the model', async () => {
    const { model, server } = await open();
    server.script('{"choice":"roads"}');
    await model.ask({ ...opinion, output: z.object({ choice: z.enum(['roads', 'water']) }) });
    expect(server.questions[0]?.body.messages[0].content).toContain('"enum":["roads","water"]');
  });

  it('records use, prompt, model, tokens and duration, and no words', async () => {
    const { model, server } = await open();
    server.script('{"choice": 1}');
    await model.ask(opinion);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        msg: 'language model answered',
        use: 'routing',
        prompt: 'routing/second-opinion.v1',
        model: 'scripted-1',
        tokens: 100,
        rounds: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it('is a bug when nobody wrote its prompt, or when it is another use’s, or when a value is missing', async () => {
    const { model, server } = await open();
    await expect(model.ask({ ...opinion, prompt: 'routing/unheard-of.v1' })).rejects.toThrow('no prompt');
    await expect(model.ask({ ...opinion, use: 'themes' })).rejects.toThrow('is for routing');
    await expect(model.ask({ ...opinion, values: { message: 'x' } })).rejects.toThrow('got the values message');
    expect(server.questions).toEqual([]);
  });
});

describe('a reply in the wrong clothes', () => {
  it('is asked for once more, with what was wrong', async () => {
    const { model, server } = await open();
    server.script('{"choice": "the second"}', '{"choice": 2}');
    expect(await model.ask(opinion)).toMatchObject({
      type: 'answered',
      output: { choice: 2 },
      repaired: true,
      tokens: 200,
    });
    const [, said, complaint] = server.questions[1]?.body.messages ?? [];
    expect(said).toEqual({ role: 'assistant', content: '{"choice": "the second"}' });
    expect(complaint.content).toMatch(/expected number, received string[\s\S]*at choice/);
  });

  it.each([
    ['wrong_shape', '{"answer": 2}'],
    ['no_json', 'The second one.'],
    ['no_json', ''],
  ])('is given up as %s after the second time: %s', async (reason, reply) => {
    const { model, server } = await open();
    server.script(reply, reply);
    expect(await model.ask(opinion)).toMatchObject({ type: 'unusable', reason });
    expect(server.questions).toHaveLength(2);
  });

  it('is undressed without asking again', async () => {
    const { model, server } = await open();
    server.script('<think>First {"choice": 1}? No.</think>\nHere it is:\n```json\n{"choice": 2}\n```\nGood luck!');
    expect(await model.ask(opinion)).toMatchObject({ output: { choice: 2 }, repaired: false });
    expect(server.questions).toHaveLength(1);
  });
});

describe('a reply that the limit ended', () => {
  it('is asked for once more, shorter, and recorded as cut', async () => {
    const { model, server } = await open();
    const cut = { says: '<think>The message is about', cut: true } as const;
    server.script(cut, cut);
    expect(await model.ask(opinion)).toMatchObject({ type: 'unusable', reason: 'no_json' });
    expect(server.questions[1]?.body.messages[2].content).toContain('cut off');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'language model reply unusable', cut: true });
  });
});

describe('a server that is not well', () => {
  it.each([
    ['an HTML page with 200', { page: '<html>Sign in</html>', status: 200 }],
    ['an HTML page called JSON', { page: '<html>Sign in</html>', status: 200, contentType: 'application/json' }],
    ['an HTML error page', { page: '<html>Bad gateway</html>', status: 502 }],
    ['another kind of JSON', { json: { ok: true } }],
    ['no choices', { json: { choices: [] } }],
    ['429, and come back in a minute', { status: 429, headers: { 'retry-after': '59' } }],
    ['a redirect to another house', { status: 307, headers: { location: '/v1/another-house' } }],
    ['500', { status: 500, message: SECRET_WORDS }],
    ['401', { status: 401, message: 'Incorrect API key provided: sk-test' }],
    ['404 for the model', { status: 404 }],
  ])('is unavailable: %s', async (_, turn) => {
    const { model, server } = await open();
    server.script(turn);
    expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'failed' });
    expect(server.questions).toHaveLength(1);
  });

  it('is unavailable when nobody listens there', async () => {
    const { model, server } = await open();
    await server.stop();
    expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'failed' });
  });

  it.each(['before_headers', 'within_body'] as const)('is left alone in time when it hangs %s', async (hangs) => {
    const { model, server } = await open();
    server.script({ hangs });
    expect(await model.ask({ ...opinion, timeoutMs: 150 })).toEqual({ type: 'unavailable', reason: 'timed_out' });
  });

  it('has one time limit for both rounds', async () => {
    const { model, server } = await open();
    server.script('no', { hangs: 'before_headers' });
    expect(await model.ask({ ...opinion, timeoutMs: 300 })).toEqual({ type: 'unavailable', reason: 'timed_out' });
    expect(server.questions).toHaveLength(2);
  });
});

describe('a server that knows less', () => {
  it('is asked with json_object after refusing json_schema, and the next question goes there at once', async () => {
    const { model, server } = await open({ refuses: ['json_schema'] });
    server.script('{"choice": 1}', '{"choice": 2}');
    expect(await model.ask(opinion)).toMatchObject({ output: { choice: 1 }, repaired: false });
    expect(await model.ask(opinion)).toMatchObject({ output: { choice: 2 } });
    expect(server.questions.map(({ body }) => body.response_format.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });

  it('is asked plainly when it refuses any format', async () => {
    const { model, server } = await open({ refuses: ['json_schema', 'json_object'] });
    server.script('Sure! {"choice": 1}');
    expect(await model.ask(opinion)).toMatchObject({ output: { choice: 1 } });
    expect(server.questions.at(-1)?.body).not.toHaveProperty('response_format');
  });

  it('gets the newer name of the limit, and no temperature, where a model wants that', async () => {
    const { model, server } = await open({ refuses: ['max_tokens', 'temperature'] });
    server.script('{"choice": 1}');
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
    expect(server.questions.at(-1)?.body).toMatchObject({
      max_completion_tokens: 40,
      response_format: { type: 'json_schema' },
    });
    expect(server.questions.at(-1)?.body).not.toHaveProperty('temperature');
  });

  it('is given up when it refuses everything, and asked the best way again the next time', async () => {
    const { model, server } = await open();
    server.script(...[1, 2, 3].map(() => ({ status: 400, message: 'context length exceeded' })), '{"choice": 1}');
    expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'failed' });
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
    expect(server.questions.at(-1)?.body.response_format.type).toBe('json_schema');
  });
});

describe('limits of our own', () => {
  it('ask nothing when the use is switched off, and ask again when it is back', async () => {
    const off = new Set<ModelUse>(['routing']);
    const { model, server } = await open({ off });
    expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'switched_off' });
    expect(server.questions).toEqual([]);
    off.delete('routing');
    server.script('{"choice": 1}');
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
  });

  it('ask nothing when the hour’s tokens are spent, until an hour has passed', async () => {
    let time = 0;
    const { model, server } = await open({ tokensPerHour: 1_100, stopwatch: () => time });
    server.script('{"choice": 1}', '{"choice": 1}', '{"choice": 1}');
    await model.ask(opinion);
    const question = server.questions[0]?.body.messages[0].content as string;
    const estimate = Math.ceil(question.length / 2) + 40;
    expect(estimate).toBeGreaterThan(500);
    const both = await Promise.all([model.ask(opinion), model.ask(opinion)]);
    expect(both.map((reply) => (reply.type === 'unavailable' ? reply.reason : reply.type)).sort()).toEqual([
      'answered',
      'budget_spent',
    ]);
    time = 3_600_001;
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
  });

  it('count a reply whose server does not count', async () => {
    const { model, server } = await open();
    server.script({ says: '{"choice": 1}', counts: false });
    const reply = await model.ask(opinion);
    expect(reply.type === 'answered' && reply.tokens).toBeGreaterThan(500);
  });

  it('do not count a server that was down', async () => {
    const { model, server } = await open({ tokensPerHour: 1_100 });
    server.script({ status: 500 }, { status: 500 }, '{"choice": 1}');
    await model.ask(opinion);
    await model.ask(opinion);
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
  });

  it('leave a server alone for half a minute after three failures in a row, so that nobody waits for it', async () => {
    let time = 0;
    const { model, server } = await open({ stopwatch: () => time });
    server.script({ status: 500 }, { status: 503 }, { status: 500 }, '{"choice": 1}');
    for (let times = 0; times < 4; times += 1)
      expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'failed' });
    expect(server.questions).toHaveLength(3);
    time = 30_000;
    expect(await model.ask(opinion)).toMatchObject({ type: 'answered' });
  });

  it.each([
    { apiKey: undefined, baseUrl: undefined, model: 'small-7b' },
    { apiKey: 'sk-test', baseUrl: undefined, model: undefined },
  ])('ask nobody when nothing is configured', async (server) => {
    const model = createOpenAiModel({ ...server, prompts, log, budget: { tokensPerHour: 1 } });
    expect(await model.ask(opinion)).toEqual({ type: 'unavailable', reason: 'not_configured' });
  });
});

describe('a reply that somebody listens to', () => {
  const listened = () => {
    const heard: string[] = [];
    return { heard, question: { ...opinion, onText: (soFar: string) => void heard.push(soFar) } };
  };

  it('is heard while it is written, and counted as the server counts it', async () => {
    const { model, server } = await open();
    const { heard, question } = listened();
    server.script({ pieces: ['{"cho', 'ice"', ': 2}'] });
    expect(await model.ask(question)).toMatchObject({ type: 'answered', output: { choice: 2 }, tokens: 100 });
    expect(heard).toEqual(['{"cho', '{"choice"', '{"choice": 2}']);
    expect(server.questions[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it('comes in one piece from a server that knows no other way, each in its own words', async () => {
    for (const behaviour of [
      { refuses: ['stream_options'] },
      { refuses: ['stream'] },
      { neverStreams: true },
    ] as const) {
      const { model, server } = await open(behaviour);
      const { question } = listened();
      server.script('{"choice": 3}', '{"choice": 3}');
      expect(await model.ask(question)).toMatchObject({ type: 'answered', output: { choice: 3 } });
      await server.stop();
    }
  });

  it('is told what was wrong with it without a listener, and counts both rounds', async () => {
    const { model, server } = await open();
    const { heard, question } = listened();
    server.script({ pieces: ['two'] }, '{"choice": 2}');
    expect(await model.ask(question)).toMatchObject({ type: 'answered', repaired: true, tokens: 200 });
    expect(heard).toEqual(['two']);
    expect(server.questions[1]?.body['stream']).toBeUndefined();
  });

  it('ends with the time limit and with the line', async () => {
    const { model, server } = await open();
    const { question } = listened();
    const never = (async function* () {
      yield '{"choice"';
      await new Promise(() => undefined);
    })();
    server.script({ pieces: never }, { pieces: ['{"choice": '], breaks: true });
    expect(await model.ask({ ...question, timeoutMs: 100 })).toEqual({ type: 'unavailable', reason: 'timed_out' });
    expect(await model.ask(question)).toEqual({ type: 'unavailable', reason: 'failed' });
  });

  it('is not asked for when the switch is off or the budget is spent', async () => {
    const { model, server } = await open({ off: new Set(['routing']) });
    expect(await model.ask(listened().question)).toEqual({ type: 'unavailable', reason: 'switched_off' });
    await server.stop();
    const poor = await open({ tokensPerHour: 10 });
    expect(await poor.model.ask(listened().question)).toEqual({ type: 'unavailable', reason: 'budget_spent' });
    expect(poor.server.questions).toEqual([]);
  });
});
