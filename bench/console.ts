import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { playDemoCases } from '../src/app/demo/index.ts';
import { start } from '../src/app/start.ts';
import { parseConfig } from '../src/platform/config/config.ts';
import { createLog } from '../src/platform/log/log.ts';
import { launchBrowser, type TestBrowser } from '../test/support/browser/index.ts';
import { withBenchDatabase } from './support/bench-database.ts';

/**
 * What an officer waits for, in a real browser: the inbox that comes up cold on a slow telephone, beside an empty page
 * under the same conditions; and the time from the press of a button to the words on the page, beside a bare request.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
  strict: false,
});
const ROUNDS = Number(values.rounds);
/** Lighthouse's "slow 4G": 1.6 Mbit/s down, 150 ms there and back; a phone a quarter as fast as this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_SLOWDOWN = 4;
const AIM_MS = { cold: 2_500, act: 100 };

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function onSlowPhone(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}

/** Milliseconds from the address to the first thing that can be used, with nothing kept from before. */
async function cold(browser: TestBrowser, signInUrl: string, url: string, sign: string): Promise<number> {
  const page = await browser.newPage({ width: 390, height: 844, locale: 'ru' });
  await page.goto(signInUrl);
  await page.waitForSelector('.row');
  const cookies = await page.context().cookies();
  await page.context().close();

  const fresh = await browser.newPage({ width: 390, height: 844, locale: 'ru' });
  await fresh.context().addCookies(cookies);
  await onSlowPhone(fresh);
  const begun = performance.now();
  await fresh.goto(url, { waitUntil: 'commit' });
  await fresh.waitForSelector(sign, { state: 'attached' });
  const took = performance.now() - begun;
  await fresh.context().close();
  return took;
}

/** Milliseconds from pressing "take" to the words that say so, and of a request that does nothing, from the same page. */
async function act(page: Page, url: string): Promise<{ actMs: number; requestMs: number }> {
  await page.goto(url);
  const button = page.getByRole('button', { name: 'Взять себе' });
  await button.waitFor();
  const requestMs = await page.evaluate(async () => {
    const begun = performance.now();
    await fetch('/healthz');
    return performance.now() - begun;
  });
  const actMs = await button.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const seen = new MutationObserver(() => {
          if (!document.body.innerText.includes('Обращение теперь у вас.')) return;
          seen.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - begun));
        });
        seen.observe(document.body, { childList: true, subtree: true, characterData: true });
        (element as HTMLElement).click();
      }),
  );
  return { actMs, requestMs };
}

const report = await withBenchDatabase(async ({ url, dataDir }) => {
  const product = await start(
    parseConfig({ PORT: '0', DATABASE_URL: url, DAUYS_DATA_DIR: dataDir, DAUYS_SIMULATOR_LIMITS: 'false' }),
    createLog('silent'),
  );
  const browser = await launchBrowser();
  try {
    await playDemoCases(product.services);
    const { rows } = await product.services.database.pool.query<{ id: string; officer_id: string }>(
      `select t.id, s.id as officer_id from tickets t join staff s on s.agency_code = t.agency_code and s.role = 'officer'
       where t.officer_id is null and t.state in ('delivered', 'registered') limit ${ROUNDS + 1}`,
    );
    const [{ officer_id: officerId } = { officer_id: '' }] = rows;
    const signInUrl = `${product.publicUrl}/console/sign-in?as=${officerId}`;
    const coldMs: number[] = [];
    const emptyMs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      coldMs.push(await cold(browser, signInUrl, `${product.publicUrl}/console/`, '.row'));
      emptyMs.push(await cold(browser, signInUrl, `${product.publicUrl}/healthz`, 'body'));
    }
    const actMs: number[] = [];
    const requestMs: number[] = [];
    for (const { id, officer_id } of rows) {
      const page = await browser.newPage({ locale: 'ru' });
      await page.goto(`${product.publicUrl}/console/sign-in?as=${officer_id}`);
      await page.waitForURL(/console\/(?!sign-in)/);
      const took = await act(page, `${product.publicUrl}/console/tickets/${id}`);
      actMs.push(took.actMs);
      requestMs.push(took.requestMs);
      await page.context().close();
    }
    const whole = (times: readonly number[]) => Math.round(median(times));
    return {
      bench: 'console',
      load: loadavg()[0],
      rounds: ROUNDS,
      inboxCold: { ms: whole(coldMs), emptyPageMs: whole(emptyMs), aimMs: AIM_MS.cold },
      // The first one also compiles.
      act: { ms: whole(actMs.slice(1)), bareRequestMs: whole(requestMs.slice(1)), aimMs: AIM_MS.act },
    };
  } finally {
    await browser.close();
    await product.stop();
  }
});

if (values.json) console.log(JSON.stringify(report));
else {
  const { inboxCold, act: acted } = report;
  const ratio = (ms: number, of: number) => (ms / Math.max(of, 1)).toFixed(1);
  console.log(
    `inbox, cold, slow 4G and 4x slower CPU: ${inboxCold.ms} ms (aim ${inboxCold.aimMs}), ${ratio(inboxCold.ms, inboxCold.emptyPageMs)} times an empty page (${inboxCold.emptyPageMs} ms)`,
  );
  console.log(
    `take, press to words on the page: ${acted.ms} ms (aim ${acted.aimMs}), ${ratio(acted.ms, acted.bareRequestMs)} times a bare request (${acted.bareRequestMs} ms)`,
  );
}
