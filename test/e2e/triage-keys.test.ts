import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';

const MESSAGES = 20;

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;
beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  for (let at = 0; at < MESSAGES; at += 1)
    await console.writeCase({
      text: `Сообщение ${at}: тротуар разбит, не пройти с коляской`,
      topicId: 'road.surface',
      place: PLACE,
    });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});
const PLACE = { addressText: 'ул. Абая, 10', territoryCode: '751110000' as never, point: null };

it('an operator routes twenty messages with twenty keys: the next one comes by itself', async () => {
  const page = await browser.newPage({ width: 1280, height: 900, locale: 'ru' });
  const { headers } = await console.signIn('operator');
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: console.url }]);
  await page.goto(`${console.url}/console/triage`);
  await page.waitForSelector('.candidate');
  for (let at = 0; at < MESSAGES; at += 1) {
    const number = await page.textContent('#message-number');
    await page.keyboard.press('1');
    await page.waitForFunction((last) => document.querySelector('#message-number')?.textContent !== last, number);
  }
  expect(await console.services.db.appeal.count({ where: { state: 'in_triage' } })).toBe(0);
});
