import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';
import { petitionsOf } from '../support/petitions/demo-petitions.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let console: Awaited<ReturnType<typeof serveConsole>>;
let demo: Awaited<ReturnType<ReturnType<typeof petitionsOf>['demo']>>;
let browser: TestBrowser;

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  const { person } = await console.signIn('operator', null, 1);
  demo = await petitionsOf(console).demo(person.id);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await console?.stop();
});

async function openAs(
  options: Parameters<TestBrowser['newPage']>[0],
  role = 'operator',
  agencyCode: string | null = null,
  at = 0,
): Promise<Page> {
  const page = await browser.newPage(options);
  const { person } = await console.signIn(role, agencyCode, at);
  await page.goto(`${console.url}/console/sign-in?as=${person.id}`);
  await page.waitForURL(`${console.url}/console/`);
  return page;
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${console.url}/console${path}`);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'light', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('the pages of petitions in $locale, $colorScheme, $width wide', (look) => {
  it('are whole, readable and do not scroll sideways', async () => {
    const page = await openAs(look);
    const places = {
      moderation: '/petitions',
      duties: '/petition-duties',
      petition: `/petitions/${demo.portal.id}`,
      signals: '/petition-signals',
      integrity: `/petitions/${demo.scooters.id}/integrity`,
      pauses: '/petition-pauses',
    };
    for (const [name, path] of Object.entries(places)) {
      await show(page, path);
      if (name === 'moderation') await page.locator('.petition-row').first().locator('button.primary').click();
      await screenshot(page, `console-petitions-${name}-${look.locale}-${look.colorScheme}-${look.width}`, {
        fullPage: true,
      });
      if (look.width > 1000) expect(await violations(page), name).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        `${name} scrolls sideways`,
      ).toBeLessThanOrEqual(look.width);
    }
    await page.context().close();
  });
});
