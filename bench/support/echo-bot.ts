import { Agent, createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { Telegraf } from 'telegraf';

/** The least a bot can do: one reply per message. `node bench/support/echo-bot.ts grammy|telegraf PORT API_ROOT`. */
const [library, port = '0', apiRoot = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

if (library === 'grammy') {
  const bot = new Bot('1:bench', { client: { apiRoot, baseFetchConfig: { agent, compress: true } } });
  bot.on('message', (ctx) => ctx.reply('echo'));
  await bot.init();
  const handle = webhookCallback(bot, 'http');
  createServer((request, response) =>
    request.method === 'POST' ? void handle(request, response) : response.writeHead(404).end(),
  ).listen(Number(port), '127.0.0.1');
} else {
  const bot = new Telegraf('1:bench', { telegram: { apiRoot, agent } });
  bot.on('message', (ctx) => ctx.reply('echo'));
  createServer(await bot.createWebhook({ domain: 'localhost', path: '/' })).listen(Number(port), '127.0.0.1');
}
