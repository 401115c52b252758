import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { type MailServer, startMailServer } from '../support/mail/mail-server.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { type SlackFake, startSlack } from '../support/slack/slack-fake.ts';

/** The supervisor of a body sets up every kind of channel by pressing what the page offers, on the whole product. */
describe('a supervisor sets up the channels of the body', () => {
  let product: Product;
  let browser: TestBrowser;
  let slack: SlackFake;
  let mail: MailServer;
  let page: Page;

  beforeAll(async () => {
    await buildConsole();
    slack = await startSlack();
    mail = await startMailServer();
    product = await startProduct({
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SMTP_URL: mail.url,
      MAIL_FROM: 'Dauys <case@dauys.example>',
    });
    slack.sendTo(`${product.publicUrl}/slack/events`);
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'ru' });
    await page.goto(`${product.publicUrl}/console/`);
    await page.getByRole('button', { name: 'Дмитрий Орлов' }).click();
    await page.waitForURL(`${product.publicUrl}/console/`);
    await page.goto(`${product.publicUrl}/console/agencies`);
    await page.getByRole('heading', { name: 'Каналы' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
    await mail.stop();
    await slack.stop();
  });

  const form = () => page.locator('.new-channel');
  async function choose(kind: string): Promise<void> {
    if ((await form().getAttribute('open')) === null) await page.getByText('Добавить канал').click();
    await form().getByLabel('Вид канала').selectOption(kind);
  }
  const add = () => form().getByRole('button', { name: 'Добавить' }).click();
  const channel = (kind: string): Locator => page.locator('.channel').filter({ hasText: kind });
  const shownOnce = async (): Promise<string> => (await form().locator('.once code').innerText()).trim();

  it('in Slack: pastes the manifest, adds the channel, sends the test line and sees whether it arrived', async () => {
    await choose('slack');
    const manifest = JSON.parse(await form().getByLabel('Манифест приложения').inputValue());
    expect(manifest.oauth_config.scopes.bot).toContain('chat:write');
    expect(JSON.stringify(manifest)).toContain(`${product.publicUrl}/slack/events`);
    await form().locator('input:not([type=checkbox])').first().fill('C1');
    await add();
    const line = channel('Slack');
    await line.getByText('не проверен').waitFor();

    await line.getByRole('button', { name: 'Проверить' }).click();
    await line.getByText('Сообщение дошло.').waitFor();
    await line.getByText('работает', { exact: true }).waitFor();
    expect(slack.messages.at(-1)).toMatchObject({ channel: 'C1' });

    slack.failNext('chat.postMessage', { error: 'channel_not_found' });
    await line.getByRole('button', { name: 'Проверить' }).click();
    await line.getByText(/Не дошло: .*channel_not_found/).waitFor();
    await line.getByText('не работает', { exact: true }).waitFor();
    await line.getByRole('button', { name: 'Проверить' }).click();
    await line.getByText('Сообщение дошло.').waitFor();
    await line.getByRole('button', { name: 'Приостановить' }).click();
    await line.getByText('на паузе').waitFor();
    await line.getByRole('button', { name: 'Возобновить' }).click();
    await line.getByText('на паузе').waitFor({ state: 'detached' });
  });

  it('in Telegram: gets a code, and the group that says it is bound', async () => {
    await choose('staff_chat');
    await add();
    const command = await shownOnce();
    expect(command).toMatch(/^\/bind \S+$/);
    const officer = product.simulator.citizen('Дмитрий в группе', { role: 'staff' });
    const seat = product.simulator.group('Дороги', [officer]).as(officer);
    seat.send(command);
    await seat.waitForReply('Сюда будут приходить обращения');

    await page.reload();
    const line = channel('Группа в Telegram');
    await line.getByText('группа ещё не подключена').waitFor({ state: 'detached' });
    await line.getByRole('button', { name: 'Проверить' }).click();
    await seat.waitForReply('Проверка: канал');
    await line.getByRole('button', { name: 'Новый код для группы' }).click();
    await line.getByText(/^\/bind /).waitFor();
  });

  it('by mail: a letter comes to the body’s own mailbox', async () => {
    await choose('email');
    await form().locator('input:not([type=checkbox])').first().fill('office@roads.example');
    await add();
    const line = channel('Почта');
    await line.getByRole('button', { name: 'Проверить' }).click();
    await line.getByText('Сообщение дошло.').waitFor();
    expect(mail.letters.at(-1)).toMatchObject({ to: 'office@roads.example' });
  });

  it('by webhook: refuses a door inside our own network, shows the secret once, rotates it, keeps a log, sends again', async () => {
    await choose('webhook');
    const address = form().locator('input:not([type=checkbox])').first();
    await address.fill('http://127.0.0.1:1/cases');
    await add();
    await form().getByText('На этот адрес отправлять нельзя').waitFor();
    await address.fill('https://register.invalid/cases');
    await add();
    const first = await shownOnce();
    expect(first).toMatch(/^whsec_/);

    const line = channel('Вебхук');
    await line.getByRole('button', { name: 'Сменить секрет' }).click();
    await line.locator('.once').waitFor();
    const second = (await line.locator('.once').innerText()).trim();
    expect(second).toMatch(/^whsec_/);
    expect(second).not.toBe(first);

    await line.getByRole('button', { name: 'Проверить' }).click();
    await line.getByText(/Не дошло/).waitFor();
    await line.getByRole('button', { name: 'Журнал доставки' }).click();
    const rows = line.locator('table.log tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    await rows.first().getByRole('button').click();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBeGreaterThan(before);
  });

  it('connects the own account by a code from the settings', async () => {
    await page.goto(`${product.publicUrl}/console/settings`);
    await page.getByRole('button', { name: 'Код для Telegram' }).click();
    const command = (await page.locator('.once code').innerText()).trim();
    const mine = product.simulator.citizen('Дмитрий сам', { role: 'staff' });
    mine.start(command.replace('/start ', ''));
    await mine.waitForReply('Связано: Дмитрий Орлов');
    await page.getByRole('button', { name: 'Код для Slack' }).click();
    const inSlack = (await page.getByText(/^\/dauys connect /).innerText()).trim();
    const { body } = await slack.command('UDMITRIY', inSlack.replace('/dauys ', ''));
    expect(body['text']).toContain('Дмитрий Орлов');
  });

  it('leaves no error in the browser', () => {
    expect(browser.problems.filter((problem) => !/ 4(?:01|09|22) /.test(problem))).toEqual([]);
  });
});
