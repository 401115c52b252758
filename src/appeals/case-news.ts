import type { AppealId, CitizenId, MessageId, TicketId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Appeal } from './appeal.ts';
import type { Ticket } from './ticket.ts';

/** What a citizen hears besides the card that is edited in place. */
export type CaseNews =
  | 'registered'
  | 'registration_corrected'
  | 'question'
  | 'answer'
  | 'redirected'
  | 'extended'
  | 'preliminary_decision'
  | 'heard'
  | 'forwarded'
  | 'forward_overdue'
  | 'review_overdue'
  | 'moved'
  | 'overdue'
  | 'external_overdue'
  | 'closed_in_silence'
  | 'promise_broken'
  | 'routed'
  | 'returned';

/** Puts news of a case into the outbox, inside the command's transaction. */
export function createCaseNews({ notifications }: { notifications: Pick<NotificationsRepository, 'add'> }) {
  return {
    /** The case card shows its newest state; many changes end in one edit. */
    async card(tx: Tx, appeal: Appeal, reason = ''): Promise<void> {
      await tell(
        tx,
        appeal.citizenId,
        'case_card',
        { appealId: appeal.id },
        'conversation',
        `card:${appeal.id}:${tx.key}:${reason}`,
      );
    },

    async toCitizen(
      tx: Tx,
      appeal: Appeal,
      news: CaseNews,
      facts: { ticketId: TicketId; entryId?: MessageId },
    ): Promise<void> {
      await tell(
        tx,
        appeal.citizenId,
        `case_${news}`,
        { appealId: appeal.id, ...facts },
        news === 'answer' || news === 'question' ? 'conversation' : 'official',
        `${news}:${facts.ticketId}:${tx.key}`,
      );
    },

    async toAgency(tx: Tx, ticket: Ticket, what: 'delivered' | 'changed'): Promise<void> {
      await notifications.add(tx, {
        to: { kind: 'agency', id: ticket.agencyCode },
        kind: `ticket_${what}`,
        facts: { ticketId: ticket.id, appealId: ticket.appealId },
        lane: 'official',
        dedupeKey: `ticket:${what}:${ticket.id}:${tx.key}`,
      });
    },

    async toOperators(tx: Tx, appealId: AppealId): Promise<void> {
      await notifications.add(tx, {
        to: { kind: 'operators', id: 'operators' },
        kind: 'triage_waiting',
        facts: { appealId },
        lane: 'official',
        dedupeKey: `triage:${appealId}:${tx.key}`,
      });
    },
  };

  async function tell(
    tx: Tx,
    citizenId: CitizenId,
    kind: string,
    facts: Readonly<Record<string, unknown>>,
    lane: 'conversation' | 'official',
    dedupeKey: string,
  ): Promise<void> {
    await notifications.add(tx, { to: { kind: 'citizen', id: citizenId }, kind, facts, lane, dedupeKey });
  }
}
export type CaseNewsSender = ReturnType<typeof createCaseNews>;
