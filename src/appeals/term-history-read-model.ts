import type { AnsweredTicket, OpenTicket } from '../deadlines/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import { UNANSWERED_TICKET_STATES } from './ticket.ts';

const OPEN: readonly string[] = UNANSWERED_TICKET_STATES;
/** So many rows change in one statement: no officer waits long behind it. */
const STEP = 5_000;
const MS_PER_DAY = 86_400_000;
const HISTORY_DAYS = 365;
/** More would not make the estimate better. */
const HISTORY_LIMIT = 20_000;

/** Running and finished terms as figures: what the risk of being late is estimated from, and where it is kept. */
export function createTermHistory(db: Db) {
  return {
    /** Open tickets with a date, of one body or of all. */
    async openTerms(agencyCode: AgencyCode | null, limit: number): Promise<OpenTicket[]> {
      const rows = await db.$queryRaw<TermRow[]>`
        select t.id, t.agency_code, coalesce(t.topic_id, a.topic_id) as topic_id,
          coalesce(t.registered_on, (t.delivered_at at time zone 'UTC')::date)::text as start_on,
          coalesce(t.statutory_on, t.promised_on)::text as due_on, null::text as answered_on
        from tickets t join appeals a on a.id = t.appeal_id
        where t.state = any(${OPEN}::text[]) and coalesce(t.statutory_on, t.promised_on) is not null
          and (${agencyCode}::text is null or t.agency_code = ${agencyCode}::text)
        order by t.due_on limit ${limit}`;
      return rows.map(({ id, ...row }) => ({ ticketId: id, ...termOf(row) }));
    },

    /** What was answered within a year, everywhere, newest first: the history that the estimate learns from. */
    async answeredBefore(now: Date): Promise<AnsweredTicket[]> {
      const since = new Date(now.getTime() - HISTORY_DAYS * MS_PER_DAY);
      const rows = await db.$queryRaw<TermRow[]>`
        select t.id, t.agency_code, coalesce(t.topic_id, a.topic_id) as topic_id,
          coalesce(t.registered_on, (t.delivered_at at time zone 'UTC')::date)::text as start_on,
          coalesce(t.statutory_on, t.promised_on)::text as due_on,
          (t.answered_at at time zone 'UTC')::date::text as answered_on
        from tickets t join appeals a on a.id = t.appeal_id
        where t.answered_at >= ${since}::timestamptz and coalesce(t.statutory_on, t.promised_on) is not null
        order by t.answered_at desc limit ${HISTORY_LIMIT}`;
      return rows.map((row) => ({ ...termOf(row), answeredOn: row.answered_on as Day }));
    },

    /** Keeps the bands of open tickets for the inbox; null where there is nothing to go by. @returns how many changed. */
    async keepBands(bands: readonly { readonly ticketId: string; readonly band: string | null }[]): Promise<number> {
      let changed = 0;
      for (let at = 0; at < bands.length; at += STEP) {
        const part = bands.slice(at, at + STEP);
        changed += await db.$executeRaw`
          update tickets t set risk_band = known.band
          from unnest(${part.map(({ ticketId }) => ticketId)}::uuid[], ${part.map(({ band }) => band)}::text[]) as known (id, band)
          where t.id = known.id and t.risk_band is distinct from known.band`;
      }
      return changed;
    },
  };
}
export type TermHistory = ReturnType<typeof createTermHistory>;

interface TermRow {
  id: string;
  agency_code: string;
  topic_id: string | null;
  start_on: string;
  due_on: string;
  answered_on: string | null;
}

const termOf = (row: Omit<TermRow, 'id' | 'answered_on'>) => ({
  agencyCode: row.agency_code,
  topicId: row.topic_id,
  startOn: row.start_on as Day,
  dueOn: row.due_on as Day,
});
