import type { Update } from 'grammy/types';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Database } from '../../platform/db/database.ts';
import { Prisma } from '../../platform/db/generated/client.ts';
import { partOfSql } from '../../platform/db/shares.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

export const MAX_ATTEMPTS = 4;
const PART = Prisma.raw(partOfSql('chat_key'));
const RETRY_SECONDS = [1, 5, 20];

export interface WaitingUpdate {
  readonly updateId: number;
  readonly chatKey: string;
  readonly attempts: number;
}

export interface ParkedUpdate {
  readonly updateId: number;
  /** What the citizen was told to quote; the log has it too, beside what went wrong. */
  readonly errorCode: string | null;
  readonly receivedAt: Date;
}

/** Updates between "Telegram was told we have it" and "it is carried out". */
export function createUpdatesRepository({ pool, prisma: db }: Pick<Database, 'pool' | 'prisma'>) {
  return {
    /** Stores updates before they are acknowledged; those already carried out or waiting are left out. */
    async store(updates: readonly { update: Update; chatKey: string }[]): Promise<void> {
      if (updates.length === 0) return;
      await pool.query({
        name: 'store_updates',
        text: `insert into telegram_updates (update_id, chat_key, body, received_at)
          select u.update_id, u.chat_key, u.body, business_now() from unnest($1::bigint[], $2::text[], $3::jsonb[]) as u (update_id, chat_key, body)
          where not exists (select 1 from command_keys k where k.key = 'telegram:' || u.update_id)
          on conflict do nothing`,
        values: [
          updates.map(({ update }) => update.update_id),
          updates.map(({ chatKey }) => chatKey),
          updates.map(({ update }) => withoutNul(update)),
        ],
      });
    },

    /** The oldest update of a chat that may be carried out now. */
    async next(chatKey: string): Promise<WaitingUpdate | null> {
      const { rows } = await pool.query({
        name: 'next_update',
        text: `select update_id, attempts, retry_at is not null and retry_at > business_now() as resting from telegram_updates
          where chat_key = $1 and state = 'waiting' order by update_id limit 1`,
        values: [chatKey],
      });
      const row = rows[0];
      return row && !row.resting ? { updateId: Number(row.update_id), chatKey, attempts: row.attempts } : null;
    },

    /**
     * Takes an update inside the transaction that carries it out. The lock on the chat holds until the commit, so that
     * no other process handles the same chat meanwhile. Null when it is gone or not its turn.
     */
    async take(tx: Tx, { updateId, chatKey }: WaitingUpdate): Promise<Update | null> {
      const rows = await prismaOf(tx).$queryRaw<{ body: Update }[]>`
        with turn as materialized (select pg_advisory_xact_lock(hashtextextended(${chatKey}, 7)))
        delete from telegram_updates u using turn where u.update_id = ${updateId}
          and not exists (select 1 from telegram_updates o where o.chat_key = ${chatKey} and o.state = 'waiting' and o.update_id < ${updateId})
        returning body`;
      return rows[0]?.body ?? null;
    },

    /**
     * As `take` for many chats at once: those whose turn it is and whose chat nobody else handles now. They count as
     * carried out with the commit.
     */
    async takeTogether(tx: Tx, waiting: readonly WaitingUpdate[]): Promise<ReadonlySet<number>> {
      const rows = await prismaOf(tx).$queryRaw<{ update_id: bigint }[]>`
        with turn as materialized (
          select w.update_id, w.chat_key, pg_try_advisory_xact_lock(hashtextextended(w.chat_key, 7)) as mine
          from unnest(${waiting.map(({ updateId }) => updateId)}::bigint[], ${waiting.map(({ chatKey }) => chatKey)}::text[]) as w (update_id, chat_key)
        ), taken as (
          delete from telegram_updates u using turn t where t.mine and u.update_id = t.update_id
            and not exists (select 1 from telegram_updates o where o.chat_key = t.chat_key and o.state = 'waiting' and o.update_id < t.update_id)
          returning u.update_id
        ), kept as (
          insert into command_keys (key, at) select 'telegram:' || update_id, ${tx.now}::timestamptz(3) from taken on conflict do nothing
        )
        select update_id from taken`;
      return new Set(rows.map(({ update_id }) => Number(update_id)));
    },

    /** Notes a failure; after the last attempt the update is parked where operators see it. */
    async failed(
      { updateId, attempts }: WaitingUpdate,
      errorCode: string,
    ): Promise<{ parked: boolean; retryMs: number }> {
      const parked = attempts + 1 >= MAX_ATTEMPTS;
      const seconds = RETRY_SECONDS[attempts] ?? 20;
      await db.$executeRaw`
        update telegram_updates set attempts = attempts + 1, error_code = ${errorCode}, state = ${parked ? 'parked' : 'waiting'},
          retry_at = business_now() + ${seconds} * interval '1 second' where update_id = ${updateId}`;
      return { parked, retryMs: seconds * 1_000 };
    },

    /** Chats with something to do: left by a process that died, or due for another attempt. */
    async chatsWaiting(limit: number, parts: readonly number[] | null = null): Promise<string[]> {
      const rows = await db.$queryRaw<{ chat_key: string }[]>`
        select distinct chat_key from telegram_updates where state = 'waiting' and (retry_at is null or retry_at <= business_now())
          and (${parts}::int[] is null or ${PART} = any(${parts}::int[])) limit ${limit}`;
      return rows.map(({ chat_key }) => chat_key);
    },

    async parked(limit: number): Promise<ParkedUpdate[]> {
      const rows = await db.telegramUpdate.findMany({
        where: { state: 'parked' },
        orderBy: { receivedAt: 'desc' },
        take: limit,
      });
      return rows.map(({ updateId, errorCode, receivedAt }) => ({ updateId: Number(updateId), errorCode, receivedAt }));
    },

    /** An operator lets a parked update be tried again. */
    async release(updateId: number): Promise<boolean> {
      return (
        (await db.$executeRaw`update telegram_updates set state = 'waiting', attempts = 0, retry_at = null where update_id = ${updateId} and state = 'parked'`) ===
        1
      );
    },
  };
}
export type UpdatesRepository = ReturnType<typeof createUpdatesRepository>;

/** PostgreSQL's jsonb cannot hold U+0000, and half a surrogate is no character: both are replaced before storing. */
const withoutNul = (update: Update): string =>
  JSON.stringify(update, (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
  );
