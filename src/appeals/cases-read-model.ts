import type { Clock } from '../kernel/clock.ts';
import { zoned } from '../kernel/day.ts';
import type { AppealId, CitizenId, StaffId, TicketId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import type { Appeal as AppealRow, Ticket as TicketRow } from '../platform/db/generated/client.ts';
import { readRows } from '../platform/db/rows.ts';
import type { Appeal, AppealState } from './appeal.ts';
import { toAppeal, toTicket } from './appeals-repository.ts';
import { type CitizenCaseView, citizenCaseView, type OfficerCaseView, officerCaseView } from './case-view.ts';
import type { BarredFrom } from './complained-of.ts';
import type { ComplaintsRepository } from './complaints-repository.ts';
import { createInboxReadModel } from './inbox-read-model.ts';
import { may, type Officer } from './officer.ts';
import type { TermClock } from './ports.ts';
import type { ThreadRepository } from './thread-repository.ts';

export interface CaseListItem {
  readonly id: AppealId;
  readonly number: string | null;
  readonly state: AppealState;
  readonly title: string;
  readonly createdAt: Date;
}

interface Deps {
  readonly db: Db;
  readonly thread: ThreadRepository;
  readonly clock: Clock;
  readonly timezone: string;
  readonly terms: Pick<TermClock, 'hasHearing'>;
  readonly complaints: Pick<ComplaintsRepository, 'links'>;
  readonly barredFrom: BarredFrom;
  /** Open cases of others about the same matter at the same place. */
  readonly countAlike?: (id: AppealId) => Promise<number>;
}

/** Lists and pages; never used to decide a move. */
export function createCasesReadModel({ db, thread, clock, timezone, terms, complaints, barredFrom, countAlike }: Deps) {
  async function tickets(appealId: AppealId) {
    const rows = await readRows<TicketRow>(
      prepared(db),
      'tickets where appeal_id = $1 order by delivered_at',
      appealId,
    );
    return rows.map(toTicket);
  }

  return {
    ...createInboxReadModel({ db, clock, timezone }),

    async citizenCase(id: AppealId, citizenId: CitizenId): Promise<CitizenCaseView> {
      // Short prepared statements, all in one packet.
      const [[row], all, entries, now, links] = await Promise.all([
        readRows<AppealRow>(prepared(db), 'appeals where id = $1', id),
        tickets(id),
        thread.of(id),
        clock.now(),
        complaints.links(id),
      ]);
      if (!row || row.citizenId !== citizenId) throw new Refusal('appeal.not_found', {});
      const view = citizenCaseView(toAppeal(row), all, entries, { today: zoned(now, timezone).on, timezone, links });
      const isPlaced = row.latitude !== null || row.addressText !== null;
      // Before it is sent the citizen hears of others; afterwards nobody looks.
      const asks = countAlike && row.state === 'draft' && row.topicId !== null && isPlaced && !row.sensitive;
      return asks ? { ...view, alike: await countAlike(id) } : view;
    },

    async officerCase(id: TicketId, officer: Officer): Promise<OfficerCaseView> {
      const ticketRow = await db.ticket.findUnique({ where: { id }, include: { appeal: true } });
      if (!ticketRow) throw new Refusal('ticket.not_found', {});
      const ticket = toTicket(ticketRow);
      if (!may(officer, 'read', ticket)) throw new Refusal('ticket.not_found', {});
      const [all, entries, now, links] = await Promise.all([
        tickets(ticket.appealId),
        thread.of(ticket.appealId),
        clock.now(),
        complaints.links(ticket.appealId),
      ]);
      const today = zoned(now, timezone).on;
      const barred: ReadonlySet<StaffId> = links.about ? await barredFrom(links.about) : new Set();
      const when = { today, now, hasHearing: terms.hasHearing(ticket), links, barred };
      return officerCaseView(toAppeal(ticketRow.appeal), ticket, all, entries, officer, when);
    },

    /** Newest first; drafts that were given up are not shown. */
    async casesOf(
      citizenId: CitizenId,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ items: CaseListItem[]; total: number }> {
      const fast = prepared(db);
      const [rows, counted] = await Promise.all([
        readRows<AppealRow>(
          fast,
          "appeals where citizen_id = $1 and state <> 'discarded' order by created_at desc offset $2 limit $3",
          citizenId,
          offset,
          limit,
        ),
        fast.$queryRaw<{ total: number }[]>`
          select count(*)::int as total from appeals where citizen_id = ${citizenId}::uuid and state <> 'discarded'`,
      ]);
      const total = counted[0]?.total ?? 0;
      return {
        items: rows.map((row) => ({
          id: row.id as AppealId,
          number: row.number,
          state: row.state as AppealState,
          title: row.title,
          createdAt: row.createdAt,
        })),
        total,
      };
    },

    async findByNumber(number: string): Promise<Appeal | null> {
      const [row] = await readRows<AppealRow>(prepared(db), 'appeals where number = $1', number);
      return row ? toAppeal(row) : null;
    },

    /** Cases that wait for an operator's decision, oldest first; sealed ones wait for a confidant's. */
    async triage(limit: number, sealed = false): Promise<Appeal[]> {
      const where = { state: 'in_triage', sensitive: sealed };
      return (await db.appeal.findMany({ where, orderBy: { submittedAt: 'asc' }, take: limit })).map(toAppeal);
    },
  };
}
export type CasesReadModel = ReturnType<typeof createCasesReadModel>;
