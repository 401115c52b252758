import type { Day } from '../../kernel/day.ts';
import {
  type AgencyCode,
  type AppealId,
  type MessageId,
  newId,
  type StaffId,
  type TicketId,
} from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { InboxFilter, type SavedView } from './inbox-filter.ts';

export interface Leave {
  readonly id: string;
  readonly staffId: StaffId;
  readonly substituteId: StaffId;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

export interface JoinedTicketRef {
  readonly ticketId: TicketId;
  readonly appealId: AppealId;
  readonly number: string;
  readonly title: string;
}

export interface LinkedCase {
  readonly appealId: AppealId;
  readonly number: string;
  readonly title: string;
  readonly state: string;
}

const toDate = (on: Day): Date => new Date(`${on}T00:00:00Z`);
const toDay = (at: Date): Day => at.toISOString().slice(0, 10) as Day;

/** How people arrange their work: views, watching, mentions, leaves, joined and linked cases. */
export function createWorklistRepository(db: Db) {
  const client = (tx?: Tx) => (tx ? prismaOf(tx) : db);
  return {
    async savedViews(staffId: StaffId, agencyCode: AgencyCode | null): Promise<SavedView[]> {
      const rows = await db.savedView.findMany({
        where: { OR: [{ staffId }, ...(agencyCode ? [{ agencyCode, shared: true }] : [])] },
        orderBy: { createdAt: 'asc' },
        take: 50,
      });
      return rows.map((row) => {
        const { view, ...filter } = row.query as { view?: string };
        return {
          id: row.id,
          name: row.name,
          view: view ?? 'open',
          filter: InboxFilter.parse(filter),
          shared: row.shared,
          isMine: row.staffId === staffId,
        };
      });
    },

    async saveView(
      tx: Tx,
      {
        staffId,
        agencyCode,
        name,
        view,
        filter,
        shared,
      }: {
        staffId: StaffId;
        agencyCode: AgencyCode | null;
        name: string;
        view: string;
        filter: InboxFilter;
        shared: boolean;
      },
    ): Promise<string> {
      const id = newId(tx.now.getTime());
      const query = JSON.parse(JSON.stringify({ view, ...filter }));
      await prismaOf(tx).savedView.create({
        data: { id, staffId, agencyCode, name, query, shared, createdAt: tx.now },
      });
      return id;
    },

    async forgetView(tx: Tx, id: string, staffId: StaffId): Promise<boolean> {
      return (await prismaOf(tx).savedView.deleteMany({ where: { id, staffId } })).count > 0;
    },

    async watch(tx: Tx, ticketId: TicketId, staffId: StaffId, isWatching: boolean): Promise<void> {
      if (isWatching)
        await prismaOf(tx).ticketWatcher.createMany({
          data: [{ ticketId, staffId, at: tx.now }],
          skipDuplicates: true,
        });
      else await prismaOf(tx).ticketWatcher.deleteMany({ where: { ticketId, staffId } });
    },

    async watchersOf(ticketId: TicketId, tx?: Tx): Promise<StaffId[]> {
      const rows = await client(tx).ticketWatcher.findMany({ where: { ticketId }, select: { staffId: true } });
      return rows.map(({ staffId }) => staffId as StaffId);
    },

    async addMentions(tx: Tx, ticketId: TicketId, entryId: MessageId, staffIds: readonly StaffId[]): Promise<void> {
      await prismaOf(tx).ticketMention.createMany({
        data: staffIds.map((staffId) => ({ ticketId, staffId, entryId, at: tx.now })),
        skipDuplicates: true,
      });
    },

    async seeMentions(ticketId: TicketId, staffId: StaffId): Promise<void> {
      await db.$executeRaw`
        update ticket_mentions set seen_at = business_now()
        where ticket_id = ${ticketId}::uuid and staff_id = ${staffId}::uuid and seen_at is null`;
    },

    async leavesOf(staffIds: readonly StaffId[], from: Day): Promise<Leave[]> {
      const rows = await db.substitution.findMany({
        where: { staffId: { in: [...staffIds] }, untilOn: { gte: toDate(from) } },
        orderBy: { fromOn: 'asc' },
      });
      return rows.map((row) => ({
        id: row.id,
        staffId: row.staffId as StaffId,
        substituteId: row.substituteId as StaffId,
        fromOn: toDay(row.fromOn),
        untilOn: toDay(row.untilOn),
      }));
    },

    async addLeave(tx: Tx, { fromOn, untilOn, ...rest }: Omit<Leave, 'id'> & { createdBy: StaffId }): Promise<string> {
      const id = newId(tx.now.getTime());
      await prismaOf(tx).substitution.create({
        data: { ...rest, id, fromOn: toDate(fromOn), untilOn: toDate(untilOn), createdAt: tx.now },
      });
      return id;
    },

    async endLeave(tx: Tx, id: string): Promise<void> {
      await prismaOf(tx).substitution.deleteMany({ where: { id } });
    },

    async leave(tx: Tx, id: string): Promise<Leave | null> {
      const row = await prismaOf(tx).substitution.findUnique({ where: { id } });
      return (
        row && {
          id,
          staffId: row.staffId as StaffId,
          substituteId: row.substituteId as StaffId,
          fromOn: toDay(row.fromOn),
          untilOn: toDay(row.untilOn),
        }
      );
    },

    /** The people for whom this one works on that day. */
    async worksFor(staffId: StaffId, on: Day, tx?: Tx): Promise<StaffId[]> {
      const at = toDate(on);
      const rows = await client(tx).substitution.findMany({
        where: { substituteId: staffId, fromOn: { lte: at }, untilOn: { gte: at } },
        select: { staffId: true },
      });
      return [...new Set(rows.map((row) => row.staffId as StaffId))];
    },

    async join(tx: Tx, ticketId: TicketId, parentId: TicketId, joinedBy: StaffId): Promise<void> {
      const row = { parentId, joinedBy, at: tx.now };
      await prismaOf(tx).joinedTicket.upsert({ where: { ticketId }, create: { ticketId, ...row }, update: row });
      // What was joined to this one goes along: a parent is never somebody's child.
      await prismaOf(tx).joinedTicket.updateMany({ where: { parentId: ticketId }, data: { parentId } });
    },

    async unjoin(tx: Tx, ticketId: TicketId): Promise<void> {
      await prismaOf(tx).joinedTicket.deleteMany({ where: { ticketId } });
    },

    async parentOf(ticketId: TicketId, tx?: Tx): Promise<TicketId | null> {
      const row = await client(tx).joinedTicket.findUnique({ where: { ticketId } });
      return row && (row.parentId as TicketId);
    },

    async childrenOf(parentId: TicketId, tx?: Tx): Promise<TicketId[]> {
      const rows = await client(tx).joinedTicket.findMany({ where: { parentId }, orderBy: { at: 'asc' } });
      return rows.map(({ ticketId }) => ticketId as TicketId);
    },

    async refsOf(ticketIds: readonly TicketId[]): Promise<JoinedTicketRef[]> {
      const rows = await db.ticket.findMany({
        where: { id: { in: [...ticketIds] } },
        select: { id: true, appealId: true, appeal: { select: { number: true, title: true } } },
      });
      return rows.map(({ id, appealId, appeal }) => ({
        ticketId: id as TicketId,
        appealId: appealId as AppealId,
        number: appeal.number ?? '',
        title: appeal.title,
      }));
    },

    async link(tx: Tx, fromId: AppealId, toId: AppealId, linkedBy: StaffId): Promise<void> {
      const [a, b] = fromId < toId ? [fromId, toId] : [toId, fromId];
      await prismaOf(tx).caseLink.createMany({
        data: [{ fromId: a, toId: b, kind: 'related', linkedBy, at: tx.now }],
        skipDuplicates: true,
      });
    },

    async unlink(tx: Tx, one: AppealId, other: AppealId): Promise<void> {
      await prismaOf(tx).caseLink.deleteMany({
        where: {
          OR: [
            { fromId: one, toId: other },
            { fromId: other, toId: one },
          ],
        },
      });
    },

    async linksOf(appealId: AppealId): Promise<LinkedCase[]> {
      const rows = await db.$queryRaw<{ id: string; number: string | null; title: string; state: string }[]>`
        select a.id, a.number, a.title, a.state from case_links l
        join appeals a on a.id = case when l.from_id = ${appealId}::uuid then l.to_id else l.from_id end
        where ${appealId}::uuid in (l.from_id, l.to_id) order by l.at`;
      return rows.map(({ id, number, ...rest }) => ({ ...rest, appealId: id as AppealId, number: number ?? '' }));
    },

    /** Whether the topic, or a group it belongs to, wants a photo of what was done. */
    async wantsProof(topicId: string | null, tx?: Tx): Promise<boolean> {
      if (topicId === null) return false;
      const group = topicId.split('.')[0] ?? topicId;
      const rows = await client(tx).categorySetting.findMany({ where: { topic: { in: [topicId, group] } } });
      const own = rows.find(({ topic }) => topic === topicId) ?? rows[0];
      return own?.wantsProof ?? false;
    },

    async categorySettings(): Promise<ReadonlyMap<string, { wantsProof: boolean }>> {
      const rows = await db.categorySetting.findMany();
      return new Map(rows.map(({ topic, wantsProof }) => [topic, { wantsProof }]));
    },

    async setProof(tx: Tx, topic: string, wantsProof: boolean, changedBy: StaffId): Promise<void> {
      const row = { wantsProof, changedBy, changedAt: tx.now };
      await prismaOf(tx).categorySetting.upsert({ where: { topic }, create: { topic, ...row }, update: row });
    },
  };
}
export type WorklistRepository = ReturnType<typeof createWorklistRepository>;
