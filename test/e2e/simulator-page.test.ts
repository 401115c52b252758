import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Fastify from 'fastify';
import { Bot, InlineKeyboard, Keyboard } from 'grammy';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, readCast } from '../../src/simulator/index.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';

const CAST = readCast('jurisdictions/kz/simulator.json');
const ROADS = -1002000000101;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; any: { message: string }[] }[] }[] }>;
}

let browser: TestBrowser;
let origin = '';
let stop: () => Promise<void> = async () => undefined;

/** A bot of a few lines: a card with buttons, a keyboard, a note to the officers' group. */
function teach(bot: Bot): void {
  bot.command('start', (ctx) =>
    ctx.reply(`Сәлеметсіз бе ${ctx.match}`, {
      reply_markup: new Keyboard().text('Сұрақ қою').requestContact('Нөмірім').resized(),
    }),
  );
  bot.command('burst', async (ctx) => {
    for (const command of ['one', 'two', 'three', 'four', 'five']) {
      const scope = { type: 'chat', chat_id: ctx.chat.id } as const;
      await ctx.api.setMyCommands([{ command, description: command }], { scope });
      await ctx.reply(`number ${command}`);
    }
  });
  bot.command('share', (ctx) => ctx.reply('https://t.me/dauys_bot?start=petition-7'));
  bot.command('poll', (ctx) => ctx.replyWithPoll('Жарық бар ма?', [{ text: 'Бар' }, { text: 'Жоқ' }]));
  bot.callbackQuery('send', async (ctx) => {
    await ctx.editMessageText('№ 472-918-3 жіберілді');
    await ctx.api.sendMessage(ROADS, 'Новое: 472-918-3', { reply_markup: new InlineKeyboard().text('Взять', 'take') });
    await ctx.answerCallbackQuery('Дайын');
  });
  bot.callbackQuery('take', async (ctx) => {
    await ctx.editMessageText(`472-918-3: ${ctx.from.first_name}`);
    await ctx.answerCallbackQuery({ text: 'Взято в работу', show_alert: true });
  });
  bot.on('message:photo', (ctx) => ctx.reply(`Сурет алынды ${ctx.message.caption ?? ''}`));
  bot.on('message:location', (ctx) => ctx.reply('Орын алынды'));
  bot.on('message:contact', (ctx) => ctx.reply(ctx.message.contact.phone_number));
  bot.on('edited_message:text', (ctx) => ctx.reply(`Түзетілді: ${ctx.editedMessage.text}`));
  bot.on('message:text', async (ctx) => {
    if (ctx.chat.type !== 'private') return;
    await ctx.reply('<b>Мәселе</b>: көше шамдары', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Жіберу', 'send').text('Бас тарту', 'cancel'),
    });
  });
}

beforeAll(async () => {
  browser = await launchBrowser();
  const simulator = createSimulator({
    now: () => new Date(),
    cast: CAST,
    strict: true,
    limits: false,
    timezone: 'Asia/Almaty',
  });
  const server = Fastify();
  await simulator.registerRoutes(server);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  const bot = new Bot('4242:e2e', { client: { apiRoot: `${origin}/sim` } });
  teach(bot);
  await bot.init();
  const running = bot.start();
  stop = async () => {
    await bot.stop();
    await running;
    await server.close();
    await browser.close();
  };
});

afterAll(() => stop());

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ width: 1440, height: 900, locale: 'kk', ...options });
  await page.goto(`${origin}/try`);
  await page.locator('.person').first().waitFor();
  return page;
}

const pane = (page: Page, title: string) => page.locator('.pane', { has: page.locator('h2', { hasText: title }) });

async function say(page: Page, title: string, text: string): Promise<void> {
  const input = pane(page, title).locator('.input');
  await input.fill(text);
  await input.press('Enter');
}

describe('the chat page in a browser', () => {
  it('carries a message from a citizen to the officers beside, and the card changes in place', async () => {
    const page = await open();
    const citizen = pane(page, 'Айгерім');
    const officers = pane(page, 'Қалалық мобильділік');
    await citizen.getByRole('button', { name: 'Бастау', exact: true }).click();
    await citizen.getByRole('button', { name: 'Сұрақ қою' }).waitFor();

    await say(page, 'Айгерім', 'Көше шамдары жанбайды');
    await citizen.getByRole('button', { name: 'Жіберу', exact: true }).first().click();
    await citizen.getByText('№ 472-918-3 жіберілді').waitFor();
    await officers.getByRole('button', { name: 'Взять' }).click();

    await page.getByRole('dialog').getByText('Взято в работу').waitFor();
    await screenshot(page, 'simulator-two-chats');
    await page.keyboard.press('Escape');
    await officers.getByText('472-918-3: Асель').waitFor();
    expect(await citizen.locator('.bubble b', { hasText: 'Мәселе' }).count()).toBe(0);
  });

  it('sends a ready photo, a place and the contact, and corrects a message', async () => {
    const page = await open();
    await page.locator('.person', { hasText: 'Ерлан' }).click();
    const chat = pane(page, 'Ерлан');
    await chat.getByRole('button', { name: 'Бастау', exact: true }).click();
    const attach = chat.getByRole('button', { name: 'Тіркеу' });

    await attach.click();
    await page.getByRole('menuitem', { name: 'Мысалға дайын сурет' }).click();
    await page.getByRole('menuitem').first().click();
    await chat.getByText('Сурет алынды').waitFor();
    await chat.getByRole('button', { name: 'Суретті ашу' }).click();
    await page.locator('.viewer img').waitFor();
    await page.keyboard.press('Escape');
    await attach.click();
    await page.getByRole('menuitem', { name: 'Орын' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Орынды жіберу' }).click();
    await chat.getByText('Орын алынды').waitFor();
    await chat.getByRole('button', { name: 'Нөмірім' }).click();
    await chat.getByText('+77015550103', { exact: true }).last().waitFor();
    await say(page, 'Ерлан', 'Шұңқыр');
    await chat.getByText('Мәселе').waitFor();
    await chat.locator('.input').press('ArrowUp');
    await say(page, 'Ерлан', 'Терең шұңқыр');

    await chat.getByText('Түзетілді: Терең шұңқыр').waitFor();
  });

  it('shows chosen files before they go, and opens links to the bot in the chat', async () => {
    const page = await open({ locale: 'ru' });
    await page.locator('.person', { hasText: 'Гульнара' }).click();
    const chat = pane(page, 'Гульнара');
    await chat.getByRole('button', { name: 'Начать', exact: true }).click();
    await chat
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'яма.png', mimeType: 'image/png', buffer: PIXEL });
    await page.getByRole('dialog').getByLabel('Подпись').fill('яма у школы');
    await page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click();
    await chat.getByText('Сурет алынды яма у школы').waitFor();

    await say(page, 'Гульнара', '/share');
    await chat.getByRole('button', { name: 't.me/dauys_bot' }).click();

    await chat.getByText('Сәлеметсіз бе petition-7').waitFor();
    await page.goto(`${origin}/try?start=from-a-poster`);
    await page.getByRole('dialog').getByRole('button', { name: 'Гульнара' }).click();
    await pane(page, 'Гульнара').getByText('Сәлеметсіз бе from-a-poster').waitFor();
  });

  it('loses no message while the bot changes its commands', async () => {
    const page = await open({ locale: 'en' });
    await page.locator('.person', { hasText: 'Жанна' }).click();
    const chat = pane(page, 'Жанна');
    await chat.getByRole('button', { name: 'Start', exact: true }).click();
    await say(page, 'Жанна', '/burst');
    await chat.getByText('number five').waitFor();
    expect(await chat.getByText(/^number/).count()).toBe(5);
  });

  it('counts a vote and shows the bot blocked', async () => {
    const page = await open({ locale: 'ru' });
    await page.locator('.person', { hasText: 'Мария' }).click();
    const chat = pane(page, 'Мария');
    await chat.getByRole('button', { name: 'Начать', exact: true }).click();
    await say(page, 'Мария', '/poll');
    await chat.getByRole('button', { name: 'Бар', exact: true }).click();
    await chat.getByText('1 голос').waitFor();

    await chat.getByRole('button', { name: 'Ещё' }).first().click();
    await page.getByRole('menuitem', { name: 'Заблокировать бота' }).click();

    await chat.getByRole('button', { name: 'Разблокировать бота' }).waitFor();
    await page.locator('.person', { hasText: 'Мария' }).getByText('бот заблокирован').waitFor();
  });

  it('fits a telephone: the list, then one chat, and back', async () => {
    const page = await open({ width: 390, height: 844, locale: 'en' });
    const list = page.getByRole('navigation', { name: 'People and groups' });
    await page.locator('.person', { hasText: 'Timur' }).click();
    await pane(page, 'Timur').waitFor();
    expect(await list.isVisible()).toBe(false);
    await screenshot(page, 'simulator-phone');
    await page.getByRole('button', { name: 'Back' }).click();
    await list.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault that axe knows, in the %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => `${id} ${target} ${any[0]?.message}`),
      );
    });
    expect(violations).toEqual([]);
  });

  it('left no error in the console', () => {
    expect(browser.problems).toEqual([]);
  });
});
