import { showCaseNumber } from '../../appeals/index.ts';
import type { ShownTicket } from '../officer-cards/index.ts';

/** What a body's own system is told: facts for machines, words only as far as the channel's policy goes. */
export function webhookEvent(
  kind: string,
  { view, card, entries }: ShownTicket,
  { at, publicUrl }: { at: Date; publicUrl: string },
): object {
  const { appeal, ticket } = view;
  const isOpen = card.policy !== 'link_only';
  return {
    type: kind.replace('_', '.'),
    timestamp: at.toISOString(),
    data: {
      ticketId: ticket.id,
      number: showCaseNumber(appeal.number ?? ''),
      agencyCode: ticket.agencyCode,
      topicId: appeal.topicId,
      kind: appeal.kind,
      procedure: ticket.procedure,
      state: ticket.state,
      urgent: appeal.urgent,
      revision: ticket.revision,
      deliveredAt: ticket.deliveredAt.toISOString(),
      promisedOn: ticket.promisedOn,
      statutoryOn: ticket.statutoryOn,
      registrationDueAt: ticket.registrationDueAt?.toISOString() ?? null,
      registeredOn: ticket.registeredOn,
      ...(isOpen
        ? { registrationNumber: ticket.registrationNumber, language: appeal.language, text: card.excerpt, entries }
        : {}),
      ...(card.policy === 'full'
        ? { territoryCode: appeal.place.territoryCode, address: appeal.place.addressText }
        : {}),
      policy: card.policy,
      links: { api: `${publicUrl}/api/v1/tickets/${ticket.id}`, console: card.open.url },
    },
  };
}
