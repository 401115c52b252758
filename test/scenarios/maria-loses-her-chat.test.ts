import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail/mail-server.ts';
import { aCitizen, atTheDesk, buttons, sendCase, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Maria loses her chat', () => {
  let product: Product;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    product = await startProduct({ SMTP_URL: mail.url, MAIL_FROM: 'Dauys <dauys@example.org>' });
  });
  afterAll(async () => {
    await product?.stop();
    await mail?.stop();
  });

  async function openMenu(citizen: TestCitizen): Promise<number> {
    citizen.send('/settings');
    const settings = await citizen.waitForReply((message) => buttons(message).includes('Второй контакт'));
    await citizen.press(settings.message_id, 'Второй контакт');
    return (await citizen.waitForReply('кто-то должен узнать')).message_id;
  }

  /** The body asks; the question finds nobody. */
  async function askInVain(citizen: TestCitizen, number: string): Promise<void> {
    citizen.block();
    await atTheDesk(product).act(number, (tx, id, officer) =>
      product.services.tickets.ask(tx, id, officer, { text: 'Где именно?', language: 'ru' }),
    );
  }

  it('and whoever agreed in the chat hears of it, and of nothing else', async () => {
    const maria = await aCitizen(product, 'Мария', 'ru');
    const { number } = await sendCase(maria, 'Яма на дороге, Алматы, Алмалинский район, тайна');
    await maria.press(await openMenu(maria), 'Пригласить человека');
    const link = await maria.waitForReply('Отправьте эту ссылку');
    const payload = /start=(\S+)/.exec(link.text ?? '')?.[1] ?? '';
    const son = await aCitizen(product, 'Сын', 'ru');
    son.start(payload);
    const asked = await son.waitForReply('Вас просят быть вторым контактом');
    await son.press(asked.message_id, 'Согласиться');
    await son.waitForReply('Напишем, только если понадобится');
    son.start(payload);
    await son.waitForReply('уже не действует');

    await askInVain(maria, number);
    const told = await son.waitFor('назвал вас вторым контактом', 10_000);
    expect(told.text).not.toContain('тайна');
    expect(mail.letters).toEqual([]);
  });

  it('or a letter goes to the address she gave: once, without a word of the case', async () => {
    const vera = await aCitizen(product, 'Вера', 'ru');
    const { number } = await sendCase(vera, 'Яма на дороге, Алматы, Медеуский район, балкон');
    await vera.press(await openMenu(vera), 'Записать телефон или почту');
    await vera.waitForReply('на почту мы напишем сами');
    vera.send('Vera.Niece@Example.org');
    await vera.waitForReply('Сохранено');

    await askInVain(vera, number);
    await askInVain(vera, number);
    await expect.poll(() => mail.letters.length, { timeout: 10_000 }).toBe(1);
    const [letter] = mail.letters;
    expect(letter?.to).toBe('vera.niece@example.org');
    expect(letter?.headers.get('subject')).toBe('Дауыс: вас назвали для связи');
    expect(letter?.text).toContain('по номеру и секретному слову');
    for (const hidden of ['балкон', 'Вера', number, 'Где именно']) expect(letter?.text).not.toContain(hidden);
    const letters = () => product.services.db.notification.findMany({ where: { recipientKind: 'second_contact' } });
    await expect.poll(async () => (await letters()).map(({ state }) => state)).toEqual(['delivered']);
  });
});
