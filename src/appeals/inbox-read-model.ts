import type { RiskBand } from '../deadlines/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { AgencyCode, AppealId, StaffId, TicketId, UnitId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import type { Kind } from './appeal.ts';
import type { Officer } from './officer.ts';
import { OPEN_TICKET_STATES, type TicketState, UNANSWERED_TICKET_STATES } from './ticket.ts';
import type { InboxFilter } from './worklist/inbox-filter.ts';

export interface InboxItem {
  readonly ticketId: TicketId;
  readonly appealId: AppealId;
  readonly number: string;
  readonly title: string;
  readonly kind: Kind;
  readonly topicId: string | null;
  readonly territoryCode: string | null;
  readonly agencyCode: AgencyCode;
  readonly state: TicketState;
  readonly procedure: string;
  readonly officerId: StaffId | null;
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
  readonly dueOn: Day | null;
  readonly registrationDueAt: Date | null;
  readonly deliveredAt: Date;
  readonly urgent: boolean;
  readonly language: string;
  readonly hearingUntil?: Day | null;
  readonly reviewOn?: Day | null;
  readonly riskBand?: RiskBand | null;
}

export const INBOX_VIEWS = [
  'open',
  'mine',
  'unassigned',
  'not_registered',
  'due_soon',
  'overdue',
  'disputed',
  'in_my_hand',
  'mentioned',
  'watched',
  'answered',
  'closed',
] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export interface InboxQuery {
  readonly view: InboxView;
  readonly filter?: InboxFilter | undefined;
  /** The due day and id after which the page starts. */
  readonly after?: { dueOn: Day | null; id: TicketId } | undefined;
  readonly limit: number;
}

const FAR = '9999-12-31';

/** The list that officers work from, and how much each of its views holds. */
export function createInboxReadModel({ db, clock, timezone }: { db: Db; clock: Clock; timezone: string }) {
  return {
    /**
     * One page by due date. Walks an index of the view from the given place (docs/operations/plans.md): the
     * cost does not grow with the table.
     */
    async inbox(officer: Officer, { view, filter = {}, after, limit }: InboxQuery): Promise<InboxItem[]> {
      const now = await clock.now();
      const today = zoned(now, timezone).on;
      const atWanted = filter.stage && STATES_AT[filter.stage];
      const states = statesOf(view, officer).filter((state) => !atWanted || atWanted.includes(state));
      const units: readonly UnitId[] | null =
        officer.role === 'officer' && officer.unitIds.length > 0 ? officer.unitIds : null;
      const until = view === 'overdue' ? addDay(today, -1) : view === 'due_soon' ? addDay(today, 5) : null;
      const rows = await db.$queryRaw<InboxRow[]>`
        select t.id, t.appeal_id, a.number, coalesce(left(t.matter, 80), a.title) as title, a.kind, coalesce(t.topic_id, a.topic_id) as topic_id, a.territory_code, t.agency_code, t.state, t.procedure, t.officer_id,
          t.promised_on::text, t.statutory_on::text, t.due_on::text, t.hearing_until::text, t.review_on::text, t.risk_band, t.registration_due_at, t.delivered_at, a.urgent, a.language
        from tickets t cross join lateral (select * from appeals where id = t.appeal_id offset 0) a
        where (${officer.agencyCode}::text is null or t.agency_code = ${officer.agencyCode})
          and t.state = any(${states}::text[])
          and ${seenBy(officer)}
          and (${view !== 'mine'} or t.officer_id = any(array(${workedForBy(officer.id, today)})))
          and (${view !== 'unassigned'} or t.officer_id is null)
          and (${units}::uuid[] is null or t.unit_id is null or t.unit_id = any(${units}::uuid[]))
          and (${until}::date is null or coalesce(t.due_on, ${FAR}::date) <= ${until}::date)
          and (${view !== 'not_registered'} or t.procedure <> 'none')
          and (${view !== 'in_my_hand'} or t.id = any(array(${draftsInHandOf(officer.id, today)})))
          and (${view !== 'mentioned'} or t.id = any(array(${mentionsOf(officer.id)})))
          and (${view !== 'watched'} or t.id = any(array(select ticket_id from ticket_watchers where staff_id = ${officer.id}::uuid)))
          and not exists (select 1 from joined_tickets j where j.ticket_id = t.id)
          and ${narrowedBy(filter, now)}
          and ${after ? Prisma.sql`(coalesce(t.due_on, ${FAR}::date), t.id) > (${after.dueOn ?? FAR}::date, ${after.id}::uuid)` : Prisma.sql`true`}
        order by coalesce(t.due_on, ${FAR}::date), t.id limit ${limit}`;
      return rows.map(toInboxItem);
    },

    async counts(officer: Officer): Promise<Record<InboxView, number>> {
      const now = await clock.now();
      const today = zoned(now, timezone).on;
      const [row] = await db.$queryRaw<Record<InboxView, bigint>[]>`
        select
          count(*) as open,
          count(*) filter (where officer_id = any(array(${workedForBy(officer.id, today)}))) as mine,
          count(*) filter (where officer_id is null) as unassigned,
          count(*) filter (where state = 'delivered' and procedure <> 'none') as not_registered,
          count(*) filter (where due_on <= ${addDay(today, 5)}::date and state in ('delivered', 'registered')) as due_soon,
          count(*) filter (where due_on < ${today}::date and state in ('delivered', 'registered')) as overdue,
          count(*) filter (where state in ('disputed', 'with_monitors')) as disputed,
          (select count(distinct hand.ticket_id) from (${draftsInHandOf(officer.id, today)}) hand) as in_my_hand,
          (select count(distinct m.ticket_id) from (${mentionsOf(officer.id)}) m) as mentioned,
          count(*) filter (where id = any(array(select ticket_id from ticket_watchers where staff_id = ${officer.id}::uuid))) as watched,
          (select count(*) from tickets where (${officer.agencyCode}::text is null or agency_code = ${officer.agencyCode}) and state = 'answered') as answered,
          0::bigint as closed
        from tickets
        where (${officer.agencyCode}::text is null or agency_code = ${officer.agencyCode})
          and state in ('delivered', 'registered', 'disputed', 'with_monitors')`;
      return Object.fromEntries(INBOX_VIEWS.map((view) => [view, Number(row?.[view] ?? 0)])) as Record<
        InboxView,
        number
      >;
    },
  };
}

/** What `may` says of sealed tickets, for lists. */
const seenBy = ({ id, role }: Officer): Prisma.Sql =>
  Prisma.sql`case when t.sealed then ${role} in ('supervisor', 'confidant') or (${role} = 'officer' and t.officer_id = ${id}::uuid)
            or (${role} = 'monitor' and t.state = 'with_monitors') else ${role} <> 'confidant' end`;

/** The person, and those on leave for whom the person works today. */
const workedForBy = (id: StaffId, today: Day): Prisma.Sql => Prisma.sql`
  select ${id}::uuid union all
  select staff_id from substitutions where substitute_id = ${id}::uuid and ${today}::date between from_on and until_on`;

/** Drafts that wait for this person's approval or signature, or came back to their author. */
const draftsInHandOf = (id: StaffId, today: Day): Prisma.Sql => Prisma.sql`
  select d.ticket_id from answer_drafts d left join answer_chains c on c.agency_code = d.agency_code
  where exists (select 1 from (${workedForBy(id, today)}) me(id) where
    d.stage = 'approver' and me.id = any(c.approver_ids)
    or d.stage = 'signatory' and me.id = any(c.signatory_ids)
    or d.stage = 'author' and d.author_id = me.id)`;

/** Notes that name this person and were not opened since. */
const mentionsOf = (id: StaffId): Prisma.Sql =>
  Prisma.sql`select ticket_id from ticket_mentions where staff_id = ${id}::uuid and seen_at is null`;

function narrowedBy(filter: InboxFilter, now: Date): Prisma.Sql {
  const group = filter.topic === undefined ? null : `${filter.topic.replace(/[\\%_]/g, '\\$&')}.%`;
  const before =
    filter.olderThanDays === undefined ? null : new Date(now.getTime() - filter.olderThanDays * 86_400_000);
  return Prisma.sql`${atStage(filter.stage)} and ${atRisk(filter.risk)}
          and (${filter.officerId ?? null}::uuid is null or t.officer_id = ${filter.officerId ?? null}::uuid)
          and (${filter.unitId ?? null}::uuid is null or t.unit_id = ${filter.unitId ?? null}::uuid)
          and (${filter.kind ?? null}::text is null or a.kind = ${filter.kind ?? null})
          and (${filter.language ?? null}::text is null or a.language = ${filter.language ?? null})
          and (${filter.urgent !== true} or a.urgent)
          and (${before}::timestamptz is null or t.delivered_at < ${before}::timestamptz)
          and (${group}::text is null or coalesce(t.topic_id, a.topic_id) = ${filter.topic ?? null} or coalesce(t.topic_id, a.topic_id) like ${group})`;
}

/** States of each stage: fewer states keep the walk along the index of the view short, and its cost known to the planner. */
const STATES_AT: Record<NonNullable<InboxFilter['stage']>, readonly TicketState[]> = {
  delivered: ['delivered'],
  registered: ['registered'],
  hearing: ['registered'],
  review: ['disputed', 'with_monitors'],
};

function atStage(stage: InboxFilter['stage']): Prisma.Sql {
  if (stage === 'registered') return Prisma.sql`t.hearing_until is null`;
  return stage === 'hearing' ? Prisma.sql`t.hearing_until is not null` : Prisma.sql`true`;
}

/** The states are written out, not passed as values: they are the condition of the index. */
const atRisk = (band: InboxFilter['risk']): Prisma.Sql =>
  band ? Prisma.sql`t.risk_band = ${band} and t.state in ('delivered', 'registered')` : Prisma.sql`true`;

function statesOf(view: InboxView, officer: Officer): TicketState[] {
  if (view === 'overdue' || view === 'due_soon') return [...UNANSWERED_TICKET_STATES];
  if (view === 'answered') return ['answered'];
  if (view === 'mentioned' || view === 'watched') return [...OPEN_TICKET_STATES, 'answered', 'closed'];
  if (view === 'closed') return ['closed', 'redirected', 'withdrawn'];
  if (view === 'not_registered') return ['delivered'];
  if (view === 'disputed') return officer.role === 'monitor' ? ['with_monitors'] : ['disputed', 'with_monitors'];
  return [...OPEN_TICKET_STATES];
}

interface InboxRow {
  id: string;
  appeal_id: string;
  number: string;
  title: string;
  kind: string;
  topic_id: string | null;
  territory_code: string | null;
  agency_code: string;
  state: string;
  procedure: string;
  officer_id: string | null;
  promised_on: string | null;
  statutory_on: string | null;
  due_on: string | null;
  hearing_until: string | null;
  review_on: string | null;
  risk_band: string | null;
  registration_due_at: Date | null;
  delivered_at: Date;
  urgent: boolean;
  language: string;
}

const toInboxItem = (row: InboxRow): InboxItem => ({
  ticketId: row.id as TicketId,
  appealId: row.appeal_id as AppealId,
  number: row.number,
  title: row.title,
  kind: row.kind as Kind,
  topicId: row.topic_id,
  territoryCode: row.territory_code,
  agencyCode: row.agency_code as AgencyCode,
  state: row.state as TicketState,
  procedure: row.procedure,
  officerId: row.officer_id as StaffId | null,
  promisedOn: row.promised_on as Day | null,
  statutoryOn: row.statutory_on as Day | null,
  dueOn: row.due_on as Day | null,
  registrationDueAt: row.registration_due_at,
  deliveredAt: row.delivered_at,
  urgent: row.urgent,
  language: row.language,
  hearingUntil: row.hearing_until as Day | null,
  reviewOn: row.review_on as Day | null,
  riskBand: row.risk_band as RiskBand | null,
});

const addDay = (on: Day, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
