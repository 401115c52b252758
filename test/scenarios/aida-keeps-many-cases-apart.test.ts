import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const LAMP = 'Не горят фонари на улице Абая 10 в Алматы, Алмалинский район';

describe('Aida keeps many cases apart', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('pages through them, brings one back, and answers it where it was', async () => {
    const aida = await aCitizen(product, 'Аида', 'ru');
    const cases: { number: string; cardId: number }[] = [];
    for (let n = 1; n <= 6; n += 1) cases.push(await sendCase(aida, `${LAMP}, опора ${n}`));
    const [first] = cases;
    if (!first) throw new Error('no case');

    await aida.tap('Мои обращения');
    const list = await aida.waitForReply('Ваши обращения: 6');
    expect(list.text).not.toContain(first.number);
    await aida.press(list.message_id, '→');
    await aida.waitFor(
      (message) => message.message_id === list.message_id && (message.text ?? '').includes(first.number),
    );
    await aida.press(list.message_id, first.number);
    const brought = await aida.waitForReply(
      (message) => (message.text ?? '').includes(first.number) && buttons(message).includes('Дополнить'),
    );
    await expect.poll(() => aida.chat().some(({ message_id }) => message_id === first.cardId)).toBe(false);
    expect(brought.message_id).toBeGreaterThan(list.message_id);

    aida.reply(brought, 'Опора наклонилась');
    await aida.waitForReply(`Добавили к обращению № ${first.number}`);
    const entries = await product.services.db.threadEntry.findMany({
      where: { appeal: { number: first.number.replaceAll('-', '') } },
      orderBy: { at: 'asc' },
    });
    expect(entries.map(({ maskedText }) => maskedText)).toEqual([`${LAMP}, опора 1`, 'Опора наклонилась']);
  });

  it('corrects a sent message; the body sees the new words and the history keeps the old', async () => {
    const dana = await aCitizen(product, 'Дана', 'ru');
    const message = dana.send(LAMP);
    const card = await dana.waitForReply((shown) => buttons(shown).includes('Отправить'));
    await dana.press(card.message_id, 'Отправить');
    await dana.waitFor((shown) => shown.message_id === card.message_id && /\d{3}-\d{3}-\d/.test(shown.text ?? ''));
    dana.edit(message.message_id, `${LAMP}, напротив школы`);
    await dana.waitForReply('Орган увидит новые слова');
    const [ticket] = await product.services.db.ticket.findMany({ orderBy: { deliveredAt: 'desc' }, take: 1 });
    expect(
      await product.services.db.notification.count({
        where: { kind: 'ticket_changed', facts: { path: ['ticketId'], equals: ticket?.id ?? '' } },
      }),
    ).toBe(1);
  });

  it('goes back to the card when the same choice is made again', async () => {
    const inna = await aCitizen(product, 'Инна', 'ru');
    inna.send(LAMP);
    const card = await inna.waitForReply((shown) => buttons(shown).includes('Отправить'));
    await inna.press(card.message_id, 'Изменить');
    await inna.waitFor((shown) => shown.message_id === card.message_id && buttons(shown).includes('Вопрос'));
    await inna.press(card.message_id, 'Вопрос');
    await inna.waitFor((shown) => shown.message_id === card.message_id && (shown.text ?? '').startsWith('Вопрос:'));
    await inna.press(card.message_id, 'Изменить');
    await inna.waitFor((shown) => shown.message_id === card.message_id && buttons(shown).includes('Проблема'));
    await inna.press(card.message_id, 'Проблема');
    await inna.waitFor((shown) => shown.message_id === card.message_id && (shown.text ?? '').startsWith('Проблема:'));
  });

  it('is written to again once she writes after /stop; a form ends with a command', async () => {
    const zere = await aCitizen(product, 'Зере', 'kk');
    const { number, cardId } = await sendCase(zere, 'Алматы, Алмалы ауданы, Абай көшесі 10, көше шамдары жанбайды');
    const state = async () =>
      (
        await product.services.db.citizen.findFirstOrThrow({
          where: { accounts: { some: { externalId: String(zere.user.id) } } },
        })
      ).state;
    zere.send('/stop');
    await zere.waitForReply(zere.t('stop-done'));
    expect(await state()).toBe('stopped');
    await zere.press(cardId, zere.t('button-add'));
    await zere.waitForReply(zere.t('ask-addition'));
    zere.send('/my');
    await zere.waitForReply('Өтініштеріңіз: 1');
    expect(await state()).toBe('active');
    zere.send('Аулада қоқыс шығарылмайды, Алматы, Алмалы ауданы');
    await zere.waitForReply((message) => buttons(message).includes(zere.t('button-cancel')));
    expect(
      await product.services.db.threadEntry.count({ where: { appeal: { number: number.replaceAll('-', '') } } }),
    ).toBe(1);
  });

  it('takes the whole case away as a page to read and as data', async () => {
    const lena = await aCitizen(product, 'Лена', 'ru');
    const { cardId } = await sendCase(lena, LAMP);
    await lena.press(cardId, 'Ещё…');
    const more = await lena.waitForReply((message) => buttons(message).includes('Скачать дело'));
    await lena.press(more.message_id, 'Скачать дело');
    await lena.waitFor((message) => message.document?.file_name?.endsWith('.html') ?? false);
    await lena.waitFor((message) => message.document?.file_name?.endsWith('.json') ?? false);
  });
});
