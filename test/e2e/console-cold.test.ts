import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { writeDemoCases } from '../support/console/demo-cases.ts';
import { serveConsole } from '../support/console/serve-console.ts';

/** Lighthouse's "slow 4G": 1.6 Mbit/s down, 150 ms there and back; a phone a quarter as fast as this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_SLOWDOWN = 4;
const MAX_SCRIPT_BYTES = 150_000;

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

it('the inbox comes up cold on a slow telephone with little script', async () => {
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

  await page.goto(`${console.url}/console/`, { waitUntil: 'commit' });
  await page.waitForSelector('.row');
  const scriptBytes = [...sizes].reduce((sum, [id, size]) => sum + (types.get(id) === 'Script' ? size : 0), 0);

  expect(scriptBytes).toBeGreaterThan(10_000);
  expect(scriptBytes).toBeLessThan(MAX_SCRIPT_BYTES);
});
