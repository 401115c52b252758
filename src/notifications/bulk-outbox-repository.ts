import type { Language } from '../kernel/language.ts';
import type { Db } from '../platform/db/database.ts';
import { type DeliveryOutcome, LANES, type Lane, MAX_ATTEMPTS } from './notification.ts';
import { PART_OF_RECIPIENT as PART } from './notifications-repository.ts';

/** A notification with all that a channel needs to send it, read in one go with hundreds of others. */
export interface BulkNotification {
  readonly id: string;
  readonly citizenId: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly language: Language;
  /** Null when the person has no account there. */
  readonly externalId: string | null;
  readonly reachable: boolean;
  /** Asked not to be written to any more. */
  readonly stopped: boolean;
}

const LEASE = '60 seconds';
/** It may have arrived; asking once more could be asking twice. */
const UNCERTAIN = 'left, and nobody knows whether it arrived';

interface Row {
  id: string;
  recipient_id: string;
  kind: string;
  facts: Record<string, unknown>;
  attempts: number;
  language: Language | null;
  external_id: string | null;
  reachable: boolean | null;
  state: string | null;
}

/**
 * The outbox for messages to very many people, read and noted by the hundred. Nobody is asked twice: that a message is
 * about to leave is written down first, and one that was leaving when its process died is reported and not sent again.
 */
export function createBulkOutbox(db: Db) {
  return {
    async claim(
      lane: Lane,
      channel: string,
      limit: number,
      parts: readonly number[] | null = null,
    ): Promise<BulkNotification[]> {
      const rows = await db.$queryRaw<Row[]>`
        with lost as (
          update notifications set state = 'failed', uncertain = true, problem = ${UNCERTAIN}, lease_until = null
          where lane = ${LANES[lane]} and recipient_kind = 'citizen' and state = 'sending'
            and lease_until < clock_timestamp() and leaving_at is not null
        ), taken as (
          update notifications n set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + ${LEASE}::interval
          from (
            select id from notifications
            where lane = ${LANES[lane]} and recipient_kind = 'citizen' and state in ('pending', 'sending')
              and (state = 'pending' and due_at <= business_now() or state = 'sending' and lease_until < clock_timestamp() and leaving_at is null)
              and (${parts}::int[] is null or ${PART} = any(${parts}::int[]))
            order by due_at limit ${limit} for update skip locked
          ) due where n.id = due.id
          returning n.id, n.recipient_id, n.kind, n.facts, n.attempts
        )
        select t.id, t.recipient_id, t.kind, t.facts, t.attempts, c.language, c.state, a.external_id, a.reachable
        from taken t left join citizens c on c.id = t.recipient_id::uuid
          left join lateral (select external_id, reachable from citizen_accounts a where a.citizen_id = c.id and a.channel = ${channel} limit 1) a on true`;
      return rows.map((row) => ({
        id: row.id,
        citizenId: row.recipient_id,
        kind: row.kind,
        facts: row.facts,
        attempts: row.attempts,
        language: row.language ?? 'ru',
        externalId: row.external_id,
        reachable: row.reachable ?? false,
        stopped: row.state !== 'active',
      }));
    },

    /** Writes down that these are about to leave. What is not written down must not leave. */
    async intend(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db.$executeRaw`update notifications set leaving_at = clock_timestamp() where id = any(${ids}::uuid[])`;
    },

    /** Notes what became of each; only a `later` waits again. Reachability of accounts is the channel's to note. */
    async settle(
      settled: readonly { readonly notification: BulkNotification; readonly outcome: DeliveryOutcome }[],
      channel: string,
    ): Promise<void> {
      if (settled.length === 0) return;
      const rows = settled.map(({ notification, outcome }) => ({
        id: notification.id,
        ...columnsOf(notification, outcome),
      }));
      await db.$executeRaw`
        update notifications n set state = s.state, lease_until = null, channel = ${channel}, problem = s.problem,
          delivered_at = case when s.state = 'delivered' then business_now() end, uncertain = n.uncertain or s.uncertain,
          channel_ref = s.ref::jsonb, leaving_at = case when s.state = 'pending' then null else n.leaving_at end, due_at = n.due_at + s.wait_ms * interval '1 millisecond'
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ state }) => state)}::text[], ${rows.map(({ problem }) => problem)}::text[],
          ${rows.map(({ uncertain }) => uncertain)}::bool[], ${rows.map(({ ref }) => ref)}::text[], ${rows.map(({ waitMs }) => waitMs)}::float8[])
          as s (id, state, problem, uncertain, ref, wait_ms) where n.id = s.id`;
    },
  };
}
export type BulkOutbox = ReturnType<typeof createBulkOutbox>;

function columnsOf({ attempts }: BulkNotification, outcome: DeliveryOutcome) {
  const base = { problem: null as string | null, uncertain: false, ref: '{}', waitMs: 0 };
  switch (outcome.type) {
    case 'delivered':
      return { ...base, state: 'delivered', ref: JSON.stringify(outcome.ref ?? {}) };
    case 'unreachable':
      return { ...base, state: 'unreachable', problem: outcome.problem };
    case 'refused':
      return { ...base, state: 'failed', problem: outcome.problem };
    case 'unknown':
      return { ...base, state: 'failed', problem: UNCERTAIN, uncertain: true };
    case 'later':
      return {
        ...base,
        state: attempts >= MAX_ATTEMPTS ? 'failed' : 'pending',
        problem: outcome.problem,
        waitMs: Math.max(0, outcome.afterMs),
      };
  }
}
