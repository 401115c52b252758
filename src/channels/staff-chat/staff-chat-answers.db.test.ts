import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY, createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { startTelegramHouse, type TelegramHouse } from '../../../test/support/officers/telegram-house.ts';
import { connectGroup } from '../../../test/support/story/staff-chat.ts';

describe('an answer written in a staff chat', () => {
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

  it('begins from an approved template, and other words can be put in its place', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Шаблоны' });
    const head = await world.addStaff({ givenName: 'Сауле', email: 'saule@example.org' });
    const by = { id: head.id, role: 'supervisor', agencyCode: BODY, unitIds: [] } as const;
    const name = { kk: 'Жабылды', ru: 'Засыпано', en: 'Filled' };
    const body = { kk: '№ {number}: жабылды.', ru: 'По № {number}: яма засыпана.', en: 'No {number}: filled.' };
    const content = { use: 'answer', name, body, outcome: 'done', topic: null, takes: false, note: null } as const;
    const { appealId, ticketId, number } = await world.fileCase('Яма у дома 7');
    const templateId = await world.run(async (tx) => {
      const id = await world.services.templates.propose(tx, by, { agencyCode: BODY, ...content });
      await world.services.templates.decide(tx, by, id, 'approved');
      await world.services.tickets.register(tx, ticketId, by, { number: 'Ж-1', on: await world.room.desk.today() });
      return id;
    });
    await world.deliverAll();
    const card = await seat.waitFor('Яма у дома 7');
    await seat.press(card.message_id, 'Ответить');
    const prompt = await house.noted(await seat.waitForReply('ответьте на это сообщение текстом ответа'));
    await seat.press(prompt.message_id, 'Засыпано');
    const preview = await house.noted(await seat.waitForReply('яма засыпана'));
    expect(preview.text?.replaceAll('-', '')).toContain(`По № ${number}`);
    seat.reply(preview, 'Яма засыпана вчера, асфальт положим весной.\nПункты: 1');
    await seat.waitForReply('асфальт положим весной');
    expect((await seat.press('last', 'Сделано')).text).toBe('Ответ отправлен');
    const answer = (await world.entries(appealId)).at(-1);
    expect(answer).toMatchObject({
      kind: 'answer',
      maskedText: 'Яма засыпана вчера, асфальт положим весной.',
      details: { pointsBy: 'officer', points: [{ position: 1, addressed: true }] },
    });
    expect(await world.services.db.templateUse.count({ where: { templateId } })).toBe(1);
  });

  it('waits for whoever signs, and is let go by a word with its number', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Подпись' });
    const signatory = await world.services.db.staff.findFirstOrThrow({
      where: { agencyCode: BODY, givenName: 'Дмитрий' },
      orderBy: { createdAt: 'desc' },
    });
    const by = { id: signatory.id as never, role: 'supervisor', agencyCode: BODY, unitIds: [] } as const;
    const author = await world.addStaff({ givenName: 'Автор', email: 'author@example.org', role: 'officer' });
    const { ticketId, appealId } = await world.fileCase('Лужа у остановки');
    await world.run(async (tx) => {
      const chain = { agencyCode: BODY, approverIds: [], signatoryIds: [by.id], wantsNumber: true };
      await world.services.answers.setChain(tx, by, chain);
      await world.services.tickets.register(tx, ticketId, by, { number: 'Ж-2', on: await world.room.desk.today() });
      await world.services.tickets.answer(
        tx,
        ticketId,
        { ...by, id: author.id, role: 'officer' },
        {
          text: 'Лужу откачали.',
          language: 'ru',
          outcome: 'done',
          files: [],
        },
      );
    });
    await world.deliverAll();
    const card = await seat.waitFor(({ text }) => Boolean(text?.includes('Ответ ждёт подписи')));
    await seat.press(card.message_id, 'Согласовать, подписать');
    await seat.waitForReply('Лужу откачали.');
    expect((await seat.press('last', 'Отправить')).text).toContain('исходящий номер');
    seat.reply(card, 'Подписать: 12-3 от 20.11.2026');
    await seat.waitForReply('Исх. № 12-3');
    await seat.press('last', 'Отправить');
    expect((await world.ticket(ticketId)).state).toBe('answered');
    expect((await world.entries(appealId)).at(-1)?.details).toMatchObject({ outgoingNumber: '12-3' });
  });
});
