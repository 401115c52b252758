import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import type { StaffId, TicketId } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/db/database.ts';

export const OFFICER_NEWS = ['mentioned', 'watched', 'assigned'] as const;
export type OfficerNewsKind = (typeof OFFICER_NEWS)[number];

export interface OfficerNewsLine {
  readonly ticketId: TicketId;
  readonly news: OfficerNewsKind;
  readonly at: Date;
}

export const EDITOR_STAGES = ['tasks-new', 'tasks-soon', 'tasks-late', 'reviews-soon', 'reviews-late'] as const;

/** What editors were told of their sources and of questions without an answer. */
export interface EditorNewsLine {
  readonly stage: (typeof EDITOR_STAGES)[number];
  readonly count: number;
  readonly firstOn: Day;
  readonly at: Date;
}
const EditorFacts = z.object({ about: z.string(), stage: z.string(), count: z.number().int(), firstOn: Day });

/** Who has which case open now. */
export interface Presence {
  readonly ticketId: TicketId;
  /** Changes when somebody comes, goes, begins or stops to write an answer. */
  readonly who: string;
}

/** Somebody whose page has said nothing for this long has gone elsewhere. */
const LOOKING = '25 seconds';
const NEWEST = 100;
const NEWEST_OF_EDITORS = 20;

/** What surrounds the cases on a desk: what one was told, who else is here, for how many a ticket is answered. */
export function createDeskReadModel(db: Db) {
  return {
    /** Of parents: how many other citizens' tickets are answered with them. */
    async joinedCounts(ids: readonly TicketId[]): Promise<ReadonlyMap<string, number>> {
      const rows = await db.joinedTicket.groupBy({
        by: ['parentId'],
        where: { parentId: { in: [...ids] } },
        _count: true,
      });
      return new Map(rows.map(({ parentId, _count }) => [parentId, _count]));
    },

    /** What this person was told of cases, newest first, wherever else it was sent. */
    async newsOf(staffId: StaffId): Promise<OfficerNewsLine[]> {
      const rows = await db.notification.findMany({
        where: { recipientKind: 'officer', recipientId: staffId, kind: 'officer_news' },
        orderBy: { createdAt: 'desc' },
        select: { facts: true, createdAt: true },
        take: NEWEST,
      });
      return rows.flatMap(({ facts, createdAt }) => {
        const { news, ticketId } = facts as { news?: string; ticketId?: string };
        const known = OFFICER_NEWS.find((one) => one === news);
        return known && ticketId ? [{ news: known, ticketId: ticketId as TicketId, at: createdAt }] : [];
      });
    },

    /** What this person was told as an editor, newest first: whoever has no chat account reads it here. */
    async editorNewsOf(staffId: StaffId): Promise<EditorNewsLine[]> {
      const rows = await db.notification.findMany({
        where: { recipientKind: 'officer', recipientId: staffId, kind: 'knowledge_reminder' },
        orderBy: { createdAt: 'desc' },
        select: { facts: true, createdAt: true },
        take: NEWEST_OF_EDITORS,
      });
      return rows.flatMap(({ facts, createdAt }) => {
        const read = EditorFacts.safeParse(facts);
        const stage = EDITOR_STAGES.find((one) => one === `${read.data?.about}-${read.data?.stage}`);
        return read.success && stage
          ? [{ stage, count: read.data.count, firstOn: read.data.firstOn, at: createdAt }]
          : [];
      });
    },

    async presence(): Promise<Presence[]> {
      return db.$queryRaw<Presence[]>`
        select ticket_id as "ticketId", string_agg(staff_id::text || case when is_answering then '!' else '' end, ' ' order by staff_id) as who
        from seen_tickets where at > now() - ${LOOKING}::interval group by ticket_id`;
    },
  };
}
