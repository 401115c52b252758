import type { AppealsRepository, CaseNewsSender } from '../appeals/index.ts';
import { type CalendarsRepository, type ClocksService, calendarEndsIn } from '../deadlines/index.ts';
import type { Actor, Journal } from '../journal/index.ts';
import { zoned } from '../kernel/day.ts';
import { TicketId } from '../kernel/ids.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly clocks: Pick<ClocksService, 'movedAfter' | 'moveToCalendar'>;
  readonly calendars: Pick<CalendarsRepository, 'current'>;
  readonly appeals: Pick<AppealsRepository, 'get' | 'getTicket' | 'saveTicket'>;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
}

/** A calendar changed after the fact: open cases keep their dates until an operator moves them, and then citizens are told. */
export function createCalendarChanges({ uow, clocks, calendars, appeals, journal, news, notifications }: Deps) {
  return {
    /**
     * Moves one page of open cases to the edition, each in a transaction of its own; repeating it moves none twice.
     * @returns how many moved, and where the next page begins; null at the end.
     */
    async moveOpenCases(
      edition: string,
      actor: Actor,
      after: string | null,
      page: number,
    ): Promise<{ moved: number; next: string | null }> {
      const { moved, next } = await clocks.movedAfter(edition, after, page);
      for (const { ticketId } of moved) {
        await uow.run(`calendar:${edition}:${ticketId}`, async (tx) => {
          const reading = await clocks.moveToCalendar(tx, ticketId, edition);
          const ticket = await appeals.getTicket(tx, TicketId.parse(ticketId));
          const later = { ...ticket, ...reading, revision: ticket.revision + 1 };
          await appeals.saveTicket(tx, later);
          const appeal = await appeals.get(tx, ticket.appealId);
          await journal.append(tx, `appeal:${appeal.id}`, {
            type: 'ticket.moved_by_calendar',
            actor,
            facts: { ticketId, edition, before: ticket.statutoryOn, after: later.statutoryOn },
          });
          const isSeen = later.promisedOn !== ticket.promisedOn || later.statutoryOn !== ticket.statutoryOn;
          if (isSeen) await news.toCitizen(tx, appeal, 'moved', { ticketId: ticket.id });
          await news.card(tx, appeal);
        });
      }
      return { moved: moved.length, next };
    },

    /** Every month, then every week while the calendar ends within the warning time: after its end the engine refuses. */
    async warnOfEnd(now: Date): Promise<void> {
      const calendar = calendars.current();
      const { on } = zoned(now, calendar.timezone);
      const days = calendarEndsIn(calendar, on);
      if (days === null) return;
      const round = days > 30 ? `month ${Math.ceil(days / 30)}` : `week ${Math.ceil(days / 7)}`;
      const key = `calendar-ends:${calendar.coveredUntil}:${round}`;
      await uow.run(key, async (tx) => {
        await notifications.add(tx, {
          to: { kind: 'operators', id: 'operators' },
          kind: 'calendar_ends',
          facts: { until: calendar.coveredUntil, days },
          lane: 'official',
          dedupeKey: key,
        });
      });
    },
  };
}
export type CalendarChanges = ReturnType<typeof createCalendarChanges>;
