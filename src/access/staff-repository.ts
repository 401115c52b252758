import { AgencyCode, newId, StaffId, UnitId } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma, type Staff as StaffRow } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type NewStaff, Post, type Staff, StaffRole, type StaffState } from './staff.ts';

/** The people who work here. */
export function createStaffRepository(db: Db) {
  return {
    async find(id: StaffId, tx?: Tx): Promise<Staff | null> {
      const row = await (tx ? prismaOf(tx) : db).staff.findUnique({ where: { id } });
      return row && toStaff(row);
    },

    async findByEmail(email: string): Promise<Staff | null> {
      const row = await db.staff.findUnique({ where: { email: email.trim().toLowerCase() } });
      return row && toStaff(row);
    },

    async add(tx: Tx, person: NewStaff): Promise<Staff> {
      const id = newId(tx.now.getTime());
      try {
        const row = await prismaOf(tx).staff.create({ data: { ...person, id, state: 'invited', createdAt: tx.now } });
        return toStaff(row);
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
          throw new Refusal('staff.email_taken', {});
        throw error;
      }
    },

    async save(tx: Tx, { id, revision, hasSecondFactor: _derived, unitIds, ...columns }: Staff): Promise<void> {
      const { count } = await prismaOf(tx).staff.updateMany({
        where: { id, revision: revision - 1 },
        data: { ...columns, unitIds: [...unitIds], revision },
      });
      if (count === 0) throw new Refusal('staff.changed_meanwhile', {});
    },

    /** By name; `agencyCode` null lists everybody. */
    async list(agencyCode: AgencyCode | null): Promise<Staff[]> {
      const rows = await db.staff.findMany({
        where: agencyCode === null ? {} : { agencyCode },
        orderBy: [{ state: 'asc' }, { familyName: 'asc' }, { givenName: 'asc' }],
        take: 500,
      });
      return rows.map(toStaff);
    },

    async activeOf(role: StaffRole): Promise<StaffId[]> {
      const rows = await db.staff.findMany({ where: { role, state: 'active' }, select: { id: true } });
      return rows.map(({ id }) => StaffId.parse(id));
    },

    async listDemo(): Promise<Staff[]> {
      const rows = await db.staff.findMany({ where: { demo: true, state: 'active' }, orderBy: { id: 'asc' } });
      return rows.map(toStaff);
    },

    async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const rows = await db.staff.findMany({
        where: { id: { in: [...new Set(ids)] } },
        select: { id: true, givenName: true, familyName: true },
      });
      return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
    },

    async secondFactorOf(id: StaffId): Promise<{ sealed: Uint8Array; lastStep: bigint | null } | null> {
      const row = await db.staff.findUnique({ where: { id }, select: { sealedTotp: true, totpStep: true } });
      return row?.sealedTotp ? { sealed: row.sealedTotp, lastStep: row.totpStep } : null;
    },

    async setSecondFactor(tx: Tx, id: StaffId, sealed: Uint8Array<ArrayBuffer> | null): Promise<void> {
      await prismaOf(tx).staff.update({ where: { id }, data: { sealedTotp: sealed, totpStep: null } });
    },

    /** A code is good once: false when this step, or a later one, was used already. */
    async spendTotpStep(id: StaffId, step: number): Promise<boolean> {
      const count = await db.$executeRaw`
        update staff set totp_step = ${step} where id = ${id}::uuid and (totp_step is null or totp_step < ${step})`;
      return count === 1;
    },
  };
}
export type StaffRepository = ReturnType<typeof createStaffRepository>;

export function toStaff(row: StaffRow): Staff {
  return {
    id: StaffId.parse(row.id),
    revision: row.revision,
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    role: StaffRole.parse(row.role),
    agencyCode: row.agencyCode === null ? null : AgencyCode.parse(row.agencyCode),
    unitIds: row.unitIds.map((id) => UnitId.parse(id)),
    language: Language.parse(row.language),
    state: row.state as StaffState,
    hasSecondFactor: row.sealedTotp !== null,
    demo: row.demo,
    post: row.post === null ? null : Post.parse(row.post),
  };
}
