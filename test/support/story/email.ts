import type { AgencyCode } from '../../../src/kernel/ids.ts';
import { startEmailHouse } from '../mail/email-house.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { BODIES, type Desk, type OfficerHouse } from './story.ts';

const office = (body: AgencyCode): string => `office@${body}.example`;
const officer = (body: AgencyCode): string => `dmitriy@${body}.example`;

/** Both bodies by e-mail: at home the policy of the channel holds, abroad that of the profile. */
export const byMail =
  ({ abroad }: { abroad: boolean }) =>
  async (world: OfficerWorld): Promise<OfficerHouse> => {
    const house = await startEmailHouse(world);
    for (const body of BODIES) {
      await world.addChannel({ kind: 'email', place: office(body), agencyCode: body, abroad, policy: 'full' });
      await world.addStaff({ givenName: 'Дмитрий', email: officer(body), agencyCode: body });
    }

    return {
      async at(body, ticketId): Promise<Desk> {
        const letter = house.to(office(body)).at(-1);
        const write = (text: string) => house.replyTo(officer(body), letter, text);
        const confirmed = async (text: string, confirmation: string): Promise<void> => {
          await write(text);
          await house.replyTo(officer(body), house.to(officer(body)).at(-1), confirmation);
        };
        return {
          take: async () => void (await write('Беру')),
          ask: (text) => confirmed(`Вопрос: ${text}`, 'Да'),
          redirect: (to, reason) => confirmed(`Передать: ${to} ${reason}`, 'Да'),
          register: async (number) => void (await write(`Рег: ${number}`)),
          async extend(reason) {
            const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
            await confirmed(`Продлить: ${latest} ${reason}`, 'Да');
          },
          answer: (text) => confirmed(`Ответ: ${text}`, 'Сделано'),
        };
      },
      crossed: () =>
        house.mail.letters.map(({ headers, text }) => `${[...headers.values()].join('\n')}\n${text}`).join('\n'),
      typeAnswer: async (body, _ticketId, text) =>
        void (await house.replyTo(officer(body), house.to(office(body)).at(-1), `Ответ: ${text}`)),
      stop: house.stop,
    };
  };
