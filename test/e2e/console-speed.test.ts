import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { writeDemoCases } from '../support/console/demo-cases.ts';
import { serveConsole } from '../support/console/serve-console.ts';

/** Lighthouse's "slow 4G": 1.6 Mbit/s down, 150 ms there and back; a phone a quarter as fast as this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_SLOWDOWN = 4;
const MAX_SCRIPT_BYTES = 150_000;
/** The aim is 2.5 s; a shared test machine gets twice that before the test speaks up. */
const MAX_COLD_MS = 5_000;

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;
beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  await writeDemoCases(console);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});

it('the inbox comes up cold on a slow telephone', async () => {
  const page = await browser.newPage({ width: 390, height: 844, locale: 'ru' });
  const { headers } = await console.signIn('officer', 'almaty.roads');
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: console.url }]);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const sizes = new Map<string, number>();
  const types = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));

  const startedAt = performance.now();
  await page.goto(`${console.url}/console/`, { waitUntil: 'commit' });
  await page.waitForSelector('.row');
  const coldMs = Math.round(performance.now() - startedAt);
  const scriptBytes = [...sizes].reduce((sum, [id, size]) => sum + (types.get(id) === 'Script' ? size : 0), 0);

  process.stdout.write(`inbox, cold, slow 4G and 4x slower CPU: ${coldMs} ms, ${scriptBytes} bytes of script\n`);
  expect(scriptBytes).toBeGreaterThan(10_000);
  expect(scriptBytes).toBeLessThan(MAX_SCRIPT_BYTES);
  expect(coldMs).toBeLessThan(MAX_COLD_MS);
});

/** The aim is 100 ms on a quiet machine; a shared test machine gets five times that before the test speaks up. */
const MAX_ACT_MS = 500;

it('an act is answered at once: from the press to what the page says of it', async () => {
  const page = await browser.newPage({ locale: 'ru' });
  const { headers } = await console.signIn('officer', 'almaty.roads');
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: console.url }]);
  const took: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    const { ticketId } = await console.writeCase({ text: `Яма номер ${time} у моста`, agencyCode: 'almaty.roads' });
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    const button = page.getByRole('button', { name: 'Взять себе' });
    await button.waitFor();
    await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
    took.push(
      await button.evaluate(
        (element) =>
          new Promise<number>((resolve) => {
            const startedAt = performance.now();
            const seen = new MutationObserver(() => {
              if (!document.body.innerText.includes('Обращение теперь у вас.')) return;
              seen.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - startedAt));
            });
            seen.observe(document.body, { childList: true, subtree: true, characterData: true });
            (element as HTMLElement).click();
          }),
      ),
    );
  }
  // The first one also compiles.
  const inOrder = took.slice(1).sort((a, b) => a - b);
  const median = Math.round(((inOrder[2] ?? 0) + (inOrder[3] ?? 0)) / 2);
  process.stdout.write(`take, press to words on the page: median ${median} ms of ${took.map(Math.round).join(' ')}\n`);
  expect(median).toBeLessThan(MAX_ACT_MS);
  await page.context().close();
});
