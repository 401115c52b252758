import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSilentClosing } from '../../src/journeys/close-in-silence.ts';
import { aCitizen, atTheDesk, buttons, sendCase, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { todayOf } from '../support/today.ts';

const DAY_MS = 86_400_000;

describe('Roza says nothing after the answer', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const round = () => createSilentClosing({ ...product.services, afterDays: 30 })();
  const caseOf = (number: string) =>
    product.services.db.appeal.findUniqueOrThrow({ where: { number: number.replaceAll('-', '') } });

  async function answered(citizen: TestCitizen, text: string): Promise<string> {
    const { number } = await sendCase(citizen, text);
    const desk = atTheDesk(product);
    const on = await todayOf(product.services);
    await desk.act(number, (tx, id, who) => desk.tickets.register(tx, id, who, { number: `Ж-${number}`, on }));
    await desk.act(number, (tx, id, who) =>
      desk.tickets.answer(tx, id, who, { text: 'Сделали.', language: 'ru', outcome: 'done', files: [] }),
    );
    await citizen.waitFor('Сделали.');
    return number;
  }

  it('is told once that the case is closed, not resolved, and may still say that it did not help', async () => {
    const roza = await aCitizen(product, 'Роза', 'ru');
    const oleg = await aCitizen(product, 'Олег', 'ru');
    const number = await answered(roza, 'Не горят фонари на улице Абая 10 в Алматы, Алмалинский район');
    const others = await answered(oleg, 'Не горят фонари на улице Абая 12 в Алматы, Алмалинский район');
    await product.services.clock.advance(29 * DAY_MS);
    await round();
    expect((await caseOf(number)).state).toBe('answered');

    await product.services.clock.advance(2 * DAY_MS);
    await round();
    await round();
    const told = await roza.waitFor(`Обращение № ${number} закрыто`, 20_000);
    expect(told.text).toContain('Решённым мы это не считаем');
    expect(roza.fromBot().filter(({ text }) => (text ?? '').includes('закрыто\n'))).toHaveLength(1);
    expect(await caseOf(number)).toMatchObject({ state: 'closed', resolution: null });

    await roza.press(told.message_id, 'Нет');
    await roza.waitForReply('Чего не хватает в ответе?');
    roza.send('Яма на месте');
    await roza.waitForReply('проверит руководитель');
    expect(await caseOf(number)).toMatchObject({ state: 'with_agency', resolution: null, disputes: 1 });

    const olegs = await oleg.waitFor(`Обращение № ${others} закрыто`);
    await oleg.press(olegs.message_id, 'Да, решено');
    await expect.poll(() => caseOf(others)).toMatchObject({ state: 'closed', resolution: 'resolved' });
    await oleg.press(olegs.message_id, 'Частично');
    expect((await caseOf(others)).resolution).toBe('resolved');
    expect(buttons(olegs)).toHaveLength(3);
  }, 60_000);
});
