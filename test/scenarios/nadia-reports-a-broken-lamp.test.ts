import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, atTheDesk, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { todayOf } from '../support/today.ts';

describe('Nadia reports a broken lamp', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('sees the date, the registration, the question and the answer, and has the last word', async () => {
    const nadia = await aCitizen(product, 'Надия', 'ru');
    const { number, cardId } = await sendCase(nadia, 'Не горят фонари на улице Абая 10 в Алматы, Алмалинский район');
    const card = () => nadia.waitFor((message) => message.message_id === cardId);
    expect((await card()).text).toContain('ждёт регистрации. Управление городской мобильности');
    expect((await card()).text).toContain('Обещаем ответить до');

    const officer = atTheDesk(product);
    const today = await todayOf(product.services);
    await officer.act(number, (tx, id, who) => officer.tickets.take(tx, id, who));
    await officer.act(number, (tx, id, who) => officer.tickets.register(tx, id, who, { number: 'Ж-881', on: today }));
    await nadia.waitFor('По закону должны ответить до');
    await nadia.waitFor(
      (message) => message.message_id === cardId && (message.text ?? '').includes('регистрация № Ж-881'),
    );

    await officer.act(number, (tx, id, who) =>
      officer.tickets.ask(tx, id, who, { text: 'С какой стороны улицы?', language: 'ru' }),
    );
    const question = await nadia.waitFor((message) => (message.text ?? '').includes('Вопрос по №'));
    nadia.reply(question, 'С чётной стороны, у остановки');
    await nadia.waitForReply('Добавили к обращению');

    await officer.act(number, (tx, id, who) =>
      officer.tickets.answer(tx, id, who, {
        text: 'Кабель заменён 9 декабря, фонари горят.',
        language: 'ru',
        outcome: 'done',
        files: [],
        outgoingNumber: '1204',
      }),
    );
    const answer = await nadia.waitFor((message) => (message.text ?? '').includes(`Ответ по № ${number}`));
    expect(answer.text).toContain('Кабель заменён 9 декабря');
    expect(answer.text).toContain('1204');
    expect(buttons(answer)).toEqual(['Да, решено', 'Частично', 'Нет']);
    await nadia.press(answer.message_id, 'Да, решено');
    await nadia.waitFor((message) => message.message_id === cardId && (message.text ?? '').includes('Решено. Спасибо'));
    expect(product.logLines).toEqual([]);
  });

  it('leaves a journal that holds together', async () => {
    const { verifyJournal } = await import('../../src/journal/index.ts');
    const { breaks, entries } = await verifyJournal(product.services.db);
    expect(breaks).toEqual([]);
    expect(entries).toBeGreaterThan(8);
  });
});
