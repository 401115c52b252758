import { createHash, randomBytes } from 'node:crypto';
import { newId, type StaffId, type TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import type { Sealing } from '../../privacy/index.ts';
import { OfficerAct } from './officer-acts.ts';

/** Where people are known by an id of the channel's own. */
export type OfficerChannel = 'slack' | 'telegram' | 'email';

const INVITATION_LASTS = '7 days';
const PENDING_LASTS = '1 day';

/** Shown once; fits a Telegram deep link (64 characters of A-Za-z0-9_-). */
export const createInvitationCode = (): string => randomBytes(18).toString('base64url').replaceAll('-', '_');

const hashOf = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash('sha256').update(code).digest());

export interface PendingAct {
  readonly staffId: StaffId;
  readonly ticketId: TicketId;
  readonly channelId: string;
  readonly act: OfficerAct;
}

/** Who is who outside the console, invitations, and acts that wait for their confirmation. */
export function createOfficerBindingsRepository(db: Db, sealing: Sealing) {
  return {
    async staffOf(channel: OfficerChannel, externalId: string, tx?: Tx): Promise<StaffId | null> {
      const [row] = await (tx ? prismaOf(tx) : db).$queryRaw<{ staffId: StaffId }[]>`
        select staff_id as "staffId" from officer_bindings where channel = ${channel} and external_id = ${externalId}`;
      return row?.staffId ?? null;
    },

    async bind(tx: Tx, channel: OfficerChannel, externalId: string, staffId: StaffId): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into officer_bindings (channel, external_id, staff_id, created_at)
        values (${channel}, ${externalId}, ${staffId}::uuid, ${tx.now}::timestamptz(3))
        on conflict (channel, external_id) do update set staff_id = excluded.staff_id, created_at = excluded.created_at`;
    },

    async unbind(tx: Tx, staffId: StaffId, channel?: OfficerChannel): Promise<void> {
      await prismaOf(tx).$executeRaw`
        delete from officer_bindings where staff_id = ${staffId}::uuid and (${channel ?? null}::text is null or channel = ${channel ?? null})`;
    },

    async bindingsOf(staffId: StaffId): Promise<readonly { channel: OfficerChannel; externalId: string }[]> {
      return db.$queryRaw`select channel, external_id as "externalId" from officer_bindings where staff_id = ${staffId}::uuid order by channel`;
    },

    async externalIdsOf(channel: OfficerChannel): Promise<readonly { externalId: string; staffId: StaffId }[]> {
      return db.$queryRaw`select external_id as "externalId", staff_id as "staffId" from officer_bindings where channel = ${channel} order by external_id`;
    },

    /** Either for one person or for one group of a body. */
    async invite(
      tx: Tx,
      code: string,
      whom: { channel: OfficerChannel; staffId: StaffId } | { channel: OfficerChannel; channelId: string },
    ): Promise<void> {
      const staffId = 'staffId' in whom ? whom.staffId : null;
      const channelId = 'channelId' in whom ? whom.channelId : null;
      await prismaOf(tx).$executeRaw`
        insert into officer_invitations (code_hash, channel, staff_id, channel_id, created_at, expires_at)
        values (${hashOf(code)}, ${whom.channel}, ${staffId}::uuid, ${channelId}::uuid, now(), now() + ${INVITATION_LASTS}::interval)`;
    },

    /** Of two who use one code, one gets in. */
    async spend(tx: Tx, channel: OfficerChannel, code: string, wanted: 'person' | 'group'): Promise<string> {
      const [row] = await prismaOf(tx).$queryRaw<{ staffId: string | null; channelId: string | null }[]>`
        update officer_invitations set used_at = now()
        where code_hash = ${hashOf(code)} and channel = ${channel} and used_at is null and expires_at > now()
          and (${wanted} = 'person') = (staff_id is not null)
        returning staff_id as "staffId", channel_id as "channelId"`;
      const id = wanted === 'person' ? row?.staffId : row?.channelId;
      if (!id) throw new Refusal('officer.invitation_used', {});
      return id;
    },

    async hold(tx: Tx, pending: PendingAct): Promise<string> {
      const id = newId();
      await prismaOf(tx).$executeRaw`
        insert into officer_pending_acts (id, staff_id, ticket_id, channel_id, sealed_act, created_at)
        values (${id}::uuid, ${pending.staffId}::uuid, ${pending.ticketId}::uuid, ${pending.channelId}::uuid, ${sealing.seal(JSON.stringify(pending.act), `pending-act:${id}`)}, now())`;
      return id;
    },

    /** What was previewed, once: a second press finds nothing. */
    async takeHeld(tx: Tx, id: string, staffId: StaffId): Promise<PendingAct> {
      const [row] = await prismaOf(tx).$queryRaw<(Omit<PendingAct, 'act'> & { sealed: Uint8Array })[]>`
        update officer_pending_acts set used_at = now()
        where id = ${id}::uuid and staff_id = ${staffId}::uuid and used_at is null and created_at > now() - ${PENDING_LASTS}::interval
        returning staff_id as "staffId", ticket_id as "ticketId", channel_id as "channelId", sealed_act as sealed`;
      if (!row) throw new Refusal('officer.preview_gone', {});
      const { sealed, ...rest } = row;
      return { ...rest, act: OfficerAct.parse(JSON.parse(sealing.openText(sealed, `pending-act:${id}`))) };
    },

    /** What waits, without using it up. */
    async peekHeld(id: string, staffId: StaffId): Promise<OfficerAct | null> {
      const [row] = await db.$queryRaw<{ sealed: Uint8Array }[]>`
        select sealed_act as sealed from officer_pending_acts where id = ${id}::uuid and staff_id = ${staffId}::uuid and used_at is null`;
      return row ? OfficerAct.parse(JSON.parse(sealing.openText(row.sealed, `pending-act:${id}`))) : null;
    },

    async dropOldHeld(): Promise<void> {
      await db.$executeRaw`delete from officer_pending_acts where created_at < now() - interval '7 days'`;
    },
  };
}
export type OfficerBindingsRepository = ReturnType<typeof createOfficerBindingsRepository>;
