import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoned } from '../../src/kernel/day.ts';
import { newId } from '../../src/kernel/ids.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ROADS = 'almaty.roads';
const DAYS = 86_400_000;

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;
let silent: { ticketId: string; number: string };
let complaintTicketId: string;
let toRegister: { number: string };

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  const { services } = console;
  const { person } = await console.signIn('officer', ROADS);
  const officer = { id: person.id, role: 'officer', agencyCode: ROADS, unitIds: [] } as never;
  const written = await console.writeCase({ text: 'Яма на улице Толе би у дома 55, второй месяц', agencyCode: ROADS });
  silent = written;
  const on = zoned(await services.clock.now(), 'Asia/Almaty').on;
  const inTx = (work: Parameters<typeof services.uow.run>[1]) => services.uow.run(`test:${newId()}`, work);
  await inTx((tx) => services.tickets.register(tx, written.ticketId, officer, { number: 'Ж-13', on }));
  await services.clock.advance(33 * DAYS);
  const mine = [written.appealId, written.citizenId as never] as const;
  await inTx((tx) => services.complaints.file(tx, ...mine, { text: 'Жалоба на бездействие. Ответа нет.' }));
  const row = await services.db.silenceComplaint.findFirstOrThrow();
  complaintTicketId = (await services.db.ticket.findFirstOrThrow({ where: { appealId: row.appealId } })).id;
  toRegister = await console.writeCase({ text: 'Просел люк на Розыбакиева', agencyCode: ROADS });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await console?.stop();
});

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('pages about terms in $locale, $colorScheme, $width wide', (look) => {
  async function openAs(role: string, agencyCode: string | null, path: string, ready: string): Promise<Page> {
    const page = await browser.newPage(look);
    const { person } = await console.signIn(role, agencyCode);
    await page.goto(`${console.url}/console/sign-in?as=${person.id}`);
    await page.waitForURL(`${console.url}/console/`);
    await page.goto(`${console.url}/console${path}`);
    await page.waitForSelector(ready);
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    return page;
  }

  async function check(page: Page, name: string): Promise<void> {
    await screenshot(page, `terms-${name}-${look.locale}-${look.colorScheme}-${look.width}`, { fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(look.width);
    if (look.width < 1000) return;
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found, name).toEqual([]);
  }

  it('show the year, the law, the report and the risk, and fit the screen', async () => {
    const calendar = await openAs('operator', null, '/calendar', '.month');
    await calendar.locator('button.day').nth(40).click();
    await calendar.waitForSelector('.panel form');
    await check(calendar, 'calendar');
    await check(await openAs('officer', ROADS, '/rules', '.rule'), 'rules');
    await check(await openAs('auditor', null, '/compliance', '.figure-list, .figures'), 'compliance');
    const risk = await openAs('supervisor', ROADS, '/risk', '.risk');
    const overdue = look.locale === 'kk' ? 'мерзімі өткен' : 'просрочено';
    expect(await risk.locator('.risk').first().textContent()).toContain(overdue);
    await check(risk, 'risk');
  });

  it('let operators set hours of a place, promises and superiors, and narrow the inbox to a stage', async () => {
    const calendar = await openAs('operator', null, '/calendar', '.month');
    await calendar.locator('details.fold summary').first().click();
    await calendar.locator('details.fold button[type=submit]').first().waitFor();
    await check(calendar, 'hours');
    const agency = await openAs('operator', null, `/agencies/${ROADS}`, '#superiors-title');
    await agency.locator('section[aria-labelledby=superiors-title] details summary').click();
    await check(agency, 'superiors');
    const categories = await openAs('operator', null, '/categories', '#promises-title');
    await categories.locator('section[aria-labelledby=promises-title] button.link').click();
    await categories.waitForSelector('section[aria-labelledby=promises-title] form');
    await check(categories, 'promises');
    const inbox = await openAs('supervisor', ROADS, '/?view=open&stage=registered', '.inbox-tools');
    await inbox.locator('.inbox-tools button.link').click();
    await inbox.waitForSelector('.filter');
    await check(inbox, 'inbox-stage');
  });

  it('give a city a day of its own, show what it would move, and tell it from what is inherited', async () => {
    const page = await openAs('operator', null, '/calendar', '.month');
    await page.locator('input[name=where]').nth(1).check();
    const city = 'Алматы';
    await page.locator('.calendar-place input[list]').pressSequentially(city, { delay: 20 });
    await page.waitForFunction(() => document.querySelectorAll('.calendar-place datalist option').length > 0);
    await page.locator('.calendar-place input[list]').fill('');
    await page.locator('.calendar-place input[list]').fill(city);
    await page.waitForFunction((name) => document.querySelector('h1')?.textContent?.includes(name), city);
    await page
      .locator('.month')
      .nth(10)
      .locator('button.day-plain')
      .nth(look.locale === 'kk' ? 18 : 17)
      .click();
    await page.waitForSelector('.panel form');
    await page.waitForFunction(() => document.querySelector('.panel .moved, .panel form > p.muted') !== null);
    for (const words of await page.locator('.panel fieldset textarea, .panel fieldset input').all())
      await words.fill('Қала күні');
    await page.locator('.panel form > label.field input').fill('Мәслихат шешімі');
    await check(page, 'calendar-city-form');
    await page.locator('.panel button[type=submit]').click();
    await page.waitForSelector('.panel .move-cases');
    await page.locator('.panel .panel-head button').click();
    await page.waitForSelector('button.day-own');
    await check(page, 'calendar-city');
  });

  it('check a file of registrations before anything is recorded', async () => {
    const page = await openAs('officer', ROADS, '/registrations', 'input[type=file]');
    const content = `case;number;date\n${toRegister.number};Ж-30;2031-01-01\n111-111-1;Ж-31;2026-11-23\n`;
    await page.setInputFiles('input[type=file]', { name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.click('button[type=submit]:not([disabled])');
    await page.waitForSelector('.problems');
    expect(await page.locator('.problems li').count()).toBe(2);
    await check(page, 'registrations');
  });

  it('say whom a complaint about silence goes to, and link it both ways', async () => {
    const page = await openAs('supervisor', ROADS, `/tickets/${complaintTicketId}`, '[data-command=forward]');
    await page.click('[data-command=forward]');
    await page.waitForSelector('.panel-forward form');
    await page.waitForSelector('#complaint-title');
    await check(page, 'forward');
    const first = await openAs('supervisor', ROADS, `/tickets/${silent.ticketId}`, '#complaint-title');
    await check(first, 'silent');
  });
});
