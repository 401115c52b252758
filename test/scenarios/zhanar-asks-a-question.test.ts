import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Zhanar asks a question', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    await product.parts.installed;
  });
  afterAll(() => product?.stop());

  it('gets the answer from an approved source, with its law and date', async () => {
    const zhanar = await aCitizen(product, 'Жанар', 'ru');
    zhanar.tap('Задать вопрос');
    await zhanar.waitForReply('Напишите вопрос');
    zhanar.send('За сколько дней орган обязан ответить на обращение?');
    const answer = await zhanar.waitForReply((message) => buttons(message).includes('Спросить людей'));
    expect(answer.text).toContain('15 рабочих дней');
    expect(answer.text).toContain('Это то, о чём вы спрашивали?');
    await zhanar.press(answer.message_id, 'Да');
    await expect.poll(() => product.services.db.knowledgeAnswer.count({ where: { helpful: true } })).toBe(1);
  });

  it('is handed to people with one tap when the sources do not know', async () => {
    const damir = await aCitizen(product, 'Дамир', 'kk');
    damir.tap('Сұрақ қою');
    await damir.waitForReply(damir.t('menu-ask-how'));
    damir.send('Алматы, Бостандық ауданында көпір құрылысы қай жылы бітеді?');
    const answer = await damir.waitForReply((message) => buttons(message).includes(damir.t('knowledge-ask-people')));
    await damir.press(answer.message_id, damir.t('knowledge-ask-people'));
    const card = await damir.waitForReply((message) => (message.text ?? '').startsWith('Сұрақ:'));
    expect(buttons(card)).toContain(damir.t('button-send'));
  });
});
