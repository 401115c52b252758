import { newId, type TicketId } from '../../../src/kernel/ids.ts';
import { BODY, type OfficerWorld } from './officer-world.ts';

const DAYS = 86_400_000;

/** Cases about which the law asks for more than an answer. */
export function createTermCases(world: OfficerWorld) {
  const somebody = { id: newId(), role: 'supervisor', agencyCode: BODY, unitIds: [] } as never;
  const register = (ticketId: TicketId) =>
    world.run(async (tx) => {
      const on = await world.room.desk.today();
      return world.services.tickets.register(tx, ticketId, somebody, { number: newId().slice(-8), on });
    });

  return {
    /** A complaint about a decision: registered, with a hearing before the act. */
    async toHear() {
      const found = await world.fileCase('Жалуюсь на решение управления: отказали незаконно');
      await register(found.ticketId);
      return found;
    },

    /** The body let the term of law pass; the complaint about that lies with it. */
    async toForward() {
      const silent = await world.fileCase('Яма у школы, и никто не отвечает');
      await register(silent.ticketId);
      await world.services.clock.advance(40 * DAYS);
      const words = { text: 'Жалоба на бездействие: ответа нет.' };
      const complaint = await world.run((tx) =>
        world.services.complaints.file(tx, silent.appealId, silent.citizenId, words),
      );
      const ticket = await world.services.db.ticket.findFirstOrThrow({ where: { appealId: complaint.id } });
      return { appealId: complaint.id, ticketId: ticket.id as TicketId, number: complaint.number ?? '' };
    },
  };
}
