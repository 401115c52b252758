import Fastify from 'fastify';
import { Api, Bot, webhookCallback } from 'grammy';
import { describe, expect, it } from 'vitest';
import { aSimulator, closeAfterTest, refusalOf, TOKEN } from './grammy-harness.ts';

async function aWebhook(apiRoot: string, set: (bot: Bot) => void, answer: (text: string) => number = () => 200) {
  const bot = new Bot(TOKEN, { client: { apiRoot } });
  set(bot);
  const server = Fastify();
  const seen: { secret: unknown; updateId: number; status: number }[] = [];
  const handle = webhookCallback(bot, 'fastify', { secretToken: 'a-secret_1' });
  server.post('/hook', async (request, reply) => {
    const body = request.body as { update_id: number; message?: { text?: string } };
    const status = answer(body.message?.text ?? '');
    seen.push({ secret: request.headers['x-telegram-bot-api-secret-token'], updateId: body.update_id, status });
    return status === 200 ? handle(request, reply) : reply.status(status).send('no');
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  closeAfterTest(() => server.close());
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { bot, seen, url: `http://127.0.0.1:${port}/hook` };
}

describe('a grammY bot behind a webhook', () => {
  it('gets updates with the secret, and polling is refused meanwhile', async () => {
    const { simulator, apiRoot } = await aSimulator();
    const { bot, seen, url } = await aWebhook(apiRoot, (it) =>
      it.on('message:text', (ctx) => ctx.reply(`got ${ctx.message.text}`)),
    );
    await bot.api.setWebhook(url, { secret_token: 'a-secret_1' });
    const zhanna = simulator.citizen('Zhanna');

    zhanna.send('lamp');
    await zhanna.waitForReply('got lamp');

    expect(seen[0]?.secret).toBe('a-secret_1');
    expect(await refusalOf(bot.api.getUpdates())).toMatchObject({
      code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await bot.api.deleteWebhook();
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url: '', pending_update_count: 0 });
    expect(await bot.api.getUpdates()).toEqual([]);
  });

  it('repeats an update after a 500 before the next one of the same chat, while others go on', async () => {
    const { simulator, apiRoot } = await aSimulator({ webhookRetryMs: 5 });
    let failuresLeft = 3;
    const order: string[] = [];
    const { bot, seen, url } = await aWebhook(
      apiRoot,
      (it) =>
        it.on('message:text', async (ctx) => {
          order.push(ctx.message.text);
          await ctx.reply(`got ${ctx.message.text}`);
        }),
      (text) => (text === 'first' && failuresLeft-- > 0 ? 500 : 200),
    );
    const zhanna = simulator.citizen('Zhanna');
    const erlan = simulator.citizen('Erlan');
    zhanna.send('first');
    zhanna.send('second');
    erlan.send('other chat');
    expect(await new Api(TOKEN, { apiRoot }).getWebhookInfo()).toMatchObject({ pending_update_count: 3 });

    await bot.api.setWebhook(url, { secret_token: 'a-secret_1' });
    await zhanna.waitFor('got second');
    await erlan.waitFor('got other chat');

    expect(order.filter((text) => text !== 'other chat')).toEqual(['first', 'second']);
    const firstId = seen.find(({ status }) => status === 500)?.updateId;
    expect(seen.filter(({ updateId }) => updateId === firstId).map(({ status }) => status)).toEqual([
      500, 500, 500, 200,
    ]);
    expect(await bot.api.getWebhookInfo()).toMatchObject({
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
  });

  it('carries out the method that a webhook answers with', async () => {
    const { simulator, apiRoot } = await aSimulator();
    const server = Fastify();
    server.post<{ Body: { message: { chat: { id: number } } } }>('/hook', async (request) => ({
      method: 'sendMessage',
      chat_id: request.body.message.chat.id,
      text: 'in the reply',
    }));
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    closeAfterTest(() => server.close());
    await new Api(TOKEN, { apiRoot }).setWebhook(`${origin}/hook`);
    const zhanna = simulator.citizen('Zhanna');

    zhanna.send('hello');

    await zhanna.waitForReply('in the reply');
  });

  it('refuses a webhook that is not HTTPS on another machine', async () => {
    const { apiRoot } = await aSimulator();
    const refused = await refusalOf(new Api(TOKEN, { apiRoot }).setWebhook('http://example.org/hook'));
    expect(refused.description).toBe('Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
  });
});
