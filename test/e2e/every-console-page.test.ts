import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/browser/axe.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { writeDemoCases } from '../support/console/demo-cases.ts';
import { writeOneOfEverything } from '../support/console/every-page.ts';
import { serveConsole } from '../support/console/serve-console.ts';

/** The areas of the console as they are written: their modules want a browser around them. */
const FOLDER = join(import.meta.dirname, '../../src/channels/console/app/areas');
const AREAS = readdirSync(FOLDER).map((file) => {
  const written = readFileSync(join(FOLDER, file), 'utf8').replaceAll(/\s+/g, ' ');
  return {
    places: [...written.matchAll(/to: '([^']+)'.*?roles: (?:\[(?:\.\.\.)?([^\]]*)\]|EVERYBODY)/g)].map(
      ([, to = '', roles = '']) => ({ to, role: /'([a-z]+)'/.exec(roles)?.[1] ?? 'officer' }),
    ),
    pages: [...written.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => ({ path })),
  };
});

/** Where the first role of the menu is not the one with the most to see, or the page stands in no menu. */
const ROLE_OF: Readonly<Record<string, string>> = {
  '/': 'officer',
  '/tickets/:ticketId': 'officer',
  '/news': 'supervisor',
  '/agencies/:code': 'operator',
  '/surveys/:surveyId/:tab?': 'supervisor',
  '/surveys/maps': 'supervisor',
  '/surveys/maps/:mapId': 'supervisor',
  '/surveys/waves/:waveId': 'supervisor',
  '/surveys/waves/:waveId/results': 'supervisor',
  '/surveys/waves/:waveId/words/:question': 'supervisor',
  '/topics/:topicId': 'supervisor',
  '/knowledge/:sourceId': 'supervisor',
  '/knowledge/:sourceId/edit': 'supervisor',
  '/cases/:number': 'officer',
};
/** Every page there is: a new one is looked at without anybody having to remember it. */
const PAGES = AREAS.flatMap(({ places, pages }) =>
  pages.map(({ path }) => {
    const home = places
      .filter(({ to }) => path === to || path.startsWith(to === '/' ? '/tickets' : `${to}/`))
      .sort((a, b) => b.to.length - a.to.length)[0];
    return { path, role: ROLE_OF[path] ?? home?.role ?? 'operator' };
  }),
);
const BODY_ROLES = ['officer', 'supervisor'];

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;
let things: Readonly<Record<string, string>>;
const open = new Map<string, Page>();

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  things = await writeOneOfEverything(console, await writeDemoCases(console));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await console?.stop();
});

/** `/petitions/:petitionId` → the address of one that exists. */
function addressOf(path: string): string {
  return path.replaceAll(/\/:([a-zA-Z]+)(\??)/g, (_whole, name: string, optional: string) => {
    const thing = things[name];
    if (thing === undefined && !optional)
      throw new Error(`${path}: nothing to show; write one in test/support/console/every-page.ts`);
    return thing ? `/${thing}` : '';
  });
}

async function pageOf(role: string, look: (typeof LOOKS)[number]): Promise<Page> {
  const key = `${role} ${look.locale} ${look.colorScheme} ${look.width}`;
  const known = open.get(key);
  if (known) return known;
  const page = await browser.newPage(look);
  const { headers } = await console.signIn(role, BODY_ROLES.includes(role) ? 'almaty.roads' : null);
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: console.url }]);
  open.set(key, page);
  return page;
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${console.url}/console${addressOf(path)}`);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
const nameOf = (path: string): string => path.replaceAll(/[^a-zA-Z]+/g, '-').replaceAll(/^-|-$/g, '') || 'inbox';

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'light', width: 390, height: 844 },
  { locale: 'ru', colorScheme: 'dark', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('in $locale, $colorScheme, $width wide', (look) => {
  it.each(PAGES)(
    '$path has no barriers, is not wider than the window, and has no failed words',
    async ({ path, role }) => {
      const page = await pageOf(role, look);
      await show(page, path);
      await screenshot(page, `every-${nameOf(path)}-${look.locale}-${look.colorScheme}-${look.width}`, {
        fullPage: true,
      });
      expect(await page.locator('main').innerText()).not.toMatch(/console-[a-z]+-|undefined|\[object/);
      if (look.width > 1000) expect(await violations(page)).toEqual([]);
      expect(await widthOf(page), 'scrolls sideways').toBeLessThanOrEqual(look.width);
      if (look.width < 1000) return;
      // Twice the size of everything leaves half the room.
      await page.setViewportSize({ width: look.width / 2, height: look.height / 2 });
      expect(await widthOf(page), 'scrolls sideways at 200 %').toBeLessThanOrEqual(look.width / 2);
      await page.setViewportSize(look);
    },
  );
});

it('knows every page', () => {
  expect(PAGES.length).toBeGreaterThan(45);
  expect(
    AREAS.every(({ places, pages }) =>
      places.every(({ to }) => pages.some(({ path }) => path.split('/:')[0] === to || path === to)),
    ),
  ).toBe(true);
});

it('wrote nothing to the browser console that a page should not', () => {
  expect(browser.problems.filter((problem) => !/ 401 /.test(problem))).toEqual([]);
});
