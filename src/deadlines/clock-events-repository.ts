import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { ClockEvent } from './clock-event.ts';

interface Row {
  ticket_id: string;
  id: string;
  at: Date;
  type: string;
  body: Record<string, unknown>;
}

const toEvent = ({ id, at, type, body }: Row): ClockEvent => ClockEvent.parse({ ...body, id, at, type });

/** The append-only ledger in PostgreSQL. */
export interface ClockEventsRepository {
  /** The ledger of a ticket, locked until the commit so that two commands cannot both write the next line. */
  load(tx: Tx, ticketId: string): Promise<ClockEvent[]>;
  /** Adds lines after the `known` ones. */
  add(tx: Tx, ticketId: string, known: number, events: readonly ClockEvent[]): Promise<void>;
  read(ticketId: string): Promise<ClockEvent[]>;
  /** Ledgers of tickets that still wait for something, for the preview of a calendar change. */
  readOpen(after: string | null, limit: number): Promise<{ ticketId: string; events: ClockEvent[] }[]>;
}

export function createClockEventsRepository(db: Db): ClockEventsRepository {
  return {
    async load(tx, ticketId) {
      await prismaOf(tx).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`clock:${ticketId}`}, 0))::text`;
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        select ticket_id, id, at, type, body from clock_events where ticket_id = ${ticketId}::uuid order by seq`;
      return rows.map(toEvent);
    },

    async add(tx, ticketId, known, events) {
      for (const [index, event] of events.entries()) {
        const { id, at, type, ...body } = event;
        await prismaOf(tx).$executeRaw`
          insert into clock_events (ticket_id, seq, id, at, type, body, recorded_at)
          values (${ticketId}::uuid, ${known + index + 1}, ${id}::uuid, ${at}::timestamptz(3), ${type}, ${JSON.stringify(body)}::jsonb, ${tx.now}::timestamptz(3))`;
      }
    },

    async read(ticketId) {
      const rows = await db.$queryRaw<Row[]>`
        select ticket_id, id, at, type, body from clock_events where ticket_id = ${ticketId}::uuid order by seq`;
      return rows.map(toEvent);
    },

    async readOpen(after, limit) {
      const rows = await db.$queryRaw<Row[]>`
        with open as (
          select distinct ticket_id from due_points
          where fired_at is null and (${after}::uuid is null or ticket_id > ${after}::uuid)
          order by ticket_id limit ${limit}
        )
        select e.ticket_id, e.id, e.at, e.type, e.body from clock_events e join open using (ticket_id)
        order by e.ticket_id, e.seq`;
      const ledgers = new Map<string, ClockEvent[]>();
      for (const row of rows) ledgers.set(row.ticket_id, [...(ledgers.get(row.ticket_id) ?? []), toEvent(row)]);
      return [...ledgers].map(([ticketId, events]) => ({ ticketId, events }));
    },
  };
}
