import type { TicketId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

export interface ShownCard {
  readonly messageRef: string | null;
  readonly threadRef: string | null;
  readonly shownHash: string | null;
}

export type MessageRole = 'card' | 'entry' | 'prompt' | 'preview';

export interface OfficerMessage {
  readonly ticketId: TicketId;
  readonly role: MessageRole;
  readonly verb: string | null;
}

const LEASE = '30 seconds';

/** Which messages of a channel belong to which ticket. */
export function createOfficerCardsRepository(db: Db) {
  return {
    /** The right to show this ticket in this channel for half a minute; null while another process has it. */
    async claim(ticketId: TicketId, channelId: string): Promise<ShownCard | null> {
      const [row] = await db.$queryRaw<ShownCard[]>`
        insert into officer_cards as c (ticket_id, channel_id, lease_until)
        values (${ticketId}::uuid, ${channelId}::uuid, clock_timestamp() + ${LEASE}::interval)
        on conflict (ticket_id, channel_id) do update set lease_until = excluded.lease_until
        where c.lease_until is null or c.lease_until < clock_timestamp()
        returning message_ref as "messageRef", thread_ref as "threadRef", shown_hash as "shownHash"`;
      return row ?? null;
    },

    async release(ticketId: TicketId, channelId: string): Promise<void> {
      await db.$executeRaw`update officer_cards set lease_until = null where ticket_id = ${ticketId}::uuid and channel_id = ${channelId}::uuid`;
    },

    async remember(ticketId: TicketId, channelId: string, card: ShownCard): Promise<void> {
      await db.$executeRaw`
        update officer_cards set lease_until = clock_timestamp() + ${LEASE}::interval, message_ref = ${card.messageRef}, thread_ref = ${card.threadRef}, shown_hash = ${card.shownHash},
          posted_at = coalesce(posted_at, business_now())
        where ticket_id = ${ticketId}::uuid and channel_id = ${channelId}::uuid`;
      if (card.messageRef)
        await db.$executeRaw`
          insert into officer_messages (channel_id, message_ref, ticket_id, role, created_at)
          values (${channelId}::uuid, ${card.messageRef}, ${ticketId}::uuid, 'card', business_now()) on conflict do nothing`;
    },

    async cardOf(ticketId: TicketId, channelId: string): Promise<ShownCard | null> {
      const [row] = await db.$queryRaw<ShownCard[]>`
        select message_ref as "messageRef", thread_ref as "threadRef", shown_hash as "shownHash"
        from officer_cards where ticket_id = ${ticketId}::uuid and channel_id = ${channelId}::uuid and message_ref is not null`;
      return row ?? null;
    },

    /** Channels in which the ticket already has its card. */
    async channelsShowing(ticketId: string): Promise<ReadonlySet<string>> {
      const rows = await db.$queryRaw<{ channelId: string }[]>`
        select channel_id as "channelId" from officer_cards where ticket_id = ${ticketId}::uuid and message_ref is not null`;
      return new Set(rows.map(({ channelId }) => channelId));
    },

    async addMessage(
      message: {
        channelId: string;
        messageRef: string;
        ticketId: TicketId;
        role: MessageRole;
        verb?: string;
        entryId?: string;
      },
      tx?: Tx,
    ): Promise<void> {
      await (tx ? prismaOf(tx) : db).$executeRaw`
        insert into officer_messages (channel_id, message_ref, ticket_id, role, verb, entry_id, created_at)
        values (${message.channelId}::uuid, ${message.messageRef}, ${message.ticketId}::uuid, ${message.role}, ${message.verb ?? null}, ${message.entryId ?? null}::uuid, business_now())
        on conflict (channel_id, message_ref) do nothing`;
    },

    /** A long case takes longer than one lease. */
    async renew(ticketId: TicketId, channelId: string): Promise<void> {
      await db.$executeRaw`update officer_cards set lease_until = clock_timestamp() + ${LEASE}::interval where ticket_id = ${ticketId}::uuid and channel_id = ${channelId}::uuid`;
    },

    async messageAt(channelId: string, messageRef: string, tx?: Tx): Promise<OfficerMessage | null> {
      const [row] = await (tx ? prismaOf(tx) : db).$queryRaw<OfficerMessage[]>`
        select ticket_id as "ticketId", role, verb from officer_messages where channel_id = ${channelId}::uuid and message_ref = ${messageRef}`;
      return row ?? null;
    },

    async ticketOfThread(channelId: string, threadRef: string, tx?: Tx): Promise<TicketId | null> {
      const [row] = await (tx ? prismaOf(tx) : db).$queryRaw<{ ticketId: TicketId }[]>`
        select ticket_id as "ticketId" from officer_cards where channel_id = ${channelId}::uuid and thread_ref = ${threadRef}`;
      return row?.ticketId ?? null;
    },

    /** Entries of the case that the channel's thread carries already. */
    async entriesShown(ticketId: TicketId, channelId: string): Promise<ReadonlySet<string>> {
      const rows = await db.$queryRaw<{ entryId: string }[]>`
        select entry_id as "entryId" from officer_messages
        where ticket_id = ${ticketId}::uuid and channel_id = ${channelId}::uuid and entry_id is not null`;
      return new Set(rows.map(({ entryId }) => entryId));
    },
  };
}
export type OfficerCardsRepository = ReturnType<typeof createOfficerCardsRepository>;
