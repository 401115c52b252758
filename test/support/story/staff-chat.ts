import { createInvitationCode } from '../../../src/channels/officer-cards/index.ts';
import type { AgencyCode, TicketId } from '../../../src/kernel/ids.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { startTelegramHouse, type TelegramHouse } from '../officers/telegram-house.ts';
import { BODIES, type Desk, FIRST, type OfficerHouse } from './story.ts';

const NEW_GROUP = 'unbound';

interface NewGroup {
  readonly title: string;
  readonly agencyCode?: AgencyCode;
  readonly settings?: Record<string, unknown>;
  readonly isForum?: boolean;
}

/** A group of a body with one officer who is known and one person who is not, both bound as the guide says. */
export async function connectGroup(
  world: OfficerWorld,
  house: TelegramHouse,
  { title, agencyCode = FIRST, settings = {}, isForum = false }: NewGroup,
) {
  const email = `${crypto.randomUUID()}@example.org`;
  const person = await world.addStaff({ givenName: 'Дмитрий', email, agencyCode });
  const dmitriy = house.simulator.citizen(`Дмитрий ${title}`, { role: 'staff' });
  const personal = createInvitationCode();
  await world.run((tx) => world.room.bindings.invite(tx, personal, { channel: 'telegram', staffId: person.id }));
  dmitriy.start(`staff_${personal}`);
  await dmitriy.waitForReply('Дмитрий Орлов');

  const channel = await world.addChannel({ kind: 'staff_chat', place: NEW_GROUP, settings, agencyCode });
  const stranger = house.simulator.citizen(`Чужой ${title}`, { role: 'staff' });
  const group = house.simulator.group(title, [dmitriy, stranger], { isForum });
  const code = createInvitationCode();
  await world.run((tx) => world.room.bindings.invite(tx, code, { channel: 'telegram', channelId: channel.id }));
  const seat = group.as(dmitriy);
  seat.send(`/bind ${code}`);
  await seat.waitForReply('Сюда будут приходить обращения');
  return { dmitriy, seat, strangerSeat: group.as(stranger), channel };
}
type Seat = Awaited<ReturnType<typeof connectGroup>>['seat'];

/** Both bodies in Telegram, each in a group of its own. */
export async function staffChats(world: OfficerWorld): Promise<OfficerHouse> {
  const house = await startTelegramHouse(world);
  const seats = new Map<AgencyCode, Seat>();
  for (const body of BODIES)
    seats.set(body, (await connectGroup(world, house, { title: body, agencyCode: body })).seat);
  const seatOf = (body: AgencyCode): Seat => {
    const seat = seats.get(body);
    if (!seat) throw new Error(`no group of ${body}`);
    return seat;
  };
  const cardOf = (seat: Seat) => seat.waitFor(({ text }) => Boolean(text?.startsWith('№')));

  return {
    async at(body: AgencyCode, ticketId: TicketId): Promise<Desk> {
      const seat = seatOf(body);
      const card = await cardOf(seat);
      const say = async (text: string, preview: string, confirm: string, done: string): Promise<void> => {
        await world.deliverAll();
        seat.reply(card, text);
        await seat.waitForReply(preview);
        const { text: said } = await seat.press('last', confirm);
        if (said !== done) throw new Error(`said "${said}" instead of "${done}"`);
      };
      return {
        take: async () => void (await seat.press(card.message_id, 'Взять')),
        ask: (text) => say(`Вопрос: ${text}`, 'Гражданин получит вопрос', 'Отправить', 'Вопрос отправлен'),
        redirect: (to, reason) => say(`Передать: ${to} ${reason}`, 'Передаём', 'Отправить', 'Передано'),
        async register(number) {
          seat.reply(card, `Рег: ${number}`);
          await seat.waitForReply('Регистрация записана');
        },
        async extend(reason) {
          const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
          await say(`Продлить: ${latest} ${reason}`, 'Срок продлится', 'Отправить', 'Срок продлён');
        },
        answer: (text) =>
          say(`Ответ: ${text}`, 'Гражданин получит этот официальный ответ', 'Сделано', 'Ответ отправлен'),
      };
    },
    crossed: () => [...seats.values()].map((seat) => JSON.stringify(seat.fromBot())).join('\n'),
    async typeAnswer(body, _ticketId, text) {
      const seat = seatOf(body);
      seat.reply(await cardOf(seat), `Ответ: ${text}`);
      await seat.waitForReply('серверы за границей');
    },
    stop: () => house.stop(),
  };
}
