import type { Day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import { type DuePoint, isOfService, type PointClock } from './escalation.ts';
import type { ReceiverRole } from './escalation-plan.ts';

export interface FiredPoint extends DuePoint {
  readonly id: string;
  readonly ticketId: string;
}

interface Row {
  id: string;
  ticket_id: string;
  step: string;
  clock: PointClock;
  receiver: ReceiverRole;
  due_on: string;
  due_at: Date;
}

export interface DuePointsRepository {
  /**
   * Replaces what the ticket still waits for; what has fired stays, and never fires again for the same date. What was
   * due already and not yet told keeps its time: writing again puts nothing off.
   */
  replace(tx: Tx, ticketId: string, points: readonly DuePoint[], agencyCode: string | null): Promise<void>;
  /**
   * The right to tell of the morning, until the commit; false while another worker has it. Two who tell at once would
   * send the same person two digests.
   */
  claimTelling(tx: Tx): Promise<boolean>;
  /**
   * Takes up to `limit` points that are due, oldest first, and marks them fired in the caller's transaction: what
   * the caller does with them is done exactly once, with any number of workers and after any crash.
   */
  take(tx: Tx, now: Date, limit: number, openTo?: OpenTo): Promise<FiredPoint[]>;
}

/** Whose hours it is: only these bodies, or everybody but these. */
export interface OpenTo {
  readonly only: readonly string[] | null;
  readonly except: readonly string[];
}

const EVERYBODY: OpenTo = { only: null, except: [] };

export function createDuePointsRepository(): DuePointsRepository {
  return {
    async replace(tx, ticketId, points, agencyCode) {
      const columns = {
        ids: points.map(() => newId(tx.now.getTime())),
        steps: points.map(({ step }) => step),
        clocks: points.map(({ clock }) => clock),
        receivers: points.map(({ receiver }) => receiver),
        dueOn: points.map(({ dueOn }) => dueOn as string),
        dueAt: points.map(({ dueAt }) => dueAt.toISOString()),
        bodies: points.map(({ receiver }) => (isOfService(receiver) ? null : agencyCode)),
      };
      const cleared = prismaOf(tx).$executeRaw`
        delete from due_points where ticket_id = ${ticketId}::uuid and fired_at is null
          and (step, clock, receiver, due_on) not in (
            select * from unnest(${columns.steps}::text[], ${columns.clocks}::text[], ${columns.receivers}::text[],
              ${columns.dueOn}::date[]))`;
      unanswered(tx, cleared);
      if (points.length === 0) return;
      const written = prismaOf(tx).$executeRaw`
        insert into due_points (id, ticket_id, step, clock, receiver, due_on, due_at, agency_code)
        select id, ${ticketId}::uuid, step, clock, receiver, due_on, due_at, body
        from unnest(${columns.ids}::uuid[], ${columns.steps}::text[], ${columns.clocks}::text[],
          ${columns.receivers}::text[], ${columns.dueOn}::date[], ${columns.dueAt}::timestamptz[],
          ${columns.bodies}::text[]) as point (id, step, clock, receiver, due_on, due_at, body)
        on conflict (ticket_id, step, clock, receiver, due_on) do update
          set due_at = case when due_points.due_at <= ${tx.now}::timestamptz then due_points.due_at else excluded.due_at end,
            agency_code = excluded.agency_code
          where due_points.fired_at is null`;
      unanswered(tx, written);
    },

    async claimTelling(tx) {
      const [row] = await prismaOf(tx).$queryRaw<{ claimed: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtext('telling of terms')) as claimed`;
      return row?.claimed === true;
    },

    async take(tx, now, limit, { only, except } = EVERYBODY) {
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        with due as (
          select id from due_points where fired_at is null and due_at <= ${now}::timestamptz
            and (${only}::text[] is null or agency_code = any(${only}::text[]))
            and (${except.length === 0} or agency_code is null or agency_code <> all(${except}::text[]))
          order by due_at, id limit ${limit} for update skip locked
        )
        update due_points p set fired_at = ${now}::timestamptz(3) from due where p.id = due.id
        returning p.id, p.ticket_id, p.step, p.clock, p.receiver, p.due_on::text, p.due_at`;
      return rows
        .map((row) => ({
          id: row.id,
          ticketId: row.ticket_id,
          step: row.step,
          clock: row.clock,
          receiver: row.receiver,
          dueOn: row.due_on as Day,
          dueAt: row.due_at,
        }))
        .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    },
  };
}
