import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import type { CitizenId, PetitionId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import { toDuty } from './duties-repository.ts';
import type { Profiles } from './load-profiles.ts';
import { LISTED_STATES, type PetitionState } from './petition.ts';
import type { PetitionListItem, PetitionView, TimelineEvent } from './petition-view.ts';
import { stemsOf } from './petition-words.ts';
import { toDay, toPetition } from './petitions-repository.ts';
import type { FixedThreshold } from './threshold.ts';

/** Private notes of the desk are not events; everything here may be read by anybody. */
const REPLY = 'replied';
const Note = z.object({ text: z.string(), at: z.string() });
const Posting = z.object({ on: Day, url: z.string() });

export interface ListFilter {
  readonly states?: readonly PetitionState[];
  /** Petitions of these territories; null among them means the whole country. */
  readonly territories?: readonly (string | null)[];
  readonly words?: string;
  readonly order?: 'newest' | 'support' | 'closing';
  readonly offset?: number;
  readonly limit?: number;
}

interface ListRow {
  id: string;
  code: string;
  state: PetitionState;
  ask: string;
  language: PetitionListItem['language'];
  profile_id: string;
  authority_key: string;
  agency_code: string | null;
  territory_code: string | null;
  support: number;
  signatures: number;
  legal_count: number | null;
  legal_on: Date | null;
  thresholds: FixedThreshold[];
  opened_at: Date | null;
  closes_on: Date | null;
  total: number;
}

/** Lists and pages; never used to decide a move. */
export function createPetitionsReadModel({ db, profiles }: { db: Db; profiles: Profiles }) {
  async function list(filter: ListFilter): Promise<{ items: PetitionListItem[]; total: number }> {
    const states = [...(filter.states ?? LISTED_STATES)];
    const stems = filter.words ? [...stemsOf(filter.words)] : [];
    const wanted = filter.words?.trim() ? `%${filter.words.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
    const places = filter.territories?.filter((code) => code !== null) ?? [];
    const rows = await db.$queryRaw<ListRow[]>`
      select p.id, p.code, p.state, coalesce(p.published, p.original)->>'ask' as ask, p.language, p.profile_id, p.authority_key, p.agency_code,
        p.territory_code, c.support, c.signatures, r.count as legal_count, r.read_on as legal_on, p.thresholds, p.opened_at, p.closes_on,
        count(*) over ()::int as total
      from petitions p join petition_counts c on c.petition_id = p.id
        left join lateral (select count, read_on from petition_readings r where r.petition_id = p.id order by read_on desc, at desc, count desc limit 1) r on true
      where p.state = any(${states}::text[])
        and (${filter.territories === undefined} or p.territory_code = any(${places}::text[]) or (p.territory_code is null and ${filter.territories?.includes(null) ?? false}))
        and (${wanted}::text is null or coalesce(p.published, p.original)->>'ask' ilike ${wanted}::text or p.stems && ${stems}::text[])
      order by
        case when ${filter.order ?? 'newest'} = 'support' then c.support + c.signatures end desc nulls last,
        case when ${filter.order ?? 'newest'} = 'closing' then p.closes_on end asc nulls last,
        p.opened_at desc nulls last, p.id desc
      offset ${filter.offset ?? 0} limit ${filter.limit ?? 20}`;
    return { items: rows.map(toListItem), total: rows[0]?.total ?? 0 };
  }

  async function view(where: { code: string } | { id: PetitionId }): Promise<PetitionView | null> {
    const row = await db.petition.findUnique({
      where,
      include: {
        counts: true,
        duties: { orderBy: { crossedAt: 'asc' } },
        events: { orderBy: { seq: 'asc' } },
        readings: { orderBy: [{ readOn: 'desc' }, { at: 'desc' }, { count: 'desc' }], take: 1 },
      },
    });
    if (!row) return null;
    const petition = toPetition(row);
    const profile = profiles.get(petition.profileId);
    const duties = row.duties.map(toDuty);
    const timeline: TimelineEvent[] = row.events.map(({ at, type, facts }) => ({
      at,
      type,
      facts: facts as TimelineEvent['facts'],
    }));
    const [reading] = row.readings;
    const readOn = toDay(reading?.readOn ?? null);
    return {
      petition,
      text: petition.state === 'rejected' ? null : (petition.published ?? petition.original),
      profile,
      authority: profiles.authority(petition.profileId, petition.authorityKey),
      counts: {
        support: row.counts?.support ?? 0,
        held: row.counts?.held ?? 0,
        signatures: row.counts?.signatures ?? 0,
        legal: reading && readOn ? { count: reading.count, readOn, url: reading.url } : null,
      },
      thresholds: petition.thresholds.map((threshold) => ({
        ...threshold,
        duty: duties.find(({ thresholdKey }) => thresholdKey === threshold.key) ?? null,
      })),
      steps: duties.flatMap((duty) => {
        const name = profile.duties.find(({ key }) => key === duty.thresholdKey)?.name;
        return duty.counter === null && name ? [{ ...duty, name }] : [];
      }),
      timeline,
      posting: Posting.safeParse(timeline.findLast(({ type }) => type === 'posted')?.facts).data ?? null,
      reply: timeline.findLast(({ type }) => type === REPLY) ?? null,
      followUps: timeline.filter(({ type }) => type === 'followed_up'),
      hearings: timeline.filter(({ type }) => type === 'hearing'),
      integrityNote: row.integrityNote === null ? null : Note.parse(row.integrityNote),
      heldDueOn: petition.state !== 'stopped' && (row.counts?.held ?? 0) > 0 ? toDay(row.heldDueOn) : null,
    };
  }

  return {
    list,
    view,

    /** Open petitions that share the most words; at least two, or half of what was written. */
    async similar(words: string, limit = 3): Promise<PetitionListItem[]> {
      const stems = [...stemsOf(words)];
      if (stems.length === 0) return [];
      const rows = await db.$queryRaw<{ id: string }[]>`
        select id from (
          select p.id, p.opened_at, (select count(*) from unnest(p.stems) s where s = any(${stems}::text[])) as shared
          from petitions p where p.stems && ${stems}::text[] and p.state in ('open', 'threshold_reached', 'replied')
        ) found where shared >= least(2, ${stems.length}) and shared * 3 >= ${stems.length}
        order by shared desc, opened_at desc limit ${limit}`;
      const { items } =
        rows.length > 0
          ? await list({ states: ['open', 'threshold_reached', 'replied'], limit: 100, words })
          : { items: [] };
      const byId = new Map(items.map((item) => [item.id as string, item]));
      return rows.flatMap(({ id }) => byId.get(id) ?? []);
    },

    /** Whether a person supports it, and whether they hear its news; null when they never did. */
    async supportOf(id: PetitionId, citizenId: CitizenId): Promise<{ isStanding: boolean; notify: boolean } | null> {
      const row = await db.petitionSupport.findUnique({
        where: { petitionId_citizenId: { petitionId: id, citizenId } },
        select: { state: true, notify: true },
      });
      return row && { isStanding: row.state === 'counted' || row.state === 'held', notify: row.notify };
    },

    /** What a person wrote and what they support, newest first. */
    async ofCitizen(
      citizenId: CitizenId,
      limit = 20,
    ): Promise<{ id: PetitionId; code: string; state: PetitionState; ask: string; own: boolean }[]> {
      return db.$queryRaw`
        select p.id, p.code, p.state, coalesce(p.published, p.original)->>'ask' as ask, p.citizen_id = ${citizenId}::uuid as own
        from petitions p left join petition_supports s on s.petition_id = p.id and s.citizen_id = ${citizenId}::uuid and s.state in ('counted', 'held')
        where (p.citizen_id = ${citizenId}::uuid and p.state <> 'withdrawn') or s.citizen_id is not null
        order by p.created_at desc limit ${limit}`;
    },

    /**
     * The count with the lines that still wait for the tally: the tapped button must show in the next number. One
     * statement, so that a tally in between loses nobody.
     */
    async supportNow(id: PetitionId): Promise<number> {
      const [row] = await db.$queryRaw<{ n: number }[]>`
        select greatest(0, coalesce(max(c.support), 0) + coalesce(sum(case q.kind when 'support' then 1 when 'support_released' then 1
          when 'support_withdrawn' then -1 when 'support_invalidated' then -1 when 'support_held' then -1 else 0 end), 0))::int as n
        from petition_counts c left join petition_log_queue q on q.petition_id = c.petition_id where c.petition_id = ${id}::uuid`;
      return row?.n ?? 0;
    },

    /** How many petitions in these states each place has. */
    async byTerritory(states: readonly PetitionState[]): Promise<{ territoryCode: string; count: number }[]> {
      return db.$queryRaw`
        select territory_code as "territoryCode", count(*)::int as count from petitions
        where state = any(${[...states]}::text[]) and territory_code is not null group by 1`;
    },

    /** Supports by day, for the page's chart and its CSV. */
    async byDay(id: PetitionId, timezone: string): Promise<{ on: string; support: number }[]> {
      return db.$queryRaw`
        select (at at time zone ${timezone})::date::text as on, count(*)::int as support from petition_supports
        where petition_id = ${id}::uuid and state = 'counted' group by 1 order by 1`;
    },

    /** Every decision of moderation, with its reason and without the people: the public log. */
    async decisions(limit = 100, before?: Date) {
      const rows = await db.$queryRaw<
        {
          at: Date;
          type: string;
          facts: Record<string, unknown>;
          code: string;
          ask: string | null;
          submitted_at: Date | null;
          moderation_due_on: Date | null;
        }[]
      >`
        select e.at, e.type, e.facts, p.code, p.published->>'ask' as ask, p.submitted_at, p.moderation_due_on
        from petition_events e join petitions p on p.id = e.petition_id
        where e.type in ('published', 'rejected', 'appealed', 'stopped', 'moderation_overdue', 'invalidated', 'held', 'released', 'held_overdue')
          and (${before ?? null}::timestamptz is null or e.at < ${before ?? null}::timestamptz)
        order by e.at desc limit ${limit}`;
      return rows.map((row) => ({
        at: row.at,
        type: row.type,
        facts: row.facts,
        code: row.code,
        ask: row.ask,
        submittedAt: row.submitted_at,
        dueOn: toDay(row.moderation_due_on),
      }));
    },
  };
}
export type PetitionsReadModel = ReturnType<typeof createPetitionsReadModel>;

function toListItem(row: ListRow): PetitionListItem {
  return {
    id: row.id as PetitionId,
    code: row.code,
    state: row.state,
    ask: row.ask,
    language: row.language,
    profileId: row.profile_id,
    authorityKey: row.authority_key,
    agencyCode: row.agency_code,
    territoryCode: row.territory_code,
    support: row.support,
    signatures: row.signatures,
    legalReading: row.legal_count,
    legalReadOn: toDay(row.legal_on),
    thresholds: row.thresholds,
    openedAt: row.opened_at,
    closesOn: toDay(row.closes_on),
  };
}
