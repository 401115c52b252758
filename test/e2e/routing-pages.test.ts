import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PLACE = {
  addressText: 'ул. Абая, 10',
  territoryCode: '751110000' as never,
  point: { latitude: 43.2425, longitude: 76.9561 },
};
const FIGURES = {
  messages: 1500,
  rightBefore: 1030,
  rightAfter: 1042,
  lost: 31,
  won: 43,
  luck: 0.93,
  verdict: 'same' as const,
};

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;
let ticketId: string;
beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  const { services } = console;
  const { person: operator } = await console.signIn('operator');
  const waiting = await console.writeCase({ text: 'Фонарь упал, мой телефон 8 701 555 01 03', place: PLACE });
  await services.uow.run(`test:${newId()}`, async (tx) => {
    await services.triage.route(tx, waiting.appealId, operator.id, {
      agencyCode: 'almaty.roads' as never,
      topicId: 'light.street' as never,
    });
    return null;
  });
  for (const text of ['На Абая 10 не горят фонари', 'Абай көшесі 10, шам жанбайды'])
    ({ ticketId } = await console.writeCase({
      text,
      agencyCode: 'almaty.roads',
      topicId: 'light.street',
      place: PLACE,
    }));
  await services.similarFinder.round();
  const sealed = await console.writeCase({ text: 'Начальник требует взятку за справку', place: PLACE });
  await services.db.appeal.update({ where: { id: sealed.appealId }, data: { sensitive: true } });
  await console.writeCase({
    text: 'Тротуар разбит, мой номер 8 701 555 01 03',
    topicId: 'road.surface',
    place: PLACE,
  });
  const now = await services.clock.now();
  for (const [version, state] of [
    [1, 'retired'],
    [2, 'refused'],
    [3, 'current'],
  ] as const)
    await services.db.routingModel.create({
      data: {
        version,
        state,
        trainedAt: now,
        trainedBy: null,
        examples: 120 * version,
        excluded: version === 2 ? [{ labelledBy: newId(), target: 'almaty.roads', count: 14, share: 1 }] : [],
        figures: {
          heldOut: version === 2 ? { ...FIGURES, rightAfter: 960, lost: 90, won: 20, verdict: 'worse' } : FIGURES,
          cases: { ...FIGURES, messages: 120, rightBefore: 104, rightAfter: 106, lost: 1, won: 3 },
        },
        verdict: version === 2 ? 'worse' : 'not_worse',
        contentHash: null,
        rulesHash: null,
        promotedAt: version === 3 ? now : null,
      },
    });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});

const LOOKS = [
  { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'dark', width: 1280, height: 860 },
  { locale: 'kk', colorScheme: 'light', width: 390, height: 844 },
] as const;

describe.each(LOOKS)('pages of the routing in $locale, $colorScheme, $width wide', (look) => {
  async function openAs(role: string, agencyCode: string | null, path: string): Promise<Page> {
    const page = await browser.newPage(look);
    const { person } = await console.signIn(role, agencyCode);
    await page.goto(`${console.url}/console/sign-in?as=${person.id}`);
    await page.waitForURL(`${console.url}/console/`);
    await page.goto(`${console.url}/console${path}`);
    await page.waitForSelector('h1');
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    return page;
  }

  async function check(page: Page, name: string): Promise<void> {
    await screenshot(page, `routing-${name}-${look.locale}-${look.colorScheme}-${look.width}`, { fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(look.width);
    if (look.width < 1000) return;
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found, name).toEqual([]);
  }

  it('show the quality, the sealed queue, the reasons of a case and of candidates', async () => {
    const quality = await openAs('operator', null, '/routing');
    await quality.waitForSelector('.model-version');
    await check(quality, 'quality');
    const triage = await openAs('operator', null, '/triage');
    await triage.waitForSelector('.candidates');
    await check(triage, 'triage');
    const sealed = await openAs('confidant', null, '/sealed');
    await sealed.click('.model-version button');
    await sealed.waitForSelector('.model-version .words');
    await check(sealed, 'sealed');
    const ticket = await openAs('officer', 'almaty.roads', `/tickets/${ticketId}`);
    await ticket.waitForSelector('.routing-card');
    await check(ticket, 'case');
  });
});
