import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, StaffId } from '../../src/kernel/ids.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { dayAt } from '../support/today.ts';

const TWO = 'Жолда үлкен шұңқыр бар. Аулада қоқыс шығарылмайды. Алматы, Алмалы ауданы';

describe('Saule writes of two matters in one message', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** Registers and answers as the body of the ticket. */
  async function answer(number: string, agencyCode: string, text: string): Promise<void> {
    const { db, uow, tickets } = product.services;
    const row = await db.ticket.findFirstOrThrow({
      where: { appeal: { number: number.replaceAll('-', '') }, agencyCode },
    });
    const officer = { id: StaffId.parse(newId()), role: 'supervisor', agencyCode, unitIds: [] } as never;
    await uow.run(`answer:${row.id}:${text}`, async (tx) => {
      const on = dayAt(product.services, tx.now);
      if (row.state === 'delivered' && row.procedure !== 'none')
        await tickets.register(tx, row.id as never, officer, { number: `${agencyCode}-1`, on });
      await tickets.answer(tx, row.id as never, officer, { text, language: 'kk', outcome: 'done', files: [] });
    });
  }

  it('keeps both: one number, a ticket and a date for each body, answers side by side', async () => {
    const saule = await aCitizen(product, 'Сәуле', 'kk');
    saule.send(TWO);
    const card = await saule.waitForReply((message) => buttons(message).includes('Бәрін жіберу'));
    expect(card.text).toContain('1. Жолда үлкен шұңқыр бар');
    expect(card.text).toContain('2. Аулада қоқыс шығарылмайды');
    expect(buttons(card)).toEqual(expect.arrayContaining(['Тек 1', 'Тек 2']));
    await saule.press(card.message_id, 'Бәрін жіберу');
    const sent = await saule.waitFor(
      ({ message_id, text }) => message_id === card.message_id && /\d{3}-\d{3}-\d/.test(text ?? ''),
    );
    const number = /\d{3}-\d{3}-\d/.exec(sent.text ?? '')?.[0] ?? '';

    const { db } = product.services;
    const tickets = await db.ticket.findMany({
      where: { appeal: { number: number.replaceAll('-', '') } },
      orderBy: { agencyCode: 'asc' },
    });
    expect(tickets.map(({ agencyCode, topicId }) => [agencyCode, topicId])).toEqual([
      ['almaty.roads', 'road.pothole'],
      ['almaty.waste', 'waste.collection'],
    ]);

    /** Points with their numbers, as the body that has a part sees them. */
    async function pointsOf(agencyCode: string): Promise<(readonly [number, string])[]> {
      const { points } = await product.services.answers.pointsOf(await partOf(agencyCode));
      return points.map(({ position, text }) => [position, text]);
    }
    async function partOf(agencyCode: string) {
      const id = tickets.find((ticket) => ticket.agencyCode === agencyCode)?.id as never;
      const { result } = await product.services.uow.run(`part:${newId()}`, async (tx) => {
        const ticket = await product.services.appeals.getTicket(tx, id);
        return { ticket, appeal: await product.services.appeals.get(tx, ticket.appealId) };
      });
      return result;
    }
    async function correctPoints(agencyCode: string, points: readonly string[]) {
      const { ticket } = await partOf(agencyCode);
      const officer = { id: StaffId.parse(newId()), role: 'supervisor', agencyCode, unitIds: [] } as never;
      await product.services.uow.run(`points:${newId()}`, async (tx) => {
        await product.services.tickets.setPoints(tx, ticket.id, officer, points);
        return null;
      });
      return pointsOf(agencyCode);
    }

    expect(await correctPoints('almaty.waste', ['Аулада қоқыс шығарылмайды', 'Қашан шығарылады?'])).toEqual([
      [2, 'Аулада қоқыс шығарылмайды'],
      [3, 'Қашан шығарылады?'],
    ]);
    expect((await pointsOf('almaty.roads')).map(([position]) => position)).toEqual([1]);
    expect(await correctPoints('almaty.roads', ['Жолда терең шұңқыр бар', 'Шығын өтеле ме?'])).toEqual([
      [1, 'Жолда терең шұңқыр бар'],
      [4, 'Шығын өтеле ме?'],
    ]);
    expect((await pointsOf('almaty.waste')).map(([position]) => position)).toEqual([2, 3]);

    await answer(number, 'almaty.roads', 'Шұңқыр жамалды.');
    const first = await saule.waitFor((message) => (message.text ?? '').includes('Шұңқыр жамалды.'));
    expect(first.text).toContain('Мәселе: Жолда үлкен шұңқыр бар');
    expect(buttons(first)).toEqual([]);
    await answer(number, 'almaty.waste', 'Қоқыс шығарылды.');
    const second = await saule.waitFor((message) => (message.text ?? '').includes('Қоқыс шығарылды.'));
    expect(buttons(second)).toContain('Жоқ');

    await saule.press(card.message_id, saule.t('button-read-answer'));
    const both = await saule.waitForReply((message) => (message.text ?? '').includes('Шұңқыр жамалды.'));
    expect(both.text).toContain('Қоқыс шығарылды.');

    await saule.press(second.message_id, 'Жоқ');
    const which = await saule.waitForReply('Қай жауаппен келіспейсіз?');
    await saule.press(which.message_id, buttons(which)[1] ?? '');
    await saule.waitForReply(saule.t('ask-dispute'));
    saule.send('Қоқыс әлі тұр');
    await saule.waitForReply('басшы');
    const after = await db.ticket.findMany({
      where: { appeal: { number: number.replaceAll('-', '') } },
      orderBy: { agencyCode: 'asc' },
    });
    expect(after.map(({ state }) => state)).toEqual(['answered', 'disputed']);
    expect(product.logLines).toEqual([]);
  });

  it('gets a case of its own, with a text to send, for the part whose addressee does not work here', async () => {
    const askar = await aCitizen(product, 'Асқар', 'kk');
    askar.send('Жылу жоқ, үй суық. Лифт істемейді. Алматы, Әуезов ауданы, тел. +7 701 123 45 67');
    const card = await askar.waitForReply((message) => buttons(message).includes('Бәрін жіберу'));
    expect(card.text).toContain('оған мәтін дайындаймыз');
    await askar.press(card.message_id, 'Бәрін жіберу');
    const kept = await askar.waitForReply((message) => buttons(message).includes(askar.t('button-external-text')));
    expect(kept.message_id).not.toBe(card.message_id);
    await askar.press(kept.message_id, askar.t('button-external-text'));
    const ready = await askar.waitForReply('өзіңіз жіберіңіз');
    expect(ready.text).toContain('Лифт істемейді');
    expect(ready.text).toContain('+7 701 123 45 67');

    const { db } = product.services;
    const newest = await db.appeal.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const cases = await db.appeal.findMany({
      where: { citizenId: newest.citizenId },
      orderBy: { topicId: 'asc' },
      select: { state: true, topicId: true },
    });
    expect(cases).toEqual([
      { state: 'with_agency', topicId: 'heat.no_heating' },
      { state: 'watched', topicId: 'housing.lift' },
    ]);
  });

  it('or chooses one, and only that body hears of it', async () => {
    const pavel = await aCitizen(product, 'Павел', 'ru');
    pavel.send('1. Яма на дороге\n2. Не вывозят мусор во дворе\nАлматы, Алмалинский район');
    const card = await pavel.waitForReply((message) => buttons(message).includes('Только 2'));
    await pavel.press(card.message_id, 'Только 2');
    await pavel.waitFor(({ message_id, reply_markup }) =>
      message_id === card.message_id ? buttons({ reply_markup } as never).includes('Отправить') : false,
    );
    await pavel.press(card.message_id, 'Отправить');
    await pavel.waitFor(({ message_id, text }) => message_id === card.message_id && /\d{3}-\d{3}-\d/.test(text ?? ''));
    const tickets = await product.services.db.ticket.findMany({ orderBy: { deliveredAt: 'desc' }, take: 1 });
    expect(tickets.map(({ agencyCode, matter }) => [agencyCode, matter])).toEqual([['almaty.waste', null]]);
  });

  it('goes on when one body passes its part back to the operators', async () => {
    const jane = await aCitizen(product, 'Jane', 'en');
    jane.send('The rubbish is not collected. Stray dogs attack children. Almaty, Medeu district');
    const card = await jane.waitForReply((message) => buttons(message).includes('Send all'));
    await jane.press(card.message_id, 'Send all');
    const sent = await jane.waitFor(
      ({ message_id, text }) => message_id === card.message_id && /\d{3}-\d{3}-\d/.test(text ?? ''),
    );
    const number = /\d{3}-\d{3}-\d/.exec(sent.text ?? '')?.[0] ?? '';
    const { db, uow, tickets, triage } = product.services;
    const rows = await db.ticket.findMany({
      where: { appeal: { number: number.replaceAll('-', '') } },
      orderBy: { agencyCode: 'asc' },
    });
    const [dogs, waste] = rows;
    if (!dogs || !waste) throw new Error('two tickets were expected');
    const officer = { id: newId(), role: 'supervisor', agencyCode: dogs.agencyCode, unitIds: [] } as never;
    await uow.run('jane:back', async (tx) => {
      await tickets.redirect(tx, dogs.id as never, officer, { to: 'minfin' as never, reason: 'Not ours' });
    });
    await answer(number, waste.agencyCode, 'The rubbish is gone.');
    await jane.waitFor((message) => (message.text ?? '').includes('The rubbish is gone.'));
    const waiting = await db.appeal.findFirstOrThrow({ where: { number: number.replaceAll('-', '') } });
    if (waiting.state === 'in_triage')
      await uow.run('jane:route', async (tx) => {
        await triage.route(tx, waiting.id as never, newId(), {
          agencyCode: dogs.agencyCode as never,
          topicId: null,
          reason: 'Stray animals are theirs',
        });
      });
    const open = await db.ticket.findFirstOrThrow({
      where: { appealId: waiting.id, state: 'delivered' },
    });
    expect(open.matter).toContain('Stray dogs');
  });
});
