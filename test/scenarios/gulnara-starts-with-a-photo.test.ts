import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Gulnara starts with a photo', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());
  const casesOf = () =>
    product.services.db.appeal.findMany({
      include: { entries: { include: { files: true }, orderBy: { at: 'asc' } } },
      orderBy: { createdAt: 'asc' },
    });

  it('turns an album into one message of one case, with every photo kept', async () => {
    const gulnara = await aCitizen(product, 'Гульнара', 'ru');
    gulnara.sendAlbum({ count: 3, caption: 'Не вывозят мусор во дворе, Алматы, Бостандыкский район' });
    const card = await gulnara.waitForReply(
      (message) => buttons(message).includes('Отправить') && (message.text ?? '').includes('3 файла'),
    );
    await gulnara.press(card.message_id, 'Отправить');
    await gulnara.waitFor(
      (message) => message.message_id === card.message_id && /\d{3}-\d{3}-\d/.test(message.text ?? ''),
    );
    const [appeal] = await casesOf();
    expect(appeal?.entries).toHaveLength(1);
    expect(appeal?.entries[0]?.files).toHaveLength(3);
    await expect
      .poll(async () => (await casesOf())[0]?.entries[0]?.files.map(({ state }) => state), { timeout: 10_000 })
      .toEqual(['stored', 'stored', 'stored']);
  });

  it('asks for words and a place when a photo comes alone, and takes a point on the map', async () => {
    const timur = await aCitizen(product, 'Timur', 'en');
    timur.sendPhoto();
    await timur.waitForReply((message) => buttons(message).length > 0);
    timur.send('The street lights do not work');
    const asking = await timur.waitForReply((message) => (message.text ?? '').includes('Where is it?'));
    await timur.press(asking.message_id, timur.t('button-place'));
    timur.sendLocation({ latitude: 43.2425, longitude: 76.9561 });
    await timur.waitForReply((message) => (message.text ?? '').includes('Almaty') && buttons(message).includes('Send'));
    expect(timur.fromBot().filter((message) => (message.text ?? '').startsWith('Problem:'))).toHaveLength(1);
  });

  it('keeps two cases apart in one chat, and asks where unclear words belong', async () => {
    const maria = await aCitizen(product, 'Мария', 'ru');
    const first = await sendCase(maria, 'Не горят фонари на улице Сатпаева, Алматы, Бостандыкский район');
    const second = await sendCase(maria, 'Яма на дороге на улице Абая, Алматы, Алмалинский район');
    expect(first.number).not.toBe(second.number);
    maria.reply(maria.chat().find(({ message_id }) => message_id === first.cardId) as never, 'Фонарей не пять, а семь');
    await maria.waitForReply(`Добавили к обращению № ${first.number}`);
    maria.send('Во дворе не вывозят мусор, Алматы, Алмалинский район');
    await maria.waitForReply((message) => buttons(message).includes('Отмена'));
    maria.send('Соседи шумят по ночам');
    const asked = await maria.waitForReply('Эти слова к нему или это новое?');
    await maria.press(asked.message_id, 'Это новое');
    await maria.waitForReply((message) => (message.text ?? '').includes('Соседи шумят'));
    maria.send('/my');
    await maria.waitForReply('Ваши обращения: 4');
  });
});
