import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createOfficerWorld,
  type OfficerWorld,
  SECRETS_OF_CITIZEN,
  STORY,
} from '../../../test/support/officers/officer-world.ts';
import { startTelegramHouse, type TelegramHouse } from '../../../test/support/officers/telegram-house.ts';
import { connectGroup } from '../../../test/support/story/staff-chat.ts';

describe('a case worked in a staff chat', () => {
  let world: OfficerWorld;
  let house: TelegramHouse;
  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    house = await startTelegramHouse(world);
  });
  afterAll(async () => {
    await house.stop();
    await world.stop();
  });

  it('goes from the card to the citizen’s last word and leaves the same journal as everywhere', async () => {
    const { seat, strangerSeat } = await connectGroup(world, house, { title: 'Дороги' });
    const { appealId, citizenId, ticketId } = await world.fileCase();
    await world.deliverAll();
    const card = await seat.waitFor('Провал на улице Абая');

    const refused = await strangerSeat.press(card.message_id, 'Взять');
    expect(refused).toMatchObject({ isAlert: true });
    expect(refused.text).toContain('Мы вас пока не знаем');
    expect((await world.ticket(ticketId)).officerId).toBeNull();
    strangerSeat.reply(card, 'Ответ: всё хорошо');
    await strangerSeat.waitForReply('Мы вас пока не знаем');
    expect(await world.entries(appealId)).toHaveLength(1);

    expect((await seat.press(card.message_id, 'Взять')).text).toBe('Теперь это ваше');
    await world.deliverAll();
    await seat.waitFor(
      ({ message_id: id, text }) => id === card.message_id && Boolean(text?.includes('Занимается: Дмитрий Орлов')),
    );

    seat.reply(card, 'Вопрос: с какой стороны дороги?');
    await seat.waitForReply('Гражданин получит вопрос');
    expect((await seat.press('last', 'Отправить')).text).toBe('Вопрос отправлен');

    await seat.press(card.message_id, 'Зарегистрировать');
    const prompt = await house.noted(await seat.waitForReply('регистрационным номером'));
    seat.reply(prompt, 'Ж-881');
    await seat.waitForReply('Регистрация записана');
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'registered', registrationNumber: 'Ж-881' });

    const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
    seat.reply(card, `Продлить: ${latest} ждём экспертизу`);
    await seat.waitForReply('Срок продлится');
    await seat.press('last', 'Отправить');

    for (const text of ['Яму засыпали 9 декабря.', 'Заасфальтировали.']) {
      seat.reply(card, `Ответ: ${text}`);
      await seat.waitForReply('Гражданин получит этот официальный ответ');
      expect((await seat.press('last', 'Сделано')).text).toBe('Ответ отправлен');
      if (text.startsWith('Яму')) await world.dispute(appealId, citizenId);
    }
    await world.confirm(appealId, citizenId);
    await world.deliverAll();

    expect(await world.journalOf(appealId)).toEqual(STORY);
    expect(seat.fromBot().filter(({ text }) => text?.startsWith('№') && text.includes('Провал'))).toHaveLength(1);
    expect(seat.transcript()).toContain('Гражданин не согласен');
    expect(house.leftForCitizens).toHaveLength(0);
  });

  it('keeps a reply without a prefix as a note that the citizen does not see', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Заметки' });
    const { appealId } = await world.fileCase('Глубокая яма у школы, дети падают');
    await world.deliverAll();
    const card = await seat.waitFor('Глубокая яма');
    seat.reply(card, 'Позвонил подрядчику');
    await seat.waitForReply('Заметка сохранена');
    expect((await world.entries(appealId)).at(-1)).toMatchObject({ kind: 'note', maskedText: 'Позвонил подрядчику' });
  });

  it('sends a photo with the answer, brought into our own store before it leaves', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Фото' });
    const { appealId, ticketId } = await world.fileCase('Сломан светофор у рынка');
    await world.deliverAll();
    const card = await seat.waitFor('Сломан светофор');
    seat.reply(card, 'Рег: Ж-5');
    await seat.waitForReply('Регистрация записана');
    seat.sendPhoto({ caption: 'Ответ: исправили, фото', replyTo: card.message_id });
    await seat.waitForReply('Гражданин получит этот официальный ответ');
    await seat.press('last', 'Сделано');
    const answer = (await world.entries(appealId)).at(-1);
    expect(answer).toMatchObject({ kind: 'answer', ticketId, maskedText: 'исправили, фото' });
    expect(answer?.files).toHaveLength(1);
    expect(answer?.files[0]).toMatchObject({ kind: 'photo', state: 'stored' });
    expect(await world.services.files.get(answer?.files[0]?.contentHash ?? new Uint8Array())).not.toBeNull();
  });

  it('opens a topic for each case where the body wants it so', async () => {
    const { seat } = await connectGroup(world, house, {
      title: 'Форум',
      isForum: true,
      settings: { topicPerCase: true },
    });
    const { appealId } = await world.fileCase('Провалился люк на перекрёстке');
    await world.deliverAll();
    const card = await seat.waitFor('Провалился люк');
    expect(card.message_thread_id).toBeGreaterThan(0);
    seat.send('Выезжаем завтра', { threadId: card.message_thread_id });
    await seat.waitForReply('Заметка сохранена');
    expect((await world.entries(appealId)).at(-1)).toMatchObject({ kind: 'note' });
  });

  it('does not bind a group or a person by a used code', async () => {
    const late = house.simulator.citizen('Поздно пришёл', { role: 'staff' });
    late.start('staff_no-such-code-here');
    await late.waitForReply('Код не действует');
  });
});

describe('a staff chat under a profile that permits the link only', () => {
  it('shows and takes nothing of the citizen’s', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    const house = await startTelegramHouse(world);
    const { seat } = await connectGroup(world, house, { title: 'Дороги' });
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const card = await seat.waitFor('Яма на дороге');
    expect(card.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(['Взять', 'Открыть']);
    await seat.press(card.message_id, 'Взять');
    seat.reply(card, 'Ответ: готово');
    await seat.waitForReply('серверы за границей');
    await world.deliverAll();
    for (const secret of SECRETS_OF_CITIZEN) expect(JSON.stringify(seat.fromBot())).not.toContain(secret);
    expect(await world.entries(appealId)).toHaveLength(1);
    await house.stop();
    await world.stop();
  });
});
