import type { Day } from '../kernel/day.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import { ClockEvent } from './clock-event.ts';

interface Row {
  ticket_id: string;
  id: string;
  at: Date;
  type: string;
  body: Record<string, unknown>;
}

const toEvent = ({ id, at, type, body }: Row): ClockEvent => ClockEvent.parse({ ...body, id, at, type });

/** Rows were checked when they were written; only what older rows lack is filled in. */
const asWritten = ({ id, at, type, body }: Row): ClockEvent =>
  ({ ...(type === 'received' ? RECEIPT : {}), ...body, id, at, type }) as ClockEvent;
const RECEIPT = { calendar: null, redirects: 0, complainedOf: null };

export interface LedgerHead {
  readonly isOpen: boolean;
  readonly beyondCalendar: boolean;
  /** The days that the clock counts over. */
  readonly countsFrom: Day;
  readonly countsUntil: Day | null;
}

/** The append-only ledger in PostgreSQL. */
export interface ClockEventsRepository {
  /** The ledger of a ticket, locked until the commit so that two commands cannot both write the next line. */
  load(tx: Tx, ticketId: string): Promise<ClockEvent[]>;
  /** Adds lines after the `known` ones of a loaded ledger. */
  add(tx: Tx, ticketId: string, known: number, events: readonly ClockEvent[], head: LedgerHead): Promise<void>;
  read(ticketId: string): Promise<ClockEvent[]>;
  /** The ledgers of these tickets, in any order. */
  readMany(ticketIds: readonly string[]): Promise<{ ticketId: string; events: ClockEvent[] }[]>;
  /**
   * Ledgers that still run, in order of their tickets, for the preview of a calendar change; with a day only those that
   * a change of this day can touch, with a margin in days.
   */
  readOpen(
    after: string | null,
    limit: number,
    touching?: { readonly on: Day; readonly margin: number } | null,
  ): Promise<{ ticketId: string; events: ClockEvent[] }[]>;
}

export function createClockEventsRepository(db: Db): ClockEventsRepository {
  return {
    async load(tx, ticketId) {
      // The lock goes ahead of the reading on the same connection; nobody needs its answer.
      const locked = prismaOf(tx).$executeRaw`
        insert into clock_heads (ticket_id, seq, is_open, beyond_calendar) values (${ticketId}::uuid, 0, true, false)
        on conflict (ticket_id) do update set seq = clock_heads.seq`;
      unanswered(tx, locked);
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        select ticket_id, id, at, type, body from clock_events where ticket_id = ${ticketId}::uuid order by seq`;
      return rows.map(toEvent);
    },

    async add(tx, ticketId, known, events, { isOpen, beyondCalendar, countsFrom, countsUntil }) {
      const lines = events.map(({ id, at, type, ...body }) => ({ id, at, type, body: JSON.stringify(body) }));
      // A ticket that is new in this command was not loaded: its head is made here.
      const moved = prismaOf(tx).$executeRaw`
        insert into clock_heads (ticket_id, seq, is_open, beyond_calendar, counts_from, counts_until)
        values (${ticketId}::uuid, ${known + events.length}, ${isOpen}, ${beyondCalendar}, ${countsFrom}::date, ${countsUntil}::date)
        on conflict (ticket_id) do update set seq = excluded.seq, is_open = excluded.is_open,
          beyond_calendar = excluded.beyond_calendar, counts_from = excluded.counts_from, counts_until = excluded.counts_until`;
      unanswered(tx, moved);
      const written = prismaOf(tx).$executeRaw`
        insert into clock_events (ticket_id, seq, id, at, type, body, recorded_at)
        select ${ticketId}::uuid, ${known}::integer + line, id, at, type, body::jsonb, ${tx.now}::timestamptz(3)
        from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ at }) => at.toISOString())}::timestamptz[],
          ${lines.map(({ type }) => type)}::text[], ${lines.map(({ body }) => body)}::text[])
          with ordinality as event (id, at, type, body, line)`;
      unanswered(tx, written);
    },

    async read(ticketId) {
      const rows = await db.$queryRaw<Row[]>`
        select ticket_id, id, at, type, body from clock_events where ticket_id = ${ticketId}::uuid order by seq`;
      return rows.map(toEvent);
    },

    async readMany(ticketIds) {
      const rows = await db.$queryRaw<Row[]>`
        select ticket_id, id, at, type, body from clock_events where ticket_id = any(${ticketIds}::uuid[])
        order by ticket_id, seq`;
      return byTicket(rows);
    },

    async readOpen(after, limit, touching = null) {
      const rows = await db.$queryRaw<Row[]>`
        with open as (
          select ticket_id from clock_heads
          where is_open and ticket_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
            and (${touching?.on ?? null}::date is null or beyond_calendar or counts_until is null
              or ${touching?.on ?? null}::date between counts_from and counts_until + ${touching?.margin ?? 0}::integer)
          order by ticket_id limit ${limit}
        )
        select e.ticket_id, e.id, e.at, e.type, e.body from clock_events e join open using (ticket_id)
        order by e.ticket_id, e.seq`;
      return byTicket(rows);
    },
  };
}

function byTicket(rows: readonly Row[]): { ticketId: string; events: ClockEvent[] }[] {
  const ledgers = new Map<string, ClockEvent[]>();
  for (const row of rows) {
    const events = ledgers.get(row.ticket_id) ?? [];
    events.push(asWritten(row));
    ledgers.set(row.ticket_id, events);
  }
  return [...ledgers].map(([ticketId, events]) => ({ ticketId, events }));
}
