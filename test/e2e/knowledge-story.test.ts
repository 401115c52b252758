import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/browser/axe.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

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

async function signIn(name: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'ru', width: 1280, height: 900 });
  await page.goto(`${product.publicUrl}/console/`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${product.publicUrl}/console/`);
  return page;
}

/** The head of the body, in two clicks from the list of what waits. */
async function approve(picture?: string): Promise<void> {
  const head = await signIn('Дмитрий Орлов');
  await head.getByRole('link', { name: 'Источники' }).click();
  await head.getByRole('link', { name: /Ждут утверждения/ }).click();
  await head.getByRole('link', { name: /городские самокаты/ }).click();
  await head.getByRole('button', { name: 'Утвердить' }).click();
  await head.getByText('Утверждено: теперь по нему отвечают.').waitFor();
  if (picture) await screenshot(head, picture);
  await head.context().close();
}

/** Recalls are told three times a minute. */
const RECALL_MS = 45_000;

describe('a new editor', () => {
  it('writes, another person approves, and a citizen who asks in the chat gets it', async () => {
    const ruslan = await aCitizen(product, 'Руслан', 'ru');
    ruslan.tap('Задать вопрос');
    await ruslan.waitForReply('Напишите вопрос');
    ruslan.send('Где хранят самокаты зимой?');
    const before = await ruslan.waitForReply((message) => buttons(message).includes('Спросить людей'));
    expect(before.text).not.toContain('складе у стадиона');

    const writer = await signIn('Асель Нұрланқызы');
    await writer.getByRole('link', { name: 'Источники' }).click();
    await writer.getByRole('link', { name: 'Написать новый' }).click();
    const russian = writer.getByRole('group', { name: 'По-русски' });
    await russian.getByLabel('Заголовок').fill('Где хранят городские самокаты зимой');
    await russian.getByLabel('Текст ответа').fill('Самокаты хранят на складе у стадиона до апреля.');
    await russian.getByLabel('Как ещё спрашивают').fill('куда убирают самокаты\nсамокаты зимой');
    await writer.getByRole('button', { name: 'Показать, как увидит человек' }).click();
    await writer.getByRole('article').getByText('Это то, о чём вы спрашивали?').waitFor();
    expect(await writer.getByRole('article').count()).toBe(1);
    expect(await violations(writer)).toEqual([]);
    await screenshot(writer, 'knowledge-editor-ru', { fullPage: true });
    await writer.getByRole('button', { name: 'Отправить на утверждение' }).click();
    await writer.getByRole('heading', { level: 1, name: 'Где хранят городские самокаты зимой' }).waitFor();
    expect(await writer.getByRole('button', { name: 'Утвердить' }).count()).toBe(0);
    await writer.context().close();

    await approve('knowledge-approved-ru');

    ruslan.tap('Задать вопрос');
    ruslan.send('Где хранят самокаты зимой?');
    const after = await ruslan.waitForReply(
      (message) => message.message_id > before.message_id && (message.text ?? '').includes('складе у стадиона'),
    );
    expect(after.text).toContain('Это то, о чём вы спрашивали?');

    const reader = await browser.newPage({ locale: 'ru', width: 390, height: 844 });
    await reader.goto(`${product.publicUrl}/answers?lang=ru&q=${encodeURIComponent('самокаты зимой')}`);
    await reader.getByRole('link', { name: 'Где хранят городские самокаты зимой' }).click();
    await reader.getByText('Самокаты хранят на складе у стадиона до апреля.').waitFor();
    await screenshot(reader, 'answers-page-ru-390');
    await reader.context().close();

    const again = await signIn('Асель Нұрланқызы');
    await again.getByRole('link', { name: 'Источники' }).click();
    await again.getByRole('link', { name: /городские самокаты/ }).click();
    await again.getByRole('link', { name: 'Править' }).click();
    const text = again.getByRole('group', { name: 'По-русски' }).getByLabel('Текст ответа');
    await text.fill('Самокаты хранят в ангаре у вокзала до марта.');
    await again.getByRole('button', { name: 'Отправить на утверждение' }).click();
    await again.getByRole('heading', { level: 1, name: /городские самокаты/ }).waitFor();
    await again.context().close();
    await approve();
    const recall = await ruslan.waitFor(
      (message) => (message.text ?? '').includes('Изменился ответ, который мы дали вам'),
      RECALL_MS,
    );
    expect(recall.text).toContain('Мы говорили:\nСамокаты хранят на складе у стадиона до апреля.');
    expect(recall.text).toContain('Теперь:\nСамокаты хранят в ангаре у вокзала до марта.');
  }, 120_000);
});
