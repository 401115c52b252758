import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { todayOf } from '../support/today.ts';

const DAY_MS = 86_400_000;

describe('Damir writes to a body that does not work here', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** Keeps a text for the portal and pastes the number the portal gave yesterday. */
  async function filed(citizen: TestCitizen, text: string): Promise<number> {
    citizen.send(text);
    const card = await citizen.waitForReply((message) => buttons(message).includes(citizen.t('button-keep')));
    expect(card.text).toContain(citizen.t('card-not-connected', { way: 'state_portal' }).slice(0, 30));
    await citizen.press(card.message_id, citizen.t('button-keep'));
    await citizen.waitFor(
      (message) =>
        message.message_id === card.message_id && buttons(message).includes(citizen.t('button-external-text')),
    );
    await citizen.press(card.message_id, citizen.t('button-external-text'));
    const ready = await citizen.waitForReply('e-Otinish');
    await citizen.press(ready.message_id, citizen.t('button-external-number'));
    await citizen.waitForReply(citizen.t('ask-external-number'));
    citizen.send('ЖТ-2026-0042');
    const when = await citizen.waitForReply((message) => buttons(message).includes(citizen.t('button-today')));
    await citizen.press(when.message_id, citizen.t('button-today'));
    await citizen.waitForReply(citizen.t('external-watched', { day: '…' }).slice(0, 6));
    return card.message_id;
  }

  /** The proposal, whether it comes at once or after a question what it is about. */
  async function aboutTheLift(citizen: TestCitizen) {
    citizen.send('В подъезде сломался лифт, не работает вторую неделю. Алматы, Бостандыкский район');
    const card = await citizen.waitForReply((message) => buttons(message).length > 2);
    if (buttons(card).includes('Лифт')) await citizen.press(card.message_id, 'Лифт');
    return citizen.waitFor(
      (message) => message.message_id === card.message_id && buttons(message).includes(citizen.t('button-keep')),
    );
  }

  it('gets the text with what masking hid, and the term of the portal’s number is watched', async () => {
    const damir = await aCitizen(product, 'Дамир', 'ru');
    const cardId = await filed(
      damir,
      'Риддер. На улице минус двадцать, а трубы в комнате чуть тёплые, спим в куртках всей семьёй. +7 701 123 45 67',
    );
    expect(damir.transcript()).toContain('+7 701 123 45 67');
    await damir.waitFor(({ message_id, text }) => message_id === cardId && (text ?? '').includes('Следим за сроком'));
    const ticket = await product.services.db.ticket.findFirstOrThrow({ where: { state: 'watched' } });
    const days = ((ticket.statutoryOn?.getTime() ?? 0) - (ticket.registeredOn?.getTime() ?? 0)) / DAY_MS;
    expect(days).toBeGreaterThanOrEqual(19);
    expect(await product.services.db.notification.count({ where: { recipientKind: 'agency' } })).toBe(0);

    // The morning of the first working day after the term; people are told in working hours only.
    const { clock, calendars } = product.services;
    const opens = calendars.current().nextWorkingInstant(new Date((ticket.statutoryOn?.getTime() ?? 0) + DAY_MS));
    await clock.advance(opens.getTime() + 3_600_000 - (await clock.now()).getTime());
    const late = await damir.waitFor('Прошёл срок ответа по вашему номеру ЖТ-2026-0042', 20_000);
    expect(buttons(late)).toEqual(['Ответ пришёл', damir.t('button-complain-silence')]);
    await damir.press(late.message_id, damir.t('button-complain-silence'));
    const complaint = await damir.waitForReply('Жалоба на бездействие');
    expect(complaint.text).toContain('ЖТ-2026-0042');

    await damir.press(late.message_id, 'Ответ пришёл');
    const helped = await damir.waitForReply('Помогло?');
    await damir.press(helped.message_id, 'Да, решено');
    await damir.waitFor((message) => message.message_id === cardId && (message.text ?? '').includes('Решено. Спасибо'));
    expect(await product.services.db.ticket.findUniqueOrThrow({ where: { id: ticket.id } })).toMatchObject({
      state: 'watch_ended',
    });
    expect(product.logLines).toEqual([]);
  }, 60_000);

  it('takes a written day, refuses one to come, and begins anew with a corrected number', async () => {
    const timur = await aCitizen(product, 'Timur', 'en');
    const cardId = await filed(
      timur,
      'Риддер. На улице минус двадцать, а трубы в комнате чуть тёплые, спим в куртках всей семьёй',
    );
    await timur.press(cardId, timur.t('button-external-number'));
    await timur.waitForReply(timur.t('ask-external-number'));
    timur.send('ЖТ-2026-0043');
    await timur.waitForReply('On which day');
    timur.send('31.02');
    await timur.waitForReply('could not read the date');
    const today = await todayOf(product.services);
    timur.send('2027-12-31');
    await timur.waitForReply('could not read the date');
    timur.send(today);
    await timur.waitForReply('We are watching');
    const states = await product.services.db.ticket.findMany({
      where: { registrationNumber: { in: ['ЖТ-2026-0042', 'ЖТ-2026-0043'] }, appeal: { language: 'en' } },
      orderBy: { deliveredAt: 'asc' },
    });
    expect(states.map(({ state }) => state)).toEqual(['watch_ended', 'watched']);
  });

  it('may write to the body that looks after a provider, for no portal takes a letter to the provider', async () => {
    const alma = await aCitizen(product, 'Алма', 'ru');
    const card = await aboutTheLift(alma);
    expect(card.text).toContain('Это не госорган');
    const [toOverseer = ''] = buttons(card);
    expect(toOverseer).toContain('жилищн');
    await alma.press(card.message_id, toOverseer);
    const changed = await alma.waitFor(
      (message) => message.message_id === card.message_id && buttons(message).includes(alma.t('button-send')),
    );
    expect(changed.text).toContain('жилищн');
    await alma.press(card.message_id, alma.t('button-send'));
    await alma.waitFor(({ message_id, text }) => message_id === card.message_id && /\d{3}-\d{3}-\d/.test(text ?? ''));

    const bolat = await aCitizen(product, 'Болат', 'ru');
    const another = await aboutTheLift(bolat);
    await bolat.press(another.message_id, bolat.t('button-keep'));
    const kept = await bolat.waitFor(
      (message) => message.message_id === another.message_id && buttons(message).includes('Текст'),
    );
    expect(buttons(kept)).not.toContain('Прислать номер');
    await bolat.press(another.message_id, 'Текст');
    const ready = await bolat.waitForReply('отправьте сами');
    expect(buttons(ready)).toEqual([]);
  });
});
