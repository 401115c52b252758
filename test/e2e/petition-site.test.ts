import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { petitionsOf } from '../support/petitions/demo-petitions.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

let product: Product;
let browser: TestBrowser;
let demo: Awaited<ReturnType<ReturnType<typeof petitionsOf>['demo']>>;

beforeAll(async () => {
  product = await startProduct();
  const house = petitionsOf({ services: product.services, participation: product.parts.participation });
  demo = await house.demo();
  const akimat = { kind: 'officer', id: null } as const;
  const { duties, terms } = product.parts.participation.petitions;
  const today = terms.today(await product.services.clock.now());
  await house.run(async (tx) => {
    await duties.announceHearing(tx, demo.crossing.id, { on: today, place: 'акимат, зал 2, 15:00' }, akimat);
    return null;
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('petitions on the site in $locale, $colorScheme, $width wide', (look) => {
  it('are whole and do not scroll sideways, without any script', async () => {
    const page = await browser.newPage(look);
    const places = {
      list: '/petitions',
      page: `/petitions/${demo.crossing.code}`,
      legal: `/petitions/${demo.portal.code}`,
      sheet: `/petitions/${demo.crossing.code}/sheet`,
      widget: `/petitions/${demo.crossing.code}/widget`,
      decisions: '/petitions/decisions',
      log: '/petitions/log',
    };
    for (const [name, path] of Object.entries(places)) {
      await page.goto(`${product.publicUrl}${path}${path.includes('?') ? '&' : '?'}lang=${look.locale}`);
      for (const summary of await page.locator('details.map > summary').all()) await summary.click();
      await screenshot(page, `petitions-${name}-${look.locale}-${look.colorScheme}-${look.width}`, { fullPage: true });
      expect(await page.locator('script').count(), name).toBe(0);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        `${name} scrolls sideways`,
      ).toBeLessThanOrEqual(look.width);
    }
    await page.context().close();
  });
});
