import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOpenData } from '../../src/channels/site/index.ts';
import { startSite } from '../../src/channels/site/site.fixture.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PAGES = {
  home: '/',
  'case-found': '/case?number=472-918-9',
  'case-unknown': '/case?number=1',
  openness: '/openness',
  body: '/openness/almaty.police',
  rules: '/rules',
  rule: '/rules/kz.appk.review?from=2026-11-23',
  calendar: '/calendar/kz/2026',
  'real-bot': '/real-bot',
  privacy: '/privacy',
  accessibility: '/accessibility',
  'open-data': '/open-data',
} as const;

let site: Awaited<ReturnType<typeof startSite>>;
let browser: TestBrowser;
let address: string;

beforeAll(async () => {
  site = await startSite();
  const { pages, tree, topicNames, figures, texts, law } = site.deps;
  await registerOpenData(site.app as never, {
    pages,
    t: texts.t,
    directory: site.jurisdiction.directory,
    topicNames,
    tree,
    figures,
    own: law.code,
    calendar: () => law.calendar,
  });
  await site.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(site.app.server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.app.close();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags): Promise<readonly Violation[]> => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document, { runOnly: tags })).violations;
  }, RULES);
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
  );
}

describe('the public site in a browser', () => {
  it.each([
    { locale: 'kk', colorScheme: 'light', width: 390 },
    { locale: 'ru', colorScheme: 'dark', width: 390 },
    { locale: 'ru', colorScheme: 'light', width: 1280 },
    { locale: 'kk', colorScheme: 'dark', width: 1280 },
  ] as const)(
    'has no axe violation and never scrolls sideways: $locale, $colorScheme, $width px',
    async ({ locale, colorScheme, width }) => {
      const page = await browser.newPage({ locale, colorScheme, width, height: 844 });
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(`${address}${path}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale);
        expect([name, await violations(page)]).toEqual([name, []]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, sideways]).toEqual([name, 0]);
        await screenshot(page, `site-${name}-${locale}-${colorScheme}-${width}`, { fullPage: true });
      }
      expect(browser.problems).toEqual([]);
    },
  );

  it('works without scripts and by keyboard: skip link, language, number of a case', async () => {
    const page = await browser.newPage({ locale: 'en', javaScript: false, width: 390, height: 844 });
    await page.goto(`${address}/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${address}/#main`);
    await page.getByRole('link', { name: 'Қазақша' }).click();
    await page.getByRole('link', { name: 'Өтінішті тексеру' }).first().click();
    await page.getByLabel('Өтініш нөмірі').fill('472 918 9');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('kk');
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('472-918-9');
  });

  it('holds at four times the size', async () => {
    const page = await browser.newPage({ locale: 'ru', width: 320, height: 640 });
    for (const path of Object.values(PAGES)) {
      await page.goto(`${address}${path}`);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= 320)]).toEqual([path, true]);
    }
  });

  it('weighs little: one stylesheet, one picture, nothing from elsewhere', async () => {
    const page = await browser.newPage({ locale: 'ru' });
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${address}/openness`, { waitUntil: 'networkidle' });
    expect(loaded.every((url) => url.startsWith(address))).toBe(true);
    expect(loaded.length).toBeLessThanOrEqual(3);
  });
});
