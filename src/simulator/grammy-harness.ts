import Fastify from 'fastify';
import { Bot, GrammyError } from 'grammy';
import { afterEach } from 'vitest';
import { createSimulator, type SimulatorOptions } from './index.ts';

export const TOKEN = '4242:test';
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

const closing: (() => Promise<unknown>)[] = [];
export const closeAfterTest = (close: () => Promise<unknown>): number => closing.push(close);
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A simulator on a port of its own, strict and without limits unless told otherwise; closed after the test. */
export async function aSimulator(options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({ now: () => new Date(), strict: true, limits: false, ...options });
  const server = Fastify();
  await simulator.registerRoutes(server);
  await server.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => server.close());
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const apiRoot = `http://127.0.0.1:${port}/sim`;
  return { simulator, apiRoot, origin: `http://127.0.0.1:${port}` };
}

export async function aBot(apiRoot: string, set: (bot: Bot) => void, token = TOKEN): Promise<Bot> {
  const bot = new Bot(token, { client: { apiRoot } });
  set(bot);
  await bot.init();
  const running = bot.start();
  closing.push(async () => {
    await bot.stop();
    await running;
  });
  return bot;
}

/** What Telegram said no with. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: number; description: string; retryAfter: number | undefined }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GrammyError)) throw new Error('expected a refusal', { cause: error });
  return { code: error.error_code, description: error.description, retryAfter: error.parameters.retry_after };
}
