import { AgencyCode, AppealId, newId, TicketId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import { COPY, type Fingerprint, likeness, SAME_MATTER } from './similar-texts.ts';

export interface NewSignature extends Fingerprint {
  readonly appealId: AppealId;
  readonly joined: boolean;
}

export interface SimilarTicket {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly joined: boolean;
  readonly likeness: number;
}

export interface GrownCluster {
  readonly clusterId: string;
  readonly kind: 'place' | 'campaign';
  readonly topicId: string | null;
  readonly agencyCode: AgencyCode | null;
  readonly size: number;
}

export interface Candidate {
  readonly appeal_id: string;
  readonly cluster_id: string | null;
  readonly signature: number[];
  readonly near: boolean;
  /** In another language words cannot be alike; topic and place decide. */
  readonly foreign: boolean;
}

const SINCE_DAYS = 45;
const COMPARED = 200;
/** About 200 metres at the latitudes of the cities concerned. */
const LATITUDE_NEAR = 0.0018;
const LONGITUDE_NEAR = 0.0025;
/** From here on one matter of many people is proposed as one case. */
const MASS = 10;

/** One place: two points nearby, or one address in words. */
const near = (a: string, b: string) =>
  Prisma.raw(`(${a}.latitude is not null and abs(${a}.latitude - ${b}.latitude) < ${LATITUDE_NEAR}
    and abs(${a}.longitude - ${b}.longitude) < ${LONGITUDE_NEAR}
    or ${a}.address_text is not null and lower(${a}.address_text) = lower(${b}.address_text)
      and ${a}.territory_code is not distinct from ${b}.territory_code)`);

/** Finds the same matter told by others, in the database: topic, place, time, likeness of words. Sealed cases are left out. */
export function createSimilarCasesRepository(db: Db) {
  /** Cases that may be about the same; can be asked for while the transaction opens. */
  async function candidatesFor(tx: Tx, { appealId, bands }: Pick<NewSignature, 'appealId' | 'bands'>) {
    return prismaOf(tx).$queryRaw<Candidate[]>`
      select s.appeal_id, s.cluster_id, s.signature, (a.topic_id = b.topic_id and ${near('a', 'b')}) is true as near, a.language <> b.language as "foreign"
      from appeals a, case_signatures s join appeals b on b.id = s.appeal_id
      where a.id = ${appealId}::uuid and b.id <> a.id and b.citizen_id <> a.citizen_id and not b.sensitive
        and s.submitted_at > business_now() - make_interval(days => ${SINCE_DAYS})
        and ((b.topic_id = a.topic_id and b.state in ('in_triage', 'with_agency', 'watched') and ${near('a', 'b')})
          or s.bands && ${bands as number[]}::int[])
      order by s.submitted_at desc limit ${COMPARED}`;
  }

  async function insert(
    tx: Tx,
    { appealId, signature, bands, joined }: NewSignature,
    candidates: readonly Candidate[],
  ): Promise<string | null> {
    const client = prismaOf(tx);
    const judged = candidates
      .map((candidate) => ({ ...candidate, alike: likeness(signature, candidate.signature) }))
      .filter(
        ({ near: isNear, foreign, alike }) => (isNear && (joined || foreign || alike >= SAME_MATTER)) || alike >= COPY,
      )
      .sort((a, b) => Number(b.near) - Number(a.near) || b.alike - a.alike);
    const [best] = judged;
    let clusterId = best?.cluster_id ?? null;
    if (best && !clusterId) {
      clusterId = newId(tx.now.getTime());
      await client.$executeRaw`
        insert into case_clusters (id, agency_code, topic_id, kind, created_at)
        select ${clusterId}::uuid, s.agency_code, s.topic_id, ${best.near ? 'place' : 'campaign'}, ${tx.now}
        from case_signatures s where s.appeal_id = ${best.appeal_id}::uuid`;
      await client.caseSignature.update({ where: { appealId: best.appeal_id }, data: { clusterId } });
    }
    const written = client.$executeRaw`
      insert into case_signatures (appeal_id, agency_code, topic_id, territory_code, latitude, longitude, submitted_at, bands, signature, cluster_id, joined)
      select a.id, (select agency_code from tickets t where t.appeal_id = a.id order by delivered_at limit 1),
        a.topic_id, a.territory_code, a.latitude, a.longitude, coalesce(a.submitted_at, ${tx.now}),
        ${bands as number[]}::int[], ${signature as number[]}::int[], ${clusterId}::uuid, ${joined}
      from appeals a where a.id = ${appealId}::uuid and not a.sensitive
      on conflict (appeal_id) do nothing`;
    unanswered(tx, written);
    return clusterId;
  }

  return {
    candidatesFor,
    insert,

    /** Sent, not sealed, not looked at yet; with the words that citizens wrote. */
    async waiting(limit: number): Promise<readonly { appealId: AppealId; text: string }[]> {
      const rows = await db.$queryRaw<{ id: string; words: string }[]>`
        select a.id, string_agg(e.masked_text, ' ' order by e.at) as words
        from appeals a join thread_entries e on e.appeal_id = a.id and e.author = 'citizen' and e.kind in ('statement', 'addition')
        where a.submitted_at > business_now() - interval '7 days' and not a.sensitive
          and not exists (select 1 from case_signatures s where s.appeal_id = a.id)
        group by a.id order by min(a.submitted_at) limit ${limit}`;
      return rows.map(({ id, words }) => ({ appealId: AppealId.parse(id), text: words }));
    },

    /** Clusters that have become a matter of many and were not proposed yet. */
    async grown(tx: Tx): Promise<readonly GrownCluster[]> {
      const rows = await prismaOf(tx).$queryRaw<
        { id: string; kind: string; topic_id: string | null; agency_code: string | null; size: number }[]
      >`
        update case_clusters c set proposed_mass_at = ${tx.now}
        from (select cluster_id, count(*)::int as size from case_signatures where cluster_id is not null group by 1) n
        where n.cluster_id = c.id and c.proposed_mass_at is null and n.size >= ${MASS}
        returning c.id, c.kind, c.topic_id, c.agency_code, n.size`;
      return rows.map((row) => ({
        clusterId: row.id,
        kind: row.kind as GrownCluster['kind'],
        topicId: row.topic_id,
        agencyCode: row.agency_code === null ? null : AgencyCode.parse(row.agency_code),
        size: row.size,
      }));
    },

    /** Other people's tickets about the same matter at the same body, likest first. */
    async ofTicket(ticketId: TicketId, limit: number): Promise<readonly SimilarTicket[]> {
      const rows = await db.$queryRaw<
        {
          id: string;
          number: string;
          title: string;
          state: string;
          joined: boolean;
          signature: number[];
          own: number[];
        }[]
      >`
        select o.id, b.number, b.title, o.state, s.joined, s.signature, mine.signature as own
        from tickets t
        join case_signatures mine on mine.appeal_id = t.appeal_id
        join case_signatures s on s.cluster_id = mine.cluster_id and s.appeal_id <> mine.appeal_id
        join appeals b on b.id = s.appeal_id
        join tickets o on o.appeal_id = b.id and o.agency_code = t.agency_code and o.state not in ('redirected', 'withdrawn')
        where t.id = ${ticketId}::uuid and not b.sensitive
        order by s.submitted_at desc limit ${limit}`;
      return rows
        .map(({ id, signature, own, ...row }) => ({
          ...row,
          ticketId: TicketId.parse(id),
          likeness: likeness(signature, own),
        }))
        .sort((a, b) => b.likeness - a.likeness);
    },

    /** Open cases of others about this topic at this place; what a draft is told before it is sent. */
    async openNearby(appealId: AppealId): Promise<number> {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from appeals a
        join case_signatures s on s.topic_id = a.topic_id and s.submitted_at > business_now() - make_interval(days => ${SINCE_DAYS})
        join appeals b on b.id = s.appeal_id
        where a.id = ${appealId}::uuid and not a.sensitive and not b.sensitive and b.citizen_id <> a.citizen_id
          and b.state in ('in_triage', 'with_agency', 'watched') and ${near('a', 'b')}`;
      return row?.count ?? 0;
    },
  };
}
export type SimilarCasesRepository = ReturnType<typeof createSimilarCasesRepository>;
