import type { AgencyCode, CitizenId, TicketId } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/db/database.ts';

/** More entries than this hold a word: not all of them are looked through. */
const COMMON = 2_000;
/** Of so many newest tickets instead. */
const NEWEST = 500;

/** Tickets by words, register numbers and people. */
export function createCaseSearchReadModel(db: Db) {
  return {
    /**
     * Words of one contribution or of the address, or the beginning of a register number; newest first. The expressions
     * are those of the indexes in the migration `add_case_search`.
     */
    async search({
      agencyCode,
      text,
      limit,
    }: {
      agencyCode: AgencyCode | null;
      text: string;
      limit: number;
    }): Promise<TicketId[]> {
      const query = wordQueryOf(text);
      const numberPattern = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      const [common] = await db.$queryRaw<{ entries: number }[]>`
        select count(*)::int as entries from (
          select 1 from thread_entries where to_tsvector('russian', masked_text) @@ to_tsquery('russian', ${query}) limit ${COMMON + 1}) found`;
      // A word that stands everywhere is looked for where it matters: in the newest cases.
      const rows =
        (common?.entries ?? 0) > COMMON
          ? await db.$queryRaw<{ id: string }[]>`
              select t.id from (
                select id, appeal_id, delivered_at from tickets
                where ${agencyCode}::text is null or agency_code = ${agencyCode} order by delivered_at desc limit ${NEWEST}
              ) t where exists (
                select 1 from thread_entries e where e.appeal_id = t.appeal_id and to_tsvector('russian', e.masked_text) @@ to_tsquery('russian', ${query}))
              order by t.delivered_at desc limit ${limit}`
          : await db.$queryRaw<{ id: string }[]>`
              with found as (
                select appeal_id from thread_entries where to_tsvector('russian', masked_text) @@ to_tsquery('russian', ${query})
                union
                (select id from appeals where address_text is not null and to_tsvector('russian', address_text) @@ to_tsquery('russian', ${query}) limit ${COMMON})
                union
                (select appeal_id from tickets where registration_number is not null and lower(registration_number) like ${numberPattern} limit ${COMMON})
              )
              select t.id from found join tickets t using (appeal_id)
              where ${agencyCode}::text is null or t.agency_code = ${agencyCode}
              order by t.delivered_at desc limit ${limit}`;
      return rows.map(({ id }) => id as TicketId);
    },

    /** Of people who gave this telephone; compared by its keyed hash, the number itself is nowhere searched. */
    async ticketsOfCitizens(
      ids: readonly CitizenId[],
      agencyCode: AgencyCode | null,
      limit: number,
    ): Promise<TicketId[]> {
      const rows = await db.ticket.findMany({
        where: { appeal: { citizenId: { in: [...ids] } }, ...(agencyCode ? { agencyCode } : {}) },
        orderBy: { deliveredAt: 'desc' },
        select: { id: true },
        take: limit,
      });
      return rows.map(({ id }) => id as TicketId);
    },
  };
}

/** `яма:* & саина:*`; quoted, because an officer may type anything. */
const wordQueryOf = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `'${word}':*`)
    .join(' & ');
