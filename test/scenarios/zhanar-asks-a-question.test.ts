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

  it('goes on from the answer, and opens one of the two alternatives', async () => {
    const saule = await aCitizen(product, 'Сауле', 'ru');
    saule.send('Как поставить ребёнка в очередь в детский сад?');
    const first = await saule.waitForReply((message) => buttons(message).includes('Спросить людей'));
    expect(first.text).toContain('Поставить ребёнка в очередь в детский сад');
    saule.send('А какие нужны документы?');
    const second = await saule.waitForReply(
      (message) => message.message_id > first.message_id && buttons(message).includes('Спросить людей'),
    );
    expect(second.text).toContain('свидетельство о рождении');
    const alternative = buttons(second).find((label) => !['Да', 'Нет', 'Спросить людей'].includes(label)) ?? '';
    await saule.press(second.message_id, alternative);
    const opened = await saule.waitForReply(
      (message) => message.message_id > second.message_id && buttons(message).includes('Спросить людей'),
    );
    expect(opened.text).toContain(alternative.replace('…', ''));
    // The first message still asks people about the first question.
    await saule.press(first.message_id, 'Спросить людей');
    const card = await saule.waitForReply((message) => (message.text ?? '').startsWith('Вопрос:'));
    expect(card.text).toContain('очередь в детский сад');
  });

  it('hands people the conversation, not the last words alone', async () => {
    const erlan = await aCitizen(product, 'Ерлан', 'ru');
    erlan.send('Как поставить ребёнка в очередь в детский сад?');
    const first = await erlan.waitForReply((message) => buttons(message).includes('Спросить людей'));
    erlan.send('А какие нужны документы?');
    const second = await erlan.waitForReply(
      (message) => message.message_id > first.message_id && buttons(message).includes('Спросить людей'),
    );
    await erlan.press(second.message_id, 'Спросить людей');
    const card = await erlan.waitForReply((message) => (message.text ?? '').startsWith('Вопрос:'));
    expect(card.text).toContain('А какие нужны документы');
    const entries = await product.services.db.threadEntry.findMany({ select: { maskedText: true } });
    const handed = entries.find(({ maskedText }) => maskedText.startsWith('А какие нужны документы?'));
    expect(handed?.maskedText).toContain('— Как поставить ребёнка в очередь в детский сад?\nПоказан ответ: «');
  });

  it('is answered in a group only when we are addressed', async () => {
    const daniyar = await aCitizen(product, 'Данияр', 'ru');
    const group = product.simulator.group('Соседи', [daniyar]);
    const seat = group.as(daniyar);
    seat.send('За сколько дней орган обязан ответить на обращение?');
    seat.send('/ask За сколько дней орган обязан ответить на обращение?');
    const answer = await seat.waitFor((message) => (message.text ?? '').includes('15 рабочих дней'));
    expect(buttons(answer)).toEqual([]);
    expect(await product.services.db.knowledgeAnswer.count({ where: { citizenId: null } })).toBe(1);
    for (const _ of [1, 2, 3, 4]) seat.send('/ask За сколько дней орган обязан ответить на обращение?');
    await seat.waitFor(daniyar.t('knowledge-group-slower'));
    expect(await product.services.db.knowledgeAnswer.count({ where: { citizenId: null } })).toBe(3);
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
