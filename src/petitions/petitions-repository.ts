import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode, CitizenId, newId, PetitionId, TerritoryCode } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Petition as PetitionRow, Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Petition, PetitionState } from './petition.ts';
import { stemsOf } from './petition-words.ts';
import { Counter } from './profile.ts';

const Text = z.object({ ask: z.string(), why: z.string(), details: z.string() });
const Thresholds = z.array(z.object({ key: z.string(), counter: Counter, required: z.number() }));
const RejectionSchema = z.object({ code: z.string(), note: z.string() });
const Proposal = RejectionSchema.extend({ by: z.string() });

export interface Desk {
  readonly lockedBy: string | null;
  readonly lockedUntil: Date | null;
  /** A rejection that waits for a second pair of eyes. */
  readonly proposal: z.infer<typeof Proposal> | null;
  /** Who turned it down before; an objection is heard by others. */
  readonly decidedBy: readonly string[];
}

export interface NewTimer {
  readonly kind: TimerKind;
  readonly subjectId?: string;
  readonly dueAt: Date;
}
export const TIMER_KINDS = [
  'sponsors_end',
  'moderation_warn',
  'moderation_overdue',
  'closing',
  'duty_overdue',
  /** Nobody has decided in time about support that was set apart. */
  'held_overdue',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** Petitions inside a command's transaction. Saving refuses when somebody else moved first. */
export function createPetitionsRepository() {
  async function get(tx: Tx, id: PetitionId): Promise<Petition> {
    const row = await prismaOf(tx).petition.findUnique({ where: { id } });
    if (!row) throw new Refusal('petition.not_found', {});
    return toPetition(row);
  }

  return {
    get,

    async insert(tx: Tx, petition: Petition): Promise<void> {
      const client = prismaOf(tx);
      await client.petition.create({ data: { id: petition.id, ...columnsOf(petition) } });
      await client.petitionCount.create({ data: { petitionId: petition.id, countedAt: tx.now } });
    },

    /** Nobody else moves it until the commit. */
    async lock(tx: Tx, id: PetitionId): Promise<Petition> {
      // Not `for update`: that would wait for, and with others deadlock on, the key locks of supports being added.
      await prismaOf(tx).$queryRaw`select id from petitions where id = ${id}::uuid for no key update`;
      return get(tx, id);
    },

    async findByCode(tx: Tx, code: string): Promise<Petition | null> {
      const row = await prismaOf(tx).petition.findUnique({ where: { code } });
      return row && toPetition(row);
    },

    async findDraft(tx: Tx, citizenId: CitizenId): Promise<Petition | null> {
      const row = await prismaOf(tx).petition.findFirst({
        where: { citizenId, state: 'draft' },
        orderBy: { createdAt: 'desc' },
      });
      return row && toPetition(row);
    },

    async save(tx: Tx, after: Petition): Promise<void> {
      const { count } = await prismaOf(tx).petition.updateMany({
        where: { id: after.id, revision: after.revision - 1 },
        data: columnsOf(after),
      });
      if (count === 0) throw new Refusal('petition.changed_meanwhile', {});
    },

    async addEvent(tx: Tx, id: PetitionId, type: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into petition_events (petition_id, seq, at, type, facts)
        select ${id}::uuid, coalesce(max(seq), 0) + 1, ${tx.now}::timestamptz(3), ${type}, ${JSON.stringify(facts)}::jsonb
        from petition_events where petition_id = ${id}::uuid`;
    },

    async hasEvent(tx: Tx, id: PetitionId, type: string): Promise<boolean> {
      return (await prismaOf(tx).petitionEvent.findFirst({ where: { petitionId: id, type } })) !== null;
    },

    async desk(tx: Tx, id: PetitionId): Promise<Desk> {
      const row = await prismaOf(tx).petition.findUniqueOrThrow({
        where: { id },
        select: { lockedBy: true, lockedUntil: true, rejectionProposal: true, decidedBy: true },
      });
      return {
        lockedBy: row.lockedBy,
        lockedUntil: row.lockedUntil,
        proposal: row.rejectionProposal === null ? null : Proposal.parse(row.rejectionProposal),
        decidedBy: row.decidedBy,
      };
    },

    /** True when the petition is now this moderator's; false when somebody else holds it. */
    async checkOut(tx: Tx, id: PetitionId, by: string, until: Date): Promise<boolean> {
      const count = await prismaOf(tx).$executeRaw`
        update petitions set locked_by = ${by}::uuid, locked_until = ${until}::timestamptz(3)
        where id = ${id}::uuid and state = 'in_moderation'
          and (locked_by is null or locked_by = ${by}::uuid or locked_until < ${tx.now}::timestamptz(3))`;
      return count === 1;
    },

    async letGo(tx: Tx, id: PetitionId, by: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update petitions set locked_by = null, locked_until = null where id = ${id}::uuid and locked_by = ${by}::uuid`;
    },

    async addDeciders(tx: Tx, id: PetitionId, people: readonly string[]): Promise<void> {
      await prismaOf(tx)
        .$executeRaw`update petitions set decided_by = decided_by || ${[...people]}::text[] where id = ${id}::uuid`;
    },

    /** How many a person has sent off since a moment. */
    async countSubmitted(tx: Tx, citizenId: CitizenId, since: Date): Promise<number> {
      return prismaOf(tx).petition.count({ where: { citizenId, submittedAt: { gte: since } } });
    },

    async setDesk(tx: Tx, id: PetitionId, proposal: Desk['proposal']): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update petitions set locked_by = null, locked_until = null,
          rejection_proposal = ${proposal === null ? null : JSON.stringify(proposal)}::jsonb where id = ${id}::uuid`;
    },

    async setIntegrityNote(tx: Tx, id: PetitionId, note: { text: string; at: string }): Promise<void> {
      await prismaOf(tx)
        .$executeRaw`update petitions set integrity_note = ${JSON.stringify(note)}::jsonb where id = ${id}::uuid`;
    },

    async heldDueOn(tx: Tx, id: PetitionId): Promise<Day | null> {
      const row = await prismaOf(tx).petition.findUniqueOrThrow({ where: { id }, select: { heldDueOn: true } });
      return toDay(row.heldDueOn);
    },

    async setHeldDueOn(tx: Tx, id: PetitionId, on: Day | null): Promise<void> {
      await prismaOf(tx).$executeRaw`update petitions set held_due_on = ${on}::date where id = ${id}::uuid`;
    },

    async setTimers(tx: Tx, id: PetitionId, timers: readonly NewTimer[]): Promise<void> {
      for (const { kind, subjectId = '', dueAt } of timers) {
        await prismaOf(tx).petitionTimer.upsert({
          where: { petitionId_kind_subjectId: { petitionId: id, kind, subjectId } },
          create: { petitionId: id, kind, subjectId, dueAt },
          update: { dueAt },
        });
      }
    },

    /** Of one subject where given, of all otherwise. */
    async clearTimers(tx: Tx, id: PetitionId, kinds: readonly TimerKind[], subjectId?: string): Promise<void> {
      await prismaOf(tx).petitionTimer.deleteMany({
        where: { petitionId: id, kind: { in: [...kinds] }, ...(subjectId === undefined ? {} : { subjectId }) },
      });
    },

    /** What is due by now, taken away in this transaction: done exactly once, whichever process asks. */
    async takeTimers(tx: Tx, limit: number): Promise<{ petitionId: PetitionId; kind: TimerKind; subjectId: string }[]> {
      const rows = await prismaOf(tx).$queryRaw<{ petition_id: string; kind: TimerKind; subject_id: string }[]>`
        delete from petition_timers t using (
          select petition_id, kind, subject_id from petition_timers where due_at <= ${tx.now}::timestamptz(3)
          order by due_at limit ${limit} for update skip locked
        ) due
        where (t.petition_id, t.kind, t.subject_id) = (due.petition_id, due.kind, due.subject_id)
        returning t.petition_id, t.kind, t.subject_id`;
      return rows.map((row) => ({
        petitionId: PetitionId.parse(row.petition_id),
        kind: row.kind,
        subjectId: row.subject_id,
      }));
    },

    async addBroadcast(tx: Tx, id: PetitionId, kind: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
      await prismaOf(tx).petitionBroadcast.create({
        data: {
          id: newId(tx.now.getTime()),
          petitionId: id,
          kind,
          facts: facts as Prisma.InputJsonObject,
          after: '00000000-0000-0000-0000-000000000000',
          createdAt: tx.now,
        },
      });
    },
  };
}
export type PetitionsRepository = ReturnType<typeof createPetitionsRepository>;

function columnsOf(petition: Petition) {
  const { id: _id, original, published, rejection, thresholds, ...columns } = petition;
  return {
    ...columns,
    original: original as unknown as Prisma.InputJsonObject,
    ...(published ? { published: published as unknown as Prisma.InputJsonObject } : {}),
    ...(rejection ? { rejection: rejection as unknown as Prisma.InputJsonObject } : {}),
    thresholds: thresholds as unknown as Prisma.InputJsonArray,
    stems: [...stemsOf(`${(published ?? original).ask} ${(published ?? original).why}`)],
    sponsorsUntil: toDate(petition.sponsorsUntil),
    moderationDueOn: toDate(petition.moderationDueOn),
    closesOn: toDate(petition.closesOn),
  };
}

export function toPetition(row: PetitionRow): Petition {
  return {
    id: PetitionId.parse(row.id),
    revision: row.revision,
    code: row.code,
    citizenId: CitizenId.parse(row.citizenId),
    language: Language.parse(row.language),
    state: row.state as PetitionState,
    profileId: row.profileId,
    authorityKey: row.authorityKey,
    agencyCode: row.agencyCode === null ? null : AgencyCode.parse(row.agencyCode),
    territoryCode: row.territoryCode === null ? null : TerritoryCode.parse(row.territoryCode),
    population: row.population,
    thresholds: Thresholds.parse(row.thresholds),
    original: Text.parse(row.original),
    published: row.published === null ? null : Text.parse(row.published),
    rejection: row.state === 'rejected' && row.rejection !== null ? RejectionSchema.parse(row.rejection) : null,
    appealed: row.appealed,
    outcome: row.outcome,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    sponsorsUntil: toDay(row.sponsorsUntil),
    moderationDueOn: toDay(row.moderationDueOn),
    openedAt: row.openedAt,
    closesOn: toDay(row.closesOn),
    endedAt: row.endedAt,
  };
}

export const toDate = (on: Day | null): Date | null => (on === null ? null : new Date(`${on}T00:00:00Z`));
export const toDay = (date: Date | null): Day | null =>
  date === null ? null : Day.parse(date.toISOString().slice(0, 10));
