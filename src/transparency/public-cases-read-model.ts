import type { Day } from '../kernel/day.ts';
import type { Db } from '../platform/db/database.ts';

/** A case as whoever holds its number may see it: where it stands and when, nobody's name and not a word of it. */
export interface PublicCase {
  readonly number: string;
  readonly state: string;
  readonly submittedOn: Day;
  readonly resolution: string | null;
  readonly tickets: readonly PublicTicket[];
}

export interface PublicTicket {
  /** Null for a sealed case: the name of the body alone would tell too much. */
  readonly agencyCode: string | null;
  readonly state: string;
  readonly procedure: string;
  readonly deliveredOn: Day;
  readonly registeredOn: Day | null;
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly answeredOn: Day | null;
  readonly closedOn: Day | null;
  /** How many of the citizen's points the last answer takes up; null before an answer. */
  /** The body it was passed on to; null for what was not passed on, and for a sealed case. */
  readonly passedTo?: string | null;
  readonly points: { readonly all: number; readonly addressed: number } | null;
}

/** Looks a case up by its number; drafts have none and are never found. */
export function createPublicCasesReadModel({ db, timezone }: { db: Db; timezone: string }) {
  return {
    async find(number: string): Promise<PublicCase | null> {
      const rows = await db.$queryRaw<Row[]>`
        select a.number, a.state as case_state, a.resolution, a.sensitive, (a.submitted_at at time zone ${timezone})::date::text as submitted_on,
          t.agency_code, t.state, t.procedure, (t.delivered_at at time zone ${timezone})::date::text as delivered_on,
          t.registered_on::text, t.promised_on::text, t.statutory_on::text,
          (select e.details->'points' from thread_entries e where e.appeal_id = a.id and e.ticket_id = t.id and e.kind = 'answer' order by e.at desc, e.id desc limit 1) as points,
          (select e.details->>'to' from thread_entries e where e.ticket_id = t.id and e.kind = 'notice' and e.details->>'notice' in ('redirected', 'forwarded') order by e.at desc, e.id desc limit 1) as passed_to,
          (t.answered_at at time zone ${timezone})::date::text as answered_on, (t.closed_at at time zone ${timezone})::date::text as closed_on
        from appeals a left join tickets t on t.appeal_id = a.id
        where a.number = ${number} and a.submitted_at is not null
        order by t.delivered_at, t.id`;
      const [first] = rows;
      if (!first) return null;
      return {
        number: first.number,
        state: first.case_state,
        submittedOn: first.submitted_on,
        resolution: first.resolution,
        tickets: rows.flatMap((row) => (row.state === null ? [] : [ticketOf(row, row.state)])),
      };
    },
  };
}
export type PublicCasesReadModel = ReturnType<typeof createPublicCasesReadModel>;

interface Row {
  number: string;
  case_state: string;
  resolution: string | null;
  sensitive: boolean;
  submitted_on: Day;
  agency_code: string | null;
  state: string | null;
  procedure: string | null;
  delivered_on: Day | null;
  registered_on: Day | null;
  promised_on: Day | null;
  statutory_on: Day | null;
  passed_to: string | null;
  answered_on: Day | null;
  closed_on: Day | null;
  points: { addressed: boolean }[] | null;
}

function ticketOf(row: Row, state: string): PublicTicket {
  return {
    agencyCode: row.sensitive ? null : row.agency_code,
    state,
    procedure: row.procedure ?? 'none',
    deliveredOn: row.delivered_on ?? row.submitted_on,
    registeredOn: row.registered_on,
    promisedOn: row.promised_on,
    statutoryOn: row.statutory_on,
    answeredOn: row.answered_on,
    passedTo: state === 'redirected' && !row.sensitive ? row.passed_to : null,
    closedOn: row.closed_on,
    points: row.points && { all: row.points.length, addressed: row.points.filter(({ addressed }) => addressed).length },
  };
}
