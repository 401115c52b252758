import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { aCitizen, atTheDesk, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { todayOf } from '../support/today.ts';

describe('Ерлан жауаппен келіспейді', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('goes first to the supervisor, then to the monitors, and never moves the date of law', async () => {
    const erlan = await aCitizen(product, 'Ерлан', 'kk');
    const { number, cardId } = await sendCase(erlan, 'Алматы, Алмалы ауданы, Абай көшесінде жолда терең шұңқыр бар');
    const officer = atTheDesk(product);
    const today = await todayOf(product.services);
    await officer.act(number, (tx, id, who) => officer.tickets.register(tx, id, who, { number: '12', on: today }));
    const statutoryOn = async () =>
      (
        await product.services.db.ticket.findFirstOrThrow({ where: { appeal: { number: number.replaceAll('-', '') } } })
      ).statutoryOn?.toISOString();
    const before = await statutoryOn();
    const answer = (who: ReturnType<typeof atTheDesk>, text: string) =>
      who.act(number, (tx, id, staff) =>
        who.tickets.answer(tx, id, staff, { text, language: 'kk', outcome: 'explained', files: [] }),
      );

    await answer(officer, 'Сұрағыңыз қаралды.');
    const first = await erlan.waitFor((message) => (message.text ?? '').includes(`№ ${number} бойынша жауап`));
    await erlan.press(first.message_id, 'Жоқ');
    await erlan.waitFor(erlan.t('ask-dispute'));
    erlan.send('Шұңқыр орнында тұр, қашан жөндейтіні жазылмаған');
    await erlan.waitFor('Енді жауапты органның басшысы тексереді');
    await erlan.waitFor(
      (message) => message.message_id === cardId && (message.text ?? '').includes('басшы тексеріп жатыр'),
    );

    await expect(answer(officer, 'Тағы да')).rejects.toSatisfy((error: unknown) =>
      isRefusal(error, 'ticket.not_allowed'),
    );
    await answer(atTheDesk(product, 'supervisor'), 'Жөндеу 1 желтоқсанға жоспарланды.');
    await erlan.waitFor('Жөндеу 1 желтоқсанға жоспарланды.');
    await erlan.waitFor(
      (message) => message.message_id === cardId && buttons(message).includes(erlan.t('button-dispute')),
    );
    await erlan.press(cardId, erlan.t('button-dispute'));
    await erlan.waitForReply(erlan.t('ask-dispute'));
    erlan.send('Күні өтіп кетті');
    await erlan.waitFor('бақылаушылар тексереді');
    await answer(atTheDesk(product, 'monitor'), 'Бригада бүгін шықты, шұңқыр жабылды.');
    await erlan.waitFor(
      (message) =>
        message.message_id === cardId &&
        (message.text ?? '').includes('Жауап келді') &&
        !buttons(message).includes(erlan.t('button-dispute')),
    );
    expect(await statutoryOn()).toBe(before);
  });
});
