import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { startTelegramHouse, type TelegramHouse } from '../../../test/support/officers/telegram-house.ts';
import { createTermCases } from '../../../test/support/officers/term-cases.ts';
import { connectGroup } from '../../../test/support/story/staff-chat.ts';
import { showCaseNumber } from '../../appeals/index.ts';

describe('what the law asks for before an act, in a staff chat', () => {
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

  it('sends the preliminary decision from a button, after showing until when the citizen may object', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Заслушивание' });
    const { appealId, ticketId, number } = await createTermCases(world).toHear();
    await world.deliverAll();
    const card = await seat.waitFor(showCaseNumber(number));
    await seat.press(card.message_id, 'Предварительное решение');
    const prompt = await seat.waitForReply('что намерены решить и почему');
    seat.reply(prompt, 'Намерены отказать: участок не наш.');
    await seat.waitForReply('Возразить можно до');
    expect((await world.ticket(ticketId)).hearingUntil).toBeNull();
    expect((await seat.press('last', 'Отправить')).text).toBe('Предварительное решение отправлено');
    const last = (await world.entries(appealId)).at(-1);
    expect(last).toMatchObject({
      maskedText: 'Намерены отказать: участок не наш.',
      details: { notice: 'preliminary_decision' },
    });
    expect((await world.ticket(ticketId)).hearingUntil).not.toBeNull();
  });

  it('passes a complaint about silence to the body above by a written word', async () => {
    const { seat } = await connectGroup(world, house, { title: 'Жалоба' });
    const { ticketId, number } = await createTermCases(world).toForward();
    await world.deliverAll();
    const card = await seat.waitFor(showCaseNumber(number));
    seat.reply(card, 'Выше: дело приложено');
    await seat.waitForReply('Жалоба с делом уходит вышестоящему органу');
    expect((await seat.press('last', 'Отправить')).text).toBe('Жалоба передана выше');
    expect((await world.ticket(ticketId)).state).toBe('redirected');
  });
});
