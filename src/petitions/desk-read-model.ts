import type { Day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import { type Duty, toDuty } from './duties-repository.ts';
import type { Profiles } from './load-profiles.ts';
import type { Petition, PetitionState } from './petition.ts';
import type { PetitionTerms } from './petition-terms.ts';
import { toDay, toPetition } from './petitions-repository.ts';
import type { PausableAct } from './profile.ts';

export interface QueueItem {
  readonly petition: Petition;
  readonly lockedBy: string | null;
  readonly lockedUntil: Date | null;
  /** A rejection that waits for a second pair of eyes. */
  readonly proposal: { readonly code: string; readonly note: string; readonly by: string } | null;
  readonly decidedBy: readonly string[];
  /** The day from which its end is near; null where the profile names none. */
  readonly warnOn: Day | null;
  /** How many others stand behind it. */
  readonly sponsors: number;
}

export interface ModerationLoad {
  readonly waiting: number;
  readonly near: number;
  readonly overdue: number;
  readonly oldestDueOn: Day | null;
}

export interface DutyRow {
  readonly duty: Duty;
  readonly petition: Petition;
}

export interface PauseRow {
  readonly id: string;
  readonly profileId: string;
  readonly stops: readonly PausableAct[];
  readonly from: Day;
  readonly until: Day;
  readonly reason: string;
  readonly decidedBy: string;
  readonly at: Date;
  readonly liftedAt: Date | null;
}

export interface DeskFilter {
  readonly states?: readonly PetitionState[];
  readonly words?: string;
  readonly agencyCode?: string | null;
  readonly limit?: number;
}

interface Deps {
  readonly db: Db;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
}

/** What people who work with petitions look through; never used to decide a move. */
export function createDeskReadModel({ db, profiles, terms }: Deps) {
  const warnOnOf = ({ profileId }: Pick<Petition, 'profileId'>, enteredAt: Date): Day | null => {
    const { warnAfter } = profiles.get(profileId).moderation;
    return warnAfter && terms.lastDay(warnAfter, terms.today(enteredAt));
  };

  /** The author's own support is no sponsor. */
  async function sponsorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await db.$queryRaw<{ id: string; n: number }[]>`
      select p.id, count(*)::int as n from petitions p join petition_supports s on s.petition_id = p.id
      where p.id = any(${[...ids]}::uuid[]) and s.state = 'counted' and s.citizen_id <> p.citizen_id group by 1`;
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** What waits for moderation, the most urgent first. */
  async function queue(limit = 200): Promise<QueueItem[]> {
    const rows = await db.petition.findMany({
      where: { state: 'in_moderation' },
      orderBy: [{ moderationDueOn: 'asc' }, { submittedAt: 'asc' }],
      take: limit,
      include: {
        events: { where: { type: { in: ['submitted', 'sponsored', 'appealed'] } }, orderBy: { seq: 'desc' }, take: 1 },
      },
    });
    const sponsors = await sponsorsOf(rows.map(({ id }) => id));
    return rows.map((row) => {
      const petition = toPetition(row);
      return {
        petition,
        lockedBy: row.lockedBy,
        lockedUntil: row.lockedUntil,
        proposal: row.rejectionProposal as QueueItem['proposal'],
        decidedBy: row.decidedBy,
        warnOn: warnOnOf(petition, row.events[0]?.at ?? petition.createdAt),
        sponsors: sponsors.get(row.id) ?? 0,
      };
    });
  }

  return {
    queue,

    /** How moderation keeps its own term: for the desk and for everybody. */
    async moderationLoad(today: Day): Promise<ModerationLoad> {
      const items = await queue(1_000);
      const overdue = items.filter(
        ({ petition }) => petition.moderationDueOn !== null && petition.moderationDueOn < today,
      );
      const near = items.filter(({ warnOn }) => warnOn !== null && warnOn < today);
      return {
        waiting: items.length,
        near: near.length - overdue.filter((item) => near.includes(item)).length,
        overdue: overdue.length,
        oldestDueOn: items[0]?.petition.moderationDueOn ?? null,
      };
    },

    /** Any petition but drafts, newest first; by words of what it asks or by its code. */
    async search({ states, words = '', agencyCode, limit = 50 }: DeskFilter): Promise<Petition[]> {
      const wanted = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
      const rows = await db.$queryRaw<{ id: string }[]>`
        select id from petitions p where p.state <> 'draft' and (${states === undefined} or p.state = any(${[...(states ?? [])]}::text[]))
          and (${agencyCode === undefined} or p.agency_code = ${agencyCode ?? null}::text)
          and (coalesce(p.published, p.original)->>'ask' ilike ${wanted} or p.code = ${words.trim()})
        order by coalesce(p.opened_at, p.submitted_at, p.created_at) desc limit ${limit}`;
      const found = await db.petition.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      const byId = new Map(found.map((row) => [row.id, toPetition(row)]));
      return rows.flatMap(({ id }) => byId.get(id) ?? []);
    },

    /** The register of duties: open ones by their date, then met ones, newest first. */
    async duties(filter: { open: boolean; agencyCode?: string | null }, limit = 200): Promise<DutyRow[]> {
      const rows = await db.petitionDuty.findMany({
        where: {
          metAt: filter.open ? null : { not: null },
          // A body owes answers; telling the media and sending it on are the desk's.
          ...(filter.agencyCode === undefined ? {} : { counter: { not: null } }),
          // Whoever stopped it freed everybody from it.
          petition: {
            state: { not: 'stopped' },
            ...(filter.agencyCode === undefined ? {} : { agencyCode: filter.agencyCode }),
          },
        },
        orderBy: filter.open ? [{ dueOn: { sort: 'asc', nulls: 'last' } }, { crossedAt: 'asc' }] : [{ metAt: 'desc' }],
        take: limit,
        include: { petition: true },
      });
      return rows.map(({ petition, ...duty }) => ({ duty: toDuty(duty), petition: toPetition(petition) }));
    },

    /** These duties with their petitions, in no order. */
    async dutiesOf(ids: readonly string[]): Promise<DutyRow[]> {
      const rows = await db.petitionDuty.findMany({ where: { id: { in: [...ids] } }, include: { petition: true } });
      return rows.map(({ petition, ...duty }) => ({ duty: toDuty(duty), petition: toPetition(petition) }));
    },

    /** Stayed below, and nobody has said yet how it was handled. */
    async toHandle(agencyCode?: string | null): Promise<Petition[]> {
      const rows = await db.petition.findMany({
        where: {
          state: 'expired',
          outcome: 'handled_as_message',
          ...(agencyCode === undefined ? {} : { agencyCode }),
        },
        orderBy: { endedAt: 'asc' },
        take: 200,
      });
      return rows.map(toPetition);
    },

    /** What waits for somebody, by place. */
    async waiting(
      today: Day,
    ): Promise<{ moderation: number; duties: number; overdue: number; toHandle: number; signals: number }> {
      const [row] = await db.$queryRaw<
        { moderation: number; duties: number; overdue: number; toHandle: number; signals: number }[]
      >`
        select (select count(*) from petitions where state = 'in_moderation')::int as moderation,
          (select count(*) from petition_duties d join petitions p on p.id = d.petition_id where d.met_at is null and p.state <> 'stopped')::int as duties,
          (select count(*) from petition_duties d join petitions p on p.id = d.petition_id
            where d.met_at is null and d.due_on < ${today}::date and p.state <> 'stopped')::int as overdue,
          (select count(*) from petitions where state = 'expired' and outcome = 'handled_as_message')::int as "toHandle",
          (select count(distinct petition_id) from petition_signals where looked_at is null)::int as signals`;
      return row ?? { moderation: 0, duties: 0, overdue: 0, toHandle: 0, signals: 0 };
    },

    async readings(id: PetitionId) {
      const rows = await db.petitionReading.findMany({
        where: { petitionId: id },
        orderBy: [{ readOn: 'desc' }, { at: 'desc' }, { count: 'desc' }],
        take: 100,
      });
      return rows.map(({ count, readOn, url, enteredBy, at }) => ({
        count,
        readOn: toDay(readOn),
        url,
        enteredBy,
        at,
      }));
    },

    async pauses(): Promise<PauseRow[]> {
      const rows = await db.petitionPause.findMany({ orderBy: { at: 'desc' }, take: 100 });
      return rows.flatMap((row) => {
        const [from, until] = [toDay(row.fromOn), toDay(row.untilOn)];
        return from && until ? [{ ...row, from, until, stops: row.stops as PausableAct[] }] : [];
      });
    },
  };
}
export type DeskReadModel = ReturnType<typeof createDeskReadModel>;
