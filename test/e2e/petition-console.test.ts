import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/day.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';
import { petitionsOf } from '../support/petitions/demo-petitions.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let console: Awaited<ReturnType<typeof serveConsole>>;
let demo: Awaited<ReturnType<ReturnType<typeof petitionsOf>['demo']>>;
let browser: TestBrowser;
let roundId: string;

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  const { person } = await console.signIn('operator', null, 1);
  demo = await petitionsOf(console).demo(person.id);
  roundId = await aRoundOfIdeas();
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

/** A round of ideas with something to check, something judged and an objection. */
async function aRoundOfIdeas(): Promise<string> {
  const { votes } = console.participation;
  const { run } = petitionsOf(console);
  const desk = { kind: 'operator', id: null } as const;
  const today = votes.today(await console.services.clock.now());
  const title = { kk: 'Аулаларды абаттандыру', ru: 'Благоустройство дворов', en: 'Better yards' };
  const days = { collectUntil: null, voteFrom: null, voteUntil: addDays(today, 20) };
  const places = { agencyCode: null, territoryCode: null, budget: null, currency: null };
  const round = await run((tx) =>
    votes.rounds.create(tx, { kind: 'ideas', title, about: title, rule: { type: 'none' }, ...places, ...days }, desk),
  );
  await run((tx) => votes.rounds.open(tx, round.id, desk));
  const ids: string[] = [];
  for (const name of ['Поставить фонари во дворе', 'Посадить деревья у дороги', 'Закрыть проезд через двор'])
    ids.push(
      await run((tx) =>
        votes.items.propose(tx, round.id, {
          citizenId: randomUUID() as never,
          language: 'ru',
          title: name,
          body: 'Вечером темно, и дети возвращаются из школы по дороге.',
          cost: null,
          territoryCode: null,
        }),
      ),
    );
  for (const id of ids.slice(0, 2)) await run((tx) => votes.items.admit(tx, id, desk));
  for (let person = 0; person < 12; person += 1) {
    const voter = { id: randomUUID(), channel: 'site', device: Uint8Array.from([7]) } as const;
    await run(async (tx) => {
      const shown = await votes.voting.next(tx, round.id, voter);
      await votes.voting.judge(tx, shown?.item.id ?? '', voter, person % 3 === 0 ? 'against' : 'for');
      if (person % 3 === 0) await votes.voting.reason(tx, shown?.item.id ?? '', voter, 'Свет будет мешать спать');
      return null;
    });
  }
  await votes.watch();
  return round.id;
}

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
      votes: '/votes',
      round: `/votes/${roundId}`,
      'vote-integrity': `/votes/${roundId}/integrity`,
      objections: '/vote-objections',
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

describe('moderation in the browser', () => {
  const LOOK = { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 } as const;

  it('two people turn a petition down, its author objects, and a third pair of eyes lets it out', async () => {
    const house = petitionsOf(console);
    const petition = await house.waiting(
      'Закрыть кафе во дворе дома 12',
      'Музыка играет до трёх часов ночи каждый день.',
    );
    const first = await openAs(LOOK);
    await show(first, '/petitions');
    const card = (page: Page) => page.locator('.petition-row', { hasText: 'Закрыть кафе' });
    await card(first).getByRole('button', { name: 'Отклонить…' }).click();
    await card(first).getByRole('combobox').selectOption('personal_matter');
    await card(first).getByRole('button', { name: 'Предложить отклонить' }).click();
    await first.getByText('Предложение записано').waitFor();

    const second = await openAs(LOOK, 'operator', null, 1);
    await show(second, '/petitions');
    await card(second).getByText('Нужно согласие второго человека').waitFor();
    await card(second).getByRole('button', { name: 'Согласен отклонить' }).click();
    await second.getByText('Отклонено. Автор узнает причину.').waitFor();

    const { petitions } = console.participation;
    await house.run((tx) => petitions.authoring.appeal(tx, petition.id, petition.citizenId));
    await show(first, '/petitions');
    await card(first).getByText('Вы отклоняли эту петицию раньше').waitFor();
    expect(await card(first).getByRole('button').count()).toBe(0);
    expect((await petitions.view.view({ id: petition.id }))?.petition.state).toBe('in_moderation');
  });

  it('the body it is addressed to registers, answers and tells what was done', async () => {
    const page = await openAs(LOOK, 'supervisor', 'almaty.akimat');
    await show(page, '/petition-duties');
    await page.getByRole('link', { name: 'Вернуть автобус' }).first().click();
    await page.getByLabel('Регистрационный номер').fill('П-95');
    await page.getByRole('button', { name: 'Записать регистрацию' }).click();
    await page.getByText('№ П-95').first().waitFor();
    await page.getByRole('button', { name: 'Официальный ответ' }).click();
    await page.getByRole('textbox', { name: 'Официальный ответ' }).fill('Маршрут вернём с 1 декабря.');
    await page.getByRole('button', { name: 'Опубликовать ответ' }).click();
    await page.getByText('Ответ опубликован.').waitFor();
    const view = await console.participation.petitions.view.view({ id: demo.portal.id });
    expect(view?.petition.state).toBe('replied');
    expect(view?.thresholds.every(({ duty }) => duty?.metAt !== null)).toBe(true);
  });
});
