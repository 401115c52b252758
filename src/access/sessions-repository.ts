import { newId, type StaffId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { Scope, type Staff } from './staff.ts';
import { toStaff } from './staff-repository.ts';

/** Signed out after half a day of silence, and after a week in any case. */
const IDLE = '12 hours';
const LONGEST = '7 days';

export type LinkPurpose = 'invitation' | 'sign_in';
const LINK_LASTS: Record<LinkPurpose, string> = { invitation: '7 days', sign_in: '15 minutes' };

export interface Session {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export interface ApiTokenInfo {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** Ways in. All times are the database's real time: the simulator's clock must not sign anybody out. */
export function createSessionsRepository(db: Db) {
  return {
    async open(tokenHash: Uint8Array<ArrayBuffer>, staffId: StaffId, userAgent: string): Promise<void> {
      await db.$executeRaw`
        insert into staff_sessions (id, staff_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
        values (${newId()}::uuid, ${staffId}::uuid, ${tokenHash}, ${userAgent.slice(0, 200)}, now(), now(), now() + ${IDLE}::interval)`;
    },

    async find(tokenHash: Uint8Array<ArrayBuffer>): Promise<{ sessionId: string; staff: Staff } | null> {
      const [row] = await db.$queryRaw<{ id: string; staff_id: string; resting: boolean }[]>`
        select s.id, s.staff_id, s.last_seen_at < now() - interval '1 minute' as resting
        from staff_sessions s where s.token_hash = ${tokenHash} and s.expires_at > now()`;
      if (!row) return null;
      if (row.resting)
        await db.$executeRaw`
          update staff_sessions set last_seen_at = now(), expires_at = least(created_at + ${LONGEST}::interval, now() + ${IDLE}::interval)
          where id = ${row.id}::uuid`;
      const staff = await db.staff.findUnique({ where: { id: row.staff_id, state: 'active' } });
      return staff && { sessionId: row.id, staff: toStaff(staff) };
    },

    async list(staffId: StaffId): Promise<Session[]> {
      return db.$queryRaw<Session[]>`
        select id, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
        from staff_sessions where staff_id = ${staffId}::uuid and expires_at > now() order by last_seen_at desc`;
    },

    async revoke(staffId: StaffId, sessionId: string): Promise<void> {
      const { count } = await db.staffSession.deleteMany({ where: { id: sessionId, staffId } });
      if (count === 0) throw new Refusal('session.not_found', {});
    },

    async revokeIn(tx: Tx, staffId: StaffId, sessionId: string): Promise<void> {
      const { count } = await prismaOf(tx).staffSession.deleteMany({ where: { id: sessionId, staffId } });
      if (count === 0) throw new Refusal('session.not_found', {});
    },

    async revokeAll(tx: Tx, staffId: StaffId): Promise<void> {
      await prismaOf(tx).staffSession.deleteMany({ where: { staffId } });
      await prismaOf(tx)
        .$executeRaw`update api_tokens set revoked_at = now() where staff_id = ${staffId}::uuid and revoked_at is null`;
      await prismaOf(tx)
        .$executeRaw`update sign_in_links set used_at = now() where staff_id = ${staffId}::uuid and used_at is null`;
    },

    async addLink(
      tx: Tx,
      tokenHash: Uint8Array<ArrayBuffer>,
      staffId: StaffId,
      purpose: LinkPurpose,
      createdBy: StaffId | null,
    ): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into sign_in_links (id, staff_id, token_hash, purpose, created_by, created_at, expires_at)
        values (${newId()}::uuid, ${staffId}::uuid, ${tokenHash}, ${purpose}, ${createdBy}::uuid, now(), now() + ${LINK_LASTS[purpose]}::interval)`;
    },

    async findLink(tokenHash: Uint8Array<ArrayBuffer>): Promise<{ staffId: StaffId; purpose: LinkPurpose } | null> {
      const [row] = await db.$queryRaw<{ staffId: StaffId; purpose: LinkPurpose }[]>`
        select staff_id as "staffId", purpose from sign_in_links where token_hash = ${tokenHash} and used_at is null and expires_at > now()`;
      return row ?? null;
    },

    /** Of two who use a link at once, one gets in. */
    async spendLink(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
      const count = await prismaOf(tx).$executeRaw`
        update sign_in_links set used_at = now() where token_hash = ${tokenHash} and used_at is null and expires_at > now()`;
      if (count === 0) throw new Refusal('session.link_used', {});
    },

    async addToken(
      tx: Tx,
      token: {
        tokenHash: Uint8Array<ArrayBuffer>;
        staffId: StaffId;
        name: string;
        scopes: readonly Scope[];
        days: number;
      },
    ): Promise<string> {
      const id = newId();
      await prismaOf(tx).$executeRaw`
        insert into api_tokens (id, staff_id, name, scopes, token_hash, created_at, expires_at)
        values (${id}::uuid, ${token.staffId}::uuid, ${token.name}, ${[...token.scopes]}::text[], ${token.tokenHash}, now(), now() + ${token.days} * interval '1 day')`;
      return id;
    },

    async findToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<{ staff: Staff; scopes: readonly Scope[] } | null> {
      const [row] = await db.$queryRaw<{ staff_id: string; scopes: string[] }[]>`
        with used as (
          update api_tokens set last_used_at = now()
          where token_hash = ${tokenHash} and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
        )
        select staff_id, scopes from api_tokens
        where token_hash = ${tokenHash} and revoked_at is null and (expires_at is null or expires_at > now())`;
      if (!row) return null;
      const staff = await db.staff.findUnique({ where: { id: row.staff_id, state: 'active' } });
      return staff && { staff: toStaff(staff), scopes: row.scopes.map((scope) => Scope.parse(scope)) };
    },

    async listTokens(staffId: StaffId): Promise<ApiTokenInfo[]> {
      const rows = await db.apiToken.findMany({
        where: { staffId, revokedAt: null },
        orderBy: { createdAt: 'desc' },
        select: { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true },
      });
      return rows.map((row) => ({ ...row, scopes: row.scopes.map((scope) => Scope.parse(scope)) }));
    },

    async revokeToken(tx: Tx, staffId: StaffId, id: string): Promise<void> {
      const count = await prismaOf(tx).$executeRaw`
        update api_tokens set revoked_at = now() where id = ${id}::uuid and staff_id = ${staffId}::uuid and revoked_at is null`;
      if (count === 0) throw new Refusal('session.not_found', {});
    },
  };
}
export type SessionsRepository = ReturnType<typeof createSessionsRepository>;
