import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/browser/axe.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { aCitizen, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const TITLE = /Когда в Алматы включают фонари/;
const ANSWER = 'Уважаемая Лидия Петровна Смирнова! Фонари включают в 19:40. Телефон заявителя 8 701 222 33 44.';

let product: Product;
let browser: TestBrowser;

beforeAll(async () => {
  await buildConsole();
  product = await startProduct();
  await product.parts.installed;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function signIn(name: string, width = 1280, locale: 'ru' | 'kk' = 'ru'): Promise<Page> {
  const page = await browser.newPage({ locale, width, height: 900 });
  await page.goto(`${product.publicUrl}/console/`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${product.publicUrl}/console/`);
  return page;
}

it.each([
  ['ru', 1280, /Скоро срок: ответов к написанию/],
  ['kk', 390, /Мерзімі таяу: жазылатын жауап/],
] as const)('an editor without a chat account reads in %s what is to be written', async (locale, width, words) => {
  const { db, uow, notifications } = product.services;
  const head = await db.staff.findFirstOrThrow({ where: { givenName: 'Дмитрий', familyName: 'Орлов' } });
  await uow.run('editor-news', async (tx) => {
    await notifications.addMany(tx, [
      {
        to: { kind: 'officer', id: head.id },
        kind: 'knowledge_reminder',
        facts: { agency: head.agencyCode, about: 'tasks', stage: 'soon', count: 3, firstOn: '2036-05-05' },
        lane: 'petitions',
        dedupeKey: 'editor-news',
      },
    ]);
  });
  const page = await signIn('Дмитрий Орлов', width, locale);
  await page.goto(`${product.publicUrl}/console/news`);
  await page.getByRole('link', { name: words }).waitFor();
  expect(await violations(page)).toEqual([]);
  await screenshot(page, `editor-news-${locale}-${width}`);
  await page.getByRole('link', { name: words }).click();
  await page.waitForURL(`${product.publicUrl}/console/gaps?state=assigned`);
  await page.context().close();
});

it('an answer to one citizen becomes an answer to everybody in two clicks and the approval of a second person', async () => {
  const lidia = await aCitizen(product, 'Лидия', 'ru');
  const { number } = await sendCase(
    lidia,
    'Когда в Алматы включают фонари? Не горят фонари на улице Абая 12, Алмалинский район',
  );

  const officer = await signIn('Асель Нұрланқызы');
  await officer.goto(`${product.publicUrl}/console/cases/${number}`);
  await officer.getByRole('button', { name: 'Взять себе' }).click();
  await officer.getByText('Обращение теперь у вас.').waitFor();
  await officer.keyboard.press('r');
  await officer.keyboard.type('Ж-77');
  await officer.keyboard.press('Enter');
  await officer.getByText('Срок по закону пошёл').waitFor();
  await officer.keyboard.press('a');
  await officer.keyboard.type(ANSWER);
  await officer.getByLabel('Сделано', { exact: true }).check();
  await officer.keyboard.press('Control+Enter');
  await officer.waitForSelector('.preview-letter');
  await officer.getByRole('button', { name: 'Отправить гражданину' }).click();
  await officer.getByText('Ответ отправлен').waitFor();

  // The first click: what was written to one person stands in the editor without that person.
  await officer.getByRole('link', { name: 'Сделать источником' }).click();
  const russian = officer.getByRole('group', { name: 'По-русски' });
  await russian.getByLabel('Текст ответа').waitFor();
  const text = await russian.getByLabel('Текст ответа').inputValue();
  expect(text).toBe('Фонари включают в 19:40. Телефон заявителя.');
  expect(await violations(officer)).toEqual([]);
  await screenshot(officer, 'answer-to-knowledge-ru', { fullPage: true });
  await russian.getByLabel('Текст ответа').fill('Фонари включают в 19:40, когда темнеет.');
  // The second click: it waits for somebody else.
  await officer.getByRole('button', { name: 'Отправить на утверждение' }).click();
  await officer.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await officer.getByRole('button', { name: 'Утвердить' }).count()).toBe(0);
  await officer.context().close();

  const head = await signIn('Дмитрий Орлов', 390);
  await head.goto(`${product.publicUrl}/console/knowledge?view=waiting`);
  await head.getByRole('link', { name: TITLE }).click();
  await head.getByText('когда темнеет').first().waitFor();
  await screenshot(head, 'answer-to-knowledge-approval-ru-390', { fullPage: true });
  await head.getByRole('button', { name: 'Утвердить' }).click();
  await head.getByText('Утверждено: теперь по нему отвечают.').waitFor();
  await head.context().close();

  const reader = await browser.newPage({ locale: 'ru' });
  await reader.goto(`${product.publicUrl}/answers?lang=ru&q=${encodeURIComponent('когда включают фонари')}`);
  await reader.getByRole('link', { name: TITLE }).click();
  await reader.getByText('Фонари включают в 19:40, когда темнеет.').waitFor();
  expect(await reader.locator('main').innerText()).not.toMatch(/Лидия|Смирнова|701 222/);
  await reader.context().close();
}, 180_000);
