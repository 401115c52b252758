import type { Day } from '../kernel/day.ts';
import { AgencyCode, AppealId, StaffId, TicketId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import type { SilenceComplaint as Row } from '../platform/db/generated/client.ts';
import { readRows } from '../platform/db/rows.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { AppealState } from './appeal.ts';

/** Ties a complaint about silence to the ticket nobody answered in time. */
export interface SilenceComplaint {
  readonly appealId: AppealId;
  readonly ofTicketId: TicketId;
  readonly ofAppealId: AppealId;
  readonly ofAgencyCode: AgencyCode;
  /** Who had the silent ticket in hand: never decides the complaint. */
  readonly ofOfficerId: StaffId | null;
  readonly silentSince: Day;
  readonly forwardedTo: AgencyCode | null;
}

/** Cases tied to this one, both ways. */
export interface CaseLinks {
  /** What this case complains of. */
  readonly about: (SilenceComplaint & { readonly number: string }) | null;
  /** Complaints about this case. */
  readonly complaints: readonly {
    readonly appealId: AppealId;
    readonly number: string;
    readonly state: AppealState;
    readonly ofTicketId: TicketId;
  }[];
}

export interface ComplaintsRepository {
  /** Refuses nothing: a second complaint about the same ticket breaks on its unique key. */
  insert(tx: Tx, complaint: Omit<SilenceComplaint, 'forwardedTo'>): Promise<void>;
  of(tx: Tx, appealId: AppealId): Promise<SilenceComplaint | null>;
  aboutTickets(tx: Tx, ticketIds: readonly TicketId[]): Promise<readonly SilenceComplaint[]>;
  markForwarded(tx: Tx, appealId: AppealId, to: AgencyCode): Promise<void>;
  links(appealId: AppealId): Promise<CaseLinks>;
}

export function createComplaintsRepository(db: Db): ComplaintsRepository {
  return {
    async insert(tx, { silentSince, ...complaint }) {
      const data = { ...complaint, silentSince: new Date(`${silentSince}T00:00:00Z`), filedAt: tx.now };
      await prismaOf(tx).silenceComplaint.create({ data });
    },

    async of(tx, appealId) {
      const row = await prismaOf(tx).silenceComplaint.findUnique({ where: { appealId } });
      return row && toComplaint(row);
    },

    async aboutTickets(tx, ticketIds) {
      const rows = await prismaOf(tx).silenceComplaint.findMany({ where: { ofTicketId: { in: [...ticketIds] } } });
      return rows.map(toComplaint);
    },

    async markForwarded(tx, appealId, to) {
      const data = { forwardedAt: tx.now, forwardedTo: to };
      await prismaOf(tx).silenceComplaint.update({ where: { appealId }, data });
    },

    async links(appealId) {
      const rows = await readRows<Row>(
        prepared(db),
        'silence_complaints where appeal_id = $1 or of_appeal_id = $1',
        appealId,
      );
      if (rows.length === 0) return { about: null, complaints: [] };
      const others = rows.map((row) => (row.appealId === appealId ? row.ofAppealId : row.appealId));
      const found = await db.appeal.findMany({
        where: { id: { in: others } },
        select: { id: true, number: true, state: true },
      });
      const byId = new Map(found.map((one) => [one.id, one]));
      const own = rows.find((row) => row.appealId === appealId);
      return {
        about: own ? { ...toComplaint(own), number: byId.get(own.ofAppealId)?.number ?? '' } : null,
        complaints: rows
          .filter((row) => row.ofAppealId === appealId)
          .map((row) => ({
            appealId: AppealId.parse(row.appealId),
            number: byId.get(row.appealId)?.number ?? '',
            state: (byId.get(row.appealId)?.state ?? 'with_agency') as AppealState,
            ofTicketId: TicketId.parse(row.ofTicketId),
          })),
      };
    },
  };
}

const toComplaint = (row: Row): SilenceComplaint => ({
  appealId: AppealId.parse(row.appealId),
  ofTicketId: TicketId.parse(row.ofTicketId),
  ofAppealId: AppealId.parse(row.ofAppealId),
  ofAgencyCode: AgencyCode.parse(row.ofAgencyCode),
  ofOfficerId: row.ofOfficerId === null ? null : StaffId.parse(row.ofOfficerId),
  silentSince: row.silentSince.toISOString().slice(0, 10) as Day,
  forwardedTo: row.forwardedTo === null ? null : AgencyCode.parse(row.forwardedTo),
});
