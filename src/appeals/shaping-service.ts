import type { AgencyCode, TicketId, TopicId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask } from '../privacy/index.ts';
import { applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { checkedText } from './drafts-service.ts';
import { assertMay, type Officer } from './officer.ts';
import type { Addressees, MatterRouter } from './ports.ts';
import type { Ticket } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly desk: Desk;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly mask: Mask;
}

/** What changes the outline of a case: parts of it going their own way, and its end without a word of the citizen. */
export function createShapingService({ appeals, desk, news, router, addressees, mask }: Deps) {
  return {
    /** A part of the matter goes its own way, to this body or another, with a clock of its own. */
    async split(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { to, topicId, text }: { to: AgencyCode; topicId: TopicId; text: string },
    ): Promise<Ticket> {
      const ticket = await appeals.getTicket(tx, id);
      assertMay(officer, 'redirect', ticket);
      const appeal = await appeals.get(tx, ticket.appealId);
      const words = checkedText(text);
      if (words === '') throw new Refusal('ticket.text_missing', {});
      if (!addressees.exists(to)) throw new Refusal('agency.not_found', { agencyCode: to });
      if (addressees.connection(to) === 'none') throw new Refusal('agency.not_connected', { agencyCode: to });
      await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'drafted' },
        { actor: { kind: officer.role, id: officer.id }, facts: { splitTo: to, topicId } },
      );
      const opened = await desk.open(tx, appeal, to, {
        procedure: router.procedureFor(appeal.kind, to),
        redirects: ticket.redirects,
        matter: { topicId, text: mask(words).masked },
      });
      await news.toCitizen(tx, appeal, 'routed', { ticketId: opened.id });
      await news.card(tx, appeal);
      return opened;
    },

    /** By hand: an answered case about which the citizen says nothing. */
    async close(tx: Tx, id: TicketId, officer: Officer, { reason }: { reason: string }): Promise<void> {
      const ticket = await appeals.getTicket(tx, id);
      assertMay(officer, 'close', ticket);
      const words = checkedText(reason);
      if (words === '') throw new Refusal('ticket.reason_missing', {});
      if (ticket.state !== 'answered')
        throw new Refusal('ticket.move_refused', { state: ticket.state, event: 'closed' });
      const appeal = await appeals.get(tx, ticket.appealId);
      const after = applyAppealEvent(appeal, { type: 'closed_in_silence' }, tx.now);
      await appeals.save(tx, after);
      const actor = { kind: officer.role, id: officer.id };
      for (const one of await appeals.ticketsOf(tx, appeal.id))
        if (one.state === 'answered')
          await desk.move(
            tx,
            one,
            after,
            { type: 'closed' },
            { actor, facts: { silent: true }, text: { reason: words } },
          );
      await news.toCitizen(tx, after, 'closed_in_silence', { ticketId: id });
      await news.card(tx, after);
    },
  };
}
export type ShapingService = ReturnType<typeof createShapingService>;
