import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

export interface WebhookAttempt {
  readonly id: string;
  readonly channelId: string;
  readonly eventId: string;
  readonly ticketId: string | null;
  readonly event: string;
  readonly attempt: number;
  readonly body: string;
  readonly status: number | null;
  readonly problem: string | null;
  readonly durationMs: number;
  readonly at: Date;
}

/** The delivery log: every attempt, with what was sent and what came back. */
export function createWebhookDeliveriesRepository(db: Db) {
  return {
    async add(attempt: Omit<WebhookAttempt, 'id' | 'at' | 'attempt'>): Promise<void> {
      await db.$executeRaw`
        insert into webhook_deliveries (id, channel_id, event_id, ticket_id, event, attempt, body, status, problem, duration_ms, at)
        select ${newId()}::uuid, ${attempt.channelId}::uuid, ${attempt.eventId}::uuid, ${attempt.ticketId}::uuid, ${attempt.event},
          (select count(*) + 1 from webhook_deliveries where event_id = ${attempt.eventId}::uuid),
          ${attempt.body}, ${attempt.status}, ${attempt.problem}, ${attempt.durationMs}, business_now()`;
    },

    /** What was sent first under this id: attempts and replays repeat it word for word. */
    async bodyOf(
      eventId: string,
    ): Promise<{ body: string; event: string; channelId: string; ticketId: string | null } | null> {
      const [row] = await db.$queryRaw<{ body: string; event: string; channelId: string; ticketId: string | null }[]>`
        select body, event, channel_id as "channelId", ticket_id as "ticketId" from webhook_deliveries
        where event_id = ${eventId}::uuid order by attempt limit 1`;
      return row ?? null;
    },

    async list(
      channelId: string,
      { limit, before = null }: { limit: number; before?: Date | null },
    ): Promise<WebhookAttempt[]> {
      return db.$queryRaw<WebhookAttempt[]>`
        select id, channel_id as "channelId", event_id as "eventId", ticket_id as "ticketId", event, attempt, body, status, problem,
          duration_ms as "durationMs", at
        from webhook_deliveries
        where channel_id = ${channelId}::uuid and (${before}::timestamptz is null or at < ${before}::timestamptz)
        order by at desc, attempt desc limit ${limit}`;
    },

    /** A citizen's erasure reaches what was told about their cases. */
    async forget(tx: Tx, ticketIds: readonly string[]): Promise<void> {
      await prismaOf(tx).$executeRaw`delete from webhook_deliveries where ticket_id = any(${[...ticketIds]}::uuid[])`;
    },

    /** The log holds what the policy let out; it is not kept longer than needed to look into trouble. */
    async dropOlderThan(days: number): Promise<void> {
      await db.$executeRaw`delete from webhook_deliveries where at < business_now() - ${days} * interval '1 day'`;
    },
  };
}
export type WebhookDeliveriesRepository = ReturnType<typeof createWebhookDeliveriesRepository>;
