import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { aCitizen, buttons, sendCase, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const OFFICER = 'Асель Нұрланқызы';

/** The whole way of a case: written in the chat, answered by an officer in a real browser, judged in the chat. */
describe('an officer answers in the browser', () => {
  let product: Product;
  let browser: TestBrowser;
  beforeAll(async () => {
    await buildConsole();
    product = await startProduct();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function atTheConsole() {
    const page = await browser.newPage({ locale: 'ru' });
    await page.goto(`${product.publicUrl}/console/`);
    await page.getByRole('button', { name: OFFICER }).click();
    await page.waitForURL(`${product.publicUrl}/console/`);
    return page;
  }

  async function registerAndAnswer(number: string, register: string, words: string): Promise<void> {
    const page = await atTheConsole();
    await page.goto(`${product.publicUrl}/console/cases/${number}`);
    await page.getByRole('button', { name: 'Взять себе' }).click();
    await page.getByText('Обращение теперь у вас.').waitFor();
    const { keyboard } = page;
    await keyboard.press('r');
    await keyboard.type(register);
    await keyboard.press('Enter');
    await page.getByText('Срок по закону пошёл').waitFor();
    await keyboard.press('a');
    await keyboard.type(words);
    await page.getByLabel('Сделано', { exact: true }).check();
    await keyboard.press('Control+Enter');
    await page.waitForSelector('.preview-letter');
    await page.getByRole('button', { name: 'Отправить гражданину' }).click();
    await page.getByText('Ответ отправлен').waitFor();
    await page.context().close();
  }

  it.each([
    ['kk', 'Бақыт', 'Алматы, Алмалы ауданы, Абай көшесі 10, көше шамдары жанбайды', 'Кабель ауыстырылды.'],
    ['ru', 'Лидия', 'Не горят фонари на улице Абая 12 в Алматы, Алмалинский район', 'Кабель заменён.'],
    [
      'en',
      'Emma',
      'The street lights do not work at Abay street 14, Almaty, Almaly district',
      'The cable is replaced.',
    ],
  ] as const)(
    'in %s: from the chat to the desk and back',
    async (language, name, text, answer) => {
      const citizen: TestCitizen = await aCitizen(product, name, language);
      const { number, cardId } = await sendCase(citizen, text);
      await registerAndAnswer(number, `Ж-${language}`, answer);
      const card = () => citizen.waitFor(({ message_id }) => message_id === cardId);
      await citizen.waitFor(
        (message) =>
          message.message_id === cardId &&
          (message.text ?? '').includes(citizen.t('state-answered', { agency: '' }).slice(0, 6)),
      );
      const shown = await citizen.waitFor(
        (message) => (message.text ?? '').includes(answer) && buttons(message).length === 3,
      );
      await citizen.press(shown.message_id, citizen.t('button-resolved'));
      await citizen.waitFor(
        ({ message_id, text: words }) =>
          message_id === cardId && (words ?? '').includes(citizen.t('state-closed', { resolution: 'resolved' })),
      );
      expect(buttons(await card())).toContain(citizen.t('button-more'));
    },
    120_000,
  );

  it('reads who wrote for a purpose only; the citizen sees which role of which body looked and why, never who', async () => {
    const citizen = await aCitizen(product, 'Раушан', 'ru');
    const { number } = await sendCase(
      citizen,
      'Не горят фонари на улице Абая 16 в Алматы, Алмалинский район. Звоните +7 701 123 45 67',
    );
    const page = await atTheConsole();
    await page.goto(`${product.publicUrl}/console/cases/${number}`);
    const statement = page.locator('.entry-statement');
    await statement.waitFor();
    expect(await statement.innerText()).not.toContain('701 123');
    await page.getByRole('button', { name: 'Кто пишет?' }).click();
    const purpose = page.getByLabel('Для чего нужно');
    const read = page.locator('.panel').getByRole('button', { name: 'Посмотреть' });
    await read.click();
    expect(await purpose.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true);
    expect(await statement.innerText()).not.toContain('701 123');
    await purpose.fill('Уточнить, какой фонарь');
    await read.click();
    await statement.getByText('+7 701 123 45 67').waitFor();
    await page.context().close();

    citizen.send('/mydata');
    const told = await citizen.waitForReply('Уточнить, какой фонарь');
    const { agencyCode } = await product.services.db.ticket.findFirstOrThrow({
      where: { appeal: { number: number.replaceAll('-', '') } },
    });
    expect(told.text).toContain('сотрудник');
    expect(told.text).toContain(product.services.names.agency(agencyCode, 'ru'));
    for (const part of OFFICER.split(' ')) expect(told.text).not.toContain(part);
  }, 120_000);
});
