import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite } from '../../src/channels/site/site.fixture.ts';
import { registerSurveyPages } from '../../src/channels/site/surveys/index.ts';
import { createClock } from '../../src/platform/db/business-clock.ts';
import { loadTemplates } from '../../src/surveys/index.ts';
import { type SurveysOnADatabase, surveysOnADatabase } from '../builders/surveys-on-a-database.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/test-database.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let test: TestDatabase;
let on: SurveysOnADatabase;
let site: Awaited<ReturnType<typeof startSite>>;
let browser: TestBrowser;
let address: string;
let waveId: string;
let openCode: string;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
  site = await startSite();
  await registerSurveyPages(site.app as never, {
    pages: site.deps.pages,
    surveys: on.surveys,
    uow: on.uow,
    clock: createClock(on.database.prisma),
    timezone: 'Asia/Almaty',
    agencyName: (_code, language) =>
      ({ kk: 'Қала әкімдігі', ru: 'Акимат города', en: 'City administration' })[language],
    dayText: (day) => day,
    newToken: () => `browser-token-${on.next()}-abcdef`,
  });
  await site.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(site.app.server.address() as AddressInfo).port}`;
  browser = await launchBrowser();

  const questionnaire = loadTemplates('jurisdictions/kz/surveys').find(
    ({ name }) => name === 'quick-pulse',
  )?.questionnaire;
  if (!questionnaire) throw new Error('no template');
  const people = await on.people(40, { territory: 'e2e' });
  const wave = await on.wave({ questionnaire, audience: { territories: ['e2e'], open: true } });
  openCode = wave.openCode ?? '';
  for (const [index, person] of people.entries()) {
    let turn = await on.inTx((tx) =>
      on.surveys.answering.begin(tx, wave.id, { id: person, language: index % 3 ? 'ru' : 'kk' }, 'telegram'),
    );
    while (turn.type === 'ask') {
      const { sessionId, stepKey, options } = turn.view;
      const option = options[(index * 7) % options.length]?.key ?? '';
      turn = await on.inTx((tx) => on.surveys.answering.choose(tx, sessionId, person, stepKey, option));
    }
  }
  const closed = await on.wave({ questionnaire, audience: { territories: ['e2e'] } });
  waveId = wave.id;
  openCode = (await on.wave({ questionnaire, audience: { territories: ['nobody'], open: true } })).openCode ?? '';
  await on.inTx((tx) => on.surveys.waves.close(tx, wave.id, 'op'));
  await on.inTx((tx) => on.surveys.results.publish(tx, wave.id, 'op'));
  await on.inTx((tx) => on.surveys.waves.pause(tx, closed.id, 'op'));
});
afterAll(async () => {
  await browser?.close();
  await site?.app.close();
  await on?.close();
  await test?.drop();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags): Promise<readonly Violation[]> => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document, { runOnly: tags })).violations;
  }, RULES);
  const violations = found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
  );
  expect([name, violations]).toEqual([name, []]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([name, sideways]).toEqual([name, 0]);
  await screenshot(page, name, { fullPage: true });
}

describe('surveys in a browser', () => {
  it.each([
    { locale: 'kk', colorScheme: 'light', width: 390 },
    { locale: 'ru', colorScheme: 'dark', width: 390 },
    { locale: 'en', colorScheme: 'light', width: 1280 },
  ] as const)(
    'are answered and read without an axe violation: $locale, $colorScheme, $width px',
    async ({ locale, colorScheme, width }) => {
      const page = await browser.newPage({ locale, colorScheme, width, height: 844 });
      const name = (what: string) => `surveys-${what}-${locale}-${colorScheme}-${width}`;
      await page.goto(`${address}/surveys`);
      await look(page, name('list'));
      await page.goto(`${address}/surveys/${waveId}`);
      await look(page, name('results'));
      await page.goto(`${address}/surveys/open/${openCode}`);
      await look(page, name('start'));
      await page.locator('form.survey button').click();
      await look(page, name('question'));
      await page.locator('button[value=next]').click();
      expect(await page.locator('[role=alert]').count()).toBe(1);
      await look(page, name('wrong'));
      for (let step = 0; step < 3; step += 1) {
        await page.locator('.choices input').first().check();
        await page.locator('button[value=next]').click();
      }
      await look(page, name('thanks'));
      expect(browser.problems).toEqual([]);
    },
  );
});
