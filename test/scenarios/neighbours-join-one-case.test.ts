import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, StaffId } from '../../src/kernel/ids.ts';
import { aCitizen, buttons, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { dayAt } from '../support/today.ts';

const POINT = { latitude: 43.2425, longitude: 76.9561 };
const AT_THE_CORNER = { latitude: 43.2427, longitude: 76.9563 };

describe('Neighbours of one dark street', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** Writes, shows the place on the map, and has the proposal. */
  async function tells(citizen: TestCitizen, text: string, point: { latitude: number; longitude: number }) {
    citizen.send(text);
    const asking = await citizen.waitForReply((message) => buttons(message).includes(citizen.t('button-place')));
    await citizen.press(asking.message_id, citizen.t('button-place'));
    citizen.sendLocation(point);
    return citizen.waitForReply((message) => buttons(message).includes(citizen.t('button-send')));
  }

  async function numberOf(citizen: TestCitizen, cardId: number): Promise<string> {
    const sent = await citizen.waitFor(
      (message) => message.message_id === cardId && /\d{3}-\d{3}-\d/.test(message.text ?? ''),
    );
    return /\d{3}-\d{3}-\d/.exec(sent.text ?? '')?.[0] ?? '';
  }

  const ticketOf = (number: string) =>
    product.services.db.ticket.findFirstOrThrow({ where: { appeal: { number: number.replaceAll('-', '') } } });

  it('are told of each other, join with a press, stay apart, and get one answer with their own number in it', async () => {
    const { db, uow, similarFinder, similar, tickets, worklist } = product.services;
    const first = await aCitizen(product, 'Айгүл', 'ru');
    const opened = await tells(first, 'На нашей улице не горят уличные фонари, темно', POINT);
    expect(buttons(opened)).not.toContain(first.t('button-join-others'));
    await first.press(opened.message_id, first.t('button-send'));
    const one = await numberOf(first, opened.message_id);
    await similarFinder.round();

    const second = await aCitizen(product, 'Болат', 'kk');
    const offered = await tells(second, 'Біздің көшеде шамдар жанбайды, қараңғы', AT_THE_CORNER);
    expect(buttons(offered)).toContain(second.t('button-join-others'));
    expect(offered.text).toContain(second.t('card-alike', { count: 1 }).slice(0, 30));
    expect(offered.text).not.toContain('Айгүл');
    await second.press(offered.message_id, second.t('button-join-others'));
    const two = await numberOf(second, offered.message_id);
    expect(two).not.toBe(one);

    const [a, b] = [await ticketOf(one), await ticketOf(two)];
    const signatures = await db.caseSignature.findMany({ orderBy: { submittedAt: 'asc' } });
    expect(signatures.map(({ appealId, joined }) => [appealId, joined])).toEqual([
      [a.appealId, false],
      [b.appealId, true],
    ]);
    expect(new Set(signatures.map(({ clusterId }) => clusterId)).size).toBe(1);
    expect(await similar.ofTicket(a.id as never, 5)).toMatchObject([{ ticketId: b.id, joined: true }]);

    const third = await aCitizen(product, 'Вера', 'ru');
    const counted = await tells(third, 'Фонари на улице не работают', POINT);
    expect(counted.text).toContain('2');
    await third.press(counted.message_id, third.t('button-join-others'));
    await numberOf(third, counted.message_id);

    const officer = { id: StaffId.parse(newId()), role: 'supervisor', agencyCode: a.agencyCode, unitIds: [] } as never;
    await uow.run('neighbours:answer', async (tx) => {
      const on = dayAt(product.services, tx.now);
      for (const { id, procedure } of [a, b])
        if (procedure !== 'none') await tickets.register(tx, id as never, officer, { number: `Ф-${id.slice(-3)}`, on });
      await worklist.join(tx, a.id as never, officer, [b.id as never]);
      await tickets.answer(tx, a.id as never, officer, {
        text: 'По обращению {number}: лампы заменены.',
        language: 'ru',
        outcome: 'done',
        files: [],
      });
    });
    await first.waitFor((message) => (message.text ?? '').includes(`По обращению ${one}: лампы заменены.`));
    await second.waitFor((message) => (message.text ?? '').includes(`По обращению ${two}: лампы заменены.`));
    expect(second.fromBot().some(({ text }) => (text ?? '').includes(one))).toBe(false);
    expect(first.fromBot().some(({ text }) => (text ?? '').includes(two))).toBe(false);
    expect(product.logLines).toEqual([]);
  });

  it('join also when the law first asks for a name', async () => {
    const { db, similarFinder } = product.services;
    await similarFinder.round();
    const dana = await aCitizen(product, 'Дана', 'ru');
    const card = await tells(
      dana,
      'Жалуюсь: фонари на улице не горят, отказали в ремонте, это незаконно, прошу привлечь к ответственности',
      POINT,
    );
    await dana.press(card.message_id, dana.t('button-join-others'));
    const asked = await dana.waitForReply((message) => buttons(message).includes(dana.t('button-give-details')));
    await dana.press(asked.message_id, dana.t('button-as-message'));
    const sent = await dana.waitForReply((message) => /\d{3}-\d{3}-\d/.test(message.text ?? ''));
    const number = /\d{3}-\d{3}-\d/.exec(sent.text ?? '')?.[0] ?? '';
    const { appealId } = await ticketOf(number);
    await expect.poll(async () => (await db.caseSignature.findUnique({ where: { appealId } }))?.joined).toBe(true);
  });
});
