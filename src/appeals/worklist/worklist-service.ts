import type { Journal } from '../../journal/index.ts';
import { type Day, zoned } from '../../kernel/day.ts';
import type { AppealId, MessageId, StaffId, TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../../notifications/index.ts';
import type { AppealsRepository } from '../appeals-repository.ts';
import { streamOf } from '../drafts-service.ts';
import { assertMay, may, type Officer } from '../officer.ts';
import { NO_PROCEDURE, type Ticket } from '../ticket.ts';
import { type Colleague, mentionedIn } from './mentions.ts';
import type { Leave, WorklistRepository } from './worklist-repository.ts';

/** What a person is told besides the body's own channels. */
export type OfficerNews = 'mentioned' | 'watched' | 'assigned';

interface Deps {
  readonly worklist: WorklistRepository;
  readonly appeals: AppealsRepository;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  /** Active people of the body, for mentions and substitutes. */
  readonly colleaguesOf: (officer: Officer) => Promise<readonly Colleague[]>;
  readonly timezone: string;
}

const LOUD: readonly string[] = ['answered', 'disputed', 'redirected', 'extended', 'withdrawn'];
const MAX_JOINED = 500;

/** Watching, mentioning, standing in for each other, and cases that belong together. */
export function createWorklistService({ worklist, appeals, journal, notifications, colleaguesOf, timezone }: Deps) {
  async function tell(tx: Tx, to: StaffId, news: OfficerNews, ticket: Ticket, event: string): Promise<void> {
    await notifications.add(tx, {
      to: { kind: 'officer', id: to },
      kind: 'officer_news',
      facts: { news, event, ticketId: ticket.id, appealId: ticket.appealId },
      lane: 'official',
      dedupeKey: `officer-news:${news}:${to}:${ticket.id}:${tx.key}`,
    });
  }

  async function readable(tx: Tx, id: TicketId, officer: Officer): Promise<Ticket> {
    const ticket = await appeals.getTicket(tx, id);
    assertMay(officer, 'read', ticket);
    return ticket;
  }

  const isTaken = (ticket: Ticket): boolean => ticket.state === 'registered' || ticket.procedure === NO_PROCEDURE;

  return {
    /** Whom a note names; they are told, and the note waits for them in their inbox. */
    async mention(tx: Tx, ticket: Ticket, officer: Officer, entryId: MessageId, text: string): Promise<void> {
      if (!text.includes('@')) return;
      const meant = mentionedIn(text, await colleaguesOf(officer)).filter((id) => id !== officer.id);
      if (meant.length === 0) return;
      await worklist.addMentions(tx, ticket.id, entryId, meant);
      for (const id of meant) await tell(tx, id, 'mentioned', ticket, 'noted');
    },

    /** Called at every move: watchers hear of what matters, whoever did it. */
    async moved(tx: Tx, ticket: Ticket, event: string, by: string | null): Promise<void> {
      if (event === 'assigned' && ticket.officerId && ticket.officerId !== by)
        await tell(tx, ticket.officerId, 'assigned', ticket, event);
      if (!LOUD.includes(event)) return;
      for (const id of await worklist.watchersOf(ticket.id, tx))
        if (id !== by) await tell(tx, id, 'watched', ticket, event);
    },

    async watch(tx: Tx, id: TicketId, officer: Officer, isWatching: boolean): Promise<void> {
      await readable(tx, id, officer);
      await worklist.watch(tx, id, officer.id, isWatching);
    },

    /** Answered together from now on: one answer of the parent reaches every citizen. */
    async join(tx: Tx, parentId: TicketId, officer: Officer, ticketIds: readonly TicketId[]): Promise<void> {
      const parent = await appeals.getTicket(tx, parentId);
      assertMay(officer, 'answer', parent);
      if ((await worklist.parentOf(parentId, tx)) !== null) throw new Refusal('join.parent_is_joined', {});
      if (ticketIds.length > MAX_JOINED) throw new Refusal('join.too_many', { max: MAX_JOINED });
      for (const id of ticketIds) {
        const ticket = await appeals.getTicket(tx, id);
        assertMay(officer, 'answer', ticket);
        if (id === parentId || ticket.agencyCode !== parent.agencyCode) throw new Refusal('join.other_body', {});
        // A joined case is answered without being looked at again: its own term must have begun.
        if (!isTaken(ticket)) throw new Refusal('join.not_registered', {});
        await worklist.join(tx, id, parentId, officer.id);
        await journal.append(tx, streamOf(ticket.appealId), {
          type: 'ticket.joined',
          actor: { kind: officer.role, id: officer.id },
          facts: { ticketId: id, parentId },
        });
      }
    },

    async unjoin(tx: Tx, id: TicketId, officer: Officer): Promise<void> {
      const ticket = await appeals.getTicket(tx, id);
      assertMay(officer, 'answer', ticket);
      await worklist.unjoin(tx, id);
      await journal.append(tx, streamOf(ticket.appealId), {
        type: 'ticket.unjoined',
        actor: { kind: officer.role, id: officer.id },
        facts: { ticketId: id },
      });
    },

    /** Belongs together, answered apart. */
    async link(tx: Tx, id: TicketId, officer: Officer, otherId: AppealId, isLinked: boolean): Promise<void> {
      const ticket = await readable(tx, id, officer);
      assertMay(officer, 'note', ticket);
      const others = await appeals.ticketsOf(tx, otherId);
      if (otherId === ticket.appealId || !others.some((other) => may(officer, 'read', other)))
        throw new Refusal('ticket.not_found', {});
      await (isLinked
        ? worklist.link(tx, ticket.appealId, otherId, officer.id)
        : worklist.unlink(tx, ticket.appealId, otherId));
      await journal.append(tx, streamOf(ticket.appealId), {
        type: isLinked ? 'case.linked' : 'case.unlinked',
        actor: { kind: officer.role, id: officer.id },
        facts: { other: otherId },
      });
    },

    /** Somebody else of the body works for a person for some days; the person's own work shows there. */
    async addLeave(
      tx: Tx,
      officer: Officer,
      { staffId, substituteId, fromOn, untilOn }: Omit<Leave, 'id'>,
    ): Promise<string> {
      const team = await colleaguesOf(officer);
      const known = (id: StaffId): boolean => team.some((one) => one.id === id);
      const isAllowed = officer.role === 'supervisor' || officer.role === 'operator' || staffId === officer.id;
      if (!isAllowed || !known(staffId) || !known(substituteId)) throw new Refusal('staff.not_found', {});
      if (staffId === substituteId || untilOn < fromOn) throw new Refusal('leave.dates_wrong', {});
      return worklist.addLeave(tx, { staffId, substituteId, fromOn, untilOn, createdBy: officer.id });
    },

    async endLeave(tx: Tx, officer: Officer, id: string): Promise<void> {
      const leave = await worklist.leave(tx, id);
      const team = await colleaguesOf(officer);
      const isOurs = leave !== null && team.some((one) => one.id === leave.staffId);
      if (!leave || !isOurs || (officer.role === 'officer' && leave.staffId !== officer.id))
        throw new Refusal('staff.not_found', {});
      await worklist.endLeave(tx, id);
    },

    worksFor: (staffId: StaffId, at: Date, tx?: Tx): Promise<StaffId[]> =>
      worklist.worksFor(staffId, zoned(at, timezone).on as Day, tx),
  };
}
export type WorklistService = ReturnType<typeof createWorklistService>;
