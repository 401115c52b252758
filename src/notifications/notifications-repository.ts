import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { partOfSql } from '../platform/db/shares.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import {
  backoffMs,
  type DeliveryOutcome,
  LANES,
  type Lane,
  MAX_ATTEMPTS,
  type Notification,
  type Recipient,
} from './notification.ts';

export interface NewNotification {
  readonly to: Recipient;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lane: Lane;
  /** The same key is told once. */
  readonly dedupeKey: string;
  readonly dueAt?: Date;
}

interface Row {
  id: string;
  recipient_kind: Recipient['kind'];
  recipient_id: string;
  kind: string;
  facts: Record<string, unknown>;
  lane: number;
  attempts: number;
  uncertain: boolean;
  created_at: Date;
}

const LEASE = '60 seconds';
/** Which part of the chats a notification belongs to. */
export const PART_OF_RECIPIENT = Prisma.raw(`coalesce((
  select ${partOfSql('a.external_id')} from citizen_accounts a
  where a.citizen_id = case when notifications.recipient_kind = 'citizen' then notifications.recipient_id::uuid end and a.channel = 'telegram' limit 1), 0)`);
const laneName = (lane: number): Lane =>
  (Object.keys(LANES) as Lane[]).find((name) => LANES[name] === lane) ?? 'surveys';

interface Options {
  /** Ids of notifications whose transaction has committed: the fast path may try them at once. */
  readonly onTold?: (ids: readonly string[]) => void;
}

export function createNotificationsRepository(db: Db, { onTold = () => undefined }: Options = {}) {
  return {
    /** The same dedupe key is told once; what is new may leave right after the commit. */
    async add(tx: Tx, notification: NewNotification): Promise<void> {
      const id = newId(tx.now.getTime());
      const inserted = prismaOf(tx).$executeRaw`
        insert into notifications (id, recipient_kind, recipient_id, kind, facts, lane, dedupe_key, state, due_at, created_at)
        values (${id}::uuid, ${notification.to.kind}, ${notification.to.id}, ${notification.kind}, ${JSON.stringify(notification.facts)}::jsonb,
          ${LANES[notification.lane]}, ${notification.dedupeKey}, 'pending', ${notification.dueAt ?? tx.now}::timestamptz(3), ${tx.now}::timestamptz(3))
        on conflict (dedupe_key) do nothing`;
      let isNew = false;
      unanswered(
        tx,
        inserted.then((count) => {
          isNew = count > 0;
        }),
      );
      if (!notification.dueAt || notification.dueAt <= tx.now)
        tx.afterCommit(() => {
          if (isNew) onTold([id]);
        });
    },

    /** The same as `add` for many at once; returns how many were new. Nothing leaves before the next sweep. */
    async addMany(tx: Tx, many: readonly NewNotification[]): Promise<number> {
      if (many.length === 0) return 0;
      const of = <Value>(read: (notification: NewNotification) => Value): Value[] => many.map(read);
      return prismaOf(tx).$executeRaw`
        insert into notifications (id, recipient_kind, recipient_id, kind, facts, lane, dedupe_key, state, due_at, created_at)
        select n.id, n.recipient_kind, n.recipient_id, n.kind, n.facts::jsonb, n.lane, n.dedupe_key, 'pending', n.due_at, ${tx.now}::timestamptz(3)
        from unnest(${of(() => newId(tx.now.getTime()))}::uuid[], ${of(({ to }) => to.kind)}::text[], ${of(({ to }) => to.id)}::text[], ${of(({ kind }) => kind)}::text[],
          ${of(({ facts }) => JSON.stringify(facts))}::text[], ${of(({ lane }) => LANES[lane])}::int[], ${of(({ dedupeKey }) => dedupeKey)}::text[],
          ${of(({ dueAt }) => dueAt ?? tx.now)}::timestamptz[]) as n (id, recipient_kind, recipient_id, kind, facts, lane, dedupe_key, due_at)
        on conflict (dedupe_key) do nothing`;
    },

    /**
     * Takes up to `limit` waiting notifications for sixty seconds, most urgent lane first. One whose lease ran out was
     * on its way when its process died: it is taken again and marked uncertain.
     */
    async claim(
      limit: number,
      only?: readonly string[] | null,
      lanes?: readonly Lane[] | null,
      /** Of these parts of the chats only; whoever has no chat belongs to the first part. */
      parts: readonly number[] | null = null,
    ): Promise<Notification[]> {
      const laneNumbers = lanes?.map((name) => LANES[name]) ?? null;
      // Two statements, because the best plan of one is the worst of the other.
      const rows = only
        ? await prepared(db).$queryRaw<Row[]>`
            update notifications n set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + ${LEASE}::interval,
              uncertain = n.uncertain or n.state = 'sending'
            from (
              select id from notifications where id = any(${only}::uuid[])
                and (${laneNumbers}::int[] is null or lane = any(${laneNumbers}::int[]))
                and (state = 'pending' and due_at <= business_now() or state = 'sending' and lease_until < clock_timestamp())
                and (${parts}::int[] is null or ${PART_OF_RECIPIENT} = any(${parts}::int[]))
              for update skip locked
            ) due where n.id = due.id
            returning n.id, n.recipient_kind, n.recipient_id, n.kind, n.facts, n.lane, n.attempts, n.uncertain, n.created_at`
        : await db.$queryRaw<Row[]>`
            update notifications n set state = 'sending', attempts = attempts + 1, lease_until = clock_timestamp() + ${LEASE}::interval,
              uncertain = n.uncertain or n.state = 'sending'
            from (
              select id from notifications
              where state in ('pending', 'sending')
                and (state = 'pending' and due_at <= business_now() or state = 'sending' and lease_until < clock_timestamp())
                and (${laneNumbers}::int[] is null or lane = any(${laneNumbers}::int[]))
                and (${parts}::int[] is null or ${PART_OF_RECIPIENT} = any(${parts}::int[]))
              order by lane, due_at limit ${limit} for update skip locked
            ) due where n.id = due.id
            returning n.id, n.recipient_kind, n.recipient_id, n.kind, n.facts, n.lane, n.attempts, n.uncertain, n.created_at`;
      return rows
        .map((row) => ({
          id: row.id,
          recipient: { kind: row.recipient_kind, id: row.recipient_id },
          kind: row.kind,
          facts: row.facts,
          lane: laneName(row.lane),
          attempts: row.attempts,
          uncertain: row.uncertain,
          createdAt: row.created_at,
        }))
        .sort((a, b) => LANES[a.lane] - LANES[b.lane] || (a.id < b.id ? -1 : 1));
    },

    /**
     * Delivered is delivered, whoever says so. Anything else counts only as long as nobody else has taken the
     * notification meanwhile: a claim that lost its lease must not bring back what has arrived since.
     */
    async settle(notification: Notification, outcome: DeliveryOutcome): Promise<void> {
      const { id, attempts } = notification;
      switch (outcome.type) {
        case 'delivered':
          await prepared(db)
            .$executeRaw`update notifications set state = 'delivered', delivered_at = business_now(), lease_until = null, channel = ${outcome.channel}, channel_ref = ${JSON.stringify(outcome.ref ?? {})}::jsonb, problem = null where id = ${id}::uuid`;
          return;
        case 'unreachable':
          await prepared(db)
            .$executeRaw`update notifications set state = 'unreachable', lease_until = null, channel = ${outcome.channel}, problem = ${outcome.problem} where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`;
          return;
        case 'refused':
          await prepared(db)
            .$executeRaw`update notifications set state = 'failed', lease_until = null, channel = ${outcome.channel}, problem = ${outcome.problem} where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`;
          return;
        case 'later':
        case 'unknown': {
          const state = attempts >= MAX_ATTEMPTS ? 'failed' : 'pending';
          const waitMs = outcome.type === 'later' ? Math.max(outcome.afterMs, 0) : backoffMs(attempts);
          await prepared(db).$executeRaw`
            update notifications set state = ${state}, lease_until = null, problem = ${outcome.problem}, uncertain = uncertain or ${outcome.type === 'unknown'},
              due_at = business_now() + ${waitMs} * interval '1 millisecond' where id = ${id}::uuid and state = 'sending' and attempts = ${attempts}`;
          return;
        }
      }
    },

    /** When a recipient comes back, what could not reach them waits again. */
    async revive(tx: Tx, recipient: Recipient): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update notifications set state = 'pending', attempts = 0, due_at = ${tx.now}::timestamptz(3)
        where state = 'unreachable' and recipient_kind = ${recipient.kind} and recipient_id = ${recipient.id}`;
    },

    async cancelFor(tx: Tx, recipient: Recipient): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update notifications set state = 'cancelled' where state in ('pending', 'unreachable') and recipient_kind = ${recipient.kind} and recipient_id = ${recipient.id}`;
    },
  };
}
export type NotificationsRepository = ReturnType<typeof createNotificationsRepository>;
