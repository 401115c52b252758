import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';

const MESSAGES = 20;
/** A minute for twenty leaves three seconds each; the machine may take a third of a person's time. */
const MAX_MACHINE_MS = 20_000;

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

it('an operator routes twenty messages a minute from the keyboard', async () => {
  const page = await browser.newPage({ width: 1280, height: 900, locale: 'ru' });
  const { headers } = await console.signIn('operator');
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: console.url }]);
  await page.goto(`${console.url}/console/triage`);
  await page.waitForSelector('.candidate');
  const startedAt = performance.now();
  for (let at = 0; at < MESSAGES; at += 1) {
    const number = await page.textContent('#message-number');
    await page.keyboard.press('1');
    await page.waitForFunction((last) => document.querySelector('#message-number')?.textContent !== last, number);
  }
  const spentMs = Math.round(performance.now() - startedAt);
  process.stdout.write(`triage: ${MESSAGES} messages in ${spentMs} ms of machine time\n`);
  expect(spentMs).toBeLessThan(MAX_MACHINE_MS);
  expect(await console.services.db.appeal.count({ where: { state: 'in_triage' } })).toBe(0);
});
