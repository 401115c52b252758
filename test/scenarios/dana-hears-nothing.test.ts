import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoned } from '../../src/kernel/day.ts';
import { CitizenId } from '../../src/kernel/ids.ts';
import { aCitizen, atTheDesk, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const DAYS = 86_400_000;

describe('Дана не получает ответа', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());
  const today = async () => zoned(await product.services.clock.now(), 'Asia/Almaty').on;

  it('reminds with one tap, then complains with two, and the two cases know of each other', async () => {
    const { services } = product;
    const dana = await aCitizen(product, 'Дана', 'ru');
    const { number, cardId } = await sendCase(dana, 'Алматы, Алмалинский район, на улице Абая глубокая яма на дороге');
    const officer = atTheDesk(product);
    const on = await today();
    await officer.act(number, (tx, id, who) => officer.tickets.register(tx, id, who, { number: 'Ж-1', on }));
    await dana.waitFor('зарегистрировано');

    // Until the morning of a working day after the date of law: the sweeper speaks in working hours.
    await services.clock.advance(32 * DAYS);
    const calendar = services.calendars.current();
    const now = await services.clock.now();
    const morning = calendar.opensAt(calendar.addWorkingDays(zoned(now, calendar.timezone).on, 1));
    await services.clock.advance(morning.getTime() - now.getTime() + 60_000);
    const overdue = await dana.waitFor(
      // The card offers the complaint too, and nobody says which of the two comes first.
      (message) => message.message_id !== cardId && buttons(message).includes(dana.t('button-complain-silence')),
      20_000,
    );
    expect(buttons(overdue)).toEqual(['Посмотреть жалобу', 'Напомнить', 'Подождать ещё']);

    await dana.press(overdue.message_id, 'Напомнить');
    await dana.press(overdue.message_id, 'Посмотреть жалобу');
    const prepared = await dana.waitFor('Жалоба готова');
    expect(prepared.text).toContain(`№ ${number}`);
    expect(prepared.text).toContain('За 3 рабочих дня');
    expect(prepared.text).toContain('20 рабочих дней');
    expect(prepared.text).toContain('Акимат города Алматы');
    await dana.press(prepared.message_id, 'Подать жалобу');
    await dana.waitFor('Жалоба подана');
    await dana.waitFor((message) => message.message_id === cardId && (message.text ?? '').includes('Подана жалоба: №'));
    const complaint = await dana.waitFor((message) =>
      (message.text ?? '').includes(`Жалоба на молчание по № ${number}`),
    );
    expect(complaint.message_id).not.toBe(cardId);
  });

  it('answers a preliminary decision with a tap, and the tap counts without any words', async () => {
    const dana = await aCitizen(product, 'Дана вторая', 'kk');
    const { citizens, uow, db } = product.services;
    const { citizenId } = await db.citizenAccount.findFirstOrThrow({ orderBy: { citizenId: 'desc' } });
    await uow.run('test:details', async (tx) => {
      await citizens.giveDetail(tx, CitizenId.parse(citizenId), 'name', 'Дана Серікқызы Оспанова');
      await citizens.giveDetail(tx, CitizenId.parse(citizenId), 'nationalId', '960229699994');
      await citizens.giveDetail(tx, CitizenId.parse(citizenId), 'postalAddress', 'Алматы, Абай көшесі, 10-үй, 5-пәтер');
    });
    const { number, cardId } = await sendCase(
      dana,
      'Алматы, Алмалы ауданы, Абай көшесіндегі жолдағы шұңқырды жөндеуден бас тартқан шешімге шағымданамын',
    );
    const { appealId } = await db.ticket.findFirstOrThrow({
      where: { appeal: { number: number.replaceAll('-', '') } },
    });
    const officer = atTheDesk(product);
    const on = await today();
    await officer.act(number, (tx, ticketId, who) =>
      officer.tickets.register(tx, ticketId, who, { number: 'Ж-2', on }),
    );
    const words = { text: 'Жөндеу жоспарда жоқ, сондықтан бас тартпақпыз.', language: 'kk' } as const;
    await officer.act(number, (tx, ticketId, who) => product.services.hearings.open(tx, ticketId, who, words));
    const asked = await dana.waitFor(words.text);
    expect(buttons(asked)).toEqual(['Қарсы емеспін', 'Қарсымын', 'Мені тыңдаңыздар']);
    await dana.press(asked.message_id, 'Қарсымын');
    await dana.waitFor('қарсысыз');
    dana.send('Жоспарда бар, 14-бет');
    await dana.waitFor('Сөзіңізді қостық');
    await dana.waitFor((message) => message.message_id === cardId && (message.text ?? '').includes('қарсысыз'));
    const said = await db.threadEntry.findMany({
      where: { appealId, kind: 'addition' },
      orderBy: { at: 'asc' },
    });
    expect(said.map(({ maskedText }) => maskedText)).toEqual(['', 'Жоспарда бар, 14-бет']);
  });
});
