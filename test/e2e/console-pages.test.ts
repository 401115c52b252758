import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/browser/axe.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { writeDemoCases } from '../support/console/demo-cases.ts';
import { serveConsole } from '../support/console/serve-console.ts';

let console: Awaited<ReturnType<typeof serveConsole>>;
let cases: Awaited<ReturnType<typeof writeDemoCases>>;
let browser: TestBrowser;

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  cases = await writeDemoCases(console);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});

async function openAs(
  role: string,
  agencyCode: string | null,
  options: Parameters<TestBrowser['newPage']>[0],
): Promise<Page> {
  const page = await browser.newPage(options);
  const { person } = await console.signIn(role, agencyCode);
  await page.goto(`${console.url}/console/sign-in?as=${person.id}`);
  await page.waitForURL(`${console.url}/console/`);
  return page;
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${console.url}/console${path}`);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'light', width: 390, height: 844 },
  { locale: 'ru', colorScheme: 'dark', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('the console in $locale, $colorScheme, $width wide', (look) => {
  const nameOf = (page: string) => `console-${page}-${look.locale}-${look.colorScheme}-${look.width}`;

  async function check(page: Page, name: string): Promise<void> {
    await screenshot(page, nameOf(name), { fullPage: true });
    // Colours and structure are the same on a telephone; only the room differs.
    if (look.width > 1000) expect(await violations(page), name).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${name} scrolls sideways`,
    ).toBeLessThanOrEqual(look.width);
  }

  it('has no barriers for officers', async () => {
    const page = await openAs('officer', 'almaty.roads', look);
    await show(page, '/');
    await page.waitForSelector('.row');
    await check(page, 'inbox');
    await show(page, `/tickets/${cases.asked.ticketId}`);
    await check(page, 'case-asked');
    await show(page, `/tickets/${cases.late.ticketId}`);
    await check(page, 'case-late');
    await page.locator('.commands .primary').click();
    await check(page, 'case-answer');
    await page.locator('.panel textarea').fill('Яма на Саина — Толе би заделана 9 декабря.');
    await page.locator('.outcomes input').first().check();
    await page.locator('.panel .primary').click();
    await page.waitForSelector('.preview-letter');
    await check(page, 'case-preview');
    await show(page, `/tickets/${cases.answered.ticketId}`);
    await check(page, 'case-answered');
    // Twice the size of everything on a wide screen leaves half the room.
    if (look.width > 1000) {
      await page.setViewportSize({ width: look.width / 2, height: look.height / 2 });
      await show(page, '/');
      await page.waitForSelector('.row');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width / 2);
      await show(page, `/tickets/${cases.late.ticketId}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width / 2);
      await page.setViewportSize({ width: look.width, height: look.height });
    }
    await show(page, '/settings');
    await check(page, 'settings');
    await page.context().close();
  });

  it('has no barriers for operators, supervisors and auditors', async () => {
    const operator = await openAs('operator', null, look);
    await show(operator, '/triage');
    await operator.waitForSelector('.message .combo');
    await check(operator, 'triage');
    await show(operator, '/agencies');
    await operator.locator('.person').first().waitFor();
    await check(operator, 'agencies');
    await show(operator, '/agencies/almaty.roads');
    await operator.locator('#chain-title').waitFor();
    await operator.waitForLoadState('networkidle');
    await check(operator, 'agency-edit');
    await show(operator, '/parked');
    await check(operator, 'parked');
    await show(operator, `/journal/${cases.answered.number}`);
    await check(operator, 'journal');
    await operator.context().close();
    const supervisor = await openAs('supervisor', 'almaty.roads', look);
    await show(supervisor, '/team');
    await check(supervisor, 'team');
    await show(supervisor, '/templates');
    await supervisor.locator('.page-head .primary').click();
    await check(supervisor, 'templates');
    await show(supervisor, '/agencies/almaty.roads');
    await supervisor.locator('#chain-title').waitFor();
    await supervisor.waitForLoadState('networkidle');
    await check(supervisor, 'agency');
    await show(supervisor, '/categories');
    await supervisor.locator('table').first().waitFor();
    await check(supervisor, 'categories');
    await show(supervisor, '/');
    await supervisor.waitForSelector('.row');
    await supervisor.locator('.saved .link').click();
    await supervisor.locator('input[data-choose]').first().check();
    await supervisor.locator('.bulk').waitFor();
    await check(supervisor, 'inbox-bulk');
    await supervisor.locator('h1').first().focus();
    await supervisor.keyboard.press('?');
    await supervisor.locator('.key-list').waitFor();
    await check(supervisor, 'keys');
    await supervisor.keyboard.press('Escape');
    await show(supervisor, `/tickets/${cases.late.ticketId}`);
    await supervisor.locator('[data-command=redirect]').click();
    await supervisor.locator('.panel [role=combobox]').fill('су');
    await supervisor.getByRole('option').first().waitFor();
    await screenshot(supervisor, nameOf('case-redirect'));
    await supervisor.keyboard.press('Escape');
    await supervisor.locator('[data-command=note]').click();
    await check(supervisor, 'case-note');
    await show(supervisor, '/?q=нет-такого');
    await check(supervisor, 'search-nothing');
    await supervisor.context().close();
    const stranger = await browser.newPage(look);
    await stranger.goto(`${console.url}/console/sign-in`);
    await stranger.waitForSelector('.demo-group');
    await check(stranger, 'sign-in');
    await stranger.context().close();
  });
});

it('wrote nothing to the browser console that a page should not', () => {
  const unexpected = browser.problems.filter((problem) => !problem.includes('401'));
  expect(unexpected).toEqual([]);
});
